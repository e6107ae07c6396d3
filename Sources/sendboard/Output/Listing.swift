import Canvas

/// Prints rows: as JSON lines as they come, or as a table aligned by display width.
struct Listing {
  private let isJSON: Bool
  private let header: [String]
  private var rows: [[String]] = []

  /// - Parameter header: the table's column titles.
  init(json: Bool, _ header: [String]) {
    isJSON = json
    self.header = header
  }

  /// Adds a row in both forms.
  mutating func add(_ line: @autoclosure () -> JSONLine, _ cells: @autoclosure () -> [String]) {
    if isJSON {
      StandardOutput.print(line().finished)
    } else {
      rows.append(cells().map { $0.withoutControls() })
      if rows.count == 1000 { flush() }
    }
  }

  /// Prints what is left.
  ///
  /// - Parameter empty: said on standard error when there was nothing.
  mutating func end(empty: String) {
    if !isJSON, rows.isEmpty, !hasPrinted { StandardError.print(empty) }
    flush()
  }

  private var hasPrinted = false

  private mutating func flush() {
    guard !rows.isEmpty else { return }
    var table = rows
    if !hasPrinted { table.insert(header, at: 0) }
    hasPrinted = true
    let widths = header.indices.map { column in table.map { TextWidth.of($0[column]) }.max() ?? 0 }
    for row in table {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - TextWidth.of(cell) + 2)
        }
      }
      StandardOutput.print(line)
    }
    rows.removeAll()
  }
}
