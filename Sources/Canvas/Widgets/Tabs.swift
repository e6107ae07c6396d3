/// Draws titles side by side, one of them chosen.
package struct Tabs: Hashable, Sendable {
  /// Holds the titles, from left to right.
  package var titles: [String]
  /// Counts the chosen one from 0.
  package var active: Int

  /// Makes a row of titles.
  package init(_ titles: [String], active: Int) {
    self.titles = titles
    self.active = active
  }

  /// Draws the titles in the first row of a rectangle; where they do not all fit, the chosen one is seen.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    canvas.draw(in: Rect(origin: rect.origin, size: Size(width: rect.width, height: min(1, rect.height)))) { canvas in
      for (index, range) in ranges(width: rect.width) {
        canvas.write(
          " \(titles[index]) ", at: Point(x: range.lowerBound, y: 0),
          style: theme[index == active ? .tabActive : .tab], maxWidth: range.count)
      }
    }
  }

  /// Returns which title stands in a column, counted from 0.
  package func title(at column: Int, width: Int) -> Int? {
    ranges(width: width).first { $0.1.contains(column) }?.0
  }

  private func ranges(width: Int) -> [(Int, Range<Int>)] {
    let widths = titles.map { TextWidth.of($0) + 2 }
    var first = 0
    while first < active, active < widths.count, widths[first...active].reduce(0, +) > width { first += 1 }
    var x = 0
    var ranges: [(Int, Range<Int>)] = []
    for index in widths.indices.dropFirst(first) where x < width {
      ranges.append((index, x..<min(width, x + widths[index])))
      x += widths[index]
    }
    return ranges
  }
}
