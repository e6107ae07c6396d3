import Canvas
import Words

/// What the mouse does: whatever can be clicked is what a key does too.
extension State {
  /// Does what a click or a turn of the wheel means at a point of the screen.
  mutating func use(_ action: MouseAction, at point: Point, isTold: Bool) -> [Effect] {
    let layout = Layout(self)
    if action == .click, layout.keys.contains(point) {
      // What was said of the last key stood where the keys are.
      guard !isTold, let key = KeyLine.key(at: point.x - layout.keys.minX, self) else { return [] }
      return modal == nil ? obey(key) : pressInModal(key)
    }
    if modal != nil, let effects = use(action, at: point, overPanes: layout.body) { return effects }
    switch action {
    case .click: return click(point, layout)
    case .scrollUp, .scrollDown:
      guard let pane = layout.pane(at: point) else { return [] }
      return pane.behavior.press(.mouse(action, point), &self) ?? []
    case .middleClick, .rightClick: return []
    }
  }

  private mutating func click(_ point: Point, _ layout: Layout) -> [Effect] {
    if layout.tabs.contains(point) {
      let column = point.x - layout.tabs.minX
      if let title = Dashboard.tabs(self).title(at: column, width: layout.tabs.width) { go(to: Pane.numbered[title]) }
      return []
    }
    guard let pane = layout.pane(at: point) else { return [] }
    let hadKeys = pane == focus
    if !hadKeys {
      let shown = wantedTimeline
      drill(to: pane)
      if pane == .timeline { panes.timeline.opened = shown }
    }
    // Below the line above the pane, and the titles of the columns.
    let wasThere = pane.behavior.point(at: point.y - layout.rect(pane).minY - 2, &self)
    return hadKeys && wasThere == true ? obey(.enter) : []
  }

  /// The same while something lies over the panes; `nil` when it is about a pane all the same.
  private mutating func use(_ action: MouseAction, at point: Point, overPanes body: Rect) -> [Effect]? {
    let isClick = action == .click
    let wheel: Key? = action == .scrollUp ? .up : action == .scrollDown ? .down : nil
    switch modal {
    case .confirm(let confirmation):
      let answer = isClick ? confirmation.dialog.answer(at: point, in: body, words: words) : wheel
      return answer.map { pressInModal($0) } ?? []
    case .choose(let choice):
      guard isClick else { return [] }
      let answer = ChoiceBox.answer(
        at: point, title: choice.title, lines: choice.lines, options: choice.options.map { ($0.key, $0.label) },
        leave: choice.leave, in: body)
      return answer.map { pressInModal($0) } ?? []
    case .pick(let pick):
      guard isClick else { return [] }
      let answer = ChoiceBox.answer(
        at: point, title: pick.title, lines: pick.lines, options: pick.options.map { ($0.key, $0.label) },
        leave: pick.leave, in: body)
      return answer.map { pressInModal($0) } ?? []
    case .link: return isClick ? pressInModal(.escape) : []
    case .work(let command):
      return (isClick ? WorkBox.answer(at: point, command, self, in: body) : nil).map { pressInModal($0) } ?? []
    case .leftAlone(var list):
      if let wheel { return pressInModal(wheel) }
      guard isClick, let row = LeftAloneBox.row(at: point, list, words, in: body) else { return [] }
      if row == list.cursor { return pressInModal(.enter) }
      list.cursor = row
      modal = .leftAlone(list)
      return []
    case .help: return wheel.map { pressInModal($0) } ?? []
    case .palette(let palette):
      if let wheel { return pressInModal(wheel) }
      return isClick ? click(point, palette, in: body) : []
    case .compose(let form):
      if let wheel { return press(wheel, in: form) }
      return isClick ? click(point, form, in: body) : []
    case .prompt(let prompt):
      // What filters as it is typed stays; an answer is not given, nor lost, by a click elsewhere.
      if isClick, prompt.isAnswer { return [] }
      if isClick { modal = nil }
      return nil
    case .counting, .lookingUp: return []
    case nil: return nil
    }
  }
}
