/// Names a cell by column and row, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// Counts columns from the left.
  package var x: Int
  /// Counts rows from the top.
  package var y: Int

  /// Makes a point; it may lie outside any grid.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// Names the cell at the top left.
  package static let zero = Point(x: 0, y: 0)
}
