package import Model

/// What accepts messages: SES, an SMS gateway, the simulator.
package protocol Provider: Sendable {
  /// Recipients in one call at most.
  var callLimit: Int { get }

  /// Waits until calls may be made at all, and reserves nothing. Asked before a batch is received, so that a provider that
  /// cannot be used costs no receives, and a lane without work keeps nothing from those that have some.
  ///
  /// - Returns: why nothing goes out until the account's owner acts, as the provider says it now; `nil` when calls may be
  ///   made.
  /// - Throws: `CancellationError`.
  func ready() async throws -> Refusal?

  /// Waits until a call may be made now: within the account's rate, and while the provider can be reached at all. Asked when
  /// there is a batch for it.
  ///
  /// - Parameter recipients: how many the caller would hand over at most.
  /// - Throws: `CancellationError`; nothing is reserved then.
  func permit(upTo recipients: Int) async throws -> Admission

  /// Permits a call at once; with no recipients, tells that calls may be made at all. What is mostly so costs no waiting
  /// and no task.
  ///
  /// - Returns: `nil` when it is not so, or is not known without waiting: ``permit(upTo:)`` then waits and says why.
  func permitNow(upTo recipients: Int) async -> Permit?

  /// Hands messages over.
  ///
  /// Never throws and never retries: whether a call whose outcome is unknown may be made again is the worker's
  /// decision, and the decision is no.
  ///
  /// - Parameter permit: for at least as many recipients; it is used up by the call, or given back when there is none.
  func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer
}

extension Provider {
  /// Is always ready: a provider without limits of its own.
  package func ready() async throws -> Refusal? { nil }

  /// Does not know without asking.
  package func permitNow(upTo recipients: Int) async -> Permit? { nil }

  /// Permits everything, once it is ready.
  package func permit(upTo recipients: Int) async throws -> Admission {
    if let stop = try await ready() { return .stopped(stop) }
    return .granted(Permit(recipients: recipients))
  }
}

/// One call's worth of messages of one campaign.
package struct SendRequest: Sendable {
  /// Holds the campaign as planned.
  package var campaign: Campaign
  /// Lists whom to send to; at most ``Provider/callLimit``.
  package var recipients: [ClaimedMessage]
  /// What each recipient's events will carry, besides `message` and `attempt`: see ``MessageTags``.
  package var storeID: String

  /// Makes a value from its parts.
  package init(campaign: Campaign, recipients: [ClaimedMessage], storeID: String) {
    self.campaign = campaign
    self.recipients = recipients
    self.storeID = storeID
  }
}

/// What a provider answers to one call.
package enum SendAnswer: Equatable, Sendable {
  /// One result per recipient, in the request's order.
  case answered([SendResult])
  /// The whole call was turned away: nobody was sent anything.
  case notSent(Refusal)
  /// Nobody knows: the call timed out or broke after it had left. Its recipients become uncertain.
  case unknown(reason: String)
}

/// What became of one message in a call.
package enum SendResult: Equatable, Sendable {
  /// The provider took it and named it.
  case accepted(providerID: String)
  /// The provider said no.
  case refused(Refusal)
  /// Nobody knows: the recipient becomes uncertain.
  case unknown(reason: String)
}

extension SendAnswer {
  /// What became of the recipient at an index of the request; an answer that says too little leaves the rest unknown.
  package func result(at index: Int) -> SendResult {
    switch self {
    case .notSent(let refusal): .refused(refusal)
    case .unknown(let reason): .unknown(reason: reason)
    case .answered(let results):
      index < results.count
        ? results[index] : .unknown(reason: OwnReason.notMentioned.sentence)
    }
  }
}
