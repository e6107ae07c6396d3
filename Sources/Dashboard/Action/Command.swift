package import Model

/// Everything an operator can have done. Remembered in the log.
package enum Command: Equatable, Sendable {
  /// Launches. `recipients` is the count the operator confirmed: when the file now holds another number, it must
  /// fail and send nothing. `copyOf` is the like campaign that they were told of: when there is another one now, the
  /// same.
  case launch(Composition, recipients: Int, copyOf: CampaignID?)
  case pause(CampaignID)
  case resume(CampaignID)
  case cancel(CampaignID)
  /// Sends again at most `count` messages, the number the operator confirmed.
  case resend(Scope, count: Int)
  /// Puts letters back on the send queue: at most `count`, the number the operator confirmed.
  case redrive(DeadLetterChoice, count: Int)
  /// Deletes letters for good: at most `count`.
  case discard(DeadLetterChoice, count: Int)
  /// Puts the dead letters of the event queue back on it, so that they are stored after all; `count` were shown.
  case redriveEvents(count: Int)
  /// Reads quarantined documents again, and stores what is understood now.
  case retryQuarantined(QuarantineChoice, count: Int)
  /// Gives quarantined documents up for good: `count`, the number the operator confirmed.
  case dropQuarantined(QuarantineChoice, count: Int)
  /// Takes the operator's word on messages; leaves those alone that it no longer fits.
  case settle([MessageID], Verdict)

  /// What a command acts on: marks on it are gone once it is done.
  enum Subject: Equatable, Sendable {
    case campaigns, messages, letters, events, documents
  }

  var subject: Subject {
    switch self {
    case .launch, .pause, .resume, .cancel: .campaigns
    case .resend, .settle: .messages
    case .redrive, .discard: .letters
    case .redriveEvents: .events
    case .retryQuarantined, .dropQuarantined: .documents
    }
  }

  /// The count the operator confirmed; `nil` when there is none, or what was shown may have become more meanwhile.
  var expectedCount: Int? {
    switch self {
    case .launch(_, let count, _), .resend(_, let count), .redrive(_, let count), .discard(_, let count),
      .dropQuarantined(_, let count):
      count
    case .settle(let messages, _): messages.count
    case .pause, .resume, .cancel, .redriveEvents, .retryQuarantined: nil
    }
  }
}

/// What a confirmed question leads to.
enum Order: Equatable, Sendable {
  case command(Command)
  case quit
}
