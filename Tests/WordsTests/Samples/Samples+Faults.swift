import Model
import Words

extension QueueFault: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.noAnswerBeforeStop]
    case .noAnswerBeforeStop: [.receivedAgain]
    case .receivedAgain: [.shownAgain]
    case .shownAgain: [.moveUnlisted]
    case .moveUnlisted: [.moveStopped("FAILED", moved: "7", why: "x")]
    case .moveStopped: []
    }
  }
}

extension StoreObjection: Sampled {
  static func samples(after key: Self?) -> [Self] {
    let campaign = CampaignID(rawValue: 7)
    let message = MessageID(rawValue: 8)
    return switch key {
    case nil: [.noCampaign(campaign)]
    case .noCampaign: [.noMessage(message)]
    case .noMessage: [.launchedAlready(campaign, name: "x", at: Timestamp(milliseconds: 0), isCancelled: true)]
    case .launchedAlready: [.launchGivenUp]
    case .launchGivenUp:
      Deed.allCases.flatMap { deed in
        (0...2).map { .notInState(campaign, name: "x", .finished, deed, deadBatches: $0) }
      }
    case .notInState: [.campaignCancelled(campaign, name: "x")]
    case .campaignCancelled:
      [
        .notSettled(message, .accepted, .resend), .notSettled(message, nil, .assumeSent),
        .notSettled(message, nil, .undo),
      ]
    case .notSettled: [.folderUnwritable("/x", said: "y")]
    case .folderUnwritable: [.claimsGone("/x")]
    case .claimsGone: Access.allCases.map { .claimsUnusable("/x", $0, said: "y") }
    case .claimsUnusable: [.copyAtWork("/x")]
    case .copyAtWork: [.strangeCode("x", type: "y")]
    case .strangeCode: []
    }
  }
}

extension Fault: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.reason(.noAnswer(seconds: 10)), .reason(.eventsNeverStored(3)), .reason(.throttled)]
    case .reason:
      CallProblem.allCases.flatMap { problem in
        ["AccessDenied: no", ""].map { .call(problem, call: "SQS ReceiveMessage, request 4f", said: $0) }
      }
    case .call:
      BrokerProblem.allCases.flatMap { problem in ["HTTP 503", ""].map { .broker(problem, name: "Solapi", said: $0) } }
    case .broker:
      QueueFileProblem.allCases.flatMap { problem in
        ["4711 (sqlite3)", ""].map { .queueFile(problem, path: "/대기열.db", said: $0) }
      }
    case .queueFile: QueueFault.all.map { .queue($0) }
    case .queue: [.said("somebody's words")]
    case .said: []
    }
  }
}

extension LetterRun {
  static let all = Deed.allCases.flatMap { deed in
    [
      LetterRun(deed, done: 1), LetterRun(deed, done: 2, remnants: 1),
      LetterRun(deed, done: 0, remnants: 1, refused: 2),
    ]
  }
}
