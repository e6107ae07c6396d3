/// Names a cell by column and row, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// Counts columns from the left.
  public var x: Int
  /// Counts rows from the top.
  public var y: Int

  /// Makes a point; it may lie outside any grid.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// Names the cell at the top left.
  public static let zero = Point(x: 0, y: 0)
}
