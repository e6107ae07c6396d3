import Model
import Pacing
import Ports
import ServiceLifecycle

/// SES turns away a whole call for one recipient it finds invalid or, in the sandbox, not verified. Nobody was sent to then,
/// so the others may be tried.
extension SESProvider {
  /// Makes a call, and when it is turned away for what may be a recipient's own fault, smaller ones, until it is known whose.
  func sendSeparating(_ request: SendRequest, under permit: consuming Permit?) async -> SendAnswer {
    let verdict = await call(request, under: permit)
    if case .notSent(let refusal) = verdict.answer, !verdict.named.isEmpty {
      return await send(request, without: verdict.named, refusal)
    }
    guard case .notSent(let refusal) = verdict.answer, verdict.mayBeRecipients, request.recipients.count > 1 else {
      return verdict.answer
    }
    var search = Separation(request: request, time: time)
    let probes = Self.probes(among: request.recipients.count, attempt: request.recipients[0].attempt)
    for probe in probes { await search.send(probe..<probe + 1, self) }
    // Nobody is refused for good who was not tried alone. Three that lie apart are hardly all at fault by chance.
    if search.isEverybodyBlamed {
      let isTold = probes.count < 3 || refusal.cause != .invalidParameter
      return .notSent(isTold ? refusal : Refusal(cause: .sharedFault, reason: refusal.reason))
    }
    var start = 0
    for probe in probes {
      await search.divide(start..<probe, self)
      start = probe + 1
    }
    await search.divide(start..<request.recipients.count, self)
    return .answered(search.outcomes(else: refusal))
  }

  /// Makes a call for those whom SES does not name as not verified.
  private func send(_ request: SendRequest, without named: Set<Int>, _ refusal: Refusal) async -> SendAnswer {
    guard named.count < request.recipients.count else { return .notSent(refusal) }
    var rest = request
    rest.recipients = request.recipients.enumerated().filter { !named.contains($0.offset) }.map(\.element)
    let answer = await sendSeparating(rest, under: nil)
    var next = 0
    return .answered(
      request.recipients.indices.map { place in
        if named.contains(place) { return .refused(refusal) }
        defer { next += 1 }
        return answer.result(at: next)
      })
  }

  /// Three places that lie apart, or as many as there are; others at the next attempt, so that three who are invalid
  /// where it was looked do not hold up the rest of their batch for ever.
  private static func probes(among count: Int, attempt: Int) -> [Int] {
    let places = [0, count / 2, count - 1].map { ($0 + attempt - 1) % count }
    return Set(places).sorted()
  }
}

/// The outcomes of a request's recipients, found by calls for parts of it.
private struct Separation {
  let request: SendRequest
  private var outcomes: [Int: SendResult] = [:]
  /// Whom SES turned away alone, for what may be their own fault.
  private var blamed: Set<Int> = []
  /// Set when a call fails for a reason of its own: nobody is tried after it.
  private var obstacle: Refusal?

  private let time: Timekeeper
  private let end: ContinuousClock.Instant

  init(request: SendRequest, time: Timekeeper) {
    self.request = request
    self.time = time
    end = time.now + .seconds(30)
  }

  var isEverybodyBlamed: Bool { blamed.count == outcomes.count }

  /// Whoever is not verified while mail of the same sender is taken is so for himself.
  func outcomes(else refusal: Refusal) -> [SendResult] {
    let isSenderVerified = outcomes.values.contains { if case .accepted = $0 { true } else { false } }
    return request.recipients.indices.map { place in
      let outcome = outcomes[place] ?? .refused(refusal)
      guard isSenderVerified, blamed.contains(place), case .refused(let found) = outcome,
        found.cause == .unverifiedSender
      else { return outcome }
      return .refused(.sandbox(found.reason))
    }
  }

  /// Nobody waits for the end of a long search: what it has found is written down, and the rest comes next.
  private var reasonToEnd: Refusal? {
    if Task.isShuttingDownGracefully {
      return Refusal(cause: .unusable, reason: OwnReason.stoppedInSearch.sentence)
    }
    return time.now < end ? nil : Refusal(cause: .unusable, reason: OwnReason.searchTakesLong.sentence)
  }

  /// Sends to a part; returns false when it was turned away and has more recipients than one.
  @discardableResult
  mutating func send(_ part: Range<Int>, _ provider: SESProvider) async -> Bool {
    if obstacle == nil { obstacle = reasonToEnd }
    if let obstacle {
      for place in part { outcomes[place] = .refused(obstacle) }
      return true
    }
    var call = request
    call.recipients = Array(request.recipients[part])
    let verdict = await provider.call(call, under: nil)
    if part.count > 1, verdict.mayBeRecipients { return false }
    if verdict.mayBeRecipients { blamed.formUnion(part) }
    for (index, place) in part.enumerated() { outcomes[place] = verdict.answer.result(at: index) }
    switch verdict.answer {
    case .answered: break
    case .notSent(let refusal): if !verdict.mayBeRecipients { obstacle = refusal }
    case .unknown:
      obstacle = Refusal(cause: .transient, reason: OwnReason.afterUnknownOutcome.sentence)
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
