import AWS
import Foundation
import Model

/// Who we are to AWS, and what SES lets us do.
extension Doctor {
  /// Checks region, credentials and clock, on which every other check depends.
  ///
  /// - Returns: whether it makes sense to go on.
  func checkAccess(_ cloud: AWSConnection, _ report: (Finding) -> Void) async -> Bool {
    let region = await findings("region") { [checkRegion(try cloud.region)] }
    region.forEach(report)
    guard !region.contains(where: { $0.verdict == .fail }) else { return false }
    let source = await findings("credentials") { [try await checkCredentials(cloud)] }
    guard !source.contains(where: { $0.verdict == .fail }) else {
      source.forEach(report)
      return false
    }
    let caller = await findings("credentials") {
      let caller = try await cloud.sts.getCallerIdentity()
      return [.ok("credentials", "\(source.first?.text ?? ""), account \(caller.account), \(caller.arn)")]
    }
    caller.forEach(report)
    report(checkClock(cloud.environment.clock.difference))
    return true
  }

  private func checkCredentials(_ cloud: AWSConnection) async throws -> Finding {
    do {
      let credentials = try await cloud.environment.credentials.credentials()
      return .ok("credentials", "from \(credentials.source)")
    } catch let error as CredentialError {
      return .fail("credentials", error.context, "nothing else of AWS was checked")
    }
  }

  /// What is named must be where we look for it.
  func checkRegion(_ region: String) -> Finding {
    let cloud = settings.cloud
    var elsewhere: [String] = []
    if let topic = cloud.topic?.split(separator: ":", omittingEmptySubsequences: false), topic.count > 3,
      topic[3] != region
    {
      elsewhere.append("aws.topic in \(topic[3])")
    }
    for (name, url) in [
      ("sendQueue", cloud.sendQueue), ("deadLetterQueue", cloud.deadLetterQueue), ("eventQueue", cloud.eventQueue),
    ] {
      guard let labels = url.flatMap(URL.init(string:))?.host?.split(separator: "."), labels.count > 3,
        labels[0] == "sqs", labels[2] == "amazonaws", labels[1] != region
      else { continue }
      elsewhere.append("aws.\(name) in \(labels[1])")
    }
    if elsewhere.isEmpty { return .ok("region", region) }
    return .fail(
      "region", "the region is \(region), but \(elsewhere.joined(separator: ", "))",
      "set aws.region or --region, or run 'sendboard provision' for \(region)")
  }

  func checkClock(_ difference: Duration?) -> Finding {
    guard let difference else {
      return .warn("clock", "AWS did not tell its time, so the clock was not compared", "mend the connection first")
    }
    let seconds = Int(abs(difference / .seconds(1)))
    let words =
      "this machine's clock is \(counted(seconds, "second")) \(difference > .zero ? "behind" : "ahead of") AWS's"
    let remedy = "set it by NTP: timedatectl set-ntp true"
    // AWS refuses what was signed 5 minutes off; answers are dated to the second and travel.
    switch seconds {
    case ..<3: return .ok("clock", "agrees with AWS's")
    case ..<30: return .ok("clock", words)
    case ..<300: return .warn("clock", words, remedy)
    default: return .fail("clock", words, remedy)
    }
  }

  func checkAccount(_ cloud: AWSConnection) async throws -> [Finding] {
    Self.accountFindings(try await cloud.ses.getAccount())
  }

  static func accountFindings(_ account: SESAccount) -> [Finding] {
    let status = account.enforcementStatus ?? "unknown"
    let sending: Finding =
      !account.isSendingEnabled || status == "SHUTDOWN"
      ? .fail("sending", "SES does not send for this account (status \(status))", "see the SES console: AWS says why")
      : status == "PROBATION"
        ? .warn("sending", "SES watches this account (status PROBATION)", "bring bounces and complaints down")
        : .ok("sending", "enabled, status \(status)")
    let access: Finding =
      account.hasProductionAccess
      ? .ok("production", "out of the sandbox")
      : .warn(
        "production", "the account is in the sandbox: mail goes to verified addresses only",
        "ask for production access in the SES console")
    let rate = "\(Self.short(account.maxSendRate)) a second"
    guard account.max24HourSend >= 0 else {
      return [sending, access, .ok("quota", "\(rate), no limit in 24 h")]
    }
    let quota =
      "\(rate), \(Self.short(account.sentLast24Hours)) of \(Self.short(account.max24HourSend)) sent in 24 h"
    let isUsedUp = account.sentLast24Hours >= account.max24HourSend
    let isNear = account.sentLast24Hours >= account.max24HourSend * 0.9
    return [
      sending, access,
      isUsedUp
        ? .fail("quota", quota, "wait, or ask for a higher quota in the SES console")
        : isNear
          ? .warn("quota", quota, "little is left; ask for a higher quota in the SES console") : .ok("quota", quota),
    ]
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }

  func checkSenders(_ cloud: AWSConnection) async throws -> [Finding] {
    guard !mailSenders.isEmpty else { return try await checkSender(cloud, from: nil) }
    var findings: [Finding] = []
    for from in mailSenders { findings += try await checkSender(cloud, from: from) }
    return findings
  }

  private func checkSender(_ cloud: AWSConnection, from: String?) async throws -> [Finding] {
    let name = "sender"
    guard let from else {
      var verified: [String] = []
      var pending: [String] = []
      var token: String?
      repeat {
        let page = try await cloud.ses.listEmailIdentities(token: token)
        for identity in page.identities {
          if identity.isVerifiedForSending { verified.append(identity.name) } else { pending.append(identity.name) }
        }
        token = page.token
      } while token != nil
      guard !verified.isEmpty else {
        let words = pending.isEmpty ? "SES knows no sender" : "not verified yet: \(pending.joined(separator: ", "))"
        return [.fail(name, words, "verify a domain or an address in the SES console")]
      }
      let more = verified.count > 5 ? " and \(verified.count - 5) more" : ""
      return [.ok(name, "verified: \(verified.prefix(5).joined(separator: ", "))\(more)")]
    }
    // A verified domain stands for its addresses and subdomains.
    let address = Sender(from).address
    var pending: SESIdentity?
    for identity in Self.identities(of: address) {
      guard let found = try await Self.identity(try cloud.ses, identity) else { continue }
      if found.isVerifiedForSending { return [.ok(name, "\(address) may send: \(identity) is verified")] }
      pending = pending ?? found
    }
    if let pending {
      return [
        .fail(
          name, "\(pending.name) is not verified (\(pending.verificationStatus ?? "status unknown"))",
          "answer AWS's mail, or set the DKIM records it shows")
      ]
    }
    return [.fail(name, "SES has verified neither \(address) nor its domain", "verify it in the SES console")]
  }

  static func identity(_ client: SESClient, _ name: String) async throws -> SESIdentity? {
    do {
      return try await client.getEmailIdentity(name)
    } catch  where error.code == .notFound {
      return nil
    }
  }

  /// An address, its domain and the domains above it but the last.
  static func identities(of address: String) -> [String] {
    var names = [address]
    guard let at = address.lastIndex(of: "@") else { return names }
    var domain = address[address.index(after: at)...]
    while domain.contains(".") {
      names.append(String(domain))
      domain = domain[domain.index(after: domain.firstIndex(of: ".") ?? domain.startIndex)...]
    }
    return names
  }
}
