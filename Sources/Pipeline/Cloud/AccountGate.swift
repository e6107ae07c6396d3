import AWS
import Model

/// Lets calls through at the account's rate, and none while SES cannot be used: asked before a batch is received, it
/// keeps an outage from using up the receives of every batch on the queue.
actor AccountGate {
  private let client: SESClient
  private let pace: PaceFile
  private let links: Links
  private var account: (value: SESAccount, at: ContinuousClock.Instant)?
  private var failures = 0
  private var asking: Task<Void, Never>?
  static let link = "SES"
  /// Limits change when AWS raises them; a stop by AWS shows in the answers at once.
  private static let lifetime = Duration.seconds(60)

  init(client: SESClient, pace: PaceFile, links: Links) {
    self.client = client
    self.pace = pace
    self.links = links
  }

  func admit(_ recipients: Int) async throws -> Admission {
    while true {
      let account = try await known()
      guard account.isSendingEnabled, account.enforcementStatus != "SHUTDOWN" else {
        return .stopped(
          Refusal(
            cause: .accountPaused,
            reason: "SES has stopped sending for this account (enforcement \(account.enforcementStatus ?? "unknown")): "
              + "see the SES console, then resume the campaign"))
      }
      // An account without a limit says 0 or less.
      guard account.maxSendRate > 0 else { return .granted(recipients) }
      let granted = min(recipients, max(1, Int(account.maxSendRate)))
      let wait = pace.take(granted, rate: account.maxSendRate)
      if wait == .zero { return .granted(granted) }
      try await Task.sleep(for: wait)
    }
  }

  func giveBack(_ recipients: Int) {
    guard recipients > 0, let rate = account?.value.maxSendRate, rate > 0 else { return }
    pace.giveBack(recipients, rate: rate)
  }

  /// Takes note of a call that failed: what is not the recipients' fault is looked into before the next one.
  func doubt(_ error: AWSError) {
    switch error.code {
    case .throttled, .dailyQuotaExceeded, .messageRejected, .invalidRequest, .notFound, .cancelled: return
    default: break
    }
    links.fail(Self.link, error.causeFirst)
    account = nil
  }

  /// The account as SES described it lately; waits as long as SES cannot be asked.
  private func known() async throws -> SESAccount {
    while true {
      if let account, .now - account.at < Self.lifetime { return account.value }
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
    do throws(AWSError) {
      account = (try await client.getAccount(), .now)
      failures = 0
      links.recover(Self.link)
    } catch {
      account = nil
      if error.code == .cancelled { return }
      failures += 1
      links.fail(Self.link, error.causeFirst)
    }
  }
}
