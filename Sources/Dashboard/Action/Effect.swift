import Model

/// What the shell is asked to do. Every effect is answered with one ``Action`` that names the effect or its request.
package enum Effect: Equatable, Sendable {
  // Reading. Each is answered with the action beside it, or with `.failed`.
  /// Answer: `.snapshot`.
  case loadSnapshot
  /// Answer: `.page`, with this query in it.
  case loadPage(MessageQuery)
  /// Answer: `.timeline`, with some hundred events at most.
  case loadTimeline(MessageID)
  /// Answer: `.failures`. `nil` for all campaigns and foreign mail.
  case loadFailures(CampaignID?)
  /// Answer: `.deadLetters`, with at most `limit` letters.
  case loadDeadLetters(limit: Int)
  /// Reads the files of a composition and stores nothing. Answer: `.audienceCounted`.
  case countAudience(Composition)
  /// Answer: `.resendCounted`.
  case countResendable(Scope)

  // Doing. Each is answered with `.done` or `.failed`.
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
  /// Takes the operator's word on messages; leaves those alone that it no longer fits.
  case settle([MessageID], Verdict)
  /// Asks for a graceful end: what is in flight finishes or is given back. Asked once; `.done` when that is so.
  case quit

  /// What the operator says of an uncertain message, or that such a word no longer holds.
  package enum Verdict: String, Equatable, Sendable {
    case resend, assumeSent, undo
  }

  /// True when the effect changes something, and is to be remembered in the log.
  package var isCommand: Bool {
    switch self {
    case .launch, .pause, .resume, .cancel, .resend, .redrive, .discard, .redriveEvents, .settle, .quit: true
    default: false
    }
  }
}
