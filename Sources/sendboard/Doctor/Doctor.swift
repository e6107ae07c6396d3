import AWS
import EventStore
import Foundation

/// Checks everything sending depends on, each check within ten seconds.
struct Doctor: Sendable {
  static let limit = Duration.seconds(10)
  /// For checks that AWS makes wait.
  static let longest = Duration.seconds(120)

  let settings: Settings
  let configurationPath: String
  /// The senders to look for; none for whatever senders there are.
  let senders: [String]
  /// Whom to ask about the sender's domain.
  var names = NameService()
  /// Knows whether AWS makes the checks wait.
  let note = ThrottleNote()

  typealias Check = @Sendable () async throws -> [Finding]

  /// Runs the checks; findings come in the same order every time.
  func run(_ report: (Finding) -> Void) async {
    var machine: [(String, Check)] = [
      ("configuration", { checkConfiguration() }), ("store", { await checkStore() }),
      ("providers", { checkProviders() }), ("terminal", { checkTerminal() }),
    ]
    let cloudSettings = settings.cloud
    if !cloudSettings.uses(.ses) {
      machine.append(("domain", { try await checkDomains(nil) }))
    }
    if cloudSettings.uses(.gateway), !textSenders.isEmpty {
      machine.append(("SMS sender", { textSenders.map(Self.unasked) }))
    }
    guard cloudSettings.isNeeded else {
      machine.append(
        (
          "AWS",
          {
            [
              .ok(
                "AWS",
                "not used: queue is embedded, provider is \(cloudSettings.providerWords); 'sendboard provision' sets it up"
              )
            ]
          }
        ))
      return await run(machine, report)
    }
    await run(machine, report)
    let cloud: AWSConnection
    do {
      // A check that tries for long says less than one that tells what was wrong the second time.
      cloud = try AWSConnection(cloudSettings, retries: .patient(tries: 2), whenThrottled: note.tell)
    } catch {
      return report(Finding(check: "AWS", verdict: .fail, text: "\(error)"))
    }
    guard await checkAccess(cloud, report) else { return }
    var checks: [(String, Check)] = []
    if cloudSettings.uses(.ses) {
      checks.append(("account", { try await checkAccount(cloud) }))
      checks.append(("sender", { try await checkSenders(cloud) }))
      checks.append(("domain", { try await checkDomains(cloud) }))
      checks.append(("configuration set", { try await checkConfigurationSet(cloud) }))
    } else {
      checks.append(("SES", { [.ok("SES", "not used: provider is \(cloudSettings.providerWords)")] }))
    }
    if cloudSettings.uses(.aws) {
      checks.append(("SMS account", { try await checkTextAccount(cloud) }))
      checks.append(("SMS sender", { try await checkTextSenders(cloud) }))
      checks.append(("SMS set", { try await checkTextConfigurationSet(cloud) }))
      checks.append(("SMS dry run", { try await dryRuns(cloud) }))
    }
    if cloudSettings.hearsFromAWS {
      checks.append(("topic", { try await checkTopic(cloud) }))
      checks.append(("subscription", { try await checkSubscription(cloud) }))
      checks.append(("event queue", { try await checkEventQueue(cloud) }))
    }
    if cloudSettings.queue == .sqs {
      checks.append(("send queue", { try await checkSendQueue(cloud) }))
      checks.append(("dead letters", { try await checkDeadLetterQueue(cloud) }))
    } else {
      checks.append(("send queue", { [.ok("send queue", "not used: queue is embedded")] }))
    }
    if cloudSettings.hearsFromAWS, settings.readOnly == nil {
      checks.append(("round trip", { try await RoundTrip(cloud).check() }))
    }
    await run(checks, report)
  }

  /// Mail comes from an address, and where nothing sends texts whatever is given is meant as one.
  var mailSenders: [String] {
    senders.filter { $0.contains("@") || !(settings.cloud.uses(.aws) || settings.cloud.uses(.gateway)) }
  }

  /// Texts come from a number, a name or a pool.
  var textSenders: [String] { senders.filter { !mailSenders.contains($0) } }

  /// Runs checks at the same time, and reports them in their order.
  private func run(_ checks: [(name: String, check: Check)], _ report: (Finding) -> Void) async {
    let running = checks.map { name, check in Task { await findings(name, check) } }
    for task in running {
      for finding in await task.value { report(finding) }
    }
  }

  /// Runs a check; what it throws, and its silence, are findings. While AWS limits the calls, they may take longer.
  func findings(_ name: String, _ check: @escaping Check) async -> [Finding] {
    let found = await TimeLimit.race(Self.limit, or: Self.longest, while: { note.isWaiting }) { () async -> [Finding] in
      do {
        return try await check()
      } catch let error as AWSError {
        return [.fail(name, error.description, error.remedy)]
      } catch {
        // Our own errors say what to do.
        return [Finding(check: name, verdict: .fail, text: (error as? StoreError)?.advised ?? "\(error)")]
      }
    }
    return found ?? [.fail(name, "no answer within 10 s", "check the network and try again")]
  }
}
