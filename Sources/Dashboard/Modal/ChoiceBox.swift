import Canvas

/// Draws a question with several answers in the middle of the screen.
enum ChoiceBox {
  static func draw(_ choice: Choice, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    draw(
      title: choice.title, lines: choice.lines, options: choice.options.map { ($0.key, $0.label) }, leave: choice.leave,
      &canvas, in: rect, theme)
  }

  static func draw(
    title: String, lines: [String], options: [(key: Character, label: String)], leave: String,
    _ canvas: inout Canvas, in rect: Rect, _ theme: Theme
  ) {
    let (box, block) = place(title: title, lines: lines, options: options, leave: leave, in: rect, theme)
    canvas.fill(box, style: theme[.dialog])
    canvas.box(box, lines: .thick, style: theme[.dialogBorder])
    canvas.write(
      " \(title) ", at: Point(x: box.minX + 2, y: box.minY), style: theme[.warning],
      maxWidth: max(0, box.width - 4))
    block.draw(&canvas, in: box.inset(x: 2, y: 1))
  }

  /// The key of the answer that stands at a point.
  static func answer(
    at point: Point, title: String, lines: [String], options: [(key: Character, label: String)], leave: String,
    in rect: Rect
  ) -> Key? {
    let (box, block) = place(title: title, lines: lines, options: options, leave: leave, in: rect, .monochrome)
    guard box.inset(x: 1, y: 1).contains(point) else { return nil }
    let answers = options.map { Key.character($0.key) } + [.escape]
    let row = point.y - box.minY - 1 - (block.lines.count - answers.count)
    return answers.indices.contains(row) ? answers[row] : nil
  }

  /// Where the question stands, and what it says: the answers are its last lines.
  private static func place(
    title: String, lines: [String], options: [(key: Character, label: String)], leave: String, in rect: Rect,
    _ theme: Theme
  ) -> (box: Rect, block: TextBlock) {
    let labels = options.map { "\($0.key)    \($0.label)" } + ["Esc  \(leave)"]
    let wish = (lines + labels + [title + "    "]).map { TextWidth.of($0) }.max() ?? 0
    let width = max(1, min(rect.width - 6, min(wish, 72)))
    var block = TextBlock(width: width)
    for line in lines { block.wrap(line, theme[.dialog]) }
    // What can be answered comes first where there is no room for both.
    block.keep(max(0, rect.height - 2 - labels.count))
    for option in options {
      block.add(Span("\(option.key)", theme[.key]), Span("    \(option.label)", theme[.dialog]))
    }
    block.add(Span("Esc", theme[.key]), Span("  \(leave)", theme[.dialog]))
    return (rect.centered(Size(width: width + 4, height: block.lines.count + 2)), block)
  }
}
