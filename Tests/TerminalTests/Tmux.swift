import Foundation
import Testing

/// Runs a shell in a terminal of its own, on a tmux server of its own.
final class Tmux {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let socket = "sendboard-test-\(UUID().uuidString)"
  let folder: URL

  /// Opens a terminal with a shell that waits for a command.
  init(width: Int = 80, height: Int = 24) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      "start-server", ";", "set-option", "-g", "default-terminal", "tmux-256color", ";", "set-option", "-g",
      "escape-time", "0", ";", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "env -u NO_COLOR LC_ALL=C.UTF-8 SWIFT_BACKTRACE=enable=no PS1='ready> ' bash --norc --noprofile")
    try wait(for: "ready>")
    try type("stty -g > \(folder.path)/before; clear")
    try wait { try self.contents("before").contains(":") }
  }

  deinit {
    // Best effort: without its server, the terminal is gone already.
    _ = try? run("kill-server")
    _ = try? FileManager.default.removeItem(at: folder)
  }

  /// Names the program that the tests drive, which is built beside the tests.
  static var probe: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(fileURLWithPath: tests ?? CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "TerminalProbe").path
  }

  /// Starts the probe and waits until its screen is there; returns its process.
  @discardableResult
  func startProbe(_ variables: String = "") throws -> pid_t {
    // In the foreground from its beginning: one that sets up its terminal while `fg` hands it over may be stopped.
    let pid = "echo \\$\\$ > \(folder.path)/pid"
    try type("bash -c \"\(pid); \(variables) PROBE_LOG=\(folder.path)/log exec \(Self.probe)\"")
    try wait(for: "size ")
    return try #require(pid_t(contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Types a command and Enter.
  func type(_ command: String) throws {
    try run("send-keys", "-l", command)
    try run("send-keys", "Enter")
  }

  /// Presses keys by the names tmux has for them.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Sends bytes as they are.
  func send(_ text: String) throws { try run("send-keys", "-l", text) }

  /// Lists the processes of this terminal that run a program: those that write to its device, whatever their session.
  func processes(of program: String) throws -> [pid_t] {
    let device = try format("#{pane_tty}")
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter { process in
      // A process may end while it is looked at.
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
      let output = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/1")
      return path?.hasSuffix("/" + program) == true && output == device
    }
  }

  func screen(styles: Bool = false) throws -> String {
    try run(["capture-pane", "-p"] + (styles ? ["-e"] : []))
  }

  func format(_ text: String) throws -> String {
    try run("display-message", "-p", text).trimmingCharacters(in: .newlines)
  }

  func contents(_ name: String) throws -> String {
    // Not there yet is as good as empty: the callers wait.
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  func wait(for text: String) throws {
    try wait("“\(text)” on the screen") { try self.screen().contains(text) }
  }

  /// Waits until something holds; failing takes ten seconds, succeeding as long as it takes.
  func wait(_ what: String = "a condition", until holds: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(10)
    while try !holds() {
      guard ContinuousClock.now < end else {
        throw Failure(description: "waited in vain for \(what); the screen is:\n\((try? screen()) ?? "(gone)")")
      }
      usleep(10_000)
    }
  }

  /// Expects the shell back on the ordinary screen, with cursor and settings as they were before.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("the ordinary screen") { try self.format("#{alternate_on}") == "0" }
    try wait(for: "ready>")
    // A name of its own each time, and there only when it is whole: what an earlier call has left must not be read.
    let name = "after-\(UUID().uuidString)"
    try type("stty -g > \(folder.path)/stty && mv \(folder.path)/stty \(folder.path)/\(name)")
    var after = ""
    try wait("the terminal's settings") {
      after = try self.contents(name)
      return !after.isEmpty
    }
    #expect(after == (try contents("before")), "stty", sourceLocation: sourceLocation)
    #expect(try format("#{cursor_flag} #{mouse_any_flag}") == "1 0", sourceLocation: sourceLocation)
  }

  @discardableResult
  func run(_ arguments: String...) throws -> String { try run(arguments) }

  /// Not by Foundation's `Process`: waiting for two of them on two threads at once hangs on Linux.
  @discardableResult
  func run(_ arguments: [String]) throws -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    // The threads that run tests block signals, and whatever they start would do so for ever.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ["tmux", "-u", "-L", socket, "-f", "/dev/null"] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var environment: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in environment { free(pointer) } }
    var child = pid_t()
    let result = posix_spawnp(&child, "tmux", &actions, &attributes, &pointers, &environment)
    close(ends[1])
    defer { close(ends[0]) }
    guard result == 0 else { throw Failure(description: "tmux cannot be started (errno \(result)): install it") }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8_192)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: output, as: UTF8.self)
    guard status == 0 else { throw Failure(description: "tmux \(arguments): \(text)") }
    return text
  }
}
