import AWS
import Cloud
import Model

/// What AWS End User Messaging lets us do, and whether its events come.
extension Doctor {
  /// A number of AWS's in the United States that takes texts and is nobody's
  /// (<https://docs.aws.amazon.com/sms-voice/latest/userguide/test-phone-numbers.html>).
  private static let simulatedNumber = "+14254147755"

  func checkTextAccount(_ cloud: AWSConnection) async throws -> [Finding] {
    let client = try cloud.smsVoice
    return Self.textAccountFindings(tier: try await client.accountTier(), limit: try await client.textSpendLimit())
  }

  static func textAccountFindings(tier: String?, limit: SMSVoiceSpendLimit?) -> [Finding] {
    let access: Finding =
      switch tier {
      case "PRODUCTION": .ok("SMS account", "out of the sandbox")
      case "SANDBOX":
        .warn(
          "SMS account", "texts are in the sandbox: they go to verified numbers only",
          "ask for production access in the End User Messaging console")
      default:
        .warn("SMS account", "AWS does not say whether texts are in the sandbox", "see the End User Messaging console")
      }
    guard let limit else {
      return [access, .warn("SMS limit", "AWS tells of no limit on what texts may cost", "see the console")]
    }
    let words = "texts may cost \(limit.enforced) US dollars a month"
    // A new account has one dollar.
    guard limit.enforced > 1 else {
      return [
        access,
        .warn(
          "SMS limit", words,
          limit.most > limit.enforced
            ? "the account allows \(limit.most): set it in the console" : "ask for more in the support centre"),
      ]
    }
    return [access, .ok("SMS limit", words)]
  }

  func checkTextConfigurationSet(_ cloud: AWSConnection) async throws -> [Finding] {
    let name = "SMS set"
    guard let set = settings.cloud.texts.configurationSet else {
      return [.fail(name, "aws.textConfigurationSet is not in the configuration", Self.provisionTexts)]
    }
    guard let found = try await Self.textConfigurationSet(try cloud.smsVoice, set) else {
      return [.fail(name, "there is no configuration set \(set) of texts", Self.provisionTexts)]
    }
    return [.ok(name, set), Self.textDestinationFinding(found, topic: settings.cloud.topic)]
  }

  private static func textConfigurationSet(
    _ client: SMSVoiceClient, _ name: String
  ) async throws -> SMSVoiceConfigurationSet? {
    do {
      return try await client.describeConfigurationSet(name)
    } catch  where error.code == .notFound {
      return nil
    }
  }

  static func textDestinationFinding(_ set: SMSVoiceConfigurationSet, topic: String?) -> Finding {
    let name = "SMS events"
    // Without a topic in the configuration, events come by a topic of somebody's own.
    let ours = set.destinations.filter { topic == nil ? $0.topic != nil : $0.topic == topic }
    guard !ours.isEmpty else {
      return .fail(name, "no event of texts goes to \(topic ?? "a topic")", provisionTexts)
    }
    let enabled = ours.filter(\.isEnabled)
    guard !enabled.isEmpty else {
      return .fail(name, "\(ours.map(\.name).joined(separator: ", ")) is switched off", provisionTexts)
    }
    guard enabled.contains(where: \.takesAllTexts) else {
      let types = Set(enabled.flatMap(\.types)).sorted().joined(separator: " ")
      return .fail(name, "only these events of texts come: \(types)", provisionTexts)
    }
    return .ok(name, "\(enabled.map(\.name).joined(separator: ", ")): enabled, all texts")
  }

  func checkTextSenders(_ cloud: AWSConnection) async throws -> [Finding] {
    let known = try await cloud.smsVoice.originationIdentities()
    guard !textSenders.isEmpty else { return [Self.textSendersFinding(known)] }
    return textSenders.map { Self.textSenderFinding($0, among: known) }
  }

  static func textSendersFinding(_ known: [SMSVoiceIdentity]) -> Finding {
    let active = known.filter(\.isActive).compactMap(\.names.first)
    guard !active.isEmpty else {
      return .warn(
        "SMS sender", known.isEmpty ? "the account has no number, sender id or pool" : "none is active yet",
        "AWS then chooses a shared route where a country has one; get a number or a sender id in the console")
    }
    let more = active.count > 5 ? " and \(active.count - 5) more" : ""
    return .ok("SMS sender", "active: \(active.prefix(5).joined(separator: ", "))\(more)")
  }

  static func textSenderFinding(_ sender: String, among known: [SMSVoiceIdentity]) -> Finding {
    let name = "SMS sender"
    // A sender id is one of each country it is registered in.
    let found = known.filter { $0.names.contains(sender) }
    guard !found.isEmpty else {
      return .fail(
        name, "the account has no number, sender id or pool \(sender)",
        "get it in the End User Messaging console, of this region")
    }
    guard found.contains(where: \.isActive) else {
      return .fail(name, "\(sender) is \(found[0].status ?? "not active")", "wait until AWS has made it ready")
    }
    let countries = Set(found.compactMap(\.country)).sorted().joined(separator: ", ")
    let types = Set(found.flatMap(\.types)).sorted().joined(separator: ", ").lowercased()
    return .ok(name, [sender, countries, types].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// Lets AWS look at texts that are not sent.
  func dryRuns(_ cloud: AWSConnection) async throws -> [Finding] {
    let client = try cloud.smsVoice
    var findings: [Finding] = []
    for from in textSenders { findings += await dryRun(client, from: from) }
    return findings
  }

  private func dryRun(_ client: SMSVoiceClient, from: String) async -> [Finding] {
    let name = "SMS dry run"
    var text = SMSVoiceText(
      destination: Self.simulatedNumber, origin: from, body: "sendboard doctor", kind: .transactional,
      configurationSet: settings.cloud.texts.configurationSet, timeToLive: settings.cloud.texts.timeToLive,
      maximumPrice: settings.cloud.texts.maximumPrice)
    text.isDryRun = true
    guard let error = await Self.refusal(of: text, client) else {
      return [.ok(name, "AWS would take a text from \(from) to \(Self.simulatedNumber), which is its own")]
    }
    let words = [error.reason, error.description].compactMap(\.self).joined(separator: ": ")
    // What a country forbids says nothing of other countries.
    return error.awsCode == "ValidationException"
      ? [.warn(name, words, "it may hold for \(Self.simulatedNumber) only: send one text to yourself")]
      : [.fail(name, words, error.remedy)]
  }

  private static func refusal(of text: SMSVoiceText, _ client: SMSVoiceClient) async -> AWSError? {
    do throws(AWSError) { _ = try await client.sendTextMessage(text) } catch { return error }
    return nil
  }

  static func unasked(_ sender: String) -> Finding {
    .warn(
      "SMS sender",
      "\(sender) was not looked up: no call that brokers have in common says which senders are registered",
      "see the broker's console")
  }

  static let provisionTexts = "run 'sendboard provision --sms'"
}
