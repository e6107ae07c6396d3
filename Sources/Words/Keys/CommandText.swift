/// A command, as it is called while it is under way.
package enum CommandText: Equatable, Sendable {
  case launch(String), pause(String), resume(String), cancel(String)
  case resend(Int, campaign: String)
  case redrive(Int), discard(Int), redriveEvents(Int), settle(Int)
  case retryQuarantined(Int), dropQuarantined(Int)
  /// That it failed: why comes before what it was about, since the line may be cut.
  indirect case failed(CommandText, String)
}

/// What a command did.
package enum DoneText: Equatable, Sendable {
  case launched(String, Int), paused(String, resume: String), resumed(String), cancelled(String, Int)
  case resending(Int, campaign: String)
  case redrove(Int), discarded(Int), putEventsBack(Int)
  case retriedQuarantined(Int), droppedQuarantined(Int)
  case sendingAgain(Int), tookForSent(Int, settle: String), tookBack(Int)
  /// Another count than was confirmed.
  case otherThanConfirmed(Int)
}

/// What else there is to say of what a command did.
package enum CommandNote: Equatable, Sendable {
  case goOutAgain(recipients: Int), cancelled(messages: Int)
  case settledMeanwhile, othersSettledMeanwhile, notUnderstood(Int)
  case launched(campaign: String, Launch)

  /// How a launch relates to an earlier one of the same.
  package enum Launch: Equatable, Sendable {
    case first, continued
    case copy(of: String)
  }
}
