import JSON
import Model
import Ports

/// What one call comes to: decided in full before anything is done.
struct SimulatedCall: Sendable {
  var outcomes: [SendResult] = []
  var accepted: [EventDocuments.Accepted] = []
  var events: [QueueEntry] = []

  init(_ request: SendRequest, settings: SimulatorSettings, at now: Timestamp) {
    let documents = EventDocuments(request)
    let check = TemplateCheck(request.campaign)
    events.reserveCapacity(request.recipients.count * 3)
    for recipient in request.recipients {
      if let refusal = request.campaign.unsubscribeRefusal(recipient.values, address: recipient.address) {
        outcomes.append(.refused(refusal))
        continue
      }
      let fate = Fate.draw(
        recipient, channel: request.campaign.channel, missing: check.missing(for: recipient), settings: settings)
      switch fate {
      case .throttled:
        outcomes.append(.refused(Refusal(cause: .throttled, reason: "Account throttled: try again later.")))
      case .invalid:
        outcomes.append(
          .refused(Refusal(cause: .invalidParameter, reason: "Local address contains control or whitespace")))
      case .accepted(let steps):
        let message = EventDocuments.Accepted(
          recipient: recipient, providerID: ProviderID.make(at: now), at: now)
        outcomes.append(.accepted(providerID: message.providerID))
        accepted.append(message)
        queue(steps, of: message, documents, settings)
      }
    }
  }

  private mutating func queue(
    _ steps: [Fate.Step], of message: EventDocuments.Accepted, _ documents: EventDocuments,
    _ settings: SimulatorSettings
  ) {
    var random = SplitMix64(
      seed: settings.seed, message: message.recipient.message.rawValue, attempt: message.recipient.attempt, purpose: 3)
    let mail = documents.mail(of: message)
    let isWrapped = settings.envelope == .sns || (settings.envelope == .mixed && random.happens(0.5))
    var entries: [QueueEntry] = []
    for (index, step) in steps.enumerated() {
      let delay = Self.scaled(step.after, settings.timeScale)
      // With all events at once, a millisecond each still tells their order.
      let time = message.at + max(delay, .milliseconds(index))
      var json = documents.event(step.event, of: message, mail: mail, at: time)
      if isWrapped { json = documents.notification(json, at: time) }
      let entry = QueueEntry(body: json.text, delay: delay)
      entries.append(entry)
      if random.happens(settings.rates.duplicate) { entries.append(entry) }
    }
    if random.happens(settings.rates.outOfOrder) { Self.disorder(&entries, &random) }
    events += entries
  }

  /// Lets one event come after all the others. It never comes before it happened.
  private static func disorder(_ entries: inout [QueueEntry], _ random: inout SplitMix64) {
    guard entries.count > 1, let last = entries.last else { return }
    var late = entries.remove(at: Int(random.next() % UInt64(entries.count - 1)))
    late.delay = last.delay
    entries.append(late)
  }

  /// A span at a time scale, within the 15 minutes a queue can delay.
  private static func scaled(_ span: Duration, _ scale: Double) -> Duration {
    if scale <= 0 { return .zero }
    return min(.milliseconds(Int64((Double(span.milliseconds) * scale).rounded())), .seconds(900))
  }
}
