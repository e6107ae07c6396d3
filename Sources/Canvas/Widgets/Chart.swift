/// Draws the course of a quantity as columns over an axis of time, beside a scale.
///
/// The scale goes from 0 to a round number above the greatest value. Where a value is not known nothing is drawn, and the
/// axis is broken: that is not a zero, over which the axis goes on.
package struct Chart: Hashable, Sendable {
  /// A time that is written below the axis.
  package struct Mark: Hashable, Sendable {
    /// Counts the value it is about from 0.
    package var index: Int
    /// Says when that was.
    package var text: String

    /// Makes a mark.
    package init(_ index: Int, _ text: String) {
      self.index = index
      self.text = text
    }
  }

  /// Holds the values, the latest last; nil where none is known.
  package var values: [Double?]
  /// Holds the times that are written, oldest first; what would run into another is left out.
  package var marks: [Mark]

  /// Makes a chart.
  package init(_ values: [Double?], marks: [Mark] = []) {
    self.values = values
    self.marks = marks
  }

  private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Returns the upper end of the scale: the least of 1, 2, 5, 10, 20, … and 0.1, 0.2, 0.5 that nothing is greater than.
  package var top: Double {
    let greatest = values.reduce(0) { max($0, $1 ?? 0) }
    guard greatest > 0.1, greatest.isFinite else { return greatest > 0 ? 0.1 : 1 }
    var step = 0.1
    while true {
      for factor in [1.0, 2, 5] where greatest <= step * factor { return step * factor }
      step *= 10
    }
  }

  /// Draws the chart, of at least two rows.
  ///
  /// Where there are more values than columns, several share one, which shows the greatest of them: no peak is hidden.
  ///
  /// - Parameter label: writes a value of the scale.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme, label: (Double) -> String) {
    guard rect.height >= 2, rect.width >= 4, !values.isEmpty else { return }
    let rows = rect.height - (rect.height >= 4 ? 2 : 1)
    // Where rounding makes both one, one of them is enough.
    let hasMiddle = rows >= 4 && rows.isMultiple(of: 2) && label(top / 2) != label(top)
    let labels = [label(top), hasMiddle ? label(top / 2) : "", "0"]
    let left = labels.map { TextWidth.of($0) }.max() ?? 1
    let room = max(1, rect.width - left - 1)
    let columns = Columns(values, room: room)
    canvas.draw(in: rect) { canvas in
      for row in 0..<rows {
        let text = row == 0 ? labels[0] : hasMiddle && row == rows / 2 ? labels[1] : ""
        canvas.write(text, in: 0..<left, row: row, style: theme[.muted], .right)
        canvas.write(text.isEmpty ? "│" : "┤", at: Point(x: left, y: row), style: theme[.muted])
      }
      canvas.write("0", in: 0..<left, row: rows, style: theme[.muted], .right)
      canvas.write("┼", at: Point(x: left, y: rows), style: theme[.muted])
      for (place, value) in columns.values.enumerated() {
        for x in columns.range(place) { draw(value, at: left + 1 + x, &canvas, rows: rows, theme) }
      }
      drawMarks(columns, left: left, rows: rows, &canvas, theme)
    }
  }

  /// One column: full blocks, the part of one on top of them, and the axis below.
  private func draw(_ value: Double?, at x: Int, _ canvas: inout Canvas, rows: Int, _ theme: Theme) {
    guard let value else { return }
    canvas.write("─", at: Point(x: x, y: rows), style: theme[.muted])
    guard value > 0 else { return }
    let steps = Self.blocks.count
    let filled = max(1, Int((min(1, value / top) * Double(rows * steps)).rounded()))
    for row in 0..<(filled + steps - 1) / steps {
      let block = Self.blocks[min(steps, filled - row * steps) - 1]
      canvas.put(Glyph(narrow: block), at: Point(x: x, y: rows - 1 - row), style: theme[.sparkline])
    }
  }

  private func drawMarks(_ columns: Columns, left: Int, rows: Int, _ canvas: inout Canvas, _ theme: Theme) {
    guard canvas.size.height > rows + 1 else { return }
    var free = 0
    for mark in marks {
      let place = columns.place(of: mark.index)
      guard columns.values.indices.contains(place) else { continue }
      let x = left + 1 + columns.range(place).lowerBound
      let width = TextWidth.of(mark.text)
      let start = min(x, canvas.size.width - width)
      guard start >= free else { continue }
      let tick = columns.values[place] == nil ? "╵" : "┴"
      canvas.write(tick, at: Point(x: x, y: rows), style: theme[.muted])
      canvas.write(mark.text, at: Point(x: start, y: rows + 1), style: theme[.muted])
      free = start + width + 1
    }
  }

  /// The values as they are drawn: each in so many columns, or several in one.
  private struct Columns {
    var values: [Double?]
    /// Columns a drawn value takes up, and values that share it.
    private let width, share: Int
    /// Values that are missing in the first column: the latest one is always whole.
    private let lead: Int

    init(_ all: [Double?], room: Int) {
      width = max(1, room / all.count)
      share = all.count <= room ? 1 : (all.count + room - 1) / room
      lead = (share - all.count % share) % share
      values = []
      var index = -lead
      while index < all.count {
        values.append(all[max(0, index)..<index + share].compactMap(\.self).max())
        index += share
      }
    }

    func range(_ place: Int) -> Range<Int> { place * width..<(place + 1) * width }
    func place(of index: Int) -> Int { (index + lead) / share }
  }
}
