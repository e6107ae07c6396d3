/// In which order a list's rows are asked for, where that is not the order of their ids. Rows that are alike stay in it, and
/// what has no value comes last either way.
package struct RowOrder<Column: Equatable & Sendable>: Equatable, Sendable {
  /// By what rows are compared.
  package var column: Column
  /// True when the largest, or the last letters, come first.
  package var isDescending: Bool

  /// Makes a value from its parts.
  package init(_ column: Column, isDescending: Bool) {
    self.column = column
    self.isDescending = isDescending
  }
}

/// How many rows lie before a page and behind it.
package struct PagePlace: Equatable, Sendable {
  /// Counts the rows on each side.
  package var earlier, later: Int

  /// Makes a value from its parts.
  package init(earlier: Int, later: Int) {
    self.earlier = earlier
    self.later = later
  }
}
