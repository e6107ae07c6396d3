import Canvas

/// The line above a pane: its title, and at the right what it shows. Thick where the keys go.
struct PaneFrame {
  var title: String
  var note = ""
  var isFocused: Bool

  /// Draws the line and returns the region below it.
  func draw(_ canvas: inout Canvas, _ theme: Theme) -> Rect {
    var rest = canvas.bounds
    let line = rest.takeTop(1)
    let lines: LineSet = isFocused ? .thick : .thin
    let style = theme[isFocused ? .borderFocused : .border]
    canvas.horizontalLine(at: line.origin, length: line.width, lines: lines, style: style)
    let noteWidth = note.isEmpty ? 0 : TextWidth.of(note) + 2
    // The title comes first: a note beside half of it would be about who knows what.
    let needed = min(TextWidth.of(title) + 2, line.width / 2)
    let hasNote = noteWidth > 0 && noteWidth + needed + 4 <= line.width
    let room = line.width - 3 - (hasNote ? noteWidth + 1 : 0)
    let titleStyle = isFocused ? theme[.title] : theme[.muted]
    if room > 2 {
      let cut = TextWidth.truncate(title, to: room - 2)
      canvas.write(" \(cut) ", at: Point(x: 1, y: 0), style: titleStyle, maxWidth: room)
    }
    if hasNote {
      canvas.write(" \(note) ", at: Point(x: line.width - noteWidth - 1, y: 0), style: theme[.muted])
    }
    return rest
  }
}

extension State {
  /// What a pane says of a load that takes long, before anything else it would say.
  func note(_ wait: Duration?, _ note: String) -> String {
    wait.map { "loading \(Figures.span($0))…" } ?? note
  }
}
