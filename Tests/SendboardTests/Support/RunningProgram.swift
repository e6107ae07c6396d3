import Foundation
import TestSupport

/// A program under way, its output in files so that no pipe can fill up.
final class RunningProgram {
  let processID: pid_t
  private let words: [String]
  private let output: String
  private let errors: String
  private var status: Int32?
  private var peakMemory = 0

  init(
    path: String, arguments: [String], environment: [String: String], folder: String, input: String, output: String,
    errors: String
  ) throws {
    words = arguments
    self.output = output
    self.errors = errors
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    // Threads that run tests have signals blocked, and a program would inherit that and never hear SIGTERM or SIGHUP.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // The shell only changes the folder, and becomes the program.
    let shell = "/bin/sh"
    let words =
      ([shell, "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, path] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var id: pid_t = 0
    let failure = posix_spawn(&id, shell, &actions, &attributes, words, settings)
    guard failure == 0 else { throw Obstacle("\(path) cannot be started: \(String(cString: strerror(failure)))") }
    processID = id
  }

  deinit {
    guard !hasEnded else { return }
    kill(processID, SIGKILL)
    var status: Int32 = 0
    waitpid(processID, &status, 0)
  }

  /// Tells whether it has ended, and notes how.
  var hasEnded: Bool {
    if status != nil { return true }
    noteMemory()
    var word: Int32 = 0
    guard waitpid(processID, &word, WNOHANG) == processID else { return false }
    // The macros of <sys/wait.h>, which Swift does not import.
    let signal = word & 0x7F
    status = signal == 0 ? (word >> 8) & 0xFF : -signal
    return true
  }

  func signal(_ number: Int32) { kill(processID, number) }

  /// Waits for its end.
  ///
  /// - Throws: ``Obstacle`` when it is still running at the deadline; it is killed then.
  func wait(within deadline: Duration = .seconds(60)) async throws -> Program.Result {
    do {
      try await eventually("process \(processID) ends", within: deadline, every: .milliseconds(5)) { hasEnded }
    } catch {
      kill(processID, SIGKILL)
      let last = (try? errorsSoFar())?.split(whereSeparator: \.isNewline).last ?? "nothing"
      throw Obstacle("\(error): \(words.prefix(60)); it said last: \(last)")
    }
    return Program.Result(
      status: status ?? 0, output: try String(contentsOfFile: output, encoding: .utf8), errors: try errorsSoFar(),
      peakMemory: peakMemory)
  }

  /// Waits for the end of a program that is known to be quick, where nothing may suspend.
  func waitAtOnce() {
    var word: Int32 = 0
    if status == nil, waitpid(processID, &word, 0) == processID { status = word }
  }

  /// What it has said so far.
  func errorsSoFar() throws -> String { try String(contentsOfFile: errors, encoding: .utf8) }

  /// The kernel's own high-water mark; `wait4` would report this process's instead, from before the exec.
  private func noteMemory() {
    // Absent outside Linux, and once the process has ended.
    guard let text = try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let peak = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return }
    peakMemory = max(peakMemory, peak)
  }
}
