import Canvas
import Model

/// The line for what is wrong, what is under way and what was done; or for what is being typed.
enum StatusLine {
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    if case .prompt(let prompt) = state.modal {
      let used = canvas.write(prompt.label, at: .zero, style: theme[.strong], maxWidth: canvas.size.width * 2 / 3)
      prompt.editor.draw(
        on: &canvas, in: Rect(x: used, y: 0, width: canvas.size.width - used, height: 1), isFocused: true, theme: theme)
      return
    }
    guard let (text, role) = words(state) else { return }
    canvas.write(text, at: .zero, style: theme[role])
  }

  /// What matters most at this moment.
  static func words(_ state: State) -> (String, Role)? {
    if let since = state.quittingSince {
      let flying = state.snapshot?.health.sending ?? 0
      let doing = flying > 0 ? "finishing \(Figures.count(flying)) in flight" : "finishing"
      return ("\(doing), \(Figures.span(state.now - since))… what waits is kept; nobody is sent to twice", .warning)
    }
    let notice = state.notices.current(now: state.now)
    if let notice, notice.level != .information {
      return ("\(notice.level.glyph) \(state.wallTime.second(notice.at)) \(notice.text)", notice.level.role)
    }
    if let trouble = state.notices.troubles.first {
      let more = state.notices.troubles.count > 1 ? " (and \(state.notices.troubles.count - 1) more)" : ""
      let since = state.wallTime.second(trouble.since)
      return ("✗ since \(since) cannot read \(trouble.about.words): \(trouble.problem.line)\(more)", .bad)
    }
    if let link = state.notices.links.first {
      let more = state.notices.links.count > 1 ? " (and \(state.notices.links.count - 1) more: 6 Log)" : ""
      return ("✗ since \(state.wallTime.second(link.since)) \(link.problem) · \(link.link)\(more)", .bad)
    }
    if let running = state.running.first {
      let more = state.running.count > 1 ? " (and \(state.running.count - 1) more)" : ""
      return ("… \(state.title(running.command)), \(Figures.span(state.now - running.since))\(more)", .info)
    }
    if let notice { return ("\(state.wallTime.second(notice.at)) \(notice.text)", .text) }
    return nil
  }
}

/// The bottom line: a soft word about the last key, or which keys there are.
enum KeyLine {
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    if let hint = state.notices.hint {
      canvas.write(hint, at: .zero, style: theme[.keyHint])
      return
    }
    KeyHints(hints(state)).draw(on: &canvas, in: canvas.bounds, theme: theme)
  }

  private static func hints(_ state: State) -> [KeyHint] {
    switch state.modal {
    case .confirm, .choose: []
    case .counting: [KeyHint("Esc", "leave it")]
    case .prompt: [KeyHint("Enter", "keep the filter"), KeyHint("Esc", "as before"), KeyHint("Ctrl-U", "empty")]
    case .help: [KeyHint("Esc", "close"), KeyHint("↑↓", "scroll")]
    case .compose(let form):
      if case .review = form.stage {
        [KeyHint("↑↓", "scroll"), KeyHint("Esc", "back to the fields")]
      } else {
        [
          KeyHint("Tab", "next field"), KeyHint("Enter", "next, or count"),
          KeyHint("Esc", "leave; what is typed is kept"),
        ]
      }
    case nil where state.focus == .find && state.panes.find.scope.prefix.isEmpty: FindPane.emptyKeys
    case nil: [KeyHint("?", "help"), KeyHint("q", "quit")] + state.focus.behavior.keys(state)
    }
  }
}
