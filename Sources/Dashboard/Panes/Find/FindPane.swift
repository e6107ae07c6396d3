import Canvas
import Model
import Words

/// Finds an address across everything: all campaigns, and mail that other programs sent.
enum FindPane: PaneBehavior {
  static let title = PaneName.find
  static let keys = [
    PaneKey("f", .anotherAddress), PaneKey("Enter", .timeline), PaneKey.settle, PaneKey.resend,
    PaneKey("Space", .mark), PaneKey("g G", .firstLast),
  ]

  static func keys(_ state: State) -> [PaneKey] { PaneKey.fitting(keys, state.panes.find) }

  /// The keys while there is nothing but an address to be typed.
  static let emptyKeys = [
    PaneKey("a … z", .typeAnAddress), PaneKey("1 … \(Pane.numbered.count)", .otherPanes), PaneKey("?", .help),
    PaneKey("Esc", .back),
  ]

  static func rows(_ rect: Rect) -> Int { max(1, rect.height - 2) }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.find.move(motion)
      return []
    }
    switch key {
    case .character("/"): state.modal = .prompt(Prompt(.find, text: state.panes.find.scope.prefix))
    case .enter, .right, .character("l"):
      guard let id = state.panes.find.cursor else {
        state.modal = .prompt(Prompt(.find, text: state.panes.find.scope.prefix))
        return []
      }
      state.drill(to: .timeline)
      state.panes.timeline.opened = id
    case .character(" "): state.panes.find.toggleMark()
    case .character("a"): state.panes.find.toggleMarks { $0.status == .uncertain || $0.mayBeResent }
    case .character("u"):
      state.askVerdict(state.panes.find.chosen)
    default: return nil
    }
    return []
  }

  static var side: Side { .list }
  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.find.current?.campaign) }
  static func scope(_ state: State) -> Scope? { State.scope(of: state.panes.find.chosen) }
  static func fit(_ state: inout State, _ rect: Rect) { state.panes.find.fit(rows(rect)) }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .messages { state.panes.find.clearMarks() }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let list = state.panes.find
    let prefix = list.scope.prefix
    let body = PaneFrame(
      title: state.words.messages(prefix.isEmpty ? .find : .findAddress(prefix)),
      note: state.note(list.loader.wait(now: state.now), list.moreNote(state.words)), isFocused: state.focus == .find
    ).draw(&canvas, theme)
    let empty =
      prefix.isEmpty
      ? state.words.messages(.typeAddress)
      : list.isLoaded ? state.words.messages(.notFound(prefix)) : state.words.term(.loading)
    MessageTable.draw(
      list, state, &canvas, in: body, isFocused: state.focus == .find, empty: empty, showsCampaign: true, theme)
    guard list.rows.isEmpty, prefix.isEmpty || list.isLoaded, body.height > 3 else { return }
    var block = TextBlock(width: body.width - 2)
    block.wrap(state.words.messages(.searchedFromTheBeginning), theme[.muted])
    block.draw(&canvas, in: Rect(x: body.minX + 1, y: body.minY + 3, width: body.width - 2, height: body.height - 3))
  }
}

extension FindPane: Reader {
  static var loader: WritableKeyPath<State, Loader> { \.panes.find.loader }
  static func isRenewal(_ state: State) -> Bool? { state.panes.find.isRenewal }

  static func wanted(_ state: State) -> Load? {
    state.panes.find.scope.prefix.isEmpty ? nil : .page(state.panes.find.wanted)
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .page(let page) = answer { state.panes.find.receive(page) }
  }
}
