/// Covers a rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// Names the top left cell.
  public var origin: Point
  /// Measures the rectangle.
  public var size: Size

  /// Makes a rectangle from its corner and its size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from its four numbers; negative measures become zero.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// Covers no cell.
  public static let zero = Rect(origin: .zero, size: .zero)

  /// Names the leftmost column.
  public var minX: Int { origin.x }
  /// Names the topmost row.
  public var minY: Int { origin.y }
  /// Names the column after the last.
  public var maxX: Int { origin.x + size.width }
  /// Names the row after the last.
  public var maxY: Int { origin.y + size.height }
  /// Counts columns.
  public var width: Int { size.width }
  /// Counts rows.
  public var height: Int { size.height }
  /// Tells whether no cell is covered.
  public var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// Tells whether a cell is covered.
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
  }

  /// Returns the part covered by both; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// Returns the rectangle without a margin of so many columns and rows on each side.
  public func inset(x columns: Int = 0, y rows: Int = 0) -> Rect {
    Rect(x: minX + columns, y: minY + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Returns a rectangle of at most the given size in the middle of this one.
  public func centered(_ inner: Size) -> Rect {
    let fitted = Size(width: min(inner.width, width), height: min(inner.height, height))
    return Rect(
      origin: Point(
        x: minX + (width - fitted.width) / 2, y: minY + (height - fitted.height) / 2),
      size: fitted)
  }

  /// Cuts so many rows off the top and returns them; what is left stays in the rectangle.
  public mutating func takeTop(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    defer {
      origin.y += taken
      size.height -= taken
    }
    return Rect(x: minX, y: minY, width: width, height: taken)
  }

  /// Cuts so many rows off the bottom and returns them.
  public mutating func takeBottom(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    size.height -= taken
    return Rect(x: minX, y: maxY, width: width, height: taken)
  }

  /// Cuts so many columns off the left and returns them.
  public mutating func takeLeft(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    defer {
      origin.x += taken
      size.width -= taken
    }
    return Rect(x: minX, y: minY, width: taken, height: height)
  }

  /// Cuts so many columns off the right and returns them.
  public mutating func takeRight(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    size.width -= taken
    return Rect(x: maxX, y: minY, width: taken, height: height)
  }
}
