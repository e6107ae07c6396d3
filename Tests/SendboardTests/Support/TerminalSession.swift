import Foundation
import TestSupport

/// A real terminal: a tmux server of its own with one window.
final class TerminalSession {
  private let place: Workplace
  private let socket = "sendboard-\(UUID().uuidString.prefix(8))"
  private let tmux: String

  /// Opens the terminal at a size, with a shell that waits for the test.
  ///
  /// - Throws: ``Obstacle`` when there is no tmux.
  init(_ place: Workplace, width: Int = 80, height: Int = 24) async throws {
    self.place = place
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let tmux = folders.map({ "\($0)/tmux" }).first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw Obstacle("tmux is not installed and these tests need it: apt-get install tmux")
    }
    self.tmux = tmux
    try await command(["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "sh"])
    // Keeps the size whatever is attached, which is nothing.
    try await command(["set-option", "-g", "window-size", "manual"])
    try await command(["set-option", "-g", "remain-on-exit", "on"])
    try await command(["set-option", "-sg", "escape-time", "10"])
  }

  deinit {
    // Already gone where the test closed the terminal.
    (try? place.startTool(tmux, ["-L", socket, "kill-server"]))?.waitAtOnce()
  }

  @discardableResult
  func command(_ arguments: [String]) async throws -> String {
    let result = try await place.startTool(
      tmux, ["-L", socket, "-f", "/dev/null"] + arguments, environment: ["TERM": "xterm-256color"]
    ).wait()
    guard result.status == 0 else { throw Obstacle("tmux \(arguments): \(result.errors)") }
    return result.output
  }

  /// Runs a program in the terminal; the shell then says how it ended and in what state it found the terminal.
  ///
  /// - Returns: the program's process id.
  func launch(_ arguments: [String], environment: [String: String] = [:]) async throws -> pid_t {
    let mark = UUID().uuidString.prefix(8)
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let words = ([try Program.binary()] + arguments).map { "'\($0)'" }.joined(separator: " ")
    try place.write(
      """
      stty -a > \(mark).before
      env \(settings) sh -c 'echo $$ > \(mark).pid; exec "$@"' sh \(words)
      echo "ended with $?" > \(mark).end
      stty -a > \(mark).after

      """, to: "\(mark).sh")
    self.mark = String(mark)
    try await send(". ./\(mark).sh", "Enter")
    let text = try await eventually("the program starts") {
      // Not there before the shell has made it.
      (try? place.read("\(mark).pid")).flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    return text
  }

  private var mark = ""

  /// How the program ended, once it has: its exit status, and whether the terminal's line settings are as before.
  func ending(within deadline: Duration = .seconds(20)) async throws -> (status: Int, isSane: Bool) {
    let after = try await eventually("the program ends", within: deadline) {
      // Written last of all.
      (try? place.read("\(mark).after")).flatMap { $0.isEmpty ? nil : $0 }
    }
    let status = try place.read("\(mark).end").split(whereSeparator: { !$0.isNumber }).last.flatMap { Int($0) }
    return (status ?? -1, try place.read("\(mark).before") == after)
  }

  /// Sends keys by tmux's names for them.
  func send(_ keys: String...) async throws {
    try await waitBehindEscape()
    try await command(["send-keys"] + keys)
    endedWithEscape = keys.last == "Escape"
  }

  /// Types text as it is.
  func type(_ text: String) async throws {
    try await waitBehindEscape()
    try await command(["send-keys", "-l", text])
    endedWithEscape = false
  }

  private var endedWithEscape = false

  /// What comes within 50 ms of an Escape is the rest of it to the program (`KeyDecoder`), and a test that has seen the
  /// Escape's frame is faster than that: no operator is.
  private func waitBehindEscape() async throws {
    if endedWithEscape { try await Task.sleep(for: .milliseconds(80)) }
  }

  /// What is on the screen, a string a line; with `escapes`, the colours too.
  func screen(escapes: Bool = false) async throws -> [String] {
    try await command(["capture-pane", "-p"] + (escapes ? ["-e"] : [])).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func wait(for text: String, within deadline: Duration = .seconds(20)) async throws -> [String] {
    var last: [String] = []
    do {
      return try await eventually(text, within: deadline) {
        last = try await screen()
        return last.contains { $0.contains(text) } ? last : nil
      }
    } catch is TimedOut {
      throw Obstacle("'\(text)' is not on the screen:\n\(last.joined(separator: "\n"))")
    }
  }

  /// Waits until something is so; when it is not, the screen is told.
  func until(_ what: String, within deadline: Duration = .seconds(30), _ probe: () async throws -> Bool) async throws {
    do { try await eventually(what, within: deadline, probe) } catch is TimedOut {
      throw Obstacle("'\(what)' is not so:\n\(try await screen().joined(separator: "\n"))")
    }
  }

  /// Waits until a text is gone from the screen.
  func waitWithout(_ text: String, within deadline: Duration = .seconds(30)) async throws {
    try await eventually("'\(text)' goes away", within: deadline) {
      try await (!screen().contains { $0.contains(text) })
    }
  }

  func resize(_ width: Int, _ height: Int) async throws {
    try await command(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// Whether the terminal is as a shell wants it: the normal screen, the cursor shown.
  func isRestored() async throws -> Bool {
    try await command(["display-message", "-p", "#{alternate_on} #{cursor_flag}"]).hasPrefix("0 1")
  }

  /// Closes the terminal, as a window is closed or a connection lost.
  func close() async throws { try await command(["kill-server"]) }
}
