import Model
import Ports

extension Fate {
  /// Draws what becomes of a recipient; the same draw for the same seed, message and attempt.
  ///
  /// - Parameter missing: a template variable the recipient's data lacks.
  static func draw(
    _ recipient: ClaimedMessage, channel: Channel, missing: String?, settings: SimulatorSettings
  ) -> Fate {
    if let mailbox = MailboxSimulator(recipient.address), channel == .email {
      return .accepted(missing.map { [.failing($0)] } ?? mailbox.steps)
    }
    let rates = settings.rates
    var random = SplitMix64(
      seed: settings.seed, message: recipient.message.rawValue, attempt: recipient.attempt, purpose: 1)
    let refusal = random.share()
    if refusal < rates.throttled { return .throttled }
    if refusal < rates.throttled + rates.refused { return .invalid }
    if let missing { return .accepted([.failing(missing)]) }
    return .accepted(channel == .email ? email(rates, &random) : sms(rates, &random))
  }

  private static func email(_ rates: SimulatorRates, _ random: inout SplitMix64) -> [Step] {
    let send = Step(event: .send, after: random.seconds(0.05...0.2))
    var share = random.share()
    func falls(within rate: Double) -> Bool {
      share -= rate
      return share < 0
    }
    if falls(within: rates.hardBounce) {
      return [send, Step(event: .bounce(random.pick(BounceScript.hard)), after: random.seconds(0.5...8))]
    }
    if falls(within: rates.softBounce) {
      let script = random.pick(BounceScript.soft)
      let delivery = Step(event: .delivery, after: random.seconds(0.4...3))
      let bounce = Step(event: .bounce(script), after: random.seconds(5...120))
      return script.isAfterDelivery ? [send, delivery, bounce] : [send, bounce]
    }
    if falls(within: rates.reject) { return [send, Step(event: .reject, after: random.seconds(0.5...3))] }
    if falls(within: rates.renderingFailure) { return [.failing("name")] }
    return [send] + delivered(rates, &random)
  }

  private static func delivered(_ rates: SimulatorRates, _ random: inout SplitMix64) -> [Step] {
    var steps: [Step] = []
    var at = random.seconds(0.4...3)
    if random.happens(rates.delay) {
      at = random.seconds(20...60)
      steps.append(Step(event: .delay(random.pick(DelayScript.all)), after: at))
      at += random.seconds(30...240)
    }
    steps.append(Step(event: .delivery, after: at))
    let reading = random.share()
    if reading < rates.open {
      // More open at once than later: the square of a share leans towards zero.
      let early = random.share()
      let opened = at + .seconds(2) + .milliseconds(Int64(early * early * 400_000))
      steps.append(Step(event: .open, after: opened))
      if reading < rates.click { steps.append(Step(event: .click, after: opened + random.seconds(2...60))) }
    }
    if random.happens(rates.complaint) {
      steps.append(Step(event: .complaint, after: at + random.seconds(30...500)))
      steps.sort { $0.after < $1.after }
    }
    return steps
  }

  private static func sms(_ rates: SimulatorRates, _ random: inout SplitMix64) -> [Step] {
    let send = Step(event: .send, after: random.seconds(0.05...0.2))
    let share = random.share()
    if share < rates.hardBounce {
      return [send, Step(event: .bounce(.deadNumber), after: random.seconds(1...10))]
    }
    if share < rates.hardBounce + rates.softBounce {
      return [send, Step(event: .bounce(.unreachable), after: random.seconds(30...600))]
    }
    return [send, Step(event: .delivery, after: random.seconds(1...12))]
  }
}

extension Fate.Step {
  fileprivate static func failing(_ variable: String) -> Fate.Step {
    Fate.Step(event: .renderingFailure(missing: variable), after: .milliseconds(200))
  }
}
