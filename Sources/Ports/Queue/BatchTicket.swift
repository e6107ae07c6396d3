import Model

/// What a queue message says: which batch of which store is to be sent.
///
/// The recipients stay in the store: the message is small whatever the template data, and what is sent is decided when
/// it is claimed, not when it was queued.
package struct BatchTicket: Equatable, Sendable {
  /// Names the store.
  package var store: String
  /// Names the campaign.
  package var campaign: CampaignID
  /// Names the batch.
  package var batch: BatchID

  /// Makes a value from its parts.
  package init(store: String, campaign: CampaignID, batch: BatchID) {
    self.store = store
    self.campaign = campaign
    self.batch = batch
  }

  /// The queue message's body.
  package var body: String { "sendboard/1 store=\(store) campaign=\(campaign) batch=\(batch)" }

  /// Reads a body; `nil` when it is not one of ours.
  package init?(body: String) {
    let words = body.split(separator: " ")
    guard words.count == 4, words[0] == "sendboard/1" else { return nil }
    func value(_ index: Int, _ name: String) -> Substring? {
      words[index].hasPrefix(name + "=") ? words[index].dropFirst(name.count + 1) : nil
    }
    guard let store = value(1, "store"), let campaign = value(2, "campaign").flatMap({ Int64($0) }),
      let batch = value(3, "batch").flatMap({ Int64($0) })
    else { return nil }
    self.init(
      store: String(store), campaign: CampaignID(rawValue: campaign), batch: BatchID(rawValue: batch))
  }
}
