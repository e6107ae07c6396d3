/// Covers a rectangle of cells.
package struct Rect: Hashable, Sendable {
  /// Names the top left cell.
  package var origin: Point
  /// Measures the rectangle.
  package var size: Size

  /// Makes a rectangle from its corner and its size.
  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from its four numbers; negative measures become zero.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// Covers no cell.
  package static let zero = Rect(origin: .zero, size: .zero)

  /// Names the leftmost column.
  package var minX: Int { origin.x }
  /// Names the topmost row.
  package var minY: Int { origin.y }
  /// Names the column after the last.
  package var maxX: Int { origin.x + size.width }
  /// Names the row after the last.
  package var maxY: Int { origin.y + size.height }
  /// Counts columns.
  package var width: Int { size.width }
  /// Counts rows.
  package var height: Int { size.height }
  /// Tells whether no cell is covered.
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// Tells whether a cell is covered.
  package func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
  }

  /// Returns the part covered by both; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// Returns the rectangle without a margin of so many columns and rows on each side.
  package func inset(x columns: Int = 0, y rows: Int = 0) -> Rect {
    Rect(x: minX + columns, y: minY + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Returns a rectangle of at most the given size in the middle of this one.
  package func centered(_ inner: Size) -> Rect {
    let fitted = Size(width: min(inner.width, width), height: min(inner.height, height))
    return Rect(
      origin: Point(
        x: minX + (width - fitted.width) / 2, y: minY + (height - fitted.height) / 2),
      size: fitted)
  }

  /// Cuts so many rows off the top and returns them; what is left stays in the rectangle.
  package mutating func takeTop(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    defer {
      origin.y += taken
      size.height -= taken
    }
    return Rect(x: minX, y: minY, width: width, height: taken)
  }

  /// Cuts so many rows off the bottom and returns them.
  package mutating func takeBottom(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    size.height -= taken
    return Rect(x: minX, y: maxY, width: width, height: taken)
  }

  /// Cuts so many columns off the left and returns them.
  package mutating func takeLeft(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    defer {
      origin.x += taken
      size.width -= taken
    }
    return Rect(x: minX, y: minY, width: taken, height: height)
  }
}
