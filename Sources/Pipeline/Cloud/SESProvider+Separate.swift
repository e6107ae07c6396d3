import Model
import ServiceLifecycle

/// SES turns away a whole call for one recipient it finds invalid. Nobody was sent to then, so the others may be tried.
extension SESProvider {
  /// Makes a call, and when it is turned away as invalid, smaller ones, until it is known whose fault that is.
  func sendSeparating(_ request: SendRequest) async -> SendAnswer {
    let answer = await call(request)
    guard let refusal = answer.invalidity, request.recipients.count > 1 else { return answer }
    var search = Separation(request: request)
    let last = request.recipients.count - 1
    let probes = [0, (last + 1) / 2, last]
    for probe in Set(probes).sorted() { await search.send(probe..<probe + 1, self) }
    // Nobody is refused for good who was not tried alone. Three that lie apart are hardly all invalid by chance: then
    // dividing would only add calls.
    let rest = [probes[0] + 1..<probes[1], probes[1] + 1..<max(probes[1] + 1, probes[2])]
    if search.outcomes.values.allSatisfy(\.isInvalid) {
      for place in rest.joined() { await search.send(place..<place + 1, self) }
    } else {
      for part in rest { await search.divide(part, self) }
    }
    if search.outcomes.values.allSatisfy(\.isInvalid) { return .notSent(refusal) }
    return .answered(request.recipients.indices.map { search.outcomes[$0] ?? .refused(refusal) })
  }
}

/// The outcomes of a request's recipients, found by calls for parts of it.
private struct Separation {
  let request: SendRequest
  var outcomes: [Int: SendOutcome] = [:]
  /// Set when a call fails for a reason of its own: nobody is tried after it.
  private var obstacle: Refusal?

  private let end = ContinuousClock.now + .seconds(30)

  init(request: SendRequest) { self.request = request }

  /// Nobody waits for the end of a long search: what it has found is written down, and the rest comes next.
  private var reasonToEnd: Refusal? {
    let words = "looking for the recipients that SES finds invalid"
    if Task.isShuttingDownGracefully { return Refusal(cause: .unusable, reason: "stopped while \(words)") }
    return .now < end ? nil : Refusal(cause: .unusable, reason: "not tried yet: \(words) takes long")
  }

  /// Sends to a part; returns false when it was turned away as invalid and has more recipients than one.
  @discardableResult
  mutating func send(_ part: Range<Int>, _ provider: SESProvider) async -> Bool {
    if obstacle == nil { obstacle = reasonToEnd }
    if let obstacle {
      for place in part { outcomes[place] = .refused(obstacle) }
      return true
    }
    var call = request
    call.recipients = Array(request.recipients[part])
    let answer = await provider.call(call)
    if part.count > 1, answer.invalidity != nil { return false }
    for (index, place) in part.enumerated() { outcomes[place] = answer.outcome(at: index) }
    switch answer {
    case .answered: break
    case .notSent(let refusal): if answer.invalidity == nil { obstacle = refusal }
    case .unknown:
      obstacle = Refusal(cause: .transient, reason: "not tried: the outcome of a call just before is unknown")
    }
    return true
  }

  /// Sends to a part, and to its halves where it is turned away.
  mutating func divide(_ part: Range<Int>, _ provider: SESProvider) async {
    guard !part.isEmpty, await !send(part, provider) else { return }
    let middle = part.lowerBound + part.count / 2
    await divide(part.lowerBound..<middle, provider)
    await divide(middle..<part.upperBound, provider)
  }
}

extension SendAnswer {
  /// The refusal of a whole call as invalid.
  fileprivate var invalidity: Refusal? {
    guard case .notSent(let refusal) = self, refusal.cause == .invalidParameter else { return nil }
    return refusal
  }
}

extension SendOutcome {
  fileprivate var isInvalid: Bool {
    guard case .refused(let refusal) = self else { return false }
    return refusal.cause == .invalidParameter
  }
}
