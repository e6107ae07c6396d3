import Canvas
import Model
import Words

/// What is kept of what happened, and how far it is scrolled.
struct LogState: Equatable, Sendable {
  private(set) var page: LogPage?
  var offset = 0
  var loader = Loader()

  /// Records that are held at most.
  static let limit = 1000

  mutating func receive(_ new: LogPage) { page = new }
}

/// What was done and what went wrong, the latest first: what this dashboard saw, and before that what is kept on disk.
enum LogPane: PaneBehavior {
  static let title = PaneName.log
  static let keys = [PaneKey("↑↓", .scroll), PaneKey("Esc", .back)]

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    guard let motion = Motion(key) else { return nil }
    state.panes.log.offset += motion.lines(page: Layout(state).rect(.log).height - 1)
    return []
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.log.offset = max(0, min(state.panes.log.offset, lines(state).count - 1))
  }

  /// One thing that happened.
  private struct Line {
    var at: Timestamp
    var level: Notice.Level
    var text: (any Words) -> String
  }

  /// All of it, oldest first.
  private static func lines(_ state: State) -> [Line] {
    let page = state.panes.log.page
    let seen = state.notices.log.map { notice in
      Line(at: notice.at, level: notice.level) { notice.text($0, state.keyMap) }
    }
    let kept = (page?.records ?? []).filter { isOnlyKept($0, page, state) }
      .map { record in Line(at: record.at, level: Notice.Level(record.level)) { $0.log(record.event) } }
    // Both are in order, and what happened at one time stays in the order it came.
    return (kept + seen).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Whether this dashboard has not seen the same itself: it is told of what is out of order by every process, and of its own
  /// commands.
  private static func isOnlyKept(_ record: LogRecord, _ page: LogPage?, _ state: State) -> Bool {
    guard record.at >= state.startedAt else { return true }
    switch record.event {
    case .outOfOrder, .worksAgain: return false
    case .failed: return record.process != page?.own
    case .deadLetters, .uncertain, .quarantined, .triedAgain, .paused, .goesOn, .begun, .said: return true
    }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let words = state.words
    let lines = lines(state)
    // One line more than there is room for tells whether something is cut.
    var block = TextBlock(width: canvas.size.width)
    var day = ""
    for line in lines.reversed().dropFirst(state.panes.log.offset) where block.lines.count < canvas.size.height {
      let date = state.wallTime.date(line.at)
      if date != day { block.add(Span(date, theme[.muted])) }
      day = date
      block.hanging(
        "\(state.wallTime.second(line.at)) \(line.level.glyph) ", line.text(words), theme[line.level.role])
    }
    let more = words.term(.more(above: state.panes.log.offset > 0, below: block.lines.count > canvas.size.height - 1))
    let trouble = state.panes.log.page?.problem.map { words.timeline(.logNotKept($0)) } ?? ""
    let body = PaneFrame(
      title: words.timeline(.logTitle),
      note: state.note(nil, MoreMark.join(MoreMark.join(Figures.count(lines.count), trouble), more)),
      isFocused: state.focus == .log
    ).draw(&canvas, theme)
    guard !lines.isEmpty else {
      canvas.write(words.timeline(.logEmpty), at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    block.draw(&canvas, in: body)
  }
}

extension LogPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.log.loader }
  static func wanted(_ state: State) -> Load? { .log(limit: LogState.limit) }
  static func poll(_ state: State) -> Duration? { State.idlePoll }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .log(let page, _) = answer { state.panes.log.receive(page) }
  }
}

extension Notice.Level {
  fileprivate init(_ level: LogRecord.Level) {
    switch level {
    case .information: self = .information
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}

extension Notice.Level {
  var glyph: String {
    switch self {
    case .information: "·"
    case .warning: "!"
    case .error: "✗"
    }
  }

  var role: Role {
    switch self {
    case .information: .text
    case .warning: .warning
    case .error: .bad
    }
  }
}
