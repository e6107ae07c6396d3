/// Draws a page of rows under the names of their columns.
///
/// It is given the rows it may show and never a whole table; where a pane holds a page longer than the screen, it
/// scrolls so that the selected row is seen.
package struct Table: Hashable, Sendable {
  /// Holds what one row shows in one column.
  package enum Value: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Shows a text, in the row's role or one of its own.
    case text(String, Role? = nil)
    /// Shows a bar, filled from 0 to 1.
    case gauge(Double)

    /// Makes a text in the row's role.
    package init(stringLiteral value: String) { self = .text(value) }
  }

  /// Holds one row.
  package struct Row: Hashable, Sendable {
    /// Holds a value for each column.
    package var values: [Value]
    /// Says how its texts look.
    package var role: Role

    /// Makes a row.
    package init(_ values: [Value], role: Role = .text) {
      self.values = values
      self.role = role
    }
  }

  /// Describes the columns, from left to right.
  package var columns: [Column]
  /// Holds the rows, from top to bottom.
  package var rows: [Row]
  /// Counts the selected row from 0 among `rows`; nil when none is.
  package var selected: Int?
  /// Asks for this row at the top, unless the selected one would not be seen then.
  package var firstRow: Int
  /// Tells whether the keys go here.
  package var isFocused: Bool
  /// Stands in place of rows when there are none.
  package var emptyText: String
  /// Draws bars with letters every terminal has.
  package var usesASCII: Bool

  /// Makes a table.
  package init(
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
  package func topRow(visible: Int) -> Int {
    let last = max(0, rows.count - visible)
    var top = min(max(0, firstRow), last)
    if let selected {
      if selected >= top + visible { top = selected - visible + 1 }
      top = min(top, max(0, selected))
    }
    return top
  }

  /// Returns which of `rows` is drawn at a point, when the table is drawn in a rectangle.
  package func row(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point), point.y > rect.minY else { return nil }
    let row = topRow(visible: max(0, rect.height - 1)) + point.y - rect.minY - 1
    return rows.indices.contains(row) ? row : nil
  }
}
