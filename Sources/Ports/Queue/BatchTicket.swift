package import Model

/// What a queue message says: which batch of which store is to be sent, and by which channel.
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
  /// Says how it reaches its recipients, so that a worker that cannot serve it leaves it alone; `nil` for a way that this
  /// version does not know.
  package var channel: Channel?
  /// How fast its campaign goes at most by each worker, so that a worker knows before it claims; `nil` for as fast as the
  /// provider takes.
  package var rate: SendRate?
  /// How many recipients the batch has, told with a rate; `nil` where that is not known.
  package var size: Int?

  /// Makes a value from its parts.
  package init(
    store: String, campaign: CampaignID, batch: BatchID, channel: Channel?, rate: SendRate? = nil, size: Int? = nil
  ) {
    self.store = store
    self.campaign = campaign
    self.batch = batch
    self.channel = channel
    self.rate = rate
    self.size = size
  }

  /// The queue message's body.
  package var body: String {
    "sendboard/1 store=\(store) campaign=\(campaign) batch=\(batch)" + (channel.map { " channel=\($0.rawValue)" } ?? "")
      + (channel == nil ? "" : rate.map { " rate=\($0.perSecond)" + (size.map { " size=\($0)" } ?? "") } ?? "")
  }

  /// Reads a body; `nil` when it is not one of ours. One that names no channel is from a version that did not, and goes by
  /// email.
  package init?(body: String) {
    let words = body.split(separator: " ")
    guard (4...7).contains(words.count), words[0] == "sendboard/1" else { return nil }
    func value(_ index: Int, _ name: String) -> Substring? {
      words[index].hasPrefix(name + "=") ? words[index].dropFirst(name.count + 1) : nil
    }
    guard let store = value(1, "store"), let campaign = value(2, "campaign").flatMap({ Int64($0) }),
      let batch = value(3, "batch").flatMap({ Int64($0) })
    else { return nil }
    var channel: Channel? = .email
    if words.count > 4 {
      guard let word = value(4, "channel") else { return nil }
      channel = Channel(rawValue: String(word))
    }
    var rate: SendRate?
    if words.count > 5 {
      guard let known = value(5, "rate").flatMap({ SendRate($0) }) else { return nil }
      rate = known
    }
    var size: Int?
    if words.count > 6 {
      guard let known = value(6, "size").flatMap({ Int($0) }), known > 0 else { return nil }
      size = known
    }
    self.init(
      store: String(store), campaign: CampaignID(rawValue: campaign), batch: BatchID(rawValue: batch), channel: channel,
      rate: rate, size: size)
  }
}
