package import AWS
import Model
package import Ports

/// AWS End User Messaging SMS: a call takes one text, so that a batch is a call for each of its recipients, five at a time.
///
/// Nothing is sent twice here: the client repeats a call only when it is certain that AWS did not see it, and what may have
/// arrived without an answer is `unknown`. Its events carry our tags and settle it.
package struct SMSVoiceProvider: Provider {
  /// What holds for all texts.
  package struct Options: Equatable, Sendable {
    /// The set whose events come to the event queue.
    package var configurationSet: String?
    /// Seconds after which a text is not worth delivering; `nil` for AWS's three days.
    package var timeToLive: Int?
    /// US dollars that a text may cost at most; `nil` for any price.
    package var maximumPrice: String?

    /// Makes options.
    package init(configurationSet: String? = nil, timeToLive: Int? = nil, maximumPrice: String? = nil) {
      (self.configurationSet, self.timeToLive, self.maximumPrice) = (configurationSet, timeToLive, maximumPrice)
    }
  }

  /// A batch of texts.
  package let callLimit = 10
  /// Calls at once.
  private static let lanes = 5

  private let client: SMSVoiceClient
  private let options: Options

  /// Makes a provider.
  package init(client: SMSVoiceClient, options: Options) {
    (self.client, self.options) = (client, options)
  }

  /// Hands texts over.
  package func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    guard request.campaign.channel == .sms else {
      return .notSent(Refusal(cause: .invalidParameter, reason: OwnReason.textsOnly.sentence))
    }
    permit.use()
    let texts = request.recipients.map { text(for: $0, request) }
    var results = [SendResult?](repeating: nil, count: texts.count)
    var next = 0
    // Why no further call would be taken, whoever it is for.
    var stop: Refusal?
    await withTaskGroup(of: (Int, SendResult).self) { group in
      func begin() {
        guard stop == nil, next < texts.count else { return }
        let index = next
        next += 1
        group.addTask { (index, await call(texts[index])) }
      }
      for _ in 0..<Self.lanes { begin() }
      while let (index, result) = await group.next() {
        results[index] = result
        if case .refused(let refusal) = result, refusal.cause.isOfTheAccount { stop = stop ?? refusal }
        begin()
      }
    }
    return .answered(results.map { $0 ?? .refused(stop ?? Refusal(cause: .transient, reason: "")) })
  }

  private func call(_ text: SMSVoiceText) async -> SendResult {
    do throws(AWSError) {
      let id = try await client.sendTextMessage(text)
      return id.isEmpty ? .unknown(reason: OwnReason.textWithoutID.sentence) : .accepted(providerID: id)
    } catch {
      return SendResult(textError: error)
    }
  }

  private func text(for recipient: ClaimedMessage, _ request: SendRequest) -> SMSVoiceText {
    let campaign = request.campaign
    let values = campaign.values(recipient.values, address: recipient.address)
    return SMSVoiceText(
      destination: recipient.address, origin: campaign.template.from.isEmpty ? nil : campaign.template.from,
      body: Preview.text(campaign.template.text ?? "", values: values),
      kind: campaign.isAdvertising ? .promotional : .transactional, configurationSet: options.configurationSet,
      context: [
        (MessageTags.Name.store, request.storeID), (MessageTags.Name.campaign, campaign.id.description),
        (MessageTags.Name.message, recipient.message.description),
        (MessageTags.Name.attempt, String(recipient.attempt)),
      ], timeToLive: options.timeToLive, maximumPrice: options.maximumPrice)
  }
}

extension Refusal.Cause {
  /// Whether the next call would be turned away for the same: it is about the account, and about nobody's text.
  fileprivate var isOfTheAccount: Bool {
    switch self {
    case .throttled, .quota, .unusable, .accountPaused, .unverifiedSender: true
    case .transient, .unverifiedRecipient, .invalidParameter, .sharedFault, .undecided, .failed, .other: false
    }
  }
}
