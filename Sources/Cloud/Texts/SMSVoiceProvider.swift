package import AWS
import Model
package import Pacing
package import Ports
import SMSText

/// AWS End User Messaging SMS: a call takes one text, so that a batch is a call for each of its recipients, five at a time.
///
/// Nothing is sent twice here: the client repeats a call only when it is certain that AWS did not see it, and what may have
/// arrived without an answer is `unknown`. Its events carry our tags and settle it.
package struct SMSVoiceProvider: GatedProvider {
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
  /// Bounds calls, and waits while nobody can be reached.
  package let gate: ProviderGate

  /// Makes a provider.
  ///
  /// - Parameter gate: bounds the parts a second, and waits while AWS cannot be used.
  package init(client: SMSVoiceClient, options: Options, gate: ProviderGate) {
    (self.client, self.options, self.gate) = (client, options, gate)
  }

  /// Hands texts over.
  package func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    guard request.campaign.channel == .sms else {
      return .notSent(Refusal(cause: .invalidParameter, reason: OwnReason.textsOnly.sentence))
    }
    await gate.begin(permit.use())
    let texts = request.recipients.map { text(for: $0, request) }
    let answers = await CallLanes.run(texts, atOnce: Self.lanes) {
      await call($0)
    } until: {
      $0.isLast
    }
    let fault = answers.lazy.compactMap(\.?.fault).first
    await gate.end(fault.map(ProviderGate.Finding.failed) ?? .worked)
    let stop =
      answers.lazy.compactMap(\.?.result.stop).first
      ?? Refusal(cause: .transient, reason: OwnReason.afterUnknownOutcome.sentence)
    return .answered(answers.map { $0?.result ?? .refused(stop) })
  }

  /// What came back of a call.
  private struct Answer: Sendable {
    var result: SendResult
    /// What keeps AWS from being used.
    var fault: Fault?

    /// Whether no further call would be taken, or its answer be heard.
    var isLast: Bool { fault != nil || result.stop != nil }
  }

  private func call(_ text: SMSVoiceText) async -> Answer {
    // AWS counts parts, and charges for each.
    await gate.spend(SMSParts(text.body).count)
    do throws(AWSError) {
      let id = try await client.sendTextMessage(text)
      return Answer(
        result: id.isEmpty ? .unknown(reason: OwnReason.textWithoutID.sentence) : .accepted(providerID: id))
    } catch {
      let result = SendResult(textError: error)
      // Told to stop: the call ended here, and says nothing of AWS.
      if error.code == .cancelled { return Answer(result: result) }
      return switch result {
      case .refused(let refusal) where refusal.cause != .unusable: Answer(result: result)
      case .accepted, .refused, .unknown: Answer(result: result, fault: Fault(error))
      }
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

extension SendResult {
  /// Why no further call would be taken, whoever it is for.
  fileprivate var stop: Refusal? {
    if case .refused(let refusal) = self, refusal.cause.isOfTheAccount { refusal } else { nil }
  }
}
