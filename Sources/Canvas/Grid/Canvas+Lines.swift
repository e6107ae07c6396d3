/// Names the characters of which lines and boxes are made.
package struct LineSet: Hashable, Sendable {
  let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar

  /// Draws thin lines with round corners.
  package static let rounded = LineSet(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯")
  /// Draws thin lines.
  package static let thin = LineSet(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
  /// Draws thick lines: what has the focus, also where there are no colours.
  package static let thick = LineSet(
    horizontal: "━", vertical: "┃", topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛")
}

extension Canvas {
  /// Draws a line to the right.
  package mutating func horizontalLine(at point: Point, length: Int, lines: LineSet = .thin, style: Style) {
    fill(
      Rect(x: point.x, y: point.y, width: length, height: 1), with: Glyph(narrow: lines.horizontal), style: style)
  }

  /// Draws a line downwards.
  package mutating func verticalLine(at point: Point, length: Int, lines: LineSet = .thin, style: Style) {
    fill(
      Rect(x: point.x, y: point.y, width: 1, height: length), with: Glyph(narrow: lines.vertical), style: style)
  }

  /// Draws the border of a box; its inside is left alone. Smaller than 2×2 there is no box.
  package mutating func box(_ rect: Rect, lines: LineSet = .thin, style: Style) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    horizontalLine(at: rect.origin, length: rect.width, lines: lines, style: style)
    horizontalLine(at: Point(x: rect.minX, y: bottom), length: rect.width, lines: lines, style: style)
    verticalLine(at: rect.origin, length: rect.height, lines: lines, style: style)
    verticalLine(at: Point(x: right, y: rect.minY), length: rect.height, lines: lines, style: style)
    put(Glyph(narrow: lines.topLeft), at: rect.origin, style: style)
    put(Glyph(narrow: lines.topRight), at: Point(x: right, y: rect.minY), style: style)
    put(Glyph(narrow: lines.bottomLeft), at: Point(x: rect.minX, y: bottom), style: style)
    put(Glyph(narrow: lines.bottomRight), at: Point(x: right, y: bottom), style: style)
  }
}
