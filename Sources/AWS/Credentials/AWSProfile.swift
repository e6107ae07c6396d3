import Foundation

/// What the shared files say about one profile.
struct AWSProfile: Sendable, CustomReflectable {
  let name: String
  /// Where it may stand, for messages.
  let paths: [String]
  private let config: Secret<[String: SharedFile.Entry]>
  private let credentials: Secret<[String: SharedFile.Entry]>
  private let services: Secret<[String: SharedFile.Entry]>
  private let ssoSessions: [String: [String: SharedFile.Entry]]

  /// Reads both files; a file that does not exist is an empty one.
  ///
  /// - Parameter other: a profile that another one names; `nil` for the one that is meant.
  /// - Throws: ``AWSConfigurationError`` when a file cannot be read or a profile that was named is in neither.
  init(_ environment: AWSEnvironment, _ other: String? = nil) throws(AWSConfigurationError) {
    let configPath = environment.path("AWS_CONFIG_FILE", default: "config")
    let credentialsPath = environment.path("AWS_SHARED_CREDENTIALS_FILE", default: "credentials")
    let config = try AWSProfile.file(configPath, .config)
    let credentials = try AWSProfile.file(credentialsPath, .credentials)
    name = other ?? environment.profileName
    paths = [configPath, credentialsPath].compactMap(\.self)
    if config.profiles[name] == nil, credentials.profiles[name] == nil,
      other != nil || environment.profileWasNamed
    {
      var context = "profile \(name) is in neither \(paths.joined(separator: " nor "))"
      if paths.isEmpty { context = "profile \(name) is nowhere: HOME is not set, nor AWS_CONFIG_FILE" }
      if config.unmarked.contains(name) { context += "; a heading [\(name)] there has to be [profile \(name)]" }
      throw AWSConfigurationError(.noSuchProfile, context)
    }
    self.config = Secret(config.profiles[name] ?? [:])
    self.credentials = Secret(credentials.profiles[name] ?? [:])
    let section = self.config.value["services"]?.text
    services = Secret(section.flatMap { config.services[$0] } ?? [:])
    ssoSessions = config.ssoSessions
  }

  /// A key of the credentials file, or else of the config file; the CLI prefers them in this order too.
  subscript(key: String) -> String? { text(credentials.value[key]) ?? text(config.value[key]) }

  /// A key of the credentials file.
  func inCredentialsFile(_ key: String) -> String? { text(credentials.value[key]) }

  /// A key of the config file.
  func inConfigFile(_ key: String) -> String? { text(config.value[key]) }

  /// The endpoint that the profile's `services` section gives one service.
  func endpoint(of service: AWSService) -> String? {
    services.value[service.configurationName]?.nested["endpoint_url"]
  }

  /// A key of a section `sso-session`; `nil` when there is no such section, or no such key in it.
  func ssoSession(_ session: String, _ key: String) -> String? { text(ssoSessions[session]?[key]) }

  /// Whether there is such a section.
  func hasSSOSession(_ session: String) -> Bool { ssoSessions[session] != nil }

  var customMirror: Mirror { Mirror(self, children: ["name": name]) }

  private func text(_ entry: SharedFile.Entry?) -> String? {
    guard let text = entry?.text, !text.isEmpty else { return nil }
    return text
  }

  private static func file(_ path: String?, _ kind: SharedFile.Kind) throws(AWSConfigurationError) -> SharedFile {
    guard let path else { return SharedFile() }
    let data: Data
    do {
      // Not `Data(contentsOf:)`, which refuses /dev/null: the usual way to say "no file".
      data = try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data()
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return SharedFile()
    } catch {
      throw AWSConfigurationError(.brokenFile, "\(path) cannot be read; check that it is a file and is yours")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw AWSConfigurationError(.brokenFile, "\(path) is not UTF-8 text; save it as such")
    }
    return try SharedFile(text, kind: kind, path: path)
  }
}
