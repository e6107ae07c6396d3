/// Draws a page of rows under the names of their columns.
///
/// It is given the rows it may show and never a whole table; where a pane holds a page longer than the screen, it
/// scrolls so that the selected row is seen.
public struct Table: Hashable, Sendable {
  /// Holds what one row shows in one column.
  public enum Value: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Shows a text, in the row's role or one of its own.
    case text(String, Role? = nil)
    /// Shows a bar, filled from 0 to 1.
    case gauge(Double)

    /// Makes a text in the row's role.
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// Holds one row.
  public struct Row: Hashable, Sendable {
    /// Holds a value for each column.
    public var values: [Value]
    /// Says how its texts look.
    public var role: Role

    /// Makes a row.
    public init(_ values: [Value], role: Role = .text) {
      self.values = values
      self.role = role
    }
  }

  /// Describes the columns, from left to right.
  public var columns: [Column]
  /// Holds the rows, from top to bottom.
  public var rows: [Row]
  /// Counts the selected row from 0 among `rows`; nil when none is.
  public var selected: Int?
  /// Asks for this row at the top, unless the selected one would not be seen then.
  public var firstRow: Int
  /// Tells whether the keys go here.
  public var isFocused: Bool
  /// Stands in place of rows when there are none.
  public var emptyText: String
  /// Draws bars with letters every terminal has.
  public var usesASCII: Bool

  /// Makes a table.
  public init(
    columns: [Column], rows: [Row], selected: Int? = nil, firstRow: Int = 0, isFocused: Bool = true,
    emptyText: String = "", usesASCII: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.firstRow = firstRow
    self.isFocused = isFocused
    self.emptyText = emptyText
    self.usesASCII = usesASCII
  }

  /// Returns which row stands at the top when so many rows are seen.
  public func topRow(visible: Int) -> Int {
    let last = max(0, rows.count - visible)
    var top = min(max(0, firstRow), last)
    if let selected {
      if selected >= top + visible { top = selected - visible + 1 }
      top = min(top, max(0, selected))
    }
    return top
  }

  /// Returns which of `rows` is drawn at a point, when the table is drawn in a rectangle.
  public func row(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point), point.y > rect.minY else { return nil }
    let row = topRow(visible: max(0, rect.height - 1)) + point.y - rect.minY - 1
    return rows.indices.contains(row) ? row : nil
  }
}
