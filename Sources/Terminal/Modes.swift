/// Lists the modes a terminal is put into that curses knows nothing of.
///
/// xterm, "Control Sequences": DEC private modes 1004 (focus), 2004 (bracketed paste), 2026 (synchronized output).
enum Modes {
  static let on = "\u{1B}[?2004h\u{1B}[?1004h"
  static let off = "\u{1B}[?2004l\u{1B}[?1004l"
  static let beginFrame = "\u{1B}[?2026h"
  static let endFrame = "\u{1B}[?2026l"
  /// Ends every kind of mouse report; curses turns on one of them.
  static let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"
}
