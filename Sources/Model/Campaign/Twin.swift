/// The same campaign, launched before: the name, the content and the audience are alike.
package struct Twin: Equatable, Sendable {
  /// Names it.
  package var id: CampaignID
  /// Holds the name that both have.
  package var name: String
  /// Says when it was launched.
  package var createdAt: Timestamp
  /// Whether whoever launched it was told so; if not, they may try again, and mean the same.
  package var isAcknowledged: Bool
  /// Says what became of it.
  package var state: CampaignState
  /// True when its launch was cut off and it still sends, or waits to: launching goes on with it, and nobody gets a second
  /// copy.
  package var isContinued: Bool {
    switch state {
    case .importing, .draft, .scheduled, .launching, .sending, .paused: !isAcknowledged
    case .cancelled, .finished: false
    }
  }
  /// True when it was stopped for good.
  package var isCancelled: Bool { state == .cancelled }

  /// Makes a value from its parts.
  package init(
    id: CampaignID, name: String, createdAt: Timestamp, isAcknowledged: Bool, state: CampaignState = .sending
  ) {
    self.state = state
    self.id = id
    self.name = name
    self.createdAt = createdAt
    self.isAcknowledged = isAcknowledged
  }
}
