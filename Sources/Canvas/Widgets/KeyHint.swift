/// Names a key and what it does.
package struct KeyHint: Hashable, Sendable {
  /// Names the key as it is printed on it.
  package var key: String
  /// Says what it does, in a word or two.
  package var description: String

  /// Makes a hint.
  package init(_ key: String, _ description: String) {
    self.key = key
    self.description = description
  }

  fileprivate var width: Int { TextWidth.of(key) + 1 + TextWidth.of(description) }
}

/// Draws key hints side by side: the bottom line of the screen.
package struct KeyHints: Hashable, Sendable {
  /// Holds the hints, the most needed first.
  package var hints: [KeyHint]
  /// Stands at the end instead of the first hint when not all fit, and says where the others are.
  package var rest: KeyHint?

  /// Makes a line of hints.
  package init(_ hints: [KeyHint], rest: KeyHint? = nil) {
    self.hints = hints
    self.rest = rest
  }

  /// Says where a hint stands.
  package struct Place: Hashable, Sendable {
    /// Counts it among the hints; the one that says where the others are counts as the first, which it stands for.
    package var index: Int
    /// Names its columns.
    package var columns: Range<Int>
    /// Tells whether it says where the others are.
    var isRest = false
  }

  /// Returns where the hints stand that fit in so many columns; none in part.
  package func places(width: Int) -> [Place] {
    let all = row(Array(hints.indices), width)
    guard let rest, all.count < hints.count, Self.mark + rest.width <= width else { return all }
    let others = row(Array(hints.indices.dropFirst()), width - Self.mark - rest.width - Self.gap)
    let start = others.last.map { $0.columns.upperBound + Self.gap } ?? 0
    return others + [Place(index: 0, columns: start..<(start + Self.mark + rest.width), isRest: true)]
  }

  private static let gap = 2
  /// Columns of what says that something was left out.
  private static let mark = 2

  private func row(_ indices: [Int], _ width: Int) -> [Place] {
    var places: [Place] = []
    var x = 0
    for index in indices {
      let end = x + hints[index].width
      guard end <= width else { break }
      places.append(Place(index: index, columns: x..<end))
      x = end + Self.gap
    }
    return places
  }

  /// Draws as many hints as fit the first row of a rectangle; none is drawn in part.
  package func draw(on canvas: inout Canvas, in rect: Rect, theme: Theme) {
    guard rect.height > 0 else { return }
    for place in places(width: rect.width) {
      let hint = place.isRest ? rest ?? hints[place.index] : hints[place.index]
      let mark = place.isRest ? [Span("… ", theme[.keyHint])] : []
      canvas.write(
        mark + [Span(hint.key, theme[.key]), Span(" " + hint.description, theme[.keyHint])],
        at: Point(x: rect.minX + place.columns.lowerBound, y: rect.minY))
    }
  }
}
