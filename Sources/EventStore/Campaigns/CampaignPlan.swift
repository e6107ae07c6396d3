import Model

/// What an operator composed, before it has an id.
public struct CampaignPlan: Equatable, Sendable {
  public var name: String
  public var channel: Channel
  public var `operator`: String
  public var audience: String
  public var template: Template
  public var columns: [String]
  public var batchSize: Int

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
