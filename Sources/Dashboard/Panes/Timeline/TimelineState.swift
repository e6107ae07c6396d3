import Model

/// One message and its events.
struct TimelineState: Equatable, Sendable {
  /// The message the timeline was opened for; a preview follows the list's cursor instead.
  var opened: MessageID?
  private(set) var summary: MessageSummary?
  private(set) var events: [Event] = []
  private(set) var earlier = 0
  private(set) var content: MessageContent?
  /// Whether everything that the events say is shown, as it was received.
  var showsRaw = false
  /// Whether the attempts stand beside each other instead of one below the other.
  var showsAttempts = false
  /// The leftmost of them.
  var firstAttempt = 0
  /// The provider's names for earlier attempts.
  private(set) var providerIDs: [Int: String] = [:]
  var attemptsLoader = Loader()
  /// Lines scrolled down.
  var offset = 0
  var loader = Loader()

  /// Shows a message's events, when it is the wanted one.
  mutating func receive(
    _ summary: MessageSummary, _ events: [Event], earlier: Int, _ content: MessageContent?, wanted: MessageID?
  ) {
    guard summary.id == wanted else { return }
    if self.summary?.id != summary.id { (offset, providerIDs, firstAttempt) = (0, [:], 1_000_000) }
    self.summary = summary
    self.events = events
    self.earlier = earlier
    self.content = content
  }

  /// The index of the event that gives the message its status; the one that counts need not be the last.
  var deciding: Int? {
    guard let summary else { return nil }
    return events.indices.last { index in
      let event = events[index].told(of: summary.status)
      return event.status == summary.status && event.classification == summary.classification
    }
  }

  /// How many attempts there are, also one that is yet to be tried.
  var attemptCount: Int {
    max(summary?.attempts ?? 0, events.map { $0.opensAttempt ? $0.attempt + 1 : $0.attempt }.max() ?? 0)
  }

  /// Takes the provider's names for earlier attempts in.
  mutating func receive(_ names: [Int: String], of id: MessageID) { if summary?.id == id { providerIDs = names } }

  /// Whether what is held is about the message.
  func shows(_ id: MessageID?) -> Bool { id != nil && summary?.id == id }
}
