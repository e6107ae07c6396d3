import Foundation

extension Screen {
  /// Asks the terminal to put a text on its clipboard.
  ///
  /// xterm, "Control Sequences": OSC 52, with `c` for the clipboard. Nothing comes back: a terminal that does not know it, or
  /// is told not to allow it, does nothing. BEL ends it, which more terminals know than ST.
  package func copy(_ text: String) {
    guard !isClosed else { return }
    send("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
  }
}
