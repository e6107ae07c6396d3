/// Says on which side of its columns a text stands.
package enum Alignment: Hashable, Sendable {
  case left, right, center
}

extension TextWidth {
  /// Returns the text cut to so many columns, with `…` where something was cut off; never half a wide character.
  package static func truncate(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    if let width = text.withPrintedASCII({ $0.count }), width <= columns { return text }
    var result = ""
    var used = 0
    var resultWithRoom = ""
    for glyph in GlyphSequence(text) {
      let width = Int(glyph.width)
      if used + width > columns { return resultWithRoom + "…" }
      glyph.write(to: &result)
      used += width
      if used <= columns - 1 { resultWithRoom = result }
    }
    return result
  }

  /// Returns the text cut or filled with spaces to exactly so many columns.
  package static func fit(_ text: String, to columns: Int, _ alignment: Alignment = .left) -> String {
    let cut = truncate(text, to: columns)
    let room = max(0, columns - of(cut))
    let left =
      switch alignment {
      case .left: 0
      case .right: room
      case .center: room / 2
      }
    return String(repeating: " ", count: left) + cut + String(repeating: " ", count: room - left)
  }

  /// Returns the text broken into lines of at most so many columns, at spaces where there are any.
  package static func wrap(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
        let width = of(word)
        if used > 0, used + 1 + width <= columns {
          line += " " + word
          used += 1 + width
          continue
        }
        if used > 0 { lines.append(line) }
        (line, used) = ("", 0)
        for glyph in GlyphSequence(word) {
          if used + Int(glyph.width) > columns {
            lines.append(line)
            (line, used) = ("", 0)
          }
          glyph.write(to: &line)
          used += Int(glyph.width)
        }
      }
      lines.append(line)
    }
    return lines
  }
}
