/// One bulk send, as planned.
public struct Campaign: Equatable, Sendable {
  /// Names it within its store.
  public var id: CampaignID
  /// Names it for people; need not be unique.
  public var name: String
  /// Says how it reaches its recipients.
  public var channel: Channel
  /// Says where it stands.
  public var state: CampaignState
  /// Who launched it: the login name at the terminal.
  public var `operator`: String
  /// Says when it was launched.
  public var createdAt: Timestamp
  /// Where the recipients came from: a file's name or a named query.
  public var audience: String
  /// Holds what it says.
  public var template: Template
  /// The CSV columns other than the address, in the file's order: the keys of each recipient's template data.
  public var columns: [String]
  /// Recipients in one batch.
  public var batchSize: Int

  /// Makes a value from its parts.
  public init(
    id: CampaignID, name: String, channel: Channel, state: CampaignState, operator: String, createdAt: Timestamp,
    audience: String, template: Template, columns: [String], batchSize: Int
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
  }
}
