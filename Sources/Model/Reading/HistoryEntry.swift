/// Who did what, when, to which condition, to how many, with what result.
package struct HistoryEntry: Equatable, Sendable {
  /// Numbers entries in the order they were made; 0 for one that is not stored yet.
  package var id: Int64
  /// Says when it happened.
  package var at: Timestamp
  /// Names who did it: the login name at the terminal.
  package var `operator`: String
  /// The command's word, such as `send` or `redrive`.
  package var action: String
  /// Names the campaign it was about; `nil` when it was about none or several.
  package var campaign: CampaignID?
  /// Says which messages it was about.
  package var condition: String
  /// Counts the messages it was about.
  package var count: Int
  /// Says what came of it.
  package var result: String

  /// Makes a value from its parts.
  package init(
    id: Int64 = 0, at: Timestamp, operator: String, action: String, campaign: CampaignID?, condition: String,
    count: Int,
    result: String
  ) {
    self.id = id
    self.at = at
    self.operator = `operator`
    self.action = action
    self.campaign = campaign
    self.condition = condition
    self.count = count
    self.result = result
  }

  /// Makes an entry that is to be stored.
  package init(
    at: Timestamp, operator: String, action: OperatorAction, campaign: CampaignID?, condition: String, count: Int,
    result: String
  ) {
    self.init(
      at: at, operator: `operator`, action: action.rawValue, campaign: campaign, condition: condition, count: count,
      result: result)
  }
}
