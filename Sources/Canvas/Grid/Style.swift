/// Says how a cell looks apart from its character.
package struct Style: Hashable, Sendable {
  /// Lists what a terminal can do to a character besides colouring it.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// Holds one bit for each attribute.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Draws heavier.
    package static let bold = Attributes(rawValue: 1)
    /// Draws fainter.
    package static let dim = Attributes(rawValue: 2)
    /// Draws slanted where the terminal can.
    package static let italic = Attributes(rawValue: 4)
    /// Draws a line under the character.
    package static let underline = Attributes(rawValue: 8)
    /// Swaps foreground and background.
    package static let reverse = Attributes(rawValue: 16)
  }

  /// Colours the character.
  package var foreground: Color
  /// Colours what is behind the character.
  package var background: Color
  /// Holds everything besides colours.
  package var attributes: Attributes

  /// Makes a style; without arguments, plain text in the terminal's own colours.
  package init(
    foreground: Color = .default, background: Color = .default, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Shows plain text in the terminal's own colours.
  package static let plain = Style()

  /// Returns this style laid over another: colours left at default show what is below, attributes add up.
  package func over(_ below: Style) -> Style {
    Style(
      foreground: foreground == .default ? below.foreground : foreground,
      background: background == .default ? below.background : background,
      attributes: attributes.union(below.attributes))
  }
}
