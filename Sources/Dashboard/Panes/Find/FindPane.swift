import Canvas
import Model
import Words

/// Finds messages by anything that is known of them, across all campaigns and the mail that other programs sent.
enum FindPane: PaneBehavior {
  static let title = PaneName.find
  static let keys =
    [
      PaneKey("f", .findAnother, also: "/"), PaneKey("Enter", .timeline), PaneKey.settle, PaneKey.resend,
      PaneKey("Space", .mark), PaneKey("e", .export), PaneKey("*", .markAllShown),
      PaneKey("A", .sameAddress),
      PaneKey("g G", .firstLast, parts: [.first, .last]), PaneKey("m", .mail), PaneKey("y", .copy), PaneKey("o", .link),
    ] + PaneKey.sorting

  static func keys(_ state: State) -> [PaneKey] {
    PaneKey.fitting(keys, state.panes.find).filter { $0 != PaneKey("o", .link) || !state.links.isEmpty }
  }

  /// The keys while there is nothing but a text to be typed.
  static let emptyKeys = [
    PaneKey("a … z", .typeToFind), PaneKey("1 … \(Pane.numbered.count)", .otherPanes), PaneKey("?", .help),
    PaneKey("Esc", .back),
  ]

  static func rows(_ rect: Rect, _ find: FindState) -> Int { max(1, rect.height - 2 - below(rect, find)) }

  /// Lines below the rows, of what stands against sending to an address.
  private static func below(_ rect: Rect, _ find: FindState) -> Int {
    find.isPerson ? (rect.height >= 12 ? 3 : rect.height >= 6 ? 2 : 0) : 0
  }

  static func isLoading(_ state: State) -> Bool { !state.panes.find.isLoaded && state.panes.find.wanted != nil }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.find.isLoaded && state.panes.find.rows.isEmpty
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.find.move(motion)
      return []
    }
    switch key {
    case .character("/"): state.modal = .prompt(Prompt(.find, text: state.panes.find.text))
    case .enter, .right, .character("l"): open(&state)
    case .character(" "): state.panes.find.toggleMark()
    case .character("*"): state.panes.find.toggleMarks { _ in true }
    case .escape where !state.panes.find.marks.isEmpty && !state.notices.isStanding: state.panes.find.marks.clear()
    case .character("A"): state.findSameAddress(state.panes.find.current)
    case .character("m"): state.openMail(state.panes.find.current?.id)
    case .character("u"):
      state.askVerdict(state.panes.find.chosen)
    default: return nil
    }
    return []
  }

  private static func open(_ state: inout State) {
    switch state.panes.find.currentRow {
    case .message(let found):
      state.drill(to: .timeline)
      state.panes.timeline.opened = found.message.id
    case .campaign(let found):
      state.drill(to: .messages)
      state.panes.messages.show(MessageList.Scope(campaign: found.id))
    case nil: state.modal = .prompt(Prompt(.find, text: state.panes.find.text))
    }
  }

  static var side: Side { .list }

  static func campaign(_ state: State) -> CampaignSummary? {
    if case .campaign(let found) = state.panes.find.currentRow { return state.campaign(found.id) }
    return state.campaign(state.panes.find.current?.campaign)
  }

  static func scope(_ state: State) -> Scope? { State.scope(of: state.panes.find.chosen) }
  static func message(_ state: State) -> MessageSummary? {
    state.panes.find.marked.count > 1 ? nil : state.panes.find.chosen.first
  }
  static func copies(_ state: State) -> Copies {
    if state.panes.find.marked.isEmpty, case .campaign(let found) = state.panes.find.currentRow {
      return .text(.campaignName, found.name)
    }
    return .addresses(of: state.panes.find.chosen)
  }
  static func fit(_ state: inout State, _ rect: Rect) { state.panes.find.fit(rows(rect, state.panes.find)) }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.find.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] { FindState.Row.sortable }

  static func point(at row: Int, _ state: inout State) -> Bool? { state.panes.find.point(at: row) }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .messages { state.panes.find.marks.clear() }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let list = state.panes.find
    let title =
      list.isPerson
      ? state.words.person(.titleOf(list.text)) : state.words.messages(list.text.isEmpty ? .find : .findText(list.text))
    let bounds = canvas.bounds
    var body = PaneFrame(
      title: title,
      note: state.note(list.loader.wait(now: state.now), note(list, state.words)),
      mark: state.words.marks(list.marked.count), isFocused: state.focus == .find
    ).draw(&canvas, theme)
    let below = body.takeBottom(self.below(bounds, list))
    if let person = list.person { about(person, state, &canvas, in: below, theme) }
    let shown = list.rows.dropFirst(list.cursor.top).prefix(max(0, body.height - 1))
    MessageTable(
      rows: shown.map { row in
        switch row {
        case .campaign(let found): MessageTable.Row(found, state.words)
        case .message(let found):
          MessageTable.Row.of(
            found.message, isMarked: list.marks.contains(found.message.id), found: found.match.value, state)
        }
      }, selected: list.index.map { $0 - list.cursor.top }, isFocused: state.focus == .find,
      empty: empty(list, state.words), showsCampaign: true, addressWidth: list.addressWidth,
      lastColumn: list.isPerson ? .columnReason : .columnFound, sorting: list.sorting
    ).draw(state.words, &canvas, in: body, theme)
    guard list.rows.isEmpty, !list.isPerson, list.text.isEmpty || list.isLoaded, body.height > 3 else { return }
    var block = TextBlock(width: body.width - 2)
    block.wrap(state.words.messages(.whatIsSearched), theme[.muted])
    block.draw(&canvas, in: Rect(x: body.minX + 1, y: body.minY + 3, width: body.width - 2, height: body.height - 3))
  }

  /// What stands against sending to an address, and what is still to go there.
  private static func about(
    _ person: PersonHistory, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme
  ) {
    let words = state.words
    var block = TextBlock(width: rect.width)
    let text = PersonText(obstacleOf: person) { state.wallTime.date($0) }
    block.hanging(words.person(.address), words.person(text), theme[person.obstacle == nil ? .muted : .warning])
    if person.underWay > 0 {
      block.hanging(
        String(repeating: " ", count: TextWidth.of(words.person(.address))), words.person(.underWay(person.underWay)),
        theme[.text])
    }
    block.drawBeginning(&canvas, in: rect)
  }

  private static func empty(_ list: FindState, _ words: any Words) -> String {
    if list.text.isEmpty { return words.messages(.typeToFind) }
    if !list.isLoaded { return words.term(.loading) }
    if list.isPerson { return words.person(.none(list.text)) }
    return list.next == nil ? words.messages(.notFound(list.text)) : words.messages(.nothingYet)
  }

  /// How much was found, and how far the search has come.
  private static func note(_ list: FindState, _ words: any Words) -> String {
    guard list.isLoaded else { return "" }
    if let person = list.person {
      let count =
        person.messages.count < person.total
        ? words.person(.newest(person.messages.count, of: person.total)) : words.person(.count(person.total))
      return MoreMark.join(count, words.term(list.more))
    }
    let place = list.index.map { Figures.position($0 + 1, of: list.rows.count) }
    let count =
      list.isFull ? words.messages(.foundAtLeast(list.rows.count)) : place ?? words.messages(.found(list.rows.count))
    let progress = list.isFull ? nil : list.next.map { words.messages(.searched(percent: Int($0.progress * 100))) }
    return [progress ?? "", count, words.term(list.more)].reduce("", MoreMark.join)
  }
}

extension FindMatch {
  /// The value in which a message was found, when the row does not show what was found otherwise.
  fileprivate var value: String? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension FindPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.find.loader }
  static func isRenewal(_ state: State) -> Bool? { state.panes.find.isRenewal }
  static func wanted(_ state: State) -> Load? { state.panes.find.wanted }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .find(let part) = answer { state.panes.find.receive(part) }
    if case .messages(_, let messages) = answer { state.panes.find.receive(messages) }
    if case .person(let person, _) = answer { state.panes.find.receive(person) }
  }
}

extension State {
  /// Shows everything that was ever sent to a message's address, by all campaigns and other programs.
  mutating func findSameAddress(_ message: MessageSummary?) {
    guard let message else {
      say(.noMessageHere)
      return
    }
    drill(to: .find)
    panes.find.show(.person(message.address))
  }
}
