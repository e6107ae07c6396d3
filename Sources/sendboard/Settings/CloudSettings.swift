import Model

/// Which queue and provider are used, and what the AWS side is called: the `aws` part of the configuration, which
/// `sendboard provision` writes.
struct CloudSettings: Sendable {
  enum Queue: String, CaseIterable { case embedded, sqs }
  enum Provider: String, CaseIterable { case simulator, ses }

  var queue = Queue.embedded
  var provider = Provider.simulator
  var region: String?
  var profile: String?
  /// Where all services are, for stand-ins; the environment's `AWS_ENDPOINT_URL…` are read too.
  var endpoint: String?
  /// URLs of queues.
  var sendQueue, deadLetterQueue, eventQueue: String?
  var topic: String?
  var configurationSet: String?

  /// Whether anything of AWS is needed to work.
  var isNeeded: Bool { queue == .sqs || provider == .ses }

  init() {}

  /// - Throws: ``CommandError`` when a value is not one of those there are.
  init(_ reader: SettingsReader, _ flags: GlobalOptions) throws {
    queue = try Self.choice(reader, "queue") ?? .embedded
    provider = try Self.choice(reader, "provider") ?? .simulator
    region = flags.region ?? Self.text(reader, "aws.region")
    profile = flags.profile ?? Self.text(reader, "aws.profile")
    endpoint = Self.text(reader, "aws.endpoint")
    sendQueue = Self.text(reader, "aws.sendQueue")
    deadLetterQueue = Self.text(reader, "aws.deadLetterQueue")
    eventQueue = Self.text(reader, "aws.eventQueue")
    topic = Self.text(reader, "aws.topic")
    configurationSet = Self.text(reader, "aws.configurationSet")
  }

  /// A name that must be there.
  ///
  /// - Throws: ``CommandError`` saying how to get it.
  func required(_ key: KeyPath<CloudSettings, String?>, _ name: String, for what: String) throws -> String {
    if let value = self[keyPath: key] { return value }
    throw CommandError(
      "\(what) needs aws.\(name) in the configuration: 'sendboard provision' makes it and writes it there")
  }

  /// Refuses a configuration that names too little, before anything is made on disk.
  ///
  /// - Throws: ``CommandError``.
  func requireNames() throws {
    if queue == .sqs {
      _ = try required(\.sendQueue, "sendQueue", for: "queue: sqs")
      _ = try required(\.deadLetterQueue, "deadLetterQueue", for: "queue: sqs")
    }
    if provider == .ses {
      _ = try required(\.eventQueue, "eventQueue", for: "provider: ses")
      _ = try required(\.configurationSet, "configurationSet", for: "provider: ses")
    }
  }

  /// Refuses a campaign that the provider cannot send.
  ///
  /// - Throws: ``CommandError``.
  func check(_ channel: Channel) throws {
    if provider == .ses, channel != .email {
      throw CommandError(
        "SES sends email only: \(channel.rawValue) campaigns need another provider; nothing was stored")
    }
  }

  private static func text(_ reader: SettingsReader, _ key: String) -> String? {
    reader.string(forKey: key).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(_ reader: SettingsReader, _ key: String) throws
    -> Choice? where Choice.RawValue == String
  {
    guard let text = text(reader, key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: " or ")
      throw CommandError("\(reader.place(key)): '\(text)' is not known; it may be \(known)")
    }
    return choice
  }
}
