import Model

/// What a broker is given to tell a text by, and may give back: store, campaign, message and attempt.
struct MessageReference: Equatable, Sendable, CustomStringConvertible {
  var store: String
  var campaign: CampaignID
  var message: MessageID
  var attempt: Int

  init(_ message: MessageID, attempt: Int, campaign: CampaignID, store: String) {
    (self.store, self.campaign, self.message, self.attempt) = (store, campaign, message, attempt)
  }

  /// Reads one; `nil` for what is none of ours.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, !parts[0].isEmpty, let campaign = Int64(parts[1]), let message = Int64(parts[2]),
      message > 0, let attempt = Int(parts[3]), attempt > 0
    else { return nil }
    self.init(
      MessageID(rawValue: message), attempt: attempt, campaign: CampaignID(rawValue: campaign), store: String(parts[0]))
  }

  var description: String { "\(store).\(campaign).\(message).\(attempt)" }
}
