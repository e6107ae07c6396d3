import Foundation
import Model

/// What may be set, and what is set that nobody reads: a misspelt `SENDBOARD_PROVIDER=simulator` would have mail sent.
enum ConfigurationKeys {
  /// Every key a configuration may hold; a test sees that none that is read is missing here.
  static let all = [
    "store", "readOnly", "operator", "theme", "language", "mouse", "logLevel", "queue", "provider", "providers.email",
    "providers.sms", "suppression.hardBounces", "suppression.complaints", "suppression.unsubscribes",
    "breaker.bounces", "breaker.complaints", "breaker.invalidNumbers", "breaker.carrierBlocks",
    "visibilityTimeout", "maxReceiveCount", "defaultCountry",
    "concurrency", "rate", "costs.email", "costs.sms", "costs.currency", "simulator.latency", "simulator.rate",
    "simulator.failures", "simulator.timeScale",
    "simulator.seed",
    "simulator.ledger", "aws.region", "aws.profile", "aws.endpoint", "aws.sendQueue", "aws.deadLetterQueue",
    "aws.eventQueue", "aws.topic", "aws.configurationSet", "aws.textConfigurationSet", "sms.timeToLive", "sms.webhook",
    "sms.maximumPrice", "sms.rate",
  ]

  /// The name under which keys of the keyboard stand, by names of actions.
  static let keyBlock = "keys"

  /// The names under which others stand.
  static let blocks = Set(all.compactMap { $0.split(separator: ".").dropLast().first.map(String.init) })

  /// Warns of unknown keys and variables on standard error.
  static func warn(of sources: SettingsReader) {
    for name in unknownVariables() {
      // Without what all of them have in common.
      let guess =
        all.map { String(variable($0).dropFirst(prefix.count)) }.nearest(to: String(name.dropFirst(prefix.count)))
        .map { "; did you mean '\(prefix)\($0)'?" } ?? ""
      StandardError.print("nothing reads the environment variable '\(name)'\(guess)")
    }
    for document in [sources.own, sources.provisioned] {
      for key in document.unknownKeys {
        let guess = all.nearest(to: key).map { "; did you mean '\($0)'?" } ?? ""
        StandardError.print("\(document.path): nothing reads the key '\(key)'\(guess)")
      }
    }
  }
}

/// The environment.
extension ConfigurationKeys {
  private static let prefix = "SENDBOARD_"

  /// The variables that look like ours and that nothing reads.
  static func unknownVariables() -> [String] {
    let known = Set(all.map(variable))
    // On one line, whatever is in them.
    return ProcessInfo.processInfo.environment.keys.filter {
      $0.hasPrefix(prefix) && !known.contains($0) && !$0.hasPrefix(GatewaySettings.variablePrefix)
    }
    .map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.sorted()
  }

  /// The variable that stands for a key: `simulator.timeScale` is `SENDBOARD_SIMULATOR_TIME_SCALE`.
  static func variable(_ key: String) -> String {
    key.reduce(into: prefix) { name, letter in
      if letter.isUppercase { name += "_" }
      name += letter == "." ? "_" : letter.uppercased()
    }
  }
}
