/// Draws a bar that is filled from the left, to an eighth of a column.
package struct Gauge: Hashable, Sendable {
  /// Says how much is filled, from 0 to 1.
  package var fraction: Double

  /// Makes a bar; what is beyond 0 and 1 is cut off.
  package init(_ fraction: Double) {
    self.fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
  }

  private static let eighths: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Draws the bar in the first row of a rectangle.
  ///
  /// Only what is quite done looks done: a bar short of 1 leaves at least an eighth of a column empty, and one above 0
  /// shows at least an eighth.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.width > 0, rect.height > 0 else { return }
    let steps = 8
    let total = rect.width * steps
    var filled = Int((fraction * Double(total)).rounded(.down))
    if fraction < 1 { filled = min(filled, total - 1) }
    if fraction > 0 { filled = max(filled, 1) }
    let whole = filled / steps
    let row = Rect(x: rect.minX, y: rect.minY, width: rect.width, height: 1)
    canvas.fill(row, with: Glyph(narrow: "░"), style: theme[.gaugeEmpty])
    canvas.fill(
      Rect(x: rect.minX, y: rect.minY, width: whole, height: 1), with: Glyph(narrow: "█"),
      style: theme[.gaugeFilled])
    if filled % steps > 0 {
      canvas.put(
        Glyph(narrow: Self.eighths[filled % steps - 1]), at: Point(x: rect.minX + whole, y: rect.minY),
        style: theme[.gaugeFilled])
    }
  }
}
