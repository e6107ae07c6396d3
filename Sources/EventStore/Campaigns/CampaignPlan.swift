import Model

/// What an operator composed, before it has an id.
public struct CampaignPlan: Equatable, Sendable {
  /// Names it for people; need not be unique.
  public var name: String
  /// Says how it reaches its recipients.
  public var channel: Channel
  /// Names who did it: the login name at the terminal.
  public var `operator`: String
  /// Says where the recipients came from: a file name or a named query.
  public var audience: String
  /// Holds what it says.
  public var template: Template
  /// Lists the CSV columns other than the address, in order.
  public var columns: [String]
  /// Counts the recipients of one batch.
  public var batchSize: Int

  /// Makes a value from its parts.
  public init(
    name: String, channel: Channel, operator: String, audience: String, template: Template, columns: [String],
    batchSize: Int
  ) {
    self.name = name
    self.channel = channel
    self.operator = `operator`
    self.audience = audience
    self.template = template
    self.columns = columns
    self.batchSize = batchSize
  }
}
