import AWS
import Model
import Pacing
import Ports

/// Lets calls through at the account's rate and within its daily quota, and none while SES cannot be used.
///
/// It drives ``AccountLimits`` and the ``PaceFile``: asks them, waits as they say (until an instant, or until a call ends, a
/// permit comes back or SES answers), and tells them what happened.
actor AccountGate {
  private let client: SESClient
  private let pace: PaceFile
  private let monitor: HealthMonitor
  private let time: Timekeeper
  private var limits = AccountLimits()
  private var asking: Task<Void, Never>?
  /// Callers that wait.
  private(set) var callers = 0
  /// Holds what permits give back.
  private nonisolated let returns = Returns<AccountStake.Return>()
  private static let components = (
    group: "SES", sending: "SES (SendBulkEmail)", account: "SES (GetAccount)", quota: ComponentName.dailyQuota.name
  )
  /// Nobody is told to wait longer but by a damaged file, which has become another by then.
  private static let longestWait = Duration.seconds(1)

  init(client: SESClient, pace: PaceFile, monitor: HealthMonitor, time: Timekeeper = Timekeeper()) {
    self.client = client
    self.pace = pace
    self.monitor = monitor
    self.time = time
  }

  /// Whether mail goes only to verified recipients, as far as that is known.
  var isSandbox: Bool { limits.figures.told?.account.hasProductionAccess == false }

  /// Waits until the account can be used.
  ///
  /// - Returns: why nothing goes out.
  func ready() async throws -> Refusal? {
    switch try await pass(0) {
    case .granted: nil
    case .stopped(let refusal): refusal
    }
  }

  func permit(upTo recipients: Int) async throws -> Admission { try await pass(recipients) }

  /// Permits so many, or fewer, at once; `nil` when that has to be waited for, or SES to be asked.
  func permitNow(upTo recipients: Int) -> Permit? {
    takeBack()
    guard case .go(let count) = step(recipients, since: time.now) else { return nil }
    if count == 0 { return Permit(recipients: 0) }
    guard case .taken(let share) = pace.take(count, rate: limits.rate) else { return nil }
    return permit(count, share)
  }

  private func permit(_ count: Int, _ share: PaceFile.Share) -> Permit {
    limits.permit(count)
    return Permit(recipients: count, stakes: [AccountStake(share: share, pace: pace, returns: returns)])
  }

  /// Waits until so many may go, or fewer; with none, until anything may, and nothing is reserved.
  private func pass(_ recipients: Int) async throws -> Admission {
    let began = time.now
    callers += 1
    defer { callers -= 1 }
    while true {
      let rings = returns.bell.rings
      takeBack()
      let until: ContinuousClock.Instant?
      switch step(recipients, since: began) {
      case .stopped(let refusal): return .stopped(refusal)
      case .go(0): return .granted(Permit(recipients: 0))
      case .go(let count):
        switch pace.take(count, rate: limits.rate) {
        case .taken(let share): return .granted(permit(count, share))
        case .wait(let span): until = time.now + min(span, Self.longestWait)
        }
      case .ask:
        ask()
        until = nil
      case .wait(let instant): until = instant
      }
      do { try await returns.bell.wait(since: rings, until: until, by: time) } catch {
        // Nobody waits for SES's answer any more.
        if callers == 1 { asking?.cancel() }
        throw error
      }
    }
  }

  private func step(_ recipients: Int, since began: ContinuousClock.Instant) -> AccountLimits.Step {
    defer { tellOfQuota() }
    return limits.step(for: recipients, known: pace.quota, since: began, at: time.now)
  }

  private func tellOfQuota() {
    if let trouble = limits.quotaTrouble {
      monitor.fail(Self.components.quota, of: Self.components.quota, trouble)
    } else {
      monitor.recover(Self.components.quota, of: Self.components.quota)
    }
  }

  private func takeBack() {
    for back in returns.takeAll() { limits.giveBack(back.recipients, isWhole: back.isWhole) }
  }
}

/// Calls.
extension AccountGate {
  /// Makes a call, once the rate allows it: what was permitted may be used long after, and others with it.
  ///
  /// - Parameter permit: none for a part of a call that was turned away: it waits for the rate here.
  /// - Returns: SES's results, or why there was no call: others had the rest of the quota meanwhile.
  /// - Throws: `AWSError`.
  func send(_ email: SESBulkEmail, under permit: consuming Permit?) async throws(AWSError) -> CallResult {
    let recipients = email.entries.count
    takeBack()
    guard await spend(recipients) else { return .notSent(pace.quota.refusal(of: recipients)) }
    let stake = permit.take()?.use().lazy.compactMap { $0 as? AccountStake }.first
    limits.begin(reserved: stake?.recipients)
    defer {
      limits.outage.end()
      returns.bell.ring()
    }
    await depart(recipients, stake?.share)
    do throws(AWSError) {
      let results = try await client.sendBulkEmail(email)
      recover()
      pace.unspend(results.count { $0.status != .success && $0.messageID == nil })
      return .answered(results)
    } catch {
      if !error.isOutcomeUnknown { pace.unspend(recipients) }
      noteFailure(error)
      throw error
    }
  }

  /// Takes them from the day's quota; false, and none taken, when less is left.
  private func spend(_ recipients: Int) async -> Bool {
    while true {
      switch pace.spend(recipients) {
      case .taken: return true
      case .exceeds: return false
      // As long as another process writes the file. A cancelled call waits, too: only what is taken can be given back.
      case .wait(let moment): await Task { try? await time.sleep(for: moment) }.value
      }
    }
  }

  private func depart(_ recipients: Int, _ share: PaceFile.Share?) async {
    while true {
      let rings = returns.bell.rings
      guard case .wait(let wait) = pace.exchange(share.map { [$0] } ?? [], for: recipients, rate: limits.rate) else {
        return
      }
      let until = time.now + min(wait, Self.longestWait)
      // A cancelled call ends where it is made.
      do { try await returns.bell.wait(since: rings, until: until, by: time) } catch { return }
    }
  }

  /// Takes note of a call that failed: what is not the recipients' fault is looked into before the next one.
  private func noteFailure(_ error: AWSError) {
    switch error.code {
    case .cancelled, .dailyQuotaExceeded: return
    case .throttled, .messageRejected, .invalidRequest, .notFound:
      // SES knows the caller and let the call in; unless somebody on the way said it.
      if !error.isOutcomeUnknown { return recover() }
    case .accountSuspended, .sendingPaused, .accessDenied, .expiredCredentials, .invalidCredentials, .noCredentials,
      .clockSkew, .alreadyExists, .conflict, .limitExceeded, .unsupported, .unavailable, .brokenAnswer, .redirected,
      .unreachable, .timedOut, .connectionLost, .other:
      break
    }
    limits.outage.fail(at: time.now)
    monitor.fail(Self.components.sending, of: Self.components.group, Fault(error))
    limits.figures.forget()
  }

  private func recover() {
    limits.outage.recover()
    monitor.recover(Self.components.sending, of: Self.components.group)
  }
}

/// Asking SES.
extension AccountGate {
  private func ask() {
    limits.figures.begin()
    asking = Task { await account() }
  }

  private func account() async {
    defer {
      asking = nil
      returns.bell.ring()
    }
    let now = time.now
    do throws(AWSError) {
      let answer = try await client.getAccount()
      limits.answer(answer, askedAt: now)
      pace.learn(limit: answer.max24HourSend, sent: answer.sentLast24Hours)
      monitor.recover(Self.components.account, of: Self.components.group)
    } catch {
      if error.code == .cancelled { return limits.figures.cancel() }
      limits.figures.fail(at: time.now)
      monitor.fail(Self.components.account, of: Self.components.group, Fault(error))
    }
  }
}

/// What became of a call that was to be made.
enum CallResult {
  /// It was made, and SES says of each recipient what became of it.
  case answered([SESBulkResult])
  /// It was not made.
  case notSent(Refusal)
}
