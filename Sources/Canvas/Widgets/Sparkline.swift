/// Draws the course of a quantity as a row of little columns, the latest at the right and the greatest at full height.
package struct Sparkline: Hashable, Sendable {
  /// Holds the values, the latest last.
  package var values: [Double]

  /// Makes a course.
  package init(_ values: [Double]) {
    self.values = values
  }

  private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Draws the latest values in the first row of a rectangle.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.width > 0, rect.height > 0 else { return }
    let shown = values.suffix(rect.width)
    let top = shown.max() ?? 0
    let steps = Self.blocks
    let left = rect.maxX - shown.count
    canvas.fill(Rect(x: rect.minX, y: rect.minY, width: rect.width, height: 1), style: theme[.sparkline])
    for (index, value) in shown.enumerated() {
      let share = top > 0 && value > 0 ? min(1, value / top) : 0
      let step = Int((share * Double(steps.count - 1)).rounded())
      canvas.put(Glyph(narrow: steps[step]), at: Point(x: left + index, y: rect.minY), style: theme[.sparkline])
    }
  }
}
