extension Canvas {
  /// Writes text on one row and returns the columns it took up.
  ///
  /// Text that does not fit `maxWidth`, or the region when none is given, ends with `…`. A wide character is never
  /// halved.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, at point: Point, style: Style, maxWidth: Int? = nil
  ) -> Int {
    let limit = min(maxWidth ?? .max, size.width - point.x)
    guard limit > 0 else { return 0 }
    if let used = text.withPrintedASCII({ put($0, at: point, style: style, limit: limit) }) { return used }
    var used = 0
    /// The columns taken by what still leaves room for the ellipsis.
    var usedWithRoom = 0
    for glyph in GlyphSequence(text) {
      let width = Int(glyph.width)
      if used + width > limit {
        for column in usedWithRoom..<used { put(.space, at: Point(x: point.x + column, y: point.y), style: style) }
        put(.ellipsis, at: Point(x: point.x + usedWithRoom, y: point.y), style: style)
        return usedWithRoom + 1
      }
      put(glyph, at: Point(x: point.x + used, y: point.y), style: style)
      used += width
      if used < limit { usedWithRoom = used }
    }
    return used
  }

  /// Writes text into exactly so many columns of one row, filling the rest with spaces of the same style.
  package mutating func write(
    _ text: some StringProtocol, in columns: Range<Int>, row: Int, style: Style, _ alignment: Alignment = .left
  ) {
    guard !columns.isEmpty else { return }
    if alignment == .left {
      let used = write(text, at: Point(x: columns.lowerBound, y: row), style: style, maxWidth: columns.count)
      fill(Rect(x: columns.lowerBound + used, y: row, width: columns.count - used, height: 1), style: style)
      return
    }
    fill(Rect(x: columns.lowerBound, y: row, width: columns.count, height: 1), style: style)
    let room = max(0, columns.count - TextWidth.of(text))
    let indent = alignment == .center ? room / 2 : room
    write(
      text, at: Point(x: columns.lowerBound + indent, y: row), style: style, maxWidth: columns.count - indent)
  }

  /// Writes pieces of differing styles one after another and returns the columns they took up.
  @discardableResult
  package mutating func write(_ spans: [Span], at point: Point, maxWidth: Int? = nil) -> Int {
    let limit = min(maxWidth ?? .max, size.width - point.x)
    var used = 0
    for span in spans where used < limit {
      used += write(span.text, at: Point(x: point.x + used, y: point.y), style: span.style, maxWidth: limit - used)
    }
    return used
  }
}

/// Holds a piece of text of one style.
package struct Span: Hashable, Sendable {
  /// Holds the text.
  package var text: String
  /// Says how it looks.
  package var style: Style

  /// Makes a span.
  package init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}
