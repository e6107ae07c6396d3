import Words
import Cloud
import Model

/// Which queue and providers are used, and what the AWS side is called: what `sendboard provision` writes down
/// (``ProvisionedFile``).
struct CloudSettings: Sendable {
  enum Queue: String, CaseIterable { case embedded, sqs }
  /// What serves a channel.
  enum Provider: String, CaseIterable {
    case simulator, ses
    /// AWS End User Messaging, which sends texts.
    case aws
    /// A broker, as its file describes it: ``CloudSettings/gateway`` names it.
    case gateway
    /// Nothing does, here.
    case unserved = "none"
  }

  var queue = Queue.embedded
  /// What serves each channel here: email's and SMS's.
  var providers: [Channel: Provider] = [.email: .simulator, .sms: .simulator]
  /// The name of the gateway that serves texts; `nil` when none does.
  var gateway: String?
  var region: String?
  var profile: String?
  /// Where all services are, for stand-ins; the environment's `AWS_ENDPOINT_URL…` are read too.
  var endpoint: String?
  /// URLs of queues.
  var sendQueue, deadLetterQueue, eventQueue: String?
  var topic: String?
  var configurationSet: String?
  /// Parts of texts a second, by AWS; `nil` for as many as it takes.
  var textRate: Double?
  /// The configuration set of texts, and what bounds each of them.
  var texts = SMSVoiceProvider.Options()

  /// Whether anything of AWS is needed to work.
  var isNeeded: Bool { queue == .sqs || hearsFromAWS }

  /// Whether the gateway sends its reports by itself, by way of the event queue.
  var hearsHooks = false

  /// Whether events come from AWS.
  var hearsFromAWS: Bool { uses(.ses) || uses(.aws) || hearsHooks }

  /// Whether any channel is served so.
  func uses(_ provider: Provider) -> Bool { providers.values.contains(provider) }

  /// The channels that are served here.
  var channels: [Channel] { Channel.allCases.filter { self[$0] != .unserved } }

  /// What serves a channel.
  subscript(channel: Channel) -> Provider { providers[channel] ?? .unserved }

  /// Says what serves which channel, in a few words: `ses`; `email by ses, sms by simulator`.
  var providerWords: String {
    let served = Set(channels.map { self[$0] })
    if served.count == 1, let only = served.first, self[.email] != .unserved { return only.rawValue }
    return channels.map { channel in
      "\(channel.rawValue) by \(self[channel] == .gateway ? gateway ?? "" : self[channel].rawValue)"
    }.joined(separator: ", ")
  }

  init() {}

  /// - Throws: ``CommandError`` when a value is not one of those there are.
  init(_ reader: SettingsReader, _ flags: GlobalOptions) throws {
    queue = try Self.choice(reader, "queue") ?? .embedded
    (providers, gateway) = try Self.providers(reader)
    region = flags.region ?? Self.text(reader, "aws.region")
    profile = flags.profile ?? Self.text(reader, "aws.profile")
    endpoint = Self.text(reader, "aws.endpoint")
    sendQueue = Self.text(reader, "aws.sendQueue")
    deadLetterQueue = Self.text(reader, "aws.deadLetterQueue")
    eventQueue = Self.text(reader, "aws.eventQueue")
    topic = Self.text(reader, "aws.topic")
    configurationSet = Self.text(reader, "aws.configurationSet")
    texts = try Self.texts(reader)
    if let text = Self.text(reader, "sms.webhook") {
      guard let flag = Bool(text) else {
        throw CommandError("\(reader.place("sms.webhook")): '\(text)' is neither true nor false")
      }
      guard !flag || uses(.gateway) else {
        throw CommandError(
          "\(reader.place("sms.webhook")): it is about a gateway, and none serves texts (providers.sms)")
      }
      hearsHooks = flag
    }
    if let text = Self.text(reader, "sms.rate") {
      guard let rate = Double(text), (0.01...10_000).contains(rate) else {
        throw CommandError(
          "\(reader.place("sms.rate")): '\(text)' is not a number of parts a second from 0.01 to 10000")
      }
      textRate = rate
    }
  }

  /// Bounds that AWS would refuse every text for are found before there is one
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html>).
  private static func texts(_ reader: SettingsReader) throws -> SMSVoiceProvider.Options {
    var options = SMSVoiceProvider.Options(configurationSet: text(reader, "aws.textConfigurationSet"))
    if let text = text(reader, "sms.timeToLive") {
      guard let seconds = Int(text), (5...259_200).contains(seconds) else {
        throw CommandError("\(reader.place("sms.timeToLive")): '\(text)' is not a number of seconds from 5 to 259200")
      }
      options.timeToLive = seconds
    }
    if let text = text(reader, "sms.maximumPrice") {
      guard text.wholeMatch(of: #/[0-9]{0,2}\.[0-9]{1,5}/#.asciiOnlyDigits()) != nil else {
        throw CommandError("\(reader.place("sms.maximumPrice")): '\(text)' is no price in US dollars, such as 0.05")
      }
      options.maximumPrice = text
    }
    return options
  }

  /// A name that must be there.
  ///
  /// - Throws: ``CommandError`` saying how to get it.
  func required(_ key: KeyPath<CloudSettings, String?>, _ name: String, for what: String) throws -> String {
    if let value = self[keyPath: key] { return value }
    throw CommandError(
      "\(what) needs aws.\(name) in the configuration: 'sendboard provision' makes it and writes it down beside that")
  }

  /// Refuses a configuration that names too little, before anything is made on disk.
  ///
  /// - Throws: ``CommandError``.
  func requireNames() throws {
    if channels.isEmpty { throw CommandError("providers: no channel has one: name what serves email, or sms") }
    if queue == .sqs {
      _ = try required(\.sendQueue, "sendQueue", for: "queue: sqs")
      _ = try required(\.deadLetterQueue, "deadLetterQueue", for: "queue: sqs")
    }
    if uses(.ses) {
      _ = try required(\.eventQueue, "eventQueue", for: "provider: ses")
      _ = try required(\.configurationSet, "configurationSet", for: "provider: ses")
    }
    if hearsHooks { _ = try required(\.eventQueue, "eventQueue", for: "sms.webhook") }
    // Without its events nobody would hear what becomes of a text.
    if uses(.aws) {
      _ = try required(\.eventQueue, "eventQueue", for: "providers.sms: aws")
      guard texts.configurationSet != nil else {
        throw CommandError(
          "providers.sms: aws needs aws.textConfigurationSet in the configuration: 'sendboard provision --sms' makes it "
            + "and writes it down beside that")
      }
    }
  }

  /// Refuses a campaign of a channel that nothing serves here.
  ///
  /// - Throws: ``CommandError``.
  func check(_ channel: Channel) throws {
    guard self[channel] == .unserved else { return }
    throw CommandError(
      .composing(.unserved(channel, isSESOnly: self[.email] == .ses)), ending: "; nothing was stored")
  }

  private static func providers(_ reader: SettingsReader) throws -> ([Channel: Provider], gateway: String?) {
    let email = try emailProvider(reader)
    var providers: [Channel: Provider] = [:]
    var gateway: String?
    for channel in Channel.allCases {
      switch channel {
      case .email: providers[channel] = email
      case .sms:
        guard let word = text(reader, "providers.sms") else {
          providers[channel] = email == .simulator ? .simulator : .unserved
          continue
        }
        // SES takes email alone. Whatever else is named is a broker.
        let own = [Provider.simulator, .aws, .unserved].first { $0.rawValue == word }
        providers[channel] = own ?? .gateway
        if own == nil {
          let library = GatewayLibrary.standard
          guard library.path(of: word) != nil else {
            let known = ["simulator", "aws", "none"] + library.names
            throw CommandError(
              "\(reader.place("providers.sms")): '\(word)' is not known; it may be \(known.joined(separator: " or "))")
          }
          gateway = word
        }
      }
    }
    return (providers, gateway)
  }

  /// `provider` is an older name of `providers.email`; both hold, and one that comes from nearer wins.
  private static func emailProvider(_ reader: SettingsReader) throws -> Provider {
    let new: Provider? = try choice(reader, "providers.email", among: [.simulator, .ses, .unserved])
    let old: Provider? = try choice(reader, "provider", among: [.simulator, .ses])
    guard let new, let old, new != old else { return new ?? old ?? .simulator }
    switch (reader.layer("providers.email"), reader.layer("provider")) {
    case (.environment, .own), (.environment, .provisioned), (.own, .provisioned): return new
    case (.own, .environment), (.provisioned, .environment), (.provisioned, .own): return old
    case (.environment, .environment), (.own, .own), (.provisioned, .provisioned), (nil, _), (_, nil):
      throw CommandError(
        "\(reader.place("provider")) is '\(old.rawValue)' and \(reader.place("providers.email")) '\(new.rawValue)': "
          + "both say what serves email; keep one")
    }
  }

  private static func text(_ reader: SettingsReader, _ key: String) -> String? {
    reader.string(forKey: key).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable & Equatable>(
    _ reader: SettingsReader, _ key: String, among choices: [Choice] = Array(Choice.allCases)
  ) throws -> Choice? where Choice.RawValue == String {
    guard let text = text(reader, key) else { return nil }
    guard let choice = choices.first(where: { $0.rawValue == text }) else {
      let known = choices.map(\.rawValue).joined(separator: " or ")
      throw CommandError("\(reader.place(key)): '\(text)' is not known; it may be \(known)")
    }
    return choice
  }
}
