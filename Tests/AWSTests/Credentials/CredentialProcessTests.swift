import Foundation
import Testing
import TestSupport

@testable import AWS

@Suite struct CredentialProcessTests {
  private let folder: TemporaryFolder
  private let now = Date(timeIntervalSince1970: 1_795_248_550)

  init() throws {
    folder = try TemporaryFolder()
  }

  private func find(
    _ command: String, variables: [String: String] = [:], timeLimit: Duration = .seconds(60)
  ) async throws -> Credentials? {
    try folder.write("[default]\ncredential_process = \(command)\n", to: ".aws/config")
    let environment = AWSEnvironment(
      variables: ["HOME": folder.path, "PATH": "/usr/bin:/bin"].merging(variables) { $1 })
    return try await ProfileProvider(environment: environment, transport: FakeTransport(), timeLimit: timeLimit).find(
      now: now)
  }

  /// The error's text, once it is sure that no way of printing it shows the marker.
  private func failure(_ command: String, timeLimit: Duration = .seconds(60)) async throws -> String {
    let variables = ["MY_TOKEN": "MARKER-of-the-environment"]
    let error = await #expect(throws: CredentialError.self) {
      try await find(command, variables: variables, timeLimit: timeLimit)
    }
    var shown = error.map { "\($0) \(String(reflecting: $0))" } ?? ""
    dump(error, to: &shown)
    #expect(!shown.contains("MARKER"))
    return error?.context ?? ""
  }

  @Test func whatItPrintsIsTaken() async throws {
    let script = try folder.script(
      "keys",
      #"""
      printf '{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s","SessionToken":"t",' "$1" "$2"
      printf '"Expiration":"2026-11-21T09:09:10Z","Other":[1]}'
      echo careful >&2
      """#)
    let expected = Credentials(
      accessKeyID: "A-B", secretAccessKey: "$HOME", sessionToken: "t",
      expiration: now.addingTimeInterval(3_600), source: "credential_process of profile default")
    // No shell splits the line: a variable stays what it is.
    #expect(try await find("\(script) 'A-B' $HOME") == expected)
  }

  @Test func aNameAloneIsLookedForInThePath() async throws {
    let document = #"{"Version":1,"AccessKeyId":"%s","SecretAccessKey":"%s"}"#
    #expect(try await find("printf '\(document)' A B")?.accessKeyID == "A")
    #expect(try await find("printf '\(document)' A B", variables: ["PATH": ""])?.accessKeyID == "A")
    await #expect(throws: CredentialError.self) {
      try await find("printf '\(document)' A B", variables: ["PATH": folder.path])
    }
  }

  @Test func itGetsTheEnvironmentAndNoTerminal() async throws {
    let script = try folder.script(
      "keys",
      #"""
      read line && exit 9
      ls /proc/self/fd | wc -l >&2
      printf '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"%s"}' "$MINE"
      """#)
    #expect(try await find(script, variables: ["MINE": "yes"])?.secretAccessKey == "yes")
  }

  /// `ls` itself holds 0, 1, 2 and the folder; a file that is open here is not passed on.
  @Test func noOpenFileIsPassedOn() async throws {
    // Opened the old way, so that it would be passed on by itself.
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    let script = try folder.script("keys", "printf 'files %s' $(ls /proc/self/fd | wc -l) >&2; exit 1")
    #expect(try await failure(script).hasSuffix("files 4"))
  }

  @Test func failingItIsQuotedFromItsErrorsOnly() async throws {
    let script = try folder.script(
      "keys", "echo '{\"SecretAccessKey\":\"MARKER\"}'; echo 'not\tlogged in' >&2; echo $MY_TOKEN >&2; exit 3")
    let words = try await failure("\(script) --password MARKER")
    #expect(words == "credential_process of profile default: /bin/sh failed with status 3: not logged in …")
  }

  @Test func longErrorsAreCut() async throws {
    let script = try folder.script("keys", "yes 'no way' | head -n 40000 >&2; echo 'the END' >&2; exit 1")
    let words = try await failure(script)
    #expect(words.count < 700)
    #expect(words.hasSuffix("no way the END"))
    let endless = try folder.script("endless", "head -c 300000 /dev/zero | tr '\\0' x >&2; exit 1")
    #expect(try await failure(endless).hasSuffix("failed with status 1: …"))
  }

  /// AWS's own example key.
  private static let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  @Test(arguments: [
    #"echo '{"Version":1,"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","SecretAccessKey":"KEY","SessionToken":"KEY"}' >&2"#,
    #"printf '{\n  "AccessKeyId" : "A",\n  "SecretAccessKey" :\n  "KEY"\n}\n' >&2"#,
    #"echo '"wJalrXUtnFEMI\/K7MDENG\/bPxRfiCYEXAMPLEKEY"' >&2"#, "echo 'Secret KEY is refused' >&2",
    "set -x; : --secret KEY --password hunter2", "set -x; S=KEY; : $S", "set -v; export PASSWORD=hunter2",
    "echo SecretAccessKey: hunter2 >&2", "echo aws_secret_access_key = hunter2 >&2",
    "echo AKIAIOSFODNN7EXAMPLE >&2", "echo wJalrXUtnFEMI%2FK7MDENG%2FbPxRfiCYEXAMPLEKEY >&2",
    // Only the end of it is kept: that must not be the end of a key.
    "printf '%s%4085s\\n' KEY . >&2", "(echo KEY; head -c 4090 /dev/zero | tr '\\0' x) >&2",
  ]) func aSecretInItsErrorsIsNotShown(command: String) async throws {
    let command = command.replacingOccurrences(of: "KEY\"", with: Self.key + "\"")
      .replacingOccurrences(of: " KEY", with: " " + Self.key).replacingOccurrences(of: "=KEY", with: "=" + Self.key)
    let script = try folder.script("keys", "\(command)\necho 'log in first' >&2; exit 3")
    let words = try await failure(script)
    #expect(words.hasSuffix("log in first") || words.hasSuffix("…"), "\(words)")
    for part in ["wJalr", "FEMI", "K7MDENG", "bPxRf", "YEXAMPLE", "AKIA", "hunter2"] {
      #expect(!words.contains(part), "\(words)")
    }
  }

  @Test func aSignalEndsItLikeAStatus() async throws {
    let script = try folder.script("keys", "kill -9 $$")
    #expect(try await failure(script).contains("status 137"))
  }

  @Test(arguments: [
    "MARKER", "", #"{"Version":1,"SecretAccessKey":"MARKER"}"#, #"{"Version":1,"AccessKeyId":7,"Token":"MARKER"}"#,
    #"{"AccessKeyId":"A","SecretAccessKey":"MARKER"}"#, #"{"Version":2,"AccessKeyId":"A","SecretAccessKey":"MARKER"}"#,
    #"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"MARKER","Expiration":"soon MARKER"}"#,
    #"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"MARKER","Expiration":"2026-11-21T08:09:10Z"}"#,
    #"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"MARKER","SessionToken":"a\r\nMARKER"}"#,
    #"{"Version":1,"AccessKeyId":"A","SecretAccessKey":"MARKER"#,
  ]) func whatCannotBeUsedIsNotShown(document: String) async throws {
    try folder.write(document, to: "document")
    #expect(try await failure("cat \(folder.path)/document").hasPrefix("credential_process of profile default: "))
  }

  @Test(arguments: ["nobody-has-this MARKER", "/ MARKER", "'MARKER", "\"\" MARKER"])
  func whatCannotBeRunIsAnError(command: String) async throws {
    #expect(try await failure(command).hasPrefix("credential_process of profile default: "))
  }

  @Test func aFileThatIsNoProgramIsAnError() async throws {
    try folder.write("\u{0}\u{1}", to: "keys")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/keys")
    #expect(try await failure(folder.path + "/keys").contains("could not be started"))
  }

  @Test func endlessOutputIsStopped() async throws {
    #expect(try await failure("cat /dev/zero").contains("printed more than any credentials"))
  }

  @Test func itIsStoppedWithAllItStartedWhenItsTimeIsOver() async throws {
    let script = try folder.script("keys", "sleep 600 & echo $! > \(folder.path)/child; echo stuck >&2; wait")
    let words = try await failure(script, timeLimit: .seconds(1))
    #expect(words.hasSuffix("did not end within 1 s and was stopped: stuck"))
    let child = try #require(Int32(String(contentsOfFile: folder.path + "/child", encoding: .utf8).trimmed))
    try await untilEnded(child)
  }

  @Test func anotherProcessThatHoldsThePipesDoesNotKeepItWaiting() async throws {
    let script = try folder.script(
      "keys", #"sleep 45 & printf '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s"}'; echo $! >&2"#)
    let began = ContinuousClock.now
    #expect(try await find(script)?.accessKeyID == "A")
    #expect(ContinuousClock.now - began < .seconds(30))
  }

  @Test func whoClosesItsPipesIsStoppedAllTheSame() async throws {
    let script = try folder.script("keys", "exec >&- 2>&-; sleep 600")
    #expect(try await failure(script, timeLimit: .seconds(1)).hasSuffix("did not end within 1 s and was stopped"))
  }

  /// A process in a session of its own is not ended with the rest, and holds the pipes.
  @Test func whoLeftTheGroupDoesNotKeepItWaiting() async throws {
    let script = try folder.script("keys", "setsid sleep 45 & echo stuck >&2; wait")
    let began = ContinuousClock.now
    #expect(try await failure(script, timeLimit: .seconds(1)).hasSuffix("was stopped: stuck"))
    #expect(ContinuousClock.now - began < .seconds(30))
  }

  /// What it leaves behind writes errors for ever, so that there is always something to read.
  @Test func endlessErrorsOfAnotherEndWithTheTimeLimit() async throws {
    let script = try folder.script("keys", "yes >&2 & echo $! > \(folder.path)/child; exit 1")
    let began = ContinuousClock.now
    _ = try await failure(script, timeLimit: .seconds(2))
    #expect(ContinuousClock.now - began < .seconds(30))
    let child = try #require(Int32(String(contentsOfFile: folder.path + "/child", encoding: .utf8).trimmed))
    try await untilEnded(child)
  }

  /// Far more at once than there are threads for tasks: were one held by each, they would take minutes.
  @Test func waitingHoldsNoThreadOfThePool() async throws {
    let began = ContinuousClock.now
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<64 {
        group.addTask {
          try await ChildProcess(
            executable: "/bin/sleep", arguments: ["sleep", "3"], environment: [:], timeLimit: .seconds(60)
          ).run().status
        }
      }
      for try await status in group { #expect(status == 0) }
    }
    #expect(ContinuousClock.now - began < .seconds(45))
  }

  @Test func aCancelledTaskEndsIt() async throws {
    let script = try folder.script("keys", "cd \(folder.path); echo $$ > new; mv new pid; exec sleep 600")
    let task = Task { try await find(script) }
    let file = folder.path + "/pid"
    try await eventually("it runs") { FileManager.default.fileExists(atPath: file) }
    let pid = try #require(Int32(String(contentsOfFile: file, encoding: .utf8).trimmed))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await untilEnded(pid)
  }

  /// Waits until a process is gone, or a zombie that its adopter has not buried yet.
  private func untilEnded(_ pid: Int32) async throws {
    try await eventually("process \(pid) ends") {
      // No file: gone.
      guard let line = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return true }
      return line.contains(") Z ") || line.contains(") X ")
    }
  }
}
