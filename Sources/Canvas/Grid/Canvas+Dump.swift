extension Canvas {
  /// Returns the whole grid as text, a line a row, without the spaces at the ends of lines.
  package var text: String {
    (0..<gridSize.height).map { row in
      var line = ""
      for cell in cells[(row * gridSize.width)..<((row + 1) * gridSize.width)] { cell.glyph.write(to: &line) }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Returns the whole grid as text in which `‹…›` names the style of what follows, wherever it changes.
  package var styledText: String {
    (0..<gridSize.height).map { row in
      var line = ""
      var style = Style.plain
      for cell in cells[(row * gridSize.width)..<((row + 1) * gridSize.width)] {
        if cell.style != style {
          style = cell.style
          line += "‹\(style.dump)›"
        }
        cell.glyph.write(to: &line)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}

extension Style {
  /// Names the style in few letters, as `red/black bold`; `-` is the plain one.
  package var dump: String {
    var words: [String] = []
    if foreground != .default || background != .default {
      words.append(background == .default ? foreground.dump : "\(foreground.dump)/\(background.dump)")
    }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    words += names.filter { attributes.contains($0.0) }.map(\.1)
    return words.isEmpty ? "-" : words.joined(separator: " ")
  }
}

extension Color {
  fileprivate var dump: String {
    switch self {
    case .default: "default"
    case .ansi(let color): "\(color)"
    case .indexed(let number): "\(number)"
    case .rgb(let red, let green, let blue): "\(red),\(green),\(blue)"
    }
  }
}
