import Foundation

/// Standard error: progress and messages, so that standard output stays clean for data.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  static func print(_ line: String) { write(line + "\n") }

  /// Shows a line that the next one replaces; only on a terminal.
  static func progress(_ line: String) {
    if isTerminal { write("\r\u{1B}[K" + line) }
  }

  /// Clears the progress line.
  static func endProgress() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
