import Foundation
import Logging
import Model
import Sending
import Words

/// Everything that can be set: flags over environment over the operator's YAML file over what was provisioned.
struct Settings: Sendable {
  var storePath: String
  /// Whether somebody named the store: then a folder that is not there is a slip, and no place to begin.
  var isStoreNamed: Bool
  /// What forbids every change, such as `--read-only`; `nil` when changes are allowed.
  var readOnly: String?
  var policy = QueuePolicy.standard
  var concurrency = 5
  var rate: Double?
  /// What a thousand recipients cost, where that was set.
  var costs: [Channel: Double] = [:]
  /// In what currency.
  var currency = "USD"
  var `operator`: String
  var theme: String?
  /// What the dashboard speaks; the command line speaks English.
  var language: Language
  /// Whether the dashboard asks for clicks and the wheel.
  var usesMouse: Bool
  /// Links that a message leads to in the dashboard.
  var links: [LinkTemplate]
  /// People that operators pick by name.
  var audiences: [NamedAudience]
  /// What is filled in for gateways.
  var gateways: [GatewaySettings]
  /// The country whose national numbers are understood; `nil` for none.
  var numbering: NumberingPlan?
  /// What puts an address on the suppression list by itself.
  var suppression: SuppressionRules
  /// What stops a campaign by itself.
  var breaker: Breaker
  var logLevel: Logger.Level
  var simulator = SimulatorFlags.Values()
  var cloud = CloudSettings()
  /// Where all but the flags was found.
  let sources: SettingsReader

  /// The folder for logs and other state when no store is named.
  static var stateFolder: String {
    let home = ProcessInfo.processInfo.environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (home ?? userFolder + "/.local/state") + "/sendboard"
  }

  /// The folder for what may be lost, and no backup has.
  static var cacheFolder: String {
    let home = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (home ?? userFolder + "/.cache") + "/sendboard"
  }

  /// The shell's idea of it first: the password file's is not what an operator sees as `~`.
  private static var userFolder: String {
    ProcessInfo.processInfo.environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
  }

  private static var configFolder: String {
    let home = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (home ?? userFolder + "/.config") + "/sendboard"
  }

  /// Reads flags over environment over files, and warns of what nobody reads.
  ///
  /// - Parameter allowMissing: whether the file that is named may be one that is yet to be made.
  /// - Throws: ``CommandError`` when a file cannot be read, or a value has the wrong form or is out of bounds.
  init(flags: GlobalOptions, allowMissing: Bool = false) throws {
    let path = Self.configurationPath(flags)
    let provisioned = try ProvisionedFile(beside: path).read()
    // What was provisioned beside a file that is yet to be written is enough to work with.
    let own = try ConfigurationDocument.read(
      path, allowMissing: allowMissing || flags.config == nil || provisioned.isThere)
    let reader = SettingsReader(own, provisioned: provisioned)
    sources = reader
    ConfigurationKeys.warn(of: reader)
    let named = flags.store ?? reader.string(forKey: "store").flatMap { $0.isEmpty ? nil : $0 }
    isStoreNamed = named != nil
    storePath = named ?? Self.stateFolder + "/sendboard.db"
    `operator` = reader.string(forKey: "operator") ?? NSUserName()
    links = own.links
    audiences = own.audiences
    gateways = own.gateways
    theme = reader.string(forKey: "theme")
    usesMouse = try Self.flag(reader, "mouse", unset: true)
    suppression = SuppressionRules(
      hardBounces: try Self.flag(reader, "suppression.hardBounces", unset: true),
      complaints: try Self.flag(reader, "suppression.complaints", unset: true),
      unsubscribes: try Self.flag(reader, "suppression.unsubscribes"))
    breaker = try Breaker(reader)
    numbering = try reader.string(forKey: "defaultCountry").flatMap { text in
      if text.isEmpty { return nil }
      guard let plan = NumberingPlan(rawValue: text.uppercased()) else {
        throw CommandError(
          "\(reader.place("defaultCountry")): '\(text)' is none of \(NumberingPlan.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      return plan
    }
    readOnly = try flags.readOnly ? "--read-only" : Self.flag(reader, "readOnly") ? reader.place("readOnly") : nil
    let language = try reader.string(forKey: "language").map { code in
      guard let language = Language(code: code) else {
        throw CommandError(
          "\(reader.place("language")): '\(code)' is none of \(Language.all.map(\.code).joined(separator: ", "))")
      }
      return language
    }
    self.language = flags.language ?? language ?? Language.ofLocale(ProcessInfo.processInfo.environment)
    if storePath.isEmpty { throw CommandError("--store is empty: name a file") }
    let level = try reader.string(forKey: "logLevel").map { text in
      guard let level = Logger.Level(rawValue: text) else {
        throw CommandError(
          "\(reader.place("logLevel")): '\(text)' is none of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      return level
    }
    logLevel = flags.logLevel ?? level ?? .notice
    cloud = try CloudSettings(reader, flags)
    policy.visibilityTimeout = try Self.seconds(reader, "visibilityTimeout", 1...43_200) ?? policy.visibilityTimeout
    policy.maxReceiveCount = try Self.int(reader, "maxReceiveCount", 1...1000) ?? policy.maxReceiveCount
    concurrency = try Self.int(reader, "concurrency", 1...1000) ?? concurrency
    rate = try Self.number(reader, "rate", 0.01...1_000_000)
    for channel in Channel.allCases {
      costs[channel] = try Self.number(reader, "costs.\(channel.rawValue)", 0...1_000_000)
    }
    currency = reader.string(forKey: "costs.currency") ?? currency
    simulator.latency = try Self.seconds(reader, "simulator.latency", 0...3600)
    simulator.rate = try Self.number(reader, "simulator.rate", 1...1_000_000)
    simulator.failures = try Self.number(reader, "simulator.failures", 0...1)
    simulator.timeScale = try Self.number(reader, "simulator.timeScale", 0...1000)
    simulator.seed = try Self.int(reader, "simulator.seed", 0...Int.max).map(UInt64.init)
    simulator.ledger = reader.string(forKey: "simulator.ledger")
  }

  /// The file that is read: the one named, else the one in the user's folder.
  static func configurationPath(_ flags: GlobalOptions) -> String { flags.config ?? defaultConfigurationPath }

  /// Where the configuration is when nobody names another.
  static var defaultConfigurationPath: String { configFolder + "/config.yaml" }

  /// What a worker is told of all this.
  var worker: WorkerSettings {
    WorkerSettings(
      concurrency: concurrency, rate: rate, visibility: policy.visibilityTimeout,
      maxReceiveCount: policy.maxReceiveCount)
  }

  private static func flag(_ reader: SettingsReader, _ key: String, unset: Bool = false) throws -> Bool {
    switch reader.string(forKey: key)?.lowercased() {
    case nil, "": return unset
    case "false", "no", "0": return false
    case "true", "yes", "1": return true
    case let text?: throw CommandError("\(reader.place(key)): '\(text)' is neither true nor false")
    }
  }

  private static func number(
    _ reader: SettingsReader, _ key: String, _ bounds: ClosedRange<Double>
  ) throws -> Double? {
    guard let text = reader.string(forKey: key) else { return nil }
    guard let value = Double(text), bounds.contains(value) else {
      throw CommandError(
        "\(reader.place(key)): '\(text)' is not a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  private static func int(_ reader: SettingsReader, _ key: String, _ bounds: ClosedRange<Int>) throws -> Int? {
    guard let text = reader.string(forKey: key) else { return nil }
    guard let value = Int(text), bounds.contains(value) else {
      throw CommandError(
        "\(reader.place(key)): '\(text)' is not a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  private static func seconds(
    _ reader: SettingsReader, _ key: String, _ bounds: ClosedRange<Double>
  ) throws -> Duration? {
    try number(reader, key, bounds).map { .seconds($0) }
  }
}
