/// Names what the operator did at the terminal.
package enum Key: Hashable, Sendable {
  /// Typed a character.
  case character(Character)
  /// Typed a letter, or one of `@[\]^_`, while holding Control; letters are lower case. `i`, `m` and `[` never arrive:
  /// terminals send them as Tab, Enter and Escape.
  case control(Character)
  /// Typed a character while holding Alt, which terminals send as Escape and the character at once.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// Pressed a function key, counted from 1.
  case function(Int)
  /// Pasted a text, which may hold line breaks.
  case paste(String)
  /// Pressed a button of the mouse, or turned its wheel.
  case mouse(MouseAction, Point)
  /// Came to the terminal's window, or left it.
  case focusGained, focusLost
  /// Gave the window another size.
  case resize(Size)
}

/// Names what the mouse did.
package enum MouseAction: Hashable, Sendable {
  /// Pressed the left, middle or right button.
  case click, middleClick, rightClick
  case scrollUp, scrollDown
}
