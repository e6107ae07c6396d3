import Model

extension Korean {
  func advice(_ advice: Advice) -> String {
    switch advice {
    case .bounced(let finding, let remedy): "\(self.finding(finding)): \(self.remedy(remedy))"
    case .noSuchAddress: "수신 서버에 없는 주소입니다: 목록에서 빼거나 고치세요."
    case .bouncedForGood: "수신 서버가 이 주소를 영구히 거부했습니다: 사유를 읽고 목록에서 빼세요."
    case .suppressedHere(let cause):
      "이 저장소의 발송 금지 목록에 있는 주소여서(\(suppression(cause))) 발송하지 않았습니다: 더는 아니면 'sendboard suppress remove'로 빼세요."
    case .suppressedByProvider:
      "SES 전역 금지 목록에 있는 주소여서(최근 다른 발신자에게 반송됨) 발송하지 않았습니다: 다시 쓰기 전에 주소의 주인에게 확인하세요."
    case .suppressedForAccount:
      "계정의 금지 목록에 있는 주소여서 발송하지 않았습니다: 주소가 유효하고 메일을 원한다고 주인이 확인할 때만 SES의 그 목록에서 빼세요."
    case .suppressedForTenant:
      "테넌트의 금지 목록에 있는 주소여서 발송하지 않았습니다: 주소가 유효하고 메일을 원한다고 주인이 확인할 때만 SES의 그 목록에서 빼세요."
    case .unsubscribed: "수신자가 SES에서 이 목록의 구독을 해지해 발송하지 않았습니다. 주소는 유효합니다: 자체 목록에서 빼세요."
    case .judgedUndeliverable: "SES의 주소 검증에서 배달할 수 없는 주소로 판정되어 발송하지 않았습니다: 주소를 고치세요."
    case .suppressed(let list): "금지 목록(\(list))에 있는 주소여서 발송하지 않았습니다: 다시 쓰기 전에 어떤 목록인지 확인하세요."
    case .givenUp(let code):
      "SES가 몇 시간 시도한 끝에 포기했습니다(\(code)): 무턱대고 재발송하지 말고, 도메인이 있고 메일을 받는지 먼저 확인하세요."
    case .finalAfterAll(let code, let finding):
      "\(finding.map { self.finding($0) } ?? "수신 서버가 메시지를 영구히 거부했습니다(\(code))"). SES는 일시적이라고 하나 재발송해도 "
        + "똑같이 실패합니다: " + (finding.map { remedy($0.remedy) } ?? "사유를 먼저 읽으세요.")
    case .mailboxFull: "메일함이 가득 찼습니다: 며칠 뒤 재발송하거나 다른 방법으로 연락하세요."
    case .timeRanOut: "이 메일에 정한 배달 시간이 지나도록 서버가 받지 않았습니다: 아직 쓸모가 있으면 재발송하세요."
    case .passing(let finding?): "일시적입니다. \(self.finding(finding)): 나중에 재발송하세요."
    case .passing(nil): "일시적인 실패입니다: 사유를 읽고 나중에 재발송하세요."
    case .automaticReply: "부재중 안내 같은 자동 응답이거나 사유 없는 반송입니다. 메일이 도착했을 수 있으니 다시 발송하기 전에 수신자에게 물어보세요."
    case .tooLarge: "이 메일함에는 메시지가 너무 큽니다: 다시 발송하기 전에 줄이세요."
    case .attachmentRejected: "수신 서버가 이 첨부 파일을 받지 않습니다: 다시 발송하기 전에 빼거나 형식을 바꾸세요."
    case .contentRejected: "수신 서버가 내용을 스팸이나 위협으로 보았습니다: 다시 발송하기 전에 글과 링크를 바꾸세요."
    case .undetermined(let finding?): "SES가 아는 한 다음과 같습니다. \(self.finding(finding)): \(remedy(finding.remedy))"
    case .undetermined(nil): "SES가 반송 원인을 알지 못합니다: 사유를 읽고, 다시 발송하기 전에 수신자에게 물어보세요."
    case .unknownBounce(let type): "SES가 알 수 없는 유형(\(type))의 반송을 알려 왔습니다: 다시 발송하기 전에 사유를 읽으세요."
    case .reportedAsFraud: "사기나 피싱으로 신고되었습니다: 이 주소로 발송을 멈추고, 누가 이 캠페인을 발송했는지 확인하세요."
    case .reportedAsVirus: "바이러스가 있다고 신고되었습니다: 이 주소로 발송을 멈추고 내용을 확인하세요."
    case .reportedForAuthentication: "인증 실패로 신고되었습니다: 발신 도메인의 SPF, DKIM, DMARC를 확인하세요."
    case .reportedAsSpam: "수신자가 스팸으로 신고했습니다: 주소를 목록에서 빼고 다시 발송하지 마세요."
    case .virus: "SES가 메시지에서 바이러스를 발견해 발송하지 않았습니다: 감염된 부분을 빼고 새로 발송하세요."
    case .notRendered: "템플릿을 채울 수 없습니다: 템플릿을 고치거나 사유에 적힌 빠진 열을 채우세요."
    case .refused(let cause): refused(cause)
    case .delayed(let delay): delayed(delay)
    case .text(let failure): self.advice(on: failure)
    }
  }

  private func refused(_ cause: Refusal.Cause) -> String {
    switch cause {
    case .throttled: "발송 서비스의 초당 한도를 넘었습니다: 배치가 속도를 늦춰 다시 시도합니다. 배치가 DLQ에 들어갔다면 재처리하거나 재발송하세요."
    case .quota: "일일 발송 할당량을 다 썼습니다: 갱신되면 재발송하거나 AWS에 증설을 요청하세요."
    case .transient: "발송 서비스의 일시 장애입니다: 배치가 다시 시도합니다. 배치가 DLQ에 들어갔다면 재처리하거나 재발송하세요."
    case .unverifiedSender: "발신자가 발송 서비스에서 확인되지 않았거나 설정이 없습니다: 설정한 뒤 재발송하세요."
    case .unverifiedRecipient:
      "계정이 AWS 샌드박스에 있어 수신자도 확인되어야 합니다: 이 수신자를 확인하거나 AWS에 프로덕션 액세스를 요청한 뒤 재발송하세요."
    case .sharedFault: "발송 서비스가 모두를 똑같이 거부해 캠페인을 정지했습니다: 사유에 적힌 것을 고친 뒤 재개하세요."
    case .failed: "발송 서비스가 이유 없이 실패했습니다: 템플릿에 잘못이 없는지 살펴 고친 뒤 재발송하세요."
    case .undecided: "발송 서비스가 호출 전체를 거부했습니다. 이 수신자 때문인지 모두에게 공통된 것인지 알 수 없습니다: 사유에 적힌 것을 고친 뒤 재발송하세요."
    case .invalidParameter: "발송 서비스가 이 주소나 데이터를 받지 않습니다: 목록에서 고친 뒤 새로 발송하세요."
    case .optedOut: "이 사람이 수신을 거부했습니다: 그대로 두세요. 다시 받으려는 사람은 발신 번호로 직접 알려야 합니다."
    case .unusable: "그때 발송 서비스에 연결하거나 쓸 수 없었습니다: 쓸 수 있게 되면 다시 발송해 보세요."
    case .accountPaused: "발송 서비스가 계정의 발송을 정지했습니다: AWS와 먼저 해결한 뒤 재발송하세요."
    case .other: "발송 서비스가 거부했습니다: 사유를 읽고 원인을 고친 뒤 새로 발송하세요."
    }
  }

  private func delayed(_ delay: Advice.Delay) -> String {
    let ending = "아직 할 일은 없습니다. 메일은 가는 중입니다."
    return switch delay {
    case .mailboxFull: "메일함이 가득 차 SES가 계속 시도합니다: \(ending)"
    case .slowedDown: "수신 서버가 원치 않는 메일을 많이 받아 속도를 늦추고 있습니다: \(ending)"
    case .recipientServer: "수신 서버에 문제가 있어 SES가 계속 시도합니다: \(ending)"
    case .blockedAddress: "발신 IP 주소가 차단되거나 속도가 제한되었습니다: \(ending)"
    case .connection: "수신 서버와의 연결이 끊겼습니다: \(ending)"
    case .hostName: "SES가 자체 IP 주소의 호스트 이름을 찾지 못했습니다: 역방향 DNS를 확인하세요. 메일은 가는 중입니다."
    case .deferred: "SES가 잠시 메시지를 미루고 있습니다: \(ending)"
    case .provider: "SES에 문제가 있어 계속 시도합니다: \(ending)"
    case .unknown: "배달이 늦어져 계속 시도합니다: \(ending)"
    }
  }

  /// What is the matter, without a full stop.
  private func finding(_ finding: StatusFinding) -> String {
    meaning(finding.meaning) + (finding.code.map { "(\($0))" } ?? "")
  }

  private func meaning(_ meaning: StatusFinding.Meaning) -> String {
    switch meaning {
    case .noSuchUser: "이 도메인에 없는 사용자입니다"
    case .noSuchDomain: "없는 도메인이거나 메일을 받지 않습니다"
    case .misspelt: "주소의 철자가 틀렸습니다"
    case .moved: "메일함이 새 주소 없이 옮겨졌습니다"
    case .senderNotAccepted: "수신 서버가 발신자 주소를 받아들이지 않습니다"
    case .domainTakesNoMail: "도메인이 메일을 전혀 받지 않는다고 합니다"
    case .addressNotAccepted: "수신 서버가 이 주소를 받아들이지 않습니다"
    case .mailboxDisabled: "사용이 중지된 메일함입니다"
    case .mailboxFull: "메일함이 가득 찼습니다"
    case .tooLargeForMailbox: "이 메일함에는 메시지가 너무 큽니다"
    case .mailboxTakesNoMail: "메일을 받지 않는 메일함입니다"
    case .tooLargeForServer: "수신 서버에는 메시지가 너무 큽니다"
    case .systemTakesNoMail: "수신 메일 시스템이 지금 메일을 받지 않습니다"
    case .timeRanOut: "배달 시간이 지났습니다"
    case .refusedForAddress: "수신 서버가 이 주소의 메일을 거부합니다"
    case .unreachable: "수신 서버에 연결할 수 없었습니다"
    case .tooManyRecipients: "한 번에 받는 사람이 수신 서버에 너무 많았습니다"
    case .misunderstanding: "두 서버가 서로를 이해하지 못했습니다"
    case .contentNotTaken: "수신 서버가 이런 내용을 받지 못합니다"
    case .notAuthenticated: "수신 서버가 발신자를 인증하지 못했습니다"
    case .blockedByPolicy: "수신 서버의 정책이 메시지를 차단합니다"
    case .notTakenNow: "수신 서버가 그때는 받지 않았습니다"
    case .noRoom: "메일함이나 수신 서버에 공간이 없습니다"
    case .noMailForAddress: "수신 서버가 이 주소의 메일을 받지 않습니다"
    case .notAtThisServer: "이 서버에 없는 수신자입니다"
    case .refused: "수신 서버가 메시지를 거부했습니다"
    case .refusedByWords: "수신 서버가 메시지를 거부합니다"
    }
  }

  /// The end of the sentence: what the operator can do.
  private func remedy(_ remedy: StatusFinding.Remedy) -> String {
    switch remedy {
    case .correctAddress: "주소를 목록에서 빼거나 고치세요."
    case .checkSender: "발신자 주소와 그 도메인의 DNS를 확인하세요."
    case .makeRoom: "수신자에게 공간을 비워 달라고 하거나 다른 방법으로 연락하세요."
    case .makeSmaller: "다시 발송하기 전에 줄이세요."
    case .askAdministrator: "수신자 쪽 관리자에게 문의하세요."
    case .checkDomain: "도메인이 있고 메일을 받는지 확인하세요."
    case .askToBeAllowed: "수신자나 그쪽 관리자에게 발신자를 허용해 달라고 하세요."
    case .sendToFewer: "한 번에 더 적은 사람에게 발송하세요."
    case .changeContent: "다시 발송하기 전에 내용을 바꾸세요."
    case .checkAuthentication: "발신 도메인의 SPF, DKIM, DMARC를 확인하세요."
    case .checkPolicy: "SPF, DKIM, DMARC와 내용을 확인하거나, 수신자에게 발신자를 허용해 달라고 하세요."
    case .readReason: "사유를 읽고, 다시 발송하기 전에 그것을 고치세요."
    }
  }
}
