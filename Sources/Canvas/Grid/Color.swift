/// Names a colour as a theme may ask for it; the terminal shows the nearest it has.
package enum Color: Hashable, Sendable {
  /// Leaves the terminal's own colour.
  case `default`
  /// Takes one of the sixteen colours the terminal's user has chosen.
  case ansi(ANSIColor)
  /// Takes a colour of the 256-colour palette by number.
  case indexed(UInt8)
  /// Takes a colour by its red, green and blue parts.
  case rgb(UInt8, UInt8, UInt8)
}

/// Lists the sixteen colours every colour terminal has, in the order of their numbers.
package enum ANSIColor: UInt8, CaseIterable, Hashable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}
