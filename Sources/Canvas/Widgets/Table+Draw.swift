extension Table {
  /// Draws the names of the columns and, below, the rows.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let layout = self.layout(width: rect.width)
    canvas.draw(in: rect) { canvas in
      canvas.fill(Rect(x: 0, y: 0, width: rect.width, height: 1), style: theme[.header])
      for place in layout {
        let column = columns[place.column]
        canvas.write(column.title, in: place.range, row: 0, style: theme[.header], column.alignment)
      }
      let visible = rect.height - 1
      guard visible > 0 else { return }
      if rows.isEmpty {
        canvas.write(emptyText, at: Point(x: 1, y: 1), style: theme[.muted])
        return
      }
      let top = topRow(visible: visible)
      for (line, row) in (top..<min(rows.count, top + visible)).enumerated() {
        draw(rows[row], on: &canvas, line: line + 1, layout: layout, theme: theme)
        if row == selected {
          let style = theme[isFocused ? .selection : .selectionInactive]
          canvas.overlay(style, on: Rect(x: 0, y: line + 1, width: rect.width, height: 1))
        }
      }
    }
  }

  private func draw(
    _ row: Row, on canvas: inout Canvas, line: Int, layout: [Place], theme: Theme
  ) {
    canvas.fill(Rect(x: 0, y: line, width: canvas.size.width, height: 1), style: theme[row.role])
    for place in layout where place.column < row.values.count {
      switch row.values[place.column] {
      case .text(let text, let role):
        canvas.write(
          text, in: place.range, row: line, style: theme[role ?? row.role], columns[place.column].alignment)
      case .gauge(let fraction):
        let bar = Rect(x: place.range.lowerBound, y: line, width: place.range.count, height: 1)
        Gauge(fraction).draw(on: &canvas, in: bar, theme: theme)
      }
    }
  }

  /// Says where a column is drawn.
  struct Place: Hashable {
    var column: Int
    var range: Range<Int>
  }

  /// Leaves out columns until the others fit, then shares out what is left over; a space stands between two.
  func layout(width: Int) -> [Place] {
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.reduce(0) { $0 + columns[$1].minimum } + max(0, kept.count - 1)
    }
    while needed() > width,
      let worst = kept.filter({ columns[$0].priority > 0 }).max(by: { columns[$0].priority < columns[$1].priority })
    {
      kept.removeAll { $0 == worst }
    }
    var room = max(0, width - needed())
    var weights = kept.reduce(0) { $0 + weight(of: $1) }
    var x = 0
    var places: [Place] = []
    for column in kept {
      var columnWidth = columns[column].minimum
      let weight = weight(of: column)
      if weight > 0 {
        let share = room * weight / weights
        columnWidth += share
        room -= share
        weights -= weight
      }
      guard x < width else { break }
      places.append(Place(column: column, range: x..<min(width, x + columnWidth)))
      x += columnWidth + 1
    }
    return places
  }

  private func weight(of column: Int) -> Int {
    guard case .flexible(_, let weight) = columns[column].width else { return 0 }
    return max(0, weight)
  }
}
