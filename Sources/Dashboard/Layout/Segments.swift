import Canvas

/// Pieces side by side on one line; those of least weight are left out until the others fit.
struct Segments {
  struct Segment {
    var text: String
    var style: Style
    /// 0 stays always; the highest goes first.
    var priority: Int
    /// Whether it must be told that it was left out, when it was.
    var isAlarm = false
  }

  private(set) var segments: [Segment] = []

  mutating func add(_ text: String, _ style: Style, priority: Int, isAlarm: Bool = false) {
    segments.append(Segment(text: text, style: style, priority: priority, isAlarm: isAlarm))
  }

  /// Columns that all of them take up.
  var width: Int {
    segments.reduce(0) { $0 + TextWidth.of($1.text) } + max(0, segments.count - 1) * 2
  }

  /// Draws what fits, two spaces between the pieces; returns the columns used.
  @discardableResult
  func draw(_ canvas: inout Canvas, in rect: Rect, gap: Style) -> Int {
    var kept = segments
    var leftOut: Segment?
    var alarms = 0
    func width() -> Int {
      let all = kept + (leftOut.map { [$0] } ?? [])
      return all.reduce(0) { $0 + TextWidth.of($1.text) } + max(0, all.count - 1) * 2
    }
    while width() > rect.width, let least = kept.map(\.priority).max(), least > 0,
      let index = kept.lastIndex(where: { $0.priority == least })
    {
      let removed = kept.remove(at: index)
      guard removed.isAlarm else { continue }
      alarms += 1
      leftOut = Segment(text: "!+\(alarms)", style: removed.style, priority: 0)
    }
    if let leftOut { kept.append(leftOut) }
    var spans: [Span] = []
    for segment in kept {
      if !spans.isEmpty { spans.append(Span("  ", gap)) }
      spans.append(Span(segment.text, segment.style))
    }
    return canvas.write(spans, at: rect.origin, maxWidth: rect.width)
  }
}
