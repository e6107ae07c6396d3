extension Form {
  /// Draws the fields from the top of a rectangle, scrolled so that the one with the keys is seen. Buttons that follow
  /// one another stand side by side, after an empty line.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.width > 0, rect.height > 0 else { return }
    let lines = self.lines
    let first = firstLine(height: rect.height)
    let widest = fields.map { $0.isButton ? 0 : TextWidth.of($0.label) }.max() ?? 0
    let labelWidth = min(widest, rect.width / 3)
    canvas.draw(in: rect) { canvas in
      for (row, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
        var x = labelWidth + 2
        for index in line {
          if fields[index].isButton {
            let style = theme[index == focus ? .buttonFocused : .button]
            x += canvas.write("[ \(fields[index].label) ]", at: Point(x: x, y: row), style: style) + 2
            canvas.write(fields[index].note, at: Point(x: x, y: row), style: theme[fields[index].noteRole])
          } else {
            canvas.write(fields[index].label, in: 0..<labelWidth, row: row, style: theme[.label])
            draw(fields[index], isFocused: index == focus, on: &canvas, left: x, row: row, theme: theme)
          }
        }
      }
    }
  }

  /// Says whether there are lines above and below those that are seen in a rectangle.
  package func rest(in rect: Rect) -> (above: Bool, below: Bool) {
    let first = firstLine(height: rect.height)
    return (first > 0, first + rect.height < lines.count)
  }

  /// Returns the field that stands at a point of where the form is drawn.
  package func field(at point: Point, in rect: Rect) -> ID? {
    guard rect.contains(point) else { return nil }
    let line = firstLine(height: rect.height) + point.y - rect.minY
    return lines.indices.contains(line) ? lines[line].first.map { fields[$0].id } : nil
  }

  /// The line at the top, so that the field with the keys is seen.
  private func firstLine(height: Int) -> Int {
    max(0, (lines.firstIndex { $0.contains(focus) } ?? 0) - height + 1)
  }

  private func draw(
    _ field: Field, isFocused: Bool, on canvas: inout Canvas, left: Int, row: Int, theme: Theme
  ) {
    var room = max(0, canvas.size.width - left)
    if !field.note.isEmpty {
      let width = min(TextWidth.of(field.note), room / 2)
      room -= width + 1
      canvas.write(
        field.note, at: Point(x: left + room + 1, y: row), style: theme[field.noteRole], maxWidth: width)
    }
    switch field.kind {
    case .text(let editor, let placeholder):
      editor.draw(
        on: &canvas, in: Rect(x: left, y: row, width: room, height: 1), placeholder: placeholder,
        isFocused: isFocused, theme: theme)
    case .choice(let options, let selected):
      let option = options.indices.contains(selected) ? options[selected] : ""
      canvas.write(
        "‹ \(option) ›", at: Point(x: left, y: row), style: theme[isFocused ? .buttonFocused : .button], maxWidth: room)
    case .button: break
    }
  }

  /// Lists which fields stand in which line.
  private var lines: [[Int]] {
    var lines: [[Int]] = []
    for index in fields.indices {
      if fields[index].isButton, let previous = lines.last?.last, fields[previous].isButton {
        lines[lines.count - 1].append(index)
      } else {
        if fields[index].isButton, !lines.isEmpty { lines.append([]) }
        lines.append([index])
      }
    }
    return lines
  }
}

extension Form.Field {
  fileprivate var isButton: Bool { kind == .button }
}
