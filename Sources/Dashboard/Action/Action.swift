import Canvas
import Model

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

  case snapshot(Snapshot)
  case page(MessagePage)
  /// One message and its latest events, oldest first; `earlier` events before them were left out. With what it says to
  /// its recipient, when it is a campaign's.
  case timeline(MessageSummary, [Event], earlier: Int, content: MessageContent? = nil)
  /// The campaign asked for, and its failures.
  case failures(CampaignID?, [FailureCount])
  case deadLetters(DeadLetterPage)
  case audienceCounted(Composition, AudienceCount)
  case resendCounted(Scope, ScopeCount)
  case done(Effect, Outcome)
  case failed(Effect, Problem)
}
