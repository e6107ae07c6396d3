/// A command, as it is called while it is under way.
package enum CommandText: Equatable, Sendable {
  case launch(String), pause(String), resume(String), cancel(String), begin(String), reschedule(String)
  /// Puts so many addresses on the suppression list, or takes them off.
  case suppress(Int), unsuppress(Int)
  /// Puts an address on the list of the SES account, or takes it off.
  case suppressAtAccount(String), unsuppressAtAccount(String)
  /// By the address it goes to.
  case sendTest(String)
  case resend(Int, campaign: String)
  case redrive(Int), discard(Int), redriveEvents(Int), settle(Int)
  case retryQuarantined(Int), dropQuarantined(Int)
  /// Writes a file, by its name.
  case export(String)
  /// Stores what was made of a quarantined document, by its number.
  case correct(String)
  /// That it failed: why comes before what it was about, since the line may be cut.
  indirect case failed(CommandText, String)
}

/// What a command did.
package enum DoneText: Equatable, Sendable {
  case launched(String, Int), paused(String, resume: String), resumed(String), cancelled(String, Int)
  /// It begins now; it begins at another time.
  case begun(String, Int), rescheduled(String), scheduled(String, Int)
  case sentTest(String)
  case suppressed(Int), unsuppressed(Int)
  /// So many people are on the suppression list now.
  case putOnList(Int)
  case suppressedAtAccount(String), unsuppressedAtAccount(String)
  case resending(Int, campaign: String)
  case redrove(Int), discarded(Int), putEventsBack(Int)
  case retriedQuarantined(Int), droppedQuarantined(Int)
  case sendingAgain(Int), tookForSent(Int, settle: String), tookBack(Int)
  /// So many rows or documents were written to a file.
  case exported(Int, String)
  /// A document was stored as so many events.
  case corrected(String, Int)
  /// Another count than was confirmed.
  case otherThanConfirmed(Int)
}

/// What else there is to say of what a command did.
package enum CommandNote: Equatable, Sendable {
  case goOutAgain(recipients: Int), cancelled(messages: Int)
  case settledMeanwhile, othersSettledMeanwhile, notUnderstood(Int)
  case launched(campaign: String, Launch)
  /// The operator stopped it: no file was written.
  case stoppedWithoutFile
  case launchStopped
  /// So many of them were not on the suppression list.
  case newOnList(Int)
  /// The document is not in the quarantine any more, or cannot be read after all.
  case notCorrected
  /// The addresses are in a column of this name, since the audience has one of the usual name.
  case addressColumn(String)

  /// How a launch relates to an earlier one of the same.
  package enum Launch: Equatable, Sendable {
    case first, continued
    case copy(of: String)
  }
}
