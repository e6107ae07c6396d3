import Canvas

/// Lines of styled text, broken to a width.
struct TextBlock {
  let width: Int
  private(set) var lines: [[Span]] = []

  init(width: Int) { self.width = max(1, width) }

  /// Leaves out the lines after so many; an ellipsis at the end says so.
  mutating func keep(_ count: Int) {
    guard lines.count > count else { return }
    lines = Array(lines.prefix(max(0, count)))
    guard var last = lines.popLast(), let end = last.popLast() else { return }
    let room = width - last.reduce(0) { $0 + TextWidth.of($1.text) }
    lines.append(last + [Span(TextWidth.truncate(end.text + " …", to: room), end.style)])
  }

  /// Adds one line as it is; what does not fit is cut when it is drawn.
  mutating func add(_ spans: Span...) { lines.append(spans) }

  /// Adds one line of pieces as it is.
  mutating func add(_ spans: [Span]) { lines.append(spans) }

  /// Adds a text in as many lines as it needs.
  mutating func wrap(_ text: String, _ style: Style, indent: Int = 0) {
    let room = width - indent
    guard room > 8 else {
      for line in TextWidth.wrap(text, to: width) { lines.append([Span(line, style)]) }
      return
    }
    let margin = String(repeating: " ", count: indent)
    for line in TextWidth.wrap(text, to: room) { lines.append([Span(margin + line, style)]) }
  }

  /// Adds a label and a text whose further lines stand below its first one.
  mutating func hanging(_ label: String, _ text: String, _ style: Style) {
    let indent = TextWidth.of(label)
    guard width - indent > 8 else {
      wrap(label + text, style)
      return
    }
    for (row, line) in TextWidth.wrap(text, to: width - indent).enumerated() {
      lines.append([Span((row == 0 ? label : String(repeating: " ", count: indent)) + line, style)])
    }
  }

  /// Adds pieces one after another, beginning a new line where one does not fit.
  mutating func flow(_ pieces: [Span], separator: Span) {
    var line: [Span] = []
    var used = 0
    for piece in pieces {
      let piecewidth = TextWidth.of(piece.text)
      if used > 0, used + TextWidth.of(separator.text) + piecewidth > width {
        lines.append(line)
        (line, used) = ([], 0)
      }
      if used > 0 {
        line.append(separator)
        used += TextWidth.of(separator.text)
      }
      line.append(piece)
      used += piecewidth
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Draws the lines that there is room for, and says when that is not all: nobody can scroll here.
  func drawBeginning(_ canvas: inout Canvas, in rect: Rect) {
    var block = self
    block.keep(rect.height)
    block.draw(&canvas, in: rect)
  }

  /// Draws the lines from an offset on.
  func draw(_ canvas: inout Canvas, in rect: Rect, from offset: Int = 0) {
    canvas.draw(in: rect) { canvas in
      for (row, line) in lines.dropFirst(max(0, offset)).prefix(rect.height).enumerated() {
        canvas.write(line, at: Point(x: 0, y: row))
      }
    }
  }
}
