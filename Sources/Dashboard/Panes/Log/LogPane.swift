import Canvas
import Model
import Words

/// How far the log is scrolled.
struct LogState: Equatable, Sendable {
  var offset = 0
}

/// What was done and what went wrong since the dashboard was opened, the latest first.
enum LogPane: PaneBehavior {
  static let title = PaneName.log
  static let keys = [PaneKey("↑↓", .scroll), PaneKey("Esc", .back)]

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    guard let motion = Motion(key) else { return nil }
    state.panes.log.offset += motion.lines(page: Layout(state).rect(.log).height - 1)
    return []
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.log.offset = max(0, min(state.panes.log.offset, state.notices.log.count - 1))
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let log = state.notices.log
    // One line more than there is room for tells whether something is cut.
    var block = TextBlock(width: canvas.size.width)
    for notice in log.reversed().dropFirst(state.panes.log.offset) where block.lines.count < canvas.size.height {
      block.hanging(
        "\(state.wallTime.day(notice.at)) \(notice.level.glyph) ", notice.text(state.words, state.keyMap),
        theme[notice.level.role])
    }
    let more = state.words.term(
      .more(above: state.panes.log.offset > 0, below: block.lines.count > canvas.size.height - 1))
    let body = PaneFrame(
      title: state.words.timeline(.logTitle), note: state.note(nil, MoreMark.join(Figures.count(log.count), more)),
      isFocused: state.focus == .log
    ).draw(&canvas, theme)
    guard !log.isEmpty else {
      canvas.write(state.words.timeline(.logEmpty), at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    block.draw(&canvas, in: body)
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
