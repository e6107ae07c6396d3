import Foundation

/// Standard error: progress and messages, so that standard output stays clean for data.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Prints a text; what it quotes from arguments and files must not steer the terminal.
  static func print(_ text: String) { write(text.withoutControls(keepingBreaks: true) + "\n") }

  /// Shows a line that the next one replaces; only on a terminal.
  static func progress(_ line: String) {
    if isTerminal { write("\r\u{1B}[K" + line.withoutControls()) }
  }

  /// Clears the progress line.
  static func endProgress() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  /// Nobody is left to hear of a failure here; a `FileHandle` would end the process for it.
  private static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = Foundation.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }
}
