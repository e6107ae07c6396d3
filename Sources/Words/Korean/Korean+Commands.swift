extension Korean {
  func question(_ question: QuestionText) -> String {
    switch question {
    case .resend: "재발송"
    case .countingResendable(let waited):
      "재발송 대상 집계 중… \(waited >= .seconds(1) ? span(waited) : "")"
    case .resendIn(let campaign): "재발송: \(campaign)"
    case .resendOnce(let number, let scope):
      "메시지 \(items(number))\(scope.map { "(\($0))" } ?? "")을 한 번 더 발송합니다."
    case .resendVerb: "재발송"
    case .policyRefused(let number):
      "메시지 \(items(number))은 수신 서버의 정책(5.7.x)으로 거부되었습니다. 그대로 보내면 다시 거부됩니다."
    case .resendWithoutPolicy(let number): "나머지 \(items(number))만 재발송"
    case .resendWithPolicy: "정책 거부분도: 발신자 고쳤음"
    case .whyLeftAlone: "제외된 메시지와 사유 보기"
    case .leaveResend: "재발송하지 않음"
    case .isOnList: "발송 금지 목록에 있는 주소여서 아무것도 발송하지 않습니다."
    case .resendDespiteList: "이 메시지만 그래도 발송"
    case .despiteListMeans(let list): "주소는 목록(\(list))에 그대로 남고, 이 메시지만 한 번 발송됩니다."
    case .policyMended: "거부된 원인을 고친 뒤에만: 발신 도메인의 SPF, DKIM, DMARC, 차단 목록 등재, 수신 측의 규칙."
    case .policyNever: "영구 반송, 발송 금지, 스팸 신고는 코드와 관계없이 발송하지 않습니다."
    case .leftAloneKey: "Esc 뒤 W를 누르면 제외된 메시지를 볼 수 있습니다."
    case .resume(let campaign): "재개: \(campaign)"
    case .breakerHolds(let campaign):
      "이 비율이 절반만큼 더 커지면 다시 멈춥니다. 비상시 자동 중지를 끄려면: sendboard resume \(campaign) --without-breaker override"
    case .resumeGoes(let left): "아직 발송하지 않은 메시지 \(items(left))을 발송합니다. DLQ에 있는 것은 제외합니다."
    case .subject(let subject): "제목  \(subject)"
    case .resumeVerb: "재개"
    case .cancel(let campaign): "취소: \(campaign)"
    case .cancelNever(let left, let time):
      "아직 발송하지 않은 메시지 \(items(left))\(at(time))을 발송하지 않습니다. 되돌릴 수 없습니다."
    case .cancelGoesOn(let pause):
      "확인할 때까지 발송은 계속됩니다. Esc 뒤 \(Particle.object.after(pause)) 누르면 바로 멈춥니다."
    case .cancelInFlight(let flying, let time): "처리 중인 메시지 \(items(flying))\(at(time))은 마저 발송합니다."
    case .cancelVerb: "완전히 취소"
    case .dropDraft(let name): "초안 \(name) 삭제"
    case .dropDraftMeans: "입력한 내용이 사라집니다. 지정한 파일은 그대로이며 발송된 것은 없습니다."
    case .dropDraftVerb: "초안 삭제"
    case .quit: "발송 중 종료"
    case .quitInFlight(let flying, let time): "처리 중인 메시지 \(items(flying))(\(time) 기준)을 먼저 마칩니다."
    case .quitRemoved: "데모입니다. 저장소는 삭제되고, 대기분은 아무에게도 발송되지 않습니다."
    case .quitKept: "대기분은 디스크에 남아 Sendboard를 다시 실행하면 이어집니다. 두 번 발송되는 사람은 없습니다."
    case .quitVerb: "종료"
    case .discard(let letters): "DLQ \(items(letters)) 폐기"
    case .discardMeans(let number): "수신자 \(people(number))에게 더는 시도하지 않습니다. 시도한 적 없는 메시지는 완전히 취소됩니다."
    case .discardRest(let resend):
      "접수 거부된 메시지는 그대로 남아 \(Particle.direction.after(resend)) 재발송할 수 있습니다."
    case .discardVerb: "폐기"
    case .redrive(let letters): "DLQ \(items(letters)) 재처리"
    case .redriveMeans(let number): "아직 접수되지 않은 수신자 \(people(number))에게 다시 시도합니다. 나머지에게는 두 번 발송하지 않습니다."
    case .redriveVerb: "재처리"
    case .drop(let number): "격리 문서 \(items(number)) 삭제"
    case .dropMeans: "문서의 내용은 되살릴 수 없습니다. 사본은 sendboard quarantine export로 남길 수 있습니다."
    case .dropVerb: "삭제"
    case .redriveEvents(let events): "이벤트 \(items(events))을 이벤트 큐로 되돌리기"
    case .eventsMissing: "저장될 때까지 타임라인에 그 내용이 빠져 있습니다."
    case .nothingIsSent: "이 작업으로 발송되는 것은 없습니다."
    case .redriveEventsVerb: "되돌리기"
    case .batchOf(let batch, let campaign): "\(campaign ?? "알 수 없는 캠페인")의 배치 \(batch ?? "불명")"
    case .more(let number): " 외 \(items(number))"
    case .takeBack(let messages): "메시지 \(items(messages)) 확정 취소"
    case .takeBackMeans: "발송된 것으로 확정하기 전처럼 다시 불확실이 됩니다. 발송되는 것은 없습니다."
    case .takeBackVerb: "확정 취소"
    case .settle(let messages): "불확실 메시지 \(items(messages)) 확정"
    case .settleMeans: "호출이 끊겨 발송 서비스가 접수했는지 알 수 없습니다."
    case .settleByItself: "이벤트가 늦게 도착하면 저절로 확정됩니다."
    case .othersNotUncertain(let others): "제외 \(items(others)): 불확실이 아님"
    case .settleSent: "발송됨: 더 발송하지 않음"
    case .settleNotSent: "발송 안 됨: 한 번 더 발송"
    case .decideLater: "나중에 결정: 불확실로 둠"
    case .sendAgain(let messages): "불확실 메시지 \(items(messages)) 다시 발송"
    case .sendAgainMeans: "첫 메시지를 받은 사람은 같은 메시지를 또 받습니다."
    case .sendAgainVerb: "다시 발송"
    case .takeForSent(let messages): "불확실 메시지 \(items(messages))을 발송된 것으로 확정"
    case .takeForSentMeans(let settle):
      "받지 못한 사람은 \(Particle.direction.after(settle)) 확정을 취소하지 않는 한 받지 못합니다."
    case .takeForSentVerb: "발송된 것으로 확정"
    case .launch(let number, let again): "수신자 \(people(number))에게 \(again ? "또다시 " : "")발송"
    case .launchVerb(let number): "수신자 \(people(number))에게 발송"
    }
  }

  private func at(_ time: String?) -> String { time.map { "(\($0) 기준)" } ?? "" }

  func command(_ command: CommandText) -> String {
    switch command {
    case .launch(let name): "시작 \(name)"
    case .pause(let name): "정지 \(name)"
    case .resume(let name): "재개 \(name)"
    case .cancel(let name): "취소 \(name)"
    case .begin(let name): "시작 \(name)"
    case .reschedule(let name): "시각 변경 \(name)"
    case .suppress(let number): "주소 \(pieces(number)) 발송 금지"
    case .unsuppress(let number): "발송 금지 목록에서 주소 \(pieces(number)) 빼기"
    case .suppressAtAccount(let address): "SES 목록에 \(address) 넣기"
    case .unsuppressAtAccount(let address): "SES 목록에서 \(address) 빼기"
    case .sendTest(let address): "\(address) 시험 발송"
    case .resend(let number, let campaign): "메시지 \(items(number)) 재발송 \(campaign)"
    case .redrive(let letters): "DLQ \(items(letters)) 재처리"
    case .discard(let letters): "DLQ \(items(letters)) 폐기"
    case .redriveEvents(let events): "이벤트 \(items(events)) 되돌리기"
    case .retryQuarantined(let number): "격리 문서 \(items(number)) 다시 읽기"
    case .dropQuarantined(let number): "격리 문서 \(items(number)) 삭제"
    case .settle(let messages): "메시지 \(items(messages)) 확정"
    case .export(let file): "내보내기 \(file)"
    case .correct(let number): "고친 문서 \(number) 저장"
    case .failed(let what, let problem): failure(what, problem)
    }
  }

  private func failure(_ command: CommandText, _ problem: String) -> String {
    switch command {
    case .launch(let name): "시작 실패: \(problem) · \(name)"
    case .pause(let name): "정지 실패: \(problem) · \(name)"
    case .resume(let name): "재개 실패: \(problem) · \(name)"
    case .cancel(let name): "취소 실패: \(problem) · \(name)"
    case .begin(let name): "시작 실패: \(problem) · \(name)"
    case .reschedule(let name): "시각 변경 실패: \(problem) · \(name)"
    case .resend(_, let campaign): "재발송 실패: \(problem) · \(campaign)"
    case .redrive, .discard, .redriveEvents, .settle, .retryQuarantined, .dropQuarantined, .export, .correct, .sendTest,
      .suppress, .unsuppress, .suppressAtAccount, .unsuppressAtAccount, .failed:
      "\(self.command(command)) 실패: \(problem)"
    }
  }

  func done(_ done: DoneText) -> String {
    switch done {
    case .launched(let name, let number): "\(name) 시작: 수신자 \(people(number))"
    case .paused(let name, let resume): "\(name) 정지; \(Particle.direction.after(resume)) 재개"
    case .resumed(let name): "\(name) 재개"
    case .begun(let name, let number): "\(name) 시작: 메시지 \(items(number)) 발송"
    case .scheduled(let name, let number): "\(name) 발송 예약: 수신자 \(people(number))"
    case .rescheduled(let name): "\(name) 시작 시각 변경"
    case .cancelled(let name, let number): "\(name) 취소: 메시지 \(items(number))을 발송하지 않습니다"
    case .suppressed(let number): "발송 금지 목록에 새로 넣은 주소 \(pieces(number))"
    case .unsuppressed(let number): "발송 금지 목록에서 뺀 주소 \(pieces(number))"
    case .putOnList(let number): "발송 금지 목록의 주소 \(pieces(number))"
    case .suppressedAtAccount(let address): "SES 목록에 넣음: \(address)"
    case .unsuppressedAtAccount(let address): "SES 목록에서 뺌: \(address)"
    case .sentTest(let address): "\(address)에 시험 발송했으며 집계에는 넣지 않습니다"
    case .resending(let number, let campaign): "\(campaign) 메시지 \(items(number)) 재발송 중"
    case .redrove(let letters): "DLQ \(items(letters))을 재처리했습니다"
    case .discarded(let letters): "DLQ \(items(letters))을 폐기했습니다"
    case .putEventsBack(let events): "이벤트 \(items(events))을 이벤트 큐로 되돌렸습니다. 곧 저장됩니다"
    case .sendingAgain(let number): "불확실 메시지 \(items(number)) 다시 발송 중"
    case .tookForSent(let number, let settle):
      "불확실 메시지 \(items(number))을 발송된 것으로 확정했습니다; \(Particle.direction.after(settle)) 확정 취소"
    case .retriedQuarantined(let number): "격리 문서 \(items(number))을 저장했습니다"
    case .droppedQuarantined(let number): "격리 문서 \(items(number))을 삭제했습니다"
    case .tookBack(let number): "메시지 \(items(number))의 확정을 취소했습니다: 다시 불확실"
    case .corrected(let document, let number): "문서 \(document)의 이벤트 \(items(number))을 저장했습니다"
    case .exported(let number, let file): "\(items(number)) 기록: \(file)"
    case .otherThanConfirmed(let expected): " (확인한 건수: \(items(expected)))"
    }
  }
}
