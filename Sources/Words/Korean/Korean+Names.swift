import Model

extension Korean {
  func status(_ status: MessageStatus) -> String {
    switch status {
    case .queued: "대기"
    case .cancelled: "취소"
    case .sending: "발송 중"
    case .uncertain: "불확실"
    case .refused: "접수 거부"
    case .accepted: "접수"
    case .delayed: "지연"
    case .delivered: "배달"
    case .opened: "열람"
    case .clicked: "클릭"
    case .softBounced: "일시 반송"
    case .renderFailed: "렌더링 실패"
    case .rejected: "거부"
    case .suppressed: "발송 금지"
    case .hardBounced: "영구 반송"
    case .complained: "스팸 신고"
    }
  }

  func kind(_ kind: FailureKind) -> String {
    switch kind {
    case .hard: "영구 반송"
    case .suppressed: "발송 금지"
    case .soft: "일시 반송"
    case .content: "내용 반송"
    case .undetermined: "원인 불명"
    case .complaint: "스팸 신고"
    case .rejected: "거부"
    case .rendering: "렌더링"
    case .refused: "접수 거부"
    case .delay: "지연"
    }
  }

  func event(_ type: EventType) -> String {
    switch type {
    case .queued: "대기"
    case .claimed: "발송 시작"
    case .accepted: "접수"
    case .refused: "접수 거부"
    case .uncertain: "불확실"
    case .assumedSent: "발송으로 확정"
    case .assumptionWithdrawn: "확정 취소"
    case .settledToResend: "재발송으로 확정"
    case .resent: "재발송"
    case .cancelled: "취소"
    case .send: "발송(Send)"
    case .delivery: "배달(Delivery)"
    case .bounce: "반송(Bounce)"
    case .complaint: "스팸 신고(Complaint)"
    case .reject: "거부(Reject)"
    case .renderingFailure: "렌더링 실패(Rendering Failure)"
    case .deliveryDelay: "배달 지연(DeliveryDelay)"
    case .open: "열람(Open)"
    case .click: "클릭(Click)"
    case .subscription: "구독 변경(Subscription)"
    case .automaticReply: "자동 응답"
    case .suppressed: "발송 금지"
    case .byOneOfSeveral(let what):
      switch what {
      case .open: "여러 수신자 중 한 명의 열람(Open)"
      case .click: "여러 수신자 중 한 명의 클릭(Click)"
      case .subscription: "여러 수신자 중 한 명의 구독 변경(Subscription)"
      }
    case .other(let name): name
    }
  }

  func source(_ source: Event.Source) -> String {
    switch source {
    case .provider: "발송 서비스"
    case .sendboard: "sendboard"
    case .operator: "운영자"
    }
  }

  func state(_ state: CampaignState) -> String {
    switch state {
    case .importing: "읽는 중"
    case .draft: "초안"
    case .scheduled: "예약"
    case .launching: "시작 중"
    case .sending: "발송 중"
    case .paused: "정지"
    case .cancelled: "취소"
    case .finished: "완료"
    }
  }

  func channel(_ channel: Channel) -> String {
    switch channel {
    case .email: "이메일"
    case .sms: "문자"
    }
  }

  func pane(_ pane: PaneName) -> String {
    switch pane {
    case .campaigns: "캠페인"
    case .messages: "메시지"
    case .failures: "실패"
    case .deadLetters: "DLQ"
    case .find: "찾기"
    case .log: "로그"
    case .quarantine: "격리"
    case .history: "이력"
    case .batches: "배치"
    case .timeline: "타임라인"
    case .document: "문서"
    case .batchList: "개별 배치"
    case .course: "추이"
    case .suppressions: "발송 금지 목록"
    case .mail: "메일"
    }
  }

  func term(_ term: Term) -> String {
    switch term {
    case .zoomed(let key): "확대 중 \(key)"
    case .loading: "불러오는 중…"
    case .loadingSince(let wait): "불러오는 중 \(span(wait))…"
    case .more(let above, let below): above || below ? "더 있음 \(above ? "↑" : "")\(below ? "↓" : "")" : ""
    case .allMarked(let count): "이 필터의 전체\(count.map { " \(items($0))" } ?? "") 선택"
    case .marked(let count): "\(items(count)) 선택"
    case .yes: "예"
    case .no: "아니요"
    case .none: "없음"
    case .assumed: "발송 추정"
    case .toBeTriedAgain, .willRetry: "재시도 예정"
    case .texts: "문자"
    case .anotherProgram: "다른 프로그램"
    case .allCampaigns: "전체 캠페인"
    case .campaign(let number): "캠페인 \(number)"
    case .addressBeginning(let prefix): "주소 \(prefix)…"
    case .statusFilter(let status): "상태 \(status)"
    case .batchFilter(let number): "배치 \(number)"
    case .messagesChosen(let count): "선택한 메시지 \(items(count))"
    case .messageNumbers(let numbers): "메시지 \(numbers)"
    case .allThatMayBeResent: "재발송 가능한 전체"
    case .policyToo: "정책 거부 포함"
    case .despiteList: "발송 금지 목록에 있어도 보냄"
    case .andMore(let shown, let count): "\(shown) 외 \(people(count))"
    case .emptyValue: "(비어 있음)"
    case .reason: "사유    "
    case .toDo: "조치    "
    case .type(let word): "\(word) 입력: "
    }
  }

  func hint(_ hint: Hint) -> String {
    switch hint {
    case .messages: "메시지"
    case .pause: "정지"
    case .resume: "재개"
    case .cancel: "취소"
    case .resendFailed: "실패 재발송"
    case .scroll: "스크롤"
    case .back: "뒤로"
    case .singleBatches: "개별 배치"
    case .stateOrNumber: "상태나 번호"
    case .course: "추이"
    case .hourOrDay: "1시간, 하루"
    case .batches: "배치"
    case .new: "새 캠페인"
    case .filter: "필터"
    case .mark: "선택"
    case .redrive: "재처리"
    case .toMarked(let deed, let count):
      "\(count.map { "선택한 \(items($0))" } ?? "이 필터의 전체") \(self.hint(deed.hint))"
    case .discard: "폐기"
    case .messagesOfItsCampaign: "해당 캠페인 메시지"
    case .putEventsBack: "이벤트 되돌리기"
    case .wholeDocument: "전체 보기"
    case .tryAgain: "다시 읽기"
    case .drop: "삭제"
    case .export: "내보내기"
    case .letter: "내용"
    case .redriveAtARate: "속도 정해 재처리"
    case .recovered: "해결된 것도"
    case .startTime: "시작 시각"
    case .goOnWithDraft: "이어서 작성"
    case .dropDraft: "초안 삭제"
    case .writeBody: "여기서 작성"
    case .completePath: "경로 완성"
    case .suppress: "발송 금지"
    case .suppressions: "발송 금지 목록"
    case .addAddress: "주소 추가"
    case .unsuppress: "목록에서 빼기"
    case .accountList: "SES 목록"
    case .groupBy: "종류·도메인·시간별"
    case .edit: "고치기"
    case .uncertainOnes: "불확실 메시지"
    case .itsMessages: "해당 메시지"
    case .resendThese: "이 메시지 재발송"
    case .thisOrAllCampaigns: "이 캠페인/전체"
    case .findAnother: "다시 찾기"
    case .markAllShown: "전체 선택·해제"
    case .sameAddress: "이 주소 전체"
    case .mail: "메일"
    case .attempts: "시도 비교"
    case .copy: "복사"
    case .link: "링크"
    case .textOrSource: "텍스트/원본"
    case .whyNotResent: "제외 사유"
    case .rawEvents: "원본 이벤트"
    case .timeline: "타임라인"
    case .settleUncertain: "불확실 확정"
    case .resend: "재발송"
    case .firstLast: "처음, 끝"
    case .typeToFind: "입력"
    case .otherPanes: "다른 화면"
    case .help: "도움말"
    case .status: "상태"
    case .address: "주소"
    case .statusBack: "이전 상태"
    case .otherMessage: "다른 메시지"
    case .quit: "종료"
    case .leaveIt: "그만두기"
    case .keepTheFilter: "필터 유지"
    case .asBefore: "이전대로"
    case .empty: "비우기"
    case .close: "닫기"
    case .backToTheFields: "입력란으로"
    case .nextField: "다음 입력란"
    case .nextOrCount: "다음"
    case .countRecipients: "집계"
    case .changeChoice: "바꾸기"
    case .launch: "발송 시작"
    case .leaveAndKeep: "나가기(입력 내용 보관)"
    case .yes: "예, 실행"
    case .no: "아니요"
    case .doItWhenTyped: "입력 후 실행"
    case .allKeys: "전체 단축키"
    case .work: "진행 중인 작업"
    case .palette: "작업 찾기"
    case .zoom: "확대"
    case .reload: "다시 읽기"
    case .language: "언어"
    case .find: "찾기"
    case .control: "정지, 재개, 취소"
    case .panes: "화면"
    case .move: "위, 아래"
    case .open: "열기"
    case .escape: "뒤로"
    case .first: "처음"
    case .last: "끝"
    case .messageBefore: "이전 메시지"
    case .nextMessage: "다음 메시지"
    case .sort: "열 정렬"
    case .sortBefore: "이전 열로 정렬"
    case .sortNext: "다음 열로 정렬"
    case .sortReversed: "정렬 뒤집기"
    case .choose: "고르기"
    case .doIt: "실행"
    }
  }
}
