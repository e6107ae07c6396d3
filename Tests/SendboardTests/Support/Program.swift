import Foundation
import Testing

/// The binary under test.
enum Program {
  /// `$SENDBOARD_BINARY`, or the one that was built beside these tests.
  static func binary() throws -> String {
    if let named = ProcessInfo.processInfo.environment["SENDBOARD_BINARY"] { return named }
    // Not on Linux, or without /proc: the argument that names the bundle has to do.
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    for start in [executable].compactMap({ $0 }) + CommandLine.arguments {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("sendboard").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
      }
    }
    throw Obstacle("no binary 'sendboard' beside the tests: build it first, or name one with SENDBOARD_BINARY")
  }

  /// What a program left when it had ended.
  struct Result {
    /// The exit status, or minus the signal that ended it.
    var status: Int32
    var output: String
    var errors: String
    /// The most memory it ever held, in KiB; 0 where `/proc` does not tell.
    var peakMemory: Int

    /// What it printed, a JSON object a line.
    func json() throws -> [[String: Any]] {
      try output.split(separator: "\n").map { line in
        guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
          throw Obstacle("not a JSON object: \(line)")
        }
        return object
      }
    }

    /// Whether `run --drain` came to its end, with or without something left for an operator to decide.
    var isDrained: Bool { status == 0 || status == 2 }

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }
}

extension Workplace {
  /// Runs the binary to its end.
  ///
  /// - Throws: ``Obstacle`` when it is still running at the deadline; it is killed then.
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil,
    within deadline: Duration = .seconds(60)
  ) async throws -> Program.Result {
    try await start(arguments, environment: environment, input: input).wait(within: deadline)
  }

  /// Runs the binary, expects success, and returns its JSON.
  func json(_ arguments: [String], environment: [String: String] = [:]) async throws -> [[String: Any]] {
    let result = try await run(
      arguments.contains("--json") ? arguments : arguments + ["--json"], environment: environment)
    guard result.status == 0 else { throw Obstacle("\(arguments): exit \(result.status): \(result.errors)") }
    return try result.json()
  }

  /// Expects a command to do nothing where nobody can be asked, and to say how many it is about and what would do it.
  func expectRefused(_ arguments: [String], count: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws
  {
    let result = try await run(arguments)
    #expect(result.status == 1 && result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    for words in ["\(count) ", "nothing was done", "--yes \(count)"] {
      #expect(result.errors.contains(words), "\(result.errors)", sourceLocation: sourceLocation)
    }
  }

  /// Starts the binary.
  func start(
    _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> RunningProgram {
    try startTool(Program.binary(), arguments, environment: environment, input: input)
  }

  /// Starts any program.
  func startTool(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> RunningProgram {
    let name = "run-" + UUID().uuidString.prefix(8)
    var inputPath = "/dev/null"
    if let input { inputPath = try write(input, to: "tmp/\(name).in") }
    return try RunningProgram(
      path: path, arguments: arguments, environment: self.environment(environment), folder: folder, input: inputPath,
      output: file("tmp/\(name).out"), errors: file("tmp/\(name).err"))
  }
}
