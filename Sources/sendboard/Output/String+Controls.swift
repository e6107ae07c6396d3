import Canvas
import Foundation

extension String {
  /// The text as it may be given to a terminal: what could steer it, or shows nothing, stands there as a mark.
  ///
  /// Where there is a terminal, also in the form whose width all terminals agree on, as the dashboard draws it: joined emoji
  /// as their first part, and no more than three marks on a letter. Whoever reads a pipe gets them whole.
  func withoutControls(keepingBreaks: Bool = false) -> String {
    let text = HiddenScalar.visible(self, keepingBreaks: keepingBreaks)
    return Self.isOnTerminal ? text.drawn : text
  }

  private static let isOnTerminal = isatty(STDOUT_FILENO) == 1 || isatty(STDERR_FILENO) == 1

  /// The text as the dashboard draws it, line by line.
  var drawn: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var text = ""
      for glyph in GlyphSequence(line) { glyph.write(to: &text) }
      return text
    }.joined(separator: "\n")
  }
}
