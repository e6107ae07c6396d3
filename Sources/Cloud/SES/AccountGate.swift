import AWS
import Model
import Pacing
import Ports

/// Lets calls through at the account's rate and within its daily quota, and none while SES cannot be used: asked before a
/// batch is received, it keeps an outage from using up the receives of every batch on the queue.
actor AccountGate {
  private let client: SESClient
  private let pace: PaceFile
  private let links: Links
  /// What SES said lately, and when it was asked.
  private var account: (value: SESAccount, at: ContinuousClock.Instant)?
  /// Recipients a second; infinite for an account without a limit.
  private var rate = Double.infinity
  private var failures = 0
  /// Calls that are made and not answered.
  private var underWay = 0
  /// How often in a row calls failed that were not at fault, and when the next one may show whether they still do.
  private var outage: (failures: Int, over: ContinuousClock.Instant)?
  private var asking: Task<Void, Never>?
  /// What was admitted and is neither handed over nor given back.
  private var admitted: [(share: PaceFile.Share, at: ContinuousClock.Instant)] = []
  private static let links = (
    group: "SES", sending: "SES (SendBulkEmail)", account: "SES (GetAccount)", quota: "SES (daily quota)"
  )
  /// Limits change when AWS raises them; a stop by AWS shows in the answers at once.
  private static let lifetime = Duration.seconds(60)
  /// What is admitted and not handed over for longer waits for a batch that may never come: its place in the rate is
  /// gone, and the rest of the quota is not kept for it.
  private static let forgotten = Duration.milliseconds(1100)
  /// Nobody is told to wait longer but by a damaged file, which has become another by then.
  private static let longestWait = Duration.seconds(1)

  init(client: SESClient, pace: PaceFile, links: Links) {
    self.client = client
    self.pace = pace
    self.links = links
  }

  /// Whether mail goes only to verified recipients, as far as that is known.
  var isSandbox: Bool { account?.value.hasProductionAccess == false }

  func ready() async throws -> Refusal? { try await clear(since: .now) }

  /// Waits until the account can be used.
  ///
  /// - Parameter began: who is told that it is stopped is told what SES has said since then: a stop may have been lifted,
  ///   and whoever resumes a campaign then must not be told of it.
  /// - Returns: why nothing goes out.
  private func clear(since began: ContinuousClock.Instant) async throws -> Refusal? {
    while true {
      let account = try await known()
      if let stop = Self.stop(account.value) {
        if account.at >= began { return stop }
        self.account = nil
        continue
      }
      // One call at a time finds out whether SES can be used again: each that fails is a claim and a refusal in the journal
      // for every recipient.
      if let outage, underWay > 0 || held > 0 || .now < outage.over {
        try await Task.sleep(for: .milliseconds(100))
        continue
      }
      let quota = pace.quota
      guard quota.left >= 1 else {
        if quota.isUsedUp {
          links.recover(Self.links.quota, of: Self.links.quota)
          if account.at >= began { return Self.usedUp(quota) }
          self.account = nil
        } else {
          try await waitForTheFigure(quota)
        }
        continue
      }
      links.recover(Self.links.quota, of: Self.links.quota)
      return nil
    }
  }

  func admit(_ recipients: Int) async throws -> Admission {
    let began = ContinuousClock.now
    while true {
      if let stop = try await clear(since: began) { return .stopped(stop) }
      let free = pace.quota.left - Double(held)
      guard free >= 1 else {
        // Others are about to hand it over, or to give it back.
        try await Task.sleep(for: .milliseconds(200))
        continue
      }
      let granted = min(size(recipients), free < Double(recipients) ? Int(free) : recipients)
      switch pace.take(granted, rate: rate) {
      case .taken(let share):
        admitted.append((share, .now))
        return .granted(granted)
      case .wait(let wait): try await Task.sleep(for: min(wait, Self.longestWait))
      }
    }
  }

  func giveBack(_ recipients: Int) {
    for share in withdraw(recipients) { pace.giveBack(share) }
  }

  /// Makes a call, once the rate allows it: what was admitted may have waited for a batch for long, and others with it.
  ///
  /// - Returns: SES's results, or why there was no call: others had the rest of the quota meanwhile.
  /// - Throws: `AWSError`.
  func send(_ email: SESBulkEmail) async throws(AWSError) -> Departure {
    let recipients = email.entries.count
    guard pace.spend(recipients) else {
      for share in withdraw(recipients) { pace.giveBack(share) }
      let quota = pace.quota
      return .held(
        quota.isUsedUp
          ? Self.usedUp(quota)
          : Refusal(
            cause: .unusable,
            reason: "\(recipients) recipients were not handed over: the daily quota \(Self.seemsUsedUp(quota))"))
    }
    await depart(recipients)
    underWay += 1
    defer { underWay -= 1 }
    do throws(AWSError) {
      let results = try await client.sendBulkEmail(email)
      recover()
      pace.unspend(results.count { $0.status != .success && $0.messageID == nil })
      return .answered(results)
    } catch {
      if !error.isOutcomeUnknown { pace.unspend(recipients) }
      doubt(error)
      throw error
    }
  }

  /// Takes note of a call that failed: what is not the recipients' fault is looked into before the next one.
  private func doubt(_ error: AWSError) {
    switch error.code {
    case .cancelled, .dailyQuotaExceeded: return
    case .throttled, .messageRejected, .invalidRequest, .notFound:
      // SES knows the caller and let the call in; unless somebody on the way said it.
      if !error.isOutcomeUnknown { return recover() }
    default: break
    }
    let failures = (outage?.failures ?? 0) + 1
    outage = (failures, .now + Backoff.longest(after: failures))
    links.fail(Self.links.sending, of: Self.links.group, error.causeFirst)
    account = nil
  }

  private func recover() {
    outage = nil
    links.recover(Self.links.sending, of: Self.links.group)
  }
}

/// Pace and quota.
extension AccountGate {
  /// How many go in one call: a whole part of a second's worth, or what is left of each second would be lost.
  private func size(_ most: Int) -> Int {
    guard rate.isFinite, most > 0 else { return most }
    return min(most, max(1, Int(rate / (rate / Double(most)).rounded(.up))))
  }

  private func depart(_ recipients: Int) async {
    let shares = withdraw(recipients)
    while case .wait(let wait) = pace.exchange(shares, for: recipients, rate: rate) {
      // A cancelled call ends where it is made.
      do { try await Task.sleep(for: min(wait, Self.longestWait)) } catch { return }
    }
  }

  /// Takes out of what is admitted, the latest first: its place in the rate is still worth something.
  private func withdraw(_ recipients: Int) -> [PaceFile.Share] {
    var shares: [PaceFile.Share] = []
    var missing = recipients
    while missing > 0, var last = admitted.popLast() {
      let share = last.share.split(missing)
      shares.append(share)
      missing -= share.recipients
      if last.share.recipients > 0 { admitted.append(last) }
    }
    return shares
  }

  private var held: Int {
    admitted.removeAll { .now - $0.at > Self.forgotten }
    return admitted.reduce(0) { $0 + $1.share.recipients }
  }

  /// SES's own figure leaves something, and what was handed over since does not: calls that may yet be turned away, mail
  /// that took the place of what has left the 24 hours. Nobody is refused on that guess; SES's next figures tell.
  private func waitForTheFigure(_ quota: PaceFile.Quota) async throws {
    if underWay == 0 { links.fail(Self.links.quota, of: Self.links.quota, Self.seemsUsedUp(quota)) }
    if let at = account?.at, .now - at > .seconds(5) { account = nil }
    try await Task.sleep(for: .milliseconds(500))
  }

  private static func stop(_ account: SESAccount) -> Refusal? {
    if account.isSendingEnabled, account.enforcementStatus != "SHUTDOWN" { return nil }
    return Refusal(
      cause: .accountPaused,
      reason: "SES has stopped sending for this account (enforcement \(account.enforcementStatus ?? "unknown")): "
        + "see the SES console, then resume the campaign")
  }

  private static func usedUp(_ quota: PaceFile.Quota) -> Refusal {
    Refusal(
      cause: .quota,
      reason: "SES's daily quota of \(whole(quota.limit)) recipients is used up (\(whole(quota.sent)) in the last "
        + "24 hours): resume when the 24 hours allow")
  }

  private static func seemsUsedUp(_ quota: PaceFile.Quota) -> String {
    "seems used up: SES counts \(whole(quota.sent)) of \(whole(quota.limit)) in 24 hours, and "
      + "\(whole(quota.used - quota.sent)) went since; waiting for its next figures"
  }

  private static func whole(_ value: Double) -> String { String(Int64(exactly: value.rounded()) ?? .max) }
}

/// Asking SES.
extension AccountGate {
  /// The account as SES described it lately; waits as long as SES cannot be asked.
  private func known() async throws -> (value: SESAccount, at: ContinuousClock.Instant) {
    while true {
      if let account, .now - account.at < Self.lifetime { return account }
      let task = asking ?? Task { await ask() }
      asking = task
      // Callers are cancelled together, when the process stops: whichever is first ends the question for all.
      await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
      try Task.checkCancellation()
      if account == nil { try await Task.sleep(for: .seconds(min(30, 1 << min(failures, 5)))) }
    }
  }

  private func ask() async {
    defer { asking = nil }
    let now = ContinuousClock.now
    do throws(AWSError) {
      let answer = try await client.getAccount()
      account = (answer, now)
      // No account has less than 1; a nonsensical figure must not come to eternities.
      rate = answer.maxSendRate > 0 ? max(answer.maxSendRate, 0.1) : .infinity
      pace.learn(limit: answer.max24HourSend, sent: answer.sentLast24Hours)
      failures = 0
      links.recover(Self.links.account, of: Self.links.group)
    } catch {
      account = nil
      if error.code == .cancelled { return }
      failures += 1
      links.fail(Self.links.account, of: Self.links.group, error.causeFirst)
    }
  }
}

/// What became of a call that was to be made.
enum Departure {
  /// It was made, and SES says of each recipient what became of it.
  case answered([SESBulkResult])
  /// It was not made.
  case held(Refusal)
}

extension PaceFile.Quota {
  /// Whether SES itself says so.
  fileprivate var isUsedUp: Bool { limit - sent < 1 }
}
