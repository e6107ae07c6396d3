/// All that the surroundings say about which account, region and endpoints are meant. Everything comes in as a value:
/// nothing here looks at the process's own environment.
package struct AWSEnvironment: Sendable, CustomStringConvertible, CustomReflectable {
  /// The profile named by the operator, which beats keys in the environment; `nil` when none was.
  package var explicitProfile: String?
  /// The region named by the operator, if one was.
  package var explicitRegion: String?
  /// The endpoint of every service from our own configuration; it beats all others.
  package var explicitEndpoint: String?
  private let variables: Secret<[String: String]>

  /// Makes a value from its parts.
  ///
  /// - Parameter variables: the environment's variables, such as `ProcessInfo.processInfo.environment`.
  package init(
    variables: [String: String], profile: String? = nil, region: String? = nil, endpoint: String? = nil
  ) {
    self.variables = Secret(variables)
    explicitProfile = profile
    explicitRegion = region
    explicitEndpoint = endpoint
  }

  /// The profile that is meant: the one named, else `AWS_PROFILE`, else `default`.
  package var profileName: String { explicitProfile ?? self["AWS_PROFILE"] ?? "default" }

  /// Whether somebody asked for that profile, so that its absence is a mistake.
  var profileWasNamed: Bool { explicitProfile != nil || self["AWS_PROFILE"] != nil }

  /// A variable's value without white space around it; `nil` when that is empty, as every AWS tool takes it.
  subscript(name: String) -> String? {
    guard let value = variables.value[name]?.trimmed, !value.isEmpty else { return nil }
    return String(value)
  }

  /// Every variable, for a process that is started.
  var allVariables: [String: String] { variables.value }

  /// Whether a variable says `true`.
  func isTrue(_ name: String) -> Bool { self[name]?.lowercased() == "true" }

  /// Where a shared file is: where its variable says, else in the home folder; `nil` without either.
  func path(_ variable: String, default name: String) -> String? {
    let home = self["HOME"]
    guard let path = self[variable] else { return home.map { "\($0)/.aws/\(name)" } }
    guard path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }

  /// Says which profile; the variables may hold secrets.
  package var description: String { "profile \(profileName)" }
  /// Shows no variable to `dump`.
  package var customMirror: Mirror { Mirror(self, children: ["profile": profileName]) }
}
