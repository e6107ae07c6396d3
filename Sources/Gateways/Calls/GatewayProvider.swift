package import HTTP
import Model
package import Pacing
package import Ports

/// A broker of texts, as its file describes it.
///
/// What is fixed, whatever the file says: a call is made once. No answer, a broken one, or a server's failure means that
/// nobody knows; who is mentioned nowhere is unknown; only where the request certainly did not leave, the broker turned away
/// what came too fast, or the file names an answer that promises it, was nothing sent.
package struct GatewayProvider: GatedProvider {
  /// What differs from call to call.
  package struct Source: Sendable {
    /// The time.
    package var clock: WallClock
    /// A text that was never used before.
    package var nonce: @Sendable () -> String

    /// Makes sources.
    package init(clock: WallClock, nonce: @escaping @Sendable () -> String) {
      (self.clock, self.nonce) = (clock, nonce)
    }
  }

  /// Recipients of one call.
  package var callLimit: Int { Self.callLimit(of: gateway) }
  /// Calls at once, of those that one batch takes.
  private static let lanes = 5

  let gateway: Gateway
  let account: GatewayAccount
  private let transport: any HTTPTransport
  /// Bounds calls, and waits while nobody can be reached.
  package let gate: ProviderGate
  private let source: Source

  /// Makes a provider.
  package init(
    _ gateway: Gateway, _ account: GatewayAccount, transport: any HTTPTransport, gate: ProviderGate, source: Source
  ) {
    (self.gateway, self.account, self.transport, self.gate, self.source) = (gateway, account, transport, gate, source)
  }

  /// A broker that takes one text a call is handed ten, side by side.
  package static func callLimit(of gateway: Gateway) -> Int {
    max(gateway.send.recipientsPerCall, Channel.sms.defaultBatchSize)
  }

  /// Hands texts over.
  package func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    guard request.campaign.channel == .sms else {
      return .notSent(Refusal(cause: .invalidParameter, reason: OwnReason.textsOnly.sentence))
    }
    await gate.begin(permit.use())
    let plan = CallPlan(request, by: gateway)
    let answers = await CallLanes.run(plan.calls, atOnce: Self.lanes) { call in
      await gate.spend(call.recipients.count)
      return await make(call, of: request)
    } until: {
      $0.fault != nil || $0.results.contains { $0.isOfTheAccount }
    }
    await gate.end(Self.finding(answers.compactMap(\.self)))
    return .answered(Self.results(of: request, plan, answers))
  }

  private static func results(of request: SendRequest, _ plan: CallPlan, _ answers: [CallAnswer?]) -> [SendResult] {
    var results = [SendResult?](repeating: nil, count: request.recipients.count)
    for (index, refusal) in plan.refused { results[index] = .refused(refusal) }
    // What was not tried is tried again, and says why it was not.
    let stop = answers.lazy.compactMap(\.?.stop).first
    for (call, answer) in zip(plan.calls, answers) {
      for (place, index) in call.indices.enumerated() {
        results[index] =
          answer?.results[place]
          ?? .refused(stop ?? Refusal(cause: .transient, reason: OwnReason.afterUnknownOutcome.sentence))
      }
    }
    return results.map { $0 ?? .unknown(reason: OwnReason.notMentioned.sentence) }
  }

  private static func finding(_ answers: [CallAnswer]) -> ProviderGate.Finding {
    if let fault = answers.lazy.compactMap(\.fault).first { return .failed(fault) }
    return answers.isEmpty ? .nothing : .worked
  }

  /// What came back of a call.
  struct CallAnswer: Sendable {
    /// One for each recipient of the call.
    var results: [SendResult]
    /// What keeps the broker from being used.
    var fault: Fault?

    /// Why no further call would be taken.
    var stop: Refusal? {
      for case .refused(let refusal) in results where refusal.cause.isOfTheAccount { return refusal }
      return nil
    }
  }

  private func make(_ call: CallPlan.Call, of request: SendRequest) async -> CallAnswer {
    let values = values(of: call, request)
    let made = gateway.send.request.request(values, for: call.recipients)
    do throws(HTTPError) {
      let response = try await transport.send(made)
      let reading = AnswerReading(rule: gateway.answer, mask: account.mask, values: values, recipients: call.recipients)
      let results = reading.results(response)
      return CallAnswer(results: results, fault: fault(response, results))
    } catch {
      let said = account.mask.masked(error.description)
      let result: SendResult =
        error.mayHaveArrived ? .unknown(reason: said) : .refused(Refusal(cause: .unusable, reason: said))
      let fault: Fault? =
        error.code == .cancelled ? nil : .broker(BrokerProblem(error.code), name: gateway.title, said: said)
      return CallAnswer(results: call.recipients.map { _ in result }, fault: fault)
    }
  }

  /// A broker that fails, or does not know who is calling, is asked again later and by one call alone.
  private func fault(_ response: HTTPResponse, _ results: [SendResult]) -> Fault? {
    if response.status >= 500 {
      return .broker(.unavailable, name: gateway.title, said: "HTTP \(response.status)")
    }
    for case .refused(let refusal) in results where refusal.cause == .unusable {
      return .broker(.accessDenied, name: gateway.title, said: refusal.reason)
    }
    return nil
  }

  func values(of call: CallPlan.Call, _ request: SendRequest) -> PlaceValues {
    var shared = account.values
    let campaign = request.campaign
    let purposes = gateway.send.purposes
    shared["now"] = gateway.clock.text(source.clock.now())
    shared["nonce"] = source.nonce()
    shared["from"] = campaign.template.from
    shared["type"] = call.type
    shared["purpose"] = campaign.isAdvertising ? purposes.advertising : purposes.notice
    shared["count"] = String(call.recipients.count)
    shared["text.first"] = call.recipients.first?.text ?? ""
    shared["store"] = request.storeID
    shared["campaign"] = campaign.id.description
    return PlaceValues(shared: shared)
  }
}

extension SendResult {
  fileprivate var isOfTheAccount: Bool {
    if case .refused(let refusal) = self { refusal.cause.isOfTheAccount } else { false }
  }
}

extension BrokerProblem {
  /// What became of a request.
  init(_ code: HTTPError.Code) {
    self =
      switch code {
      case .invalidRequest: .invalidRequest
      case .cannotResolve, .cannotConnect, .insecure: .unreachable
      case .timedOut: .timedOut
      case .connectionLost: .connectionLost
      case .tooLong, .malformed: .brokenAnswer
      case .cancelled: .cancelled
      }
  }
}
