import Canvas

/// Pieces side by side on one line; those of least weight are left out until the others fit.
struct Segments {
  struct Segment {
    var text: String
    var style: Style
    /// 0 stays always; the highest goes first.
    var priority: Int
  }

  private(set) var segments: [Segment] = []

  mutating func add(_ text: String, _ style: Style, priority: Int) {
    segments.append(Segment(text: text, style: style, priority: priority))
  }

  /// Columns that all of them take up.
  var width: Int {
    segments.reduce(0) { $0 + TextWidth.of($1.text) } + max(0, segments.count - 1) * 2
  }

  /// Draws what fits, two spaces between the pieces; returns the columns used.
  @discardableResult
  func draw(_ canvas: inout Canvas, in rect: Rect, gap: Style) -> Int {
    var kept = segments
    func width() -> Int { kept.reduce(0) { $0 + TextWidth.of($1.text) } + max(0, kept.count - 1) * 2 }
    while width() > rect.width, let least = kept.map(\.priority).max(), least > 0,
      let index = kept.lastIndex(where: { $0.priority == least })
    {
      kept.remove(at: index)
    }
    var spans: [Span] = []
    for segment in kept {
      if !spans.isEmpty { spans.append(Span("  ", gap)) }
      spans.append(Span(segment.text, segment.style))
    }
    return canvas.write(spans, at: rect.origin, maxWidth: rect.width)
  }
}
