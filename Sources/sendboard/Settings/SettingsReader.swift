import Configuration
import Foundation

/// Finds what is set in the environment, or else in the operator's configuration, or else in what was provisioned, and says
/// where it was found.
struct SettingsReader: Sendable {
  /// Where a value may stand, the one that wins first.
  enum Layer: CaseIterable { case environment, own, provisioned }

  /// The operator's own configuration.
  let own: ConfigurationDocument
  /// What `sendboard provision` wrote.
  let provisioned: ConfigurationDocument
  private let reader: ConfigReader

  init(_ own: ConfigurationDocument, provisioned: ConfigurationDocument) {
    (self.own, self.provisioned) = (own, provisioned)
    reader = ConfigReader(providers: [
      EnvironmentVariablesProvider().prefixKeys(with: "sendboard"), Self.provider(own),
      Self.provider(provisioned),
    ])
  }

  private static func provider(_ document: ConfigurationDocument) -> InMemoryProvider {
    let values = document.values.map { key, value in
      (
        AbsoluteConfigKey(key.split(separator: ".").map(String.init)),
        ConfigValue(.string(value.text), isSecret: false)
      )
    }
    return InMemoryProvider(name: document.path, values: Dictionary(uniqueKeysWithValues: values))
  }

  /// The value as it was written.
  func string(forKey key: String) -> String? { reader.string(forKey: ConfigKey(key)) }

  /// Where the value of a key stands that wins; `nil` where there is none.
  func layer(_ key: String) -> Layer? { Layer.allCases.first { text(key, in: $0) != nil } }

  /// Where a value was found, with its key: `SENDBOARD_RATE`, `/etc/sendboard.yaml:3: rate`.
  func place(_ key: String) -> String {
    switch layer(key) {
    case .environment: ConfigurationKeys.variable(key)
    case .own: Self.place(key, in: own)
    case .provisioned: Self.place(key, in: provisioned)
    case nil: key
    }
  }

  private static func place(_ key: String, in document: ConfigurationDocument) -> String {
    document.values[key].map { "\(document.path):\($0.line): \(key)" } ?? key
  }

  private func text(_ key: String, in layer: Layer) -> String? {
    switch layer {
    case .environment: ProcessInfo.processInfo.environment[ConfigurationKeys.variable(key)]
    case .own: own.values[key]?.text
    case .provisioned: provisioned.values[key]?.text
    }
  }
}

extension SettingsReader {
  /// The provisioned values that do not hold, since another stands before them, each in a few words.
  var overrides: [String] {
    provisioned.values.sorted { $0.key < $1.key }.compactMap { key, wanted in
      // What serves email has an older name.
      let names = key == "providers.email" ? [key, "provider"] : [key]
      for layer in [Layer.environment, .own] {
        guard let name = names.first(where: { text($0, in: layer) != nil }) else { continue }
        let found = text(name, in: layer) ?? ""
        if found == wanted.text { return nil }
        return "\(place(name)) is '\(found)' and wins over '\(wanted.text)' of \(Self.place(key, in: provisioned))"
      }
      return nil
    }
  }
}
