import Foundation

/// Times what a program writes on its terminal, without looking at the screen again and again: tmux copies the program's own
/// output into a file (`pipe-pane`), and the file is looked at every millisecond.
struct ScreenWatch {
  private let terminal: TerminalSession
  private let path: String

  init(_ terminal: TerminalSession, file: String) async throws {
    self.terminal = terminal
    path = file
    try Data().write(to: URL(fileURLWithPath: file))
    try await terminal.command(["pipe-pane", "-O", "exec cat >> '\(file)'"])
  }

  /// Presses a key and waits until the program has written some words.
  ///
  /// - Returns: the time from the end of `tmux send-keys`, by which the key has been in the terminal for some milliseconds,
  ///   and how long that command took, which bounds them. Zero when the words came before it ended.
  func answer(to key: String, words: String) async throws -> (time: Duration, sending: Duration) {
    let before = try size()
    let began = ContinuousClock.now
    try await terminal.send(key)
    let sent = ContinuousClock.now
    let end = sent + .seconds(10)
    while try !written(since: before).contains(words) {
      guard .now < end else { throw Obstacle("'\(words)' was not written within 10 s of '\(key)'") }
      try await Task.sleep(for: .milliseconds(1))
    }
    return (max(.zero, .now - sent), sent - began)
  }

  /// Presses a key and lets the program do what it does then; Escape is only one when nothing follows it soon.
  func press(_ key: String) async throws {
    try await terminal.send(key)
    try await Task.sleep(for: .milliseconds(200))
  }

  private func size() throws -> UInt64 {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }  // Nothing was written to it.
    return try file.seekToEnd()
  }

  private func written(since offset: UInt64) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }  // Nothing was written to it.
    try file.seek(toOffset: offset)
    return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
  }
}
