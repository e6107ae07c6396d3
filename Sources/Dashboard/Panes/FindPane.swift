import Canvas
import Model

/// Finds an address across everything: all campaigns, and mail that other programs sent.
enum FindPane: PaneBehavior {
  static let keys = [
    KeyHint("f", "another address"), KeyHint("Enter", "timeline"), .settle,
    KeyHint("Space", "mark"), KeyHint("g G", "first, last"),
  ]

  static func keys(_ state: State) -> [KeyHint] {
    state.find.settleable.isEmpty ? keys.filter { $0 != .settle } : keys
  }

  static func rows(_ rect: Rect) -> Int { max(1, rect.height - 2) }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.find.move(motion)
      return []
    }
    switch key {
    case .character("/"): state.modal = .prompt(Prompt(.address(.find), text: state.find.scope.prefix))
    case .enter, .right, .character("l"):
      guard let id = state.find.cursor else {
        state.modal = .prompt(Prompt(.address(.find), text: state.find.scope.prefix))
        return []
      }
      state.drill(to: .timeline)
      state.timeline.opened = id
    case .character(" "): state.find.toggleMark()
    case .character("a"): state.find.toggleMarks { $0.status == .uncertain }
    case .character("u"):
      state.settle(state.find.chosen)
    default: return nil
    }
    return []
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let list = state.find
    let prefix = list.scope.prefix
    let body = PaneFrame(
      title: prefix.isEmpty ? "Find an address" : "Find · address \(prefix)…",
      note: state.note(list.loader.wait(now: state.now), list.moreNote), isFocused: state.focus == .find
    ).draw(&canvas, theme)
    let empty =
      prefix.isEmpty
      ? "f: type the beginning of an address" : list.isLoaded ? "nothing was sent to \(prefix)…" : "loading…"
    MessageTable.draw(
      list, state, &canvas, in: body, isFocused: state.focus == .find, empty: empty, showsCampaign: true, theme)
  }
}
