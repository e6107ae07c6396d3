/// Measures a grid in columns and rows; never negative.
package struct Size: Hashable, Sendable {
  /// Counts columns of the terminal.
  package var width: Int
  /// Counts rows of the terminal.
  package var height: Int

  /// Makes a size; negative measures become zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Holds nothing.
  package static let zero = Size(width: 0, height: 0)
}
