import Model

/// What accepts messages: SES, an SMS gateway, the simulator.
public protocol Provider: Sendable {
  /// Recipients in one call at most.
  var callLimit: Int { get }

  /// Hands messages over.
  ///
  /// Never throws and never retries: whether a call whose outcome is unknown may be made again is the worker's
  /// decision, and the decision is no.
  func send(_ request: SendRequest) async -> SendAnswer
}

/// One call's worth of messages of one campaign.
public struct SendRequest: Sendable {
  /// One message to hand over.
  public struct Recipient: Equatable, Sendable {
    /// Names the message.
    public var message: MessageID
    /// The attempt, from 1.
    public var attempt: Int
    /// Holds the recipient's address in canonical form.
    public var address: String
    /// Template data: one value for each of the campaign's columns, in their order.
    public var values: [String]

    /// Makes a value from its parts.
    public init(message: MessageID, attempt: Int, address: String, values: [String]) {
      self.message = message
      self.attempt = attempt
      self.address = address
      self.values = values
    }
  }

  /// Holds the campaign as planned.
  public var campaign: Campaign
  /// Lists whom to send to; at most ``Provider/callLimit``.
  public var recipients: [Recipient]
  /// What each recipient's events will carry, besides `message` and `attempt`: see ``MessageTags``.
  public var storeID: String

  /// Makes a value from its parts.
  public init(campaign: Campaign, recipients: [Recipient], storeID: String) {
    self.campaign = campaign
    self.recipients = recipients
    self.storeID = storeID
  }
}

/// What a provider answers to one call.
public enum SendAnswer: Equatable, Sendable {
  /// One outcome per recipient, in the request's order.
  case answered([SendOutcome])
  /// The whole call was turned away: nobody was sent anything.
  case notSent(Refusal)
  /// Nobody knows: the call timed out or broke after it had left. Its recipients become uncertain.
  case unknown(reason: String)
}

/// What became of one recipient in an answered call.
public enum SendOutcome: Equatable, Sendable {
  case accepted(providerID: String)
  case refused(Refusal)
}
