/// One bulk send, as planned.
package struct Campaign: Equatable, Sendable {
  /// Names it within its store.
  package var id: CampaignID
  /// Names it for people; need not be unique.
  package var name: String
  /// Says how it reaches its recipients.
  package var channel: Channel
  /// Says where it stands.
  package var state: CampaignState
  /// Who launched it: the login name at the terminal.
  package var `operator`: String
  /// Says when it was launched.
  package var createdAt: Timestamp
  /// Where the recipients came from: a file's name or a named query.
  package var audience: String
  /// Holds what it says.
  package var template: Template
  /// The CSV columns other than the address, in the file's order: the keys of each recipient's template data.
  package var columns: [String]
  /// Recipients in one batch.
  package var batchSize: Int
  /// How fast it goes at most, by each worker; `nil` for as fast as the provider takes.
  package var rate: SendRate?
  /// Whether it advertises.
  package var isAdvertising: Bool
  /// The hours of the day in which it may go out; `nil` for all.
  package var window: SendWindow?

  /// Makes a value from its parts.
  package init(
    id: CampaignID, name: String, channel: Channel, state: CampaignState, operator: String, createdAt: Timestamp,
    audience: String, template: Template, columns: [String], batchSize: Int,
    rate: SendRate? = nil, isAdvertising: Bool = false, window: SendWindow? = nil
  ) {
    self.id = id
    self.name = name
    self.channel = channel
    self.state = state
    self.operator = `operator`
    self.createdAt = createdAt
    self.audience = audience
    self.template = template
    self.columns = columns
    self.batchSize = batchSize
    self.rate = rate
    self.isAdvertising = isAdvertising
    self.window = window
  }
}
