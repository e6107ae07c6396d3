package import Model

/// One row of a CSV file.
package struct CSVRow: Equatable, Sendable {
  /// The line the row starts at, from 1.
  package var line: Int
  /// As many fields as the header has.
  package var fields: [String]

  /// Makes a row.
  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// What a CSV file says next.
package enum CSVRecord: Equatable, Sendable {
  /// A row that fits the header.
  case row(CSVRow)
  /// A row that does not, with the line it starts at and why.
  case invalid(line: Int, RowProblem)
}
