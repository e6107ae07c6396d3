/// Who did what, when, to which condition, to how many, with what result.
public struct HistoryEntry: Equatable, Sendable {
  public var at: Timestamp
  public var `operator`: String
  /// The command's word, such as `send` or `redrive`.
  public var action: String
  public var campaign: CampaignID?
  public var condition: String
  public var count: Int
  public var result: String

  public init(
    at: Timestamp, operator: String, action: String, campaign: CampaignID?, condition: String, count: Int,
    result: String
  ) {
    self.at = at
    self.operator = `operator`
    self.action = action
    self.campaign = campaign
    self.condition = condition
    self.count = count
    self.result = result
  }
}
