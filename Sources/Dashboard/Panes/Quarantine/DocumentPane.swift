import Canvas
import Model
import Words

/// A quarantined document, as it came.
enum DocumentPane: PaneBehavior {
  static let title = PaneName.document
  static let keys = [PaneKey("↑↓", .scroll), PaneKey("Esc", .back)]
  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { .quarantine }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.document.offset += motion.lines(page: Layout(state).rect(.document).height - 1)
      return []
    }
    return key == .left || key == .character("h") ? state.press(.escape) : nil
  }

  static func copies(_ state: State) -> Copies {
    state.panes.document.opened.map { .read(.document($0)) } ?? .nothing
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    guard !rect.isEmpty, state.panes.document.offset > 0 else {
      state.panes.document.offset = max(0, state.panes.document.offset)
      return
    }
    let lines = block(state, width: rect.width, nil).lines.count
    state.panes.document.offset = max(0, min(state.panes.document.offset, lines - (rect.height - 1)))
  }

  /// The lines of the document; without a theme they are as many.
  private static func block(_ state: State, width: Int, _ theme: Theme?) -> TextBlock {
    var block = TextBlock(width: width)
    guard let entry = state.panes.document.entry else { return block }
    func style(_ role: Role) -> Style { theme?[role] ?? Style() }
    block.hanging(state.words.term(.reason), state.words.intake(entry.error), style(.strong))
    if entry.bytes.count > DocumentState.limit {
      block.hanging("", state.words.quarantine(.shown(DocumentState.limit, of: entry.bytes.count)), style(.warning))
    }
    for line in entry.listed(limit: DocumentState.limit).split(separator: "\n", omittingEmptySubsequences: false) {
      block.hanging("", String(line), style(.text))
    }
    return block
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let document = state.panes.document
    let words = state.words
    let block = block(state, width: canvas.size.width, theme)
    let more = words.term(
      .more(above: document.offset > 0, below: block.lines.count - document.offset > canvas.size.height - 1))
    let name = document.opened.map { words.quarantine(.document($0)) } ?? words.pane(title)
    let body = PaneFrame(
      title: name,
      note: state.note(
        document.loader.wait(now: state.now),
        MoreMark.join(document.entry.map { words.quarantine(.bytes($0.bytes.count)) } ?? "", more)),
      isFocused: state.focus == .document
    ).draw(&canvas, theme)
    guard document.entry != nil else {
      let text = document.loader.answered == nil ? words.term(.loading) : words.quarantine(.gone)
      canvas.write(text, at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    block.draw(&canvas, in: body, from: document.offset)
  }
}

extension DocumentPane: Reader {
  static var loader: WritableKeyPath<State, Loader> { \.panes.document.loader }
  static func wanted(_ state: State) -> Load? { state.panes.document.opened.map(Load.document) }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .document(let id, let entry) = answer { state.panes.document.receive(entry, of: id) }
  }
}
