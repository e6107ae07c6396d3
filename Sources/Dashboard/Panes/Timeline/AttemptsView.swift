import Canvas
import Model
import Words

/// The attempts of a message beside each other: when, what became of each, which event says so, the server's words and the
/// provider's name for it.
struct AttemptsView {
  /// A column is never narrower, so that a server's words can be read.
  private static let least = 24
  private static let gap = 2

  let attempts: [AttemptSummary]
  let providerIDs: [Int: String]
  /// The attempt that stands leftmost.
  let first: Int
  let width: Int

  /// How many stand beside each other.
  var room: Int { max(1, min(attempts.count, (width + Self.gap) / (Self.least + Self.gap))) }

  private var columnWidth: Int { (width - Self.gap * (room - 1)) / room }

  /// The index of the leftmost when as many as there is room for are to be seen.
  var top: Int { max(0, min(first, attempts.count - room)) }

  /// What is seen of how many; empty when all are.
  func note(_ words: any Words) -> String {
    room < attempts.count
      ? words.attempts(.shown(first: top + 1, last: top + room, of: attempts.count)) : ""
  }

  func block(_ state: State, _ theme: Theme) -> TextBlock {
    let columns = attempts.dropFirst(top).prefix(max(0, room)).map { column($0, state, theme) }
    var block = TextBlock(width: width)
    for row in 0..<(columns.map(\.lines.count).max() ?? 0) {
      var spans: [Span] = []
      for (index, column) in columns.enumerated() {
        let line = row < column.lines.count ? column.lines[row] : []
        spans += line
        let used = line.reduce(0) { $0 + TextWidth.of($1.text) }
        if index < columns.count - 1 {
          spans.append(Span(String(repeating: " ", count: max(0, columnWidth + Self.gap - used)), theme[.text]))
        }
      }
      block.add(spans)
    }
    return block
  }

  private func column(_ attempt: AttemptSummary, _ state: State, _ theme: Theme) -> TextBlock {
    let words = state.words
    var block = TextBlock(width: columnWidth)
    block.wrap(words.timeline(.attempt(attempt.number)), theme[.accent])
    block.hanging(
      words.attempts(.began), attempt.began.map { state.wallTime.day($0) } ?? words.attempts(.notKnown), theme[.text])
    // Of an earlier one without events those are no longer held that would tell.
    let isKnown = attempt.began != nil || attempt.number == attempts.count
    block.hanging(
      words.attempts(.status), isKnown ? attempt.status.label(words) : words.attempts(.notKnown),
      theme[isKnown ? attempt.status.role : .muted])
    if let classification = attempt.classification {
      block.hanging(words.timeline(.why), words.classification(classification), theme[.text])
    }
    if let event = attempt.deciding {
      let span = attempt.began.map { " +\(TimelinePane.gap(event.at - $0, words))" } ?? ""
      block.hanging(
        words.attempts(.decided), "\(words.event(event.type)) \(state.wallTime.second(event.at))\(span)", theme[.text])
    }
    block.wrap(words.attempts(.providerID), theme[.muted])
    block.wrap(providerIDs[attempt.number] ?? words.attempts(.notKnown), theme[.text])
    block.wrap(words.attempts(.words), theme[.muted])
    block.wrap(attempt.reason.map { words.reason($0) } ?? words.attempts(.noWords), theme[.text])
    if let classification = attempt.classification {
      block.wrap(words.attempts(.toDo), theme[.muted])
      block.wrap(words.advice(classification.advice(on: attempt.reason)), theme[.text])
    }
    return block
  }
}
