import SystemPackage
import Foundation
import Subprocess
import Synchronization

/// A program that is run to its end, with a limit on its time and its output.
struct ChildProcess: Sendable {
  struct Result: Sendable {
    /// The exit status, or 128 and the signal as a shell counts it.
    var status: Int32
    var output: [UInt8] = []
    var standardError: [UInt8] = []
  }

  struct Failure: Error {
    var words: String
    var standardError: [UInt8] = []
  }

  private static let outputLimit = 1 << 20
  /// Only the end of its errors is kept.
  static let errorLimit = 4096

  let executable: String
  /// The first is what it is called by.
  let arguments: [String]
  let environment: [String: String]
  let timeLimit: Duration

  static func canRun(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && access(path, X_OK) == 0
  }

  /// Runs it; its time limit and a cancelled task end it, with all it started, before this returns.
  func run() async throws -> Result {
    let errors = Tail()
    let result = try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await runToItsEnd(errors) }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return nil
      }
      // Whichever comes first ends the other, and is waited for with it.
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    try Task.checkCancellation()
    guard let result else {
      throw Failure(
        words: "did not end within \(timeLimit.components.seconds) s and was stopped", standardError: errors.bytes)
    }
    return result
  }

  private func runToItsEnd(_ errors: Tail) async throws -> Result {
    // A process group of its own, so that it can be ended with all it starts.
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
    do {
      let ended = try await Subprocess.run(
        .path(.init(executable)),
        arguments: .init(executablePathOverride: arguments.first, remainingValues: Array(arguments.dropFirst())),
        environment: .custom(
          Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })),
        platformOptions: options, input: .none, output: .sequence, error: .sequence
      ) { execution in
        try await Self.read(execution.standardOutput, execution.standardError, errors)
      }
      return Result(
        status: Self.status(ended.terminationStatus), output: ended.closureResult, standardError: errors.bytes)
    } catch let error as SubprocessError {
      let why = error.underlyingError.map { ": \($0)" } ?? ""
      switch error.code {
      case .spawnFailed, .executableNotFound: throw Failure(words: "could not be started\(why)")
      default: throw Failure(words: "could not be followed to its end\(why)", standardError: errors.bytes)
      }
    }
  }

  /// Takes both at once: a program that waits to get rid of its errors does not end. They end with the program, even when
  /// another holds the pipes open.
  private static func read(
    _ output: SubprocessOutputSequence, _ standardError: SubprocessOutputSequence, _ errors: Tail
  ) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for try await piece in standardError {
          piece.withUnsafeBytes { errors.append($0) }
          // While something is there, reading does not notice by itself.
          try Task.checkCancellation()
        }
      }
      var taken: [UInt8] = []
      for try await piece in output {
        piece.withUnsafeBytes { taken += $0 }
        guard taken.count <= outputLimit else {
          throw Failure(words: "printed more than any credentials", standardError: errors.bytes)
        }
        try Task.checkCancellation()
      }
      try await group.waitForAll()
      return taken
    }
  }

  private static func status(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }

  /// The last bytes of what is written.
  private final class Tail: Sendable {
    private let kept = Mutex<[UInt8]>([])
    var bytes: [UInt8] { kept.withLock { $0 } }

    func append(_ piece: UnsafeRawBufferPointer) {
      kept.withLock {
        $0 += piece.suffix(ChildProcess.errorLimit)
        $0.removeFirst(max(0, $0.count - ChildProcess.errorLimit))
      }
    }
  }
}
