import Canvas
import Model
import Words

/// The line for what is wrong, what is under way and what was done; or for what is being typed.
enum StatusLine {
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    if case .prompt(let prompt) = state.modal {
      let used = canvas.write(
        prompt.label(state.words), at: .zero, style: theme[.strong], maxWidth: canvas.size.width * 2 / 3)
      prompt.editor.draw(
        on: &canvas, in: Rect(x: used, y: 0, width: canvas.size.width - used, height: 1), isFocused: true, theme: theme,
        isSelected: prompt.isOld)
      return
    }
    guard let (text, role) = words(state) else { return }
    canvas.write(text.withNamesShortened(to: canvas.size.width), at: .zero, style: theme[role])
  }

  /// Draws what happened and has no room in one line over the bottom of what is above it, until it is dismissed: an error that
  /// cannot be read whole is none.
  ///
  /// - Returns: whether anything was drawn.
  static func drawWhole(_ state: State, _ canvas: inout Canvas, above line: Rect, _ theme: Theme) -> Bool {
    if case .prompt = state.modal { return false }
    guard state.notices.current(now: state.now) != nil else { return false }
    guard let (text, role) = words(state), line.width > 0,
      TextWidth.of(text.withNamesShortened(to: line.width)) > line.width
    else { return false }
    var block = TextBlock(width: line.width)
    block.wrap(text, theme[role])
    let height = min(block.lines.count, line.minY)
    // At the bottom of a review stands what is to be answered.
    var isOverQuestion = false
    if case .compose(let form) = state.modal, case .review = form.stage { isOverQuestion = true }
    let top = isOverQuestion ? Layout(state).body.minY + 1 : line.minY + 1 - height
    let rect = Rect(x: line.minX, y: top, width: line.width, height: height)
    guard height > 1 else { return false }
    canvas.fill(rect, style: theme[.text])
    block.drawBeginning(&canvas, in: rect)
    return true
  }

  /// What matters most at this moment.
  static func words(_ state: State) -> (String, Role)? {
    if let since = state.quittingSince {
      let flying = state.snapshot?.health.sending ?? 0
      return (state.words.notice(.finishingFor(state.now - since, inFlight: flying)), .warning)
    }
    let notice = state.notices.current(now: state.now)
    // Also before what is out of order all the time: the answer to a key is what the operator waits for.
    if let notice {
      let text = "\(state.wallTime.second(notice.at)) \(notice.text(state.words, state.keyMap))"
      return notice.level == .information ? (text, .text) : ("\(notice.level.glyph) \(text)", notice.level.role)
    }
    if let reading = state.notices.failingReads.first {
      let text = NoticeText.cannotReadSince(
        state.wallTime.second(reading.since), reading.about, reading.problem.line(state.words),
        more: state.notices.failingReads.count - 1)
      return ("✗ \(state.words.notice(text))", .bad)
    }
    if let fault = state.notices.faults.first {
      let text = NoticeText.outOfOrderSince(
        state.wallTime.second(fault.since), problem: state.words.fault(fault.problem),
        link: state.words.component(fault.component),
        more: state.notices.faults.count - 1)
      return ("✗ \(state.words.notice(text))", .bad)
    }
    if let running = state.running.first {
      let text = NoticeText.running(
        state.textWithProgress(running), state.now - running.since, more: state.running.count - 1)
      return ("… \(state.words.notice(text))", .info)
    }
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
    line(state).draw(on: &canvas, in: canvas.bounds, theme: theme)
  }

  /// The keys; where not all are told, the last one says where they are.
  private static func line(_ state: State) -> KeyHints {
    let hints = hints(state)
    let isWhole = hints.first?.hint != .help
    return KeyHints(
      hints.map { $0.worded(state) }, rest: isWhole ? nil : KeyHint(state.key(.help), state.words.hint(.allKeys)))
  }

  /// The key that is named in a column, as the panes know it.
  static func key(at column: Int, _ state: State) -> Key? {
    let line = line(state)
    guard let place = line.places(width: Layout(state).keys.width).first(where: { $0.columns.contains(column) }) else {
      return nil
    }
    let told = hints(state)[place.index]
    let keys = told.actions.map(\.key)
    // Of two keys that are told together, the one that was hit.
    var end = place.columns.lowerBound
    for (token, key) in zip(state.keyMap.label(told).split(separator: " "), keys) {
      end += TextWidth.of(token) + 1
      if column < end { return key }
    }
    return keys.count == 1 ? keys.first : nil
  }

  private static func hints(_ state: State) -> [PaneKey] {
    switch state.modal {
    case .confirm, .choose: []
    // On a small screen the box has no room for it.
    case .pick: [PaneKey("Esc", .leaveIt)]
    case .link: [PaneKey("Esc", .close)]
    case .leftAlone: [PaneKey("↑↓", .scroll), PaneKey("Enter", .itsMessages), PaneKey("Esc", .close)]
    case .counting, .lookingUp: [PaneKey("Esc", .leaveIt)]
    case .prompt(let prompt) where prompt.isAnswer:
      [PaneKey("Enter", prompt.hint), PaneKey("Esc", .leaveIt), PaneKey("Ctrl-U", .empty)]
    case .prompt: [PaneKey("Enter", .keepTheFilter), PaneKey("Esc", .asBefore), PaneKey("Ctrl-U", .empty)]
    case .work: []
    case .help: [PaneKey("Esc", .close), PaneKey("↑↓", .scroll)]
    case .palette: [PaneKey("Enter", .doIt), PaneKey("Esc", .leaveIt), PaneKey("↑↓", .choose)]
    case .compose(let form):
      if case .review(_, let confirmation, _) = form.stage {
        if form.look.asking != nil {
          [PaneKey("Enter", .doIt), PaneKey("Esc", .leaveIt), PaneKey("Ctrl-U", .empty)]
        } else {
          (confirmation?.isWholeNumberTyped == true ? [PaneKey("Enter", .launch)] : [])
            + [PaneKey("↑↓", .scroll), PaneKey("Esc", .backToTheFields)]
        }
      } else {
        [PaneKey("F3", .countRecipients), PaneKey("Tab", .nextField), PaneKey("Enter", .nextOrCount)]
          + (form.isOnChoice ? [PaneKey("← →", .changeChoice)] : [])
          + (form.focus.body == nil ? [] : [PaneKey("F4", .writeBody)])
          + (form.focus.isPath ? [PaneKey("→", .completePath)] : []) + [
            PaneKey("Esc", state.panes.campaigns.isDraftUnkept ? .leaveIt : .leaveAndKeep)
          ]
      }
    case nil where state.focus == .find && state.panes.find.text.isEmpty: FindPane.emptyKeys
    case nil:
      [PaneKey("?", .help), PaneKey("q", .quit)] + state.offered(state.focus.behavior.keys(state))
        + [PaneKey(":", .palette), PaneKey("z", .zoom)]
    }
  }
}
