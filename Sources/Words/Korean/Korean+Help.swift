extension Korean {
  func heading(_ heading: HelpHeading) -> String {
    switch heading {
    case .keys: "단축키"
    case .pane(let name): "\(name) 화면"
    case .everywhere: "모든 화면"
    case .part(.header): "상단 표시줄"
    case .part(.columns): "열"
    case .part(.signs): "기호"
    }
  }

  func help(_ help: HelpText) -> HelpLine {
    switch help {
    case .rate: HelpLine("건/초", "초당 발송 건수, 최근 10초 평균")
    case .sendQueue: HelpLine("발송큐", "발송 큐의 배치: 준비+처리 중+지연")
    case .eventQueue: HelpLine("이벤트", "이벤트 큐의 같은 수치")
    case .lag: HelpLine("지연", "최신 이벤트가 저장되기까지 걸린 시간")
    case .bounces: HelpLine("반송", "7일간 영구 반송, 시뮬레이터 주소 제외; AWS: 2% 미만 유지, 5% 검토, 10% 정지")
    case .complaints: HelpLine("신고", "7일간 스팸 신고, 시뮬레이터 주소 제외; AWS: 0.1% 검토, 0.5% 정지")
    case .uncertain: HelpLine("불확실", "호출이 끊김: 확정 필요; 발송 추정은 확정 취소 가능")
    case .quarantine: HelpLine("격리", "해석하지 못한 이벤트: sendboard quarantine")
    case .handedOver: HelpLine("발송", "발송 서비스가 접수한 비율; 모두 접수되어야 100%, 완료 후 못 보낸 7건은 -7")
    case .failed: HelpLine("실패", "불확실과 재시도 예정은 제외")
    case .rateAndLeft: HelpLine("건/초 남음", "최근 30초 기준; 알 수 없으면 –")
    case .receives: HelpLine("수신", "큐가 배치를 워커에 전달한 횟수")
    case .arrived: HelpLine("✓ ✗ ?", "배달됨, 실패, 불확실")
    case .underWay: HelpLine("· → ↑ ~", "대기, 발송 중, 접수, 지연")
    case .wantsYou: HelpLine("! -", "스팸 신고 또는 확인 필요, 취소")
    case .changed: HelpLine("•", "새 캠페인, 또는 커서를 두거나 목록을 떠난 뒤 상태·실패·DLQ·불확실 수치가 바뀜")
    }
  }

  func meaning(_ hint: Hint) -> String {
    switch hint {
    case .panes: "다음 화면, 이전 화면"
    case .move: "위, 아래; 쪽 단위는 PgUp PgDn Ctrl-B Ctrl-F"
    case .firstLast: "처음, 끝; Home, End도 같음"
    case .open: "커서가 있는 항목 열기"
    case .escape: "닫기, 필터나 알림 지우기, 뒤로"
    case .palette: "작업, 화면, 캠페인 찾아서 실행"
    case .find: "아는 것으로 메시지 찾기"
    case .new: "CSV 파일로 새 캠페인"
    case .control: "캠페인 정지, 재개, 취소"
    case .pause: "캠페인 정지"
    case .resume: "캠페인 재개"
    case .cancel: "캠페인 취소"
    case .writeBody: "편집기에서 본문 작성"
    case .countRecipients: "수신자를 집계하고 발송 내용 보기"
    case .changeChoice: "다른 선택지"
    case .launch: "발송 시작"
    case .completePath: "경로 완성"
    case .suppress: "선택한 사람 또는 현재 행에 더 이상 발송하지 않기"
    case .suppressions: "발송하지 않을 주소 목록"
    case .addAddress: "목록에 주소 추가"
    case .accountList: "SES 계정 목록에서 주소 찾기; 넣기, 빼기"
    case .unsuppress: "선택한 항목 또는 현재 행을 목록에서 빼기"
    case .goOnWithDraft: "초안을 이어서 작성"
    case .dropDraft: "초안 삭제"
    case .startTime: "예약된 캠페인의 시각 변경"
    case .resend: "선택한 항목 또는 현재 행을 가능한 경우 재발송"
    case .whyNotResent: "재발송할 수 없는 메시지와 그 사유"
    case .uncertainOnes: "불확실 메시지, 확정할 수 있음"
    case .copy: "선택한 항목 또는 현재 행을 터미널로 복사"
    case .link: "메시지에 대해 설정된 링크 열기"
    case .work: "진행 중인 작업: 진행률, 중단, 일시 정지"
    case .export: "선택한 항목 또는 현재 행을 파일로 저장"
    case .zoom: "한 화면만 크게, 다시 원래대로"
    case .reload: "모두 다시 읽기"
    case .language: "화면 언어 바꾸기"
    case .quit: "종료; 처리 중인 메시지는 먼저 마칩니다"
    default: self.hint(hint)
    }
  }
}
