import Configuration
import Foundation

/// Finds what is set in the environment, or else in the configuration file, and says where it was found.
struct SettingsReader: Sendable {
  private let reader: ConfigReader
  private let document: ConfigurationDocument

  init(_ document: ConfigurationDocument) {
    self.document = document
    let values = document.values.map { (AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)), $0.value) }
    reader = ConfigReader(providers: [
      EnvironmentVariablesProvider().prefixKeys(with: "sendboard"),
      InMemoryProvider(
        values: Dictionary(
          uniqueKeysWithValues: values.map { ($0.0, ConfigValue(.string($0.1.text), isSecret: false)) })),
    ])
  }

  /// The value as it was written.
  func string(forKey key: String) -> String? { reader.string(forKey: ConfigKey(key)) }

  /// Whether a value stands in the environment, which wins over the file.
  func isFromEnvironment(_ key: String) -> Bool {
    ProcessInfo.processInfo.environment[ConfigurationKeys.variable(key)] != nil
  }

  /// Where a value was found, with its key: `SENDBOARD_RATE`, `/etc/sendboard.yaml:3: rate`.
  func place(_ key: String) -> String {
    if isFromEnvironment(key) { return ConfigurationKeys.variable(key) }
    return document.values[key].map { "\(document.path):\($0.line): \(key)" } ?? key
  }
}
