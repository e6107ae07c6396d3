package import Canvas
package import Model

/// Everything that can happen to the dashboard.
package enum Action: Equatable, Sendable {
  case key(Key)
  /// The terminal has a new size, in cells.
  case resized(width: Int, height: Int)
  /// Time has passed; sent when ``State/nextTick`` is due, and with every wake-up that changes something.
  case tick(Timestamp)
  /// The process was asked to end, as by SIGTERM, or the terminal is gone: quits without a question.
  case stop
  /// Somebody committed to the store. May come as often as it likes: loads are coalesced.
  case storeChanged

  case answered(Answer)
  case loadFailed(Load, Problem)
  case audienceCounted(Composition, AudienceCount)
  /// The recipient that was looked for; `nil` when there is none.
  case recipientFound(Composition, RecipientWish, RecipientView?)
  case resendCounted(Scope, ScopeCount)
  case settleCounted(Scope, SettleCount)
  /// How many people a scope names, how many of them are on the suppression list already, and the first addresses.
  case peopleCounted(Scope, Int, listed: Int, sample: [String])
  case accountLookedUp(AccountEntry)
  /// What the editor left of a document; `nil` when it failed.
  case edited(Int64, String?)
  /// What the editor left of a body; `nil` when it failed.
  case written(ComposeBody, String?)
  case completed(PathCompletion)
  /// What is found in an edited document.
  case correctionChecked(Int64, String, events: Int, problem: String?)
  case countFailed(Count, Problem)
  /// How far a command is.
  case progressed(Command, WorkProgress)
  case leftAlone(Scope, [LeftAlone])
  case gathered(Gathering, Gathered)
  case gatherFailed(Gathering, Problem)
  case done(Command, CommandResult)
  /// What is being composed could not be written down; it is tried again, and not told again before it was.
  case draftNotKept(Problem?)
  case failed(Command, Problem)
}
