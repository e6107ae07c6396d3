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
  /// Tells whether the keys go here.
  package var isFocused: Bool
  /// Stands in place of rows when there are none.
  package var emptyText: String

  /// Makes a table.
  package init(
    columns: [Column], rows: [Row], selected: Int? = nil, isFocused: Bool = true,
    emptyText: String = ""
  ) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.isFocused = isFocused
    self.emptyText = emptyText
  }

  /// Returns which row stands at the top when so many rows are seen: the first, unless the selected one would not be
  /// seen then.
  package func topRow(visible: Int) -> Int {
    guard let selected, selected >= visible else { return 0 }
    return min(selected, rows.count - 1) - visible + 1
  }
}
