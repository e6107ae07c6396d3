import struct Foundation.Date

/// Runs a profile's `credential_process`
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>).
struct CredentialProcess: Sendable {
  private let command: Secret<Command>
  private let environment: AWSEnvironment
  private let timeLimit: Duration
  private let source: String

  private enum Command {
    case line(String)
    case words([String])

    var words: [String]? {
      switch self {
      case .line(let line): try? CommandLineWords(line).words
      case .words(let words): words
      }
    }
  }

  init(command: String, environment: AWSEnvironment, timeLimit: Duration, profile: String? = nil) {
    self.command = Secret(.line(command))
    self.environment = environment
    self.timeLimit = timeLimit
    source = "credential_process of profile \(profile ?? environment.profileName)"
  }

  /// Has the AWS CLI say what it finds for a profile, which is more than is known here: it renews a login, too.
  ///
  /// - Returns: `nil` when there is no AWS CLI.
  init?(cliFor profile: String, environment: AWSEnvironment, timeLimit: Duration) {
    self.environment = environment
    self.timeLimit = timeLimit
    source = "AWS CLI for profile \(profile)"
    command = Secret(
      .words(["aws", "configure", "export-credentials", "--profile", profile, "--format", "process"]))
    if executable("aws") == nil { return nil }
  }

  func run(now: Date) async throws -> Credentials {
    guard let words = command.value.words, let program = words.first else {
      throw CredentialError(.unusable, "\(source): the command line is empty, or a quote in it does not end")
    }
    // Only the program is ever named: its arguments may hold a secret.
    guard let executable = executable(program) else {
      throw CredentialError(.unusable, "\(source): \(program) is not a program that can be run; check it and PATH")
    }
    let child = ChildProcess(
      executable: executable, arguments: words, environment: environment.allVariables, timeLimit: timeLimit)
    let result: ChildProcess.Result
    do {
      result = try await child.run()
    } catch let error as ChildProcess.Failure {
      throw CredentialError(.unusable, "\(source): \(program) \(error.words)\(said(error.standardError))")
    }
    guard result.status == 0 else {
      throw CredentialError(
        .unusable, "\(source): \(program) failed with status \(result.status)\(said(result.standardError))")
    }
    let document = try CredentialDocument(result.output, source: source)
    guard document.version == 1 else {
      throw CredentialError(.unusable, "\(source): Version is not 1 in what \(program) printed")
    }
    return try document.credentials(source: source, now: now)
  }

  private func executable(_ program: String) -> String? {
    if program.contains("/") { return ChildProcess.canRun(program) ? program : nil }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { "\($0)/\(program)" }.first(where: ChildProcess.canRun)
  }

  /// The end of what it said, in one line: there is why it failed. What is secret in the environment is taken out, since
  /// a script that traces itself prints it.
  private func said(_ standardError: [UInt8]) -> String {
    let secrets = environment.allVariables.filter { name, value in
      let name = name.uppercased()
      return value.utf8.count >= 6 && ["SECRET", "TOKEN", "PASSWORD", "KEY"].contains(where: name.contains)
    }
    // The longest first: one that begins like another must not leave the other's end.
    let prose = ErrorProse(
      standardError, isCut: standardError.count >= ChildProcess.errorLimit,
      secrets: secrets.map(\.value).sorted { $0.count > $1.count })
    return prose.text.isEmpty ? "" : ": \(prose.text.suffix(500))"
  }
}
