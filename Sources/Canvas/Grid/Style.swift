/// Says how a cell looks apart from its character.
public struct Style: Hashable, Sendable {
  /// Lists what a terminal can do to a character besides colouring it.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// Holds one bit for each attribute.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Draws heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Draws fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Draws slanted where the terminal can.
    public static let italic = Attributes(rawValue: 4)
    /// Draws a line under the character.
    public static let underline = Attributes(rawValue: 8)
    /// Swaps foreground and background.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// Colours the character.
  public var foreground: Color
  /// Colours what is behind the character.
  public var background: Color
  /// Holds everything besides colours.
  public var attributes: Attributes

  /// Makes a style; without arguments, plain text in the terminal's own colours.
  public init(
    foreground: Color = .default, background: Color = .default, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Shows plain text in the terminal's own colours.
  public static let plain = Style()

  /// Returns this style laid over another: colours left at default show what is below, attributes add up.
  public func over(_ below: Style) -> Style {
    Style(
      foreground: foreground == .default ? below.foreground : foreground,
      background: background == .default ? below.background : background,
      attributes: attributes.union(below.attributes))
  }
}
