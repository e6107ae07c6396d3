import Model

extension Korean {
  func suppression(_ cause: Suppression.Cause) -> String {
    switch cause {
    case .manual: "직접 등록"
    case .hardBounce: "영구 반송"
    case .complaint: "스팸 신고"
    case .unsubscribed: "수신 거부"
    }
  }

  func reason(_ reason: OwnReason) -> String {
    switch reason {
    case .abandoned: "발송 서비스의 응답이 기록되기 전에 워커가 멈춤"
    case .notMentioned: "발송 서비스의 응답에 이 수신자가 없음"
    case .takenWithoutID: "SES가 메시지를 접수했으나 ID를 알려 주지 않음"
    case .takenWithStrangeStatus(let status): "SES가 ID와 함께 알 수 없는 상태를 알려 줌: \(status)"
    case .storePutBack: "저장소를 이전 상태로 되돌림: 그사이 발송되었는지 알 수 없음"
    case .scheduleHeld: "저장소를 이전 상태로 되돌림: 아직 유효한 예약인지 알 수 없어 지시가 있어야 시작합니다"
    case .campaignCancelled: "캠페인이 취소됨"
    case .letterDiscarded: "DLQ 항목을 폐기함"
    case .letterGone: "DLQ 항목이 큐에 없음: 만료되었거나 삭제됨"
    case .takenForSent(let name): "\(name)의 판단으로 발송된 것으로 확정"
    case .takenForSentNoLonger(let name): "\(name)의 판단으로 발송 확정을 취소"
    case .quotaUsedUp(let limit, let sent):
      "SES 일일 할당량 \(limit)명 소진(최근 24시간 \(sent)명): 24시간 한도가 풀리면 재개하세요"
    case .quotaLeftToOthers(let number, let sent, let limit, let since):
      "수신자 \(number)명 미발송: 일일 할당량이 \(seemsUsedUp(sent, limit, since))"
    case .accountStopped(let word):
      "SES가 이 계정의 발송을 중지함(enforcement \(word)): SES 콘솔을 확인한 뒤 캠페인을 재개하세요"
    case .unverifiedRecipient(let words): "샌드박스: 수신자도 확인되어야 함: \(words)"
    case .ticketWithoutChannel(let channel): "배치의 채널(\(self.channel(channel)))이 적혀 있지 않음: 자동으로 다시 시도합니다"
    case .stoppedInSearch: "SES가 거부하는 수신자를 찾던 중 중지됨"
    case .searchTakesLong: "아직 시도하지 않음: SES가 거부하는 수신자를 찾는 데 시간이 걸림"
    case .afterUnknownOutcome: "시도하지 않음: 바로 앞 호출의 결과를 알 수 없음"
    case .onList(let cause): "발송 금지 목록에 있는 주소: \(suppression(cause))"
    case .addressNotTaken: "SES는 @ 앞의 ASCII 문자와 @ 뒤의 도메인 이름만 받습니다"
    case .unsubscribeTooLong: "수신 거부 링크가 이 수신자의 값을 넣으면 너무 깁니다: SES는 996자까지 받습니다"
    case .emailOnly: "SES는 이메일만 발송합니다"
    case .textsOnly: "이 서비스는 문자만 발송합니다"
    case .textWithoutID: "발송 서비스가 문자를 접수했으나 ID를 알려 주지 않음"
    case .numberNotServed: "이 서비스는 자국 번호만 받습니다"
    case .textNotWritable(let characters): "이 서비스가 표현할 수 없는 글자: \(characters)"
    case .textTooLong(let length, let most): "이 서비스에는 문자가 너무 깁니다: \(length)/\(most)"
    case .answerNotUnderstood(let status): "응답을 이해할 수 없음(HTTP \(status)): 발송 여부를 알 수 없음"
    case .answerContradictsItself: "응답이 이 수신자에 대해 서로 다른 말을 함: 발송 여부를 알 수 없음"
    case .stoppedByBreaker(let trip):
      "자동 중지: \(measure(trip.measure)) \(trip.percent)%\(trip.isAccount ? ", 최근 7일 계정 전체" : "")(한도 \(trip.limit)%), "
        + "결과를 아는 \(trip.total)건 중 \(trip.count)건; 원인을 확인한 뒤 재개하거나 취소하세요"
    case .everybodyAlike(let why): "\(self.reason(why)): 모두 똑같이 거부됨; 고친 뒤 재개하세요"
    case .forgottenCampaign: "되돌린 백업 이후에 발송됨: 수신자를 알 수 없음"
    case .receivedInVain(let times): "결과 없이 \(times)회 수신"
    case .noBatchOfThisStore: "이 저장소의 배치가 적혀 있지 않음"
    case .batchFailed(let cause, let why): "\(self.cause(cause)): \(self.reason(why))"
    case .quotaSeemsUsedUp(let sent, let limit, let since): seemsUsedUp(sent, limit, since)
    case .throttled: "속도 제한; \(slowed)"
    case .throttledTo(let rate): "속도 제한, 지금은 초당 약 \(items(rate)); \(slowed)"
    case .noAnswer(let seconds): "\(seconds)초 동안 응답 없음"
    case .eventsNeverStored(let events):
      "이벤트 \(items(events))을 너무 여러 번 수신하고도 저장하지 못함: 4 DLQ의 E로 되돌리세요"
    case .storeWentBack(let messages): wentBack(messages)
    case .storeForgot(let messages, let campaigns):
      "\(wentBack(messages)); 이후에 발송한 캠페인은 들어 있지 않습니다(\(campaigns)): 다시 발송하지 마세요"
    }
  }

  private func measure(_ measure: BreakerMeasure) -> String {
    switch measure {
    case .bounces: "영구 반송"
    case .complaints: "스팸 신고"
    case .invalidNumbers: "없는 번호"
    case .carrierBlocks: "통신사 차단"
    }
  }

  private func seemsUsedUp(_ sent: String, _ limit: String, _ since: String) -> String {
    "소진된 것으로 보임: SES 집계 24시간 \(sent)/\(limit)명, 이후 \(since)명 발송; SES의 다음 집계를 기다립니다"
  }

  private var slowed: String { "자동으로 다시 시도합니다: 발송 서비스가 너무 빠른 요청을 거부합니다" }

  private func wentBack(_ messages: Int) -> String {
    if messages == 0 { return "이전 상태로 되돌아감: 불확실해진 메시지는 없습니다" }
    return "이전 상태로 되돌아감: 이후 발송되었을 수 있는 메시지 \(items(messages))이 불확실입니다: 확정하세요"
  }

  private func cause(_ cause: Refusal.Cause) -> String {
    switch cause {
    case .throttled: "속도 제한"
    case .quota: "할당량"
    case .transient: "일시 장애"
    case .unusable: "사용 불가"
    case .unverifiedSender: "미확인 발신자"
    case .unverifiedRecipient: "미확인 수신자"
    case .invalidParameter: "잘못된 값"
    case .optedOut: "수신 거부"
    case .sharedFault: "공통 오류"
    case .undecided: "미판정"
    case .failed: "실패"
    case .accountPaused: "계정 정지"
    case .other: "기타"
    }
  }

  func component(_ component: ComponentName) -> String {
    switch component {
    case .fullSpeed(.email): "최고 속도 발송"
    case .fullSpeed(.sms): "문자 최고 속도 발송"
    case .eventIntake: "이벤트 수신"
    case .store: "저장소"
    case .dailyQuota: "SES(일일 할당량)"
    case .queue(let name, let operation): "\(name)(\(self.operation(operation)))"
    case .other(let name): name
    }
  }

  private func operation(_ operation: ComponentName.Operation) -> String {
    switch operation {
    case .send: "보내기"
    case .receive: "받기"
    case .delete: "삭제"
    case .move: "이동"
    case .count: "집계"
    case .changeVisibility: "표시 시간 변경"
    }
  }

  func skipped(_ reason: SkipReason) -> String {
    switch reason {
    case .anotherProgram: "다른 프로그램이 발송함"
    case .otherCampaign: "다른 캠페인"
    case .cancelledCampaign: "취소된 캠페인"
    case .uncertain: "불확실: 먼저 확정하세요"
    case .notFailed(let status): "\(self.status(status)): 실패가 아님"
    case .otherCondition: "상태나 종류가 다름"
    case .notResendable(let kind, nil): "\(self.kind(kind)): 재발송 불가"
    case .notResendable(let kind, .cause(let cause)): "\(self.kind(kind))(\(cause)): 재발송 불가"
    case .notResendable(let kind, .code(let code)): "\(self.kind(kind)) \(code): 재발송 불가"
    case .onOwnList: "발송 금지 목록에 있음: 한 건씩 따로 선택한 경우에만"
    case .receiversPolicy(let code): "\(code) 수신 서버 정책: 따로 선택한 경우에만"
    case .whenResumed: "캠페인을 재개하면 발송됨"
    case .beingTried: "아직 시도 중"
    }
  }
}
