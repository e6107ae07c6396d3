/// Measures a grid in columns and rows; never negative.
public struct Size: Hashable, Sendable {
  /// Counts columns of the terminal.
  public var width: Int
  /// Counts rows of the terminal.
  public var height: Int

  /// Makes a size; negative measures become zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Holds nothing.
  public static let zero = Size(width: 0, height: 0)
}
