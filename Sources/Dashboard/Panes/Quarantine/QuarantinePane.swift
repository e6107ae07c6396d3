import Canvas
import Model
import Words

/// Input that could not be understood, with what is wrong with it; the newest first.
enum QuarantinePane: PaneBehavior {
  static let title = PaneName.quarantine
  static let keys = [
    PaneKey("Enter", .wholeDocument), PaneKey("Space", .mark), PaneKey("a", .markAll), PaneKey("t", .tryAgain),
    PaneKey("D", .drop),
  ]

  /// Lines below the table: the whole error of the document under the cursor, and its beginning.
  private static func footer(_ rect: Rect) -> Int { rect.height >= 14 ? 6 : rect.height >= 8 ? 2 : 0 }

  static func rows(_ rect: Rect) -> Int { max(1, rect.height - 2 - footer(rect)) }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.quarantine.cursor.move(motion, in: state.panes.quarantine.ids)
      return []
    }
    switch key {
    case .character(" "): state.panes.quarantine.toggleMark()
    case .character("a"): state.panes.quarantine.marks.toggleAll(state.panes.quarantine.ids)
    case .character("t"): return state.retryQuarantined()
    case .character("D"): state.dropQuarantined()
    case .enter, .right, .character("l"):
      guard let current = state.panes.quarantine.current else {
        state.say(.quarantineEmpty)
        return []
      }
      state.panes.document.open(current.id)
      state.drill(to: .document)
    case .escape where !state.panes.quarantine.marks.isEmpty && !state.notices.isStanding:
      state.panes.quarantine.marks.clear()
    default: return nil
    }
    return []
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.quarantine.cursor.fit(state.panes.quarantine.ids, height: rows(rect))
  }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .documents { state.panes.quarantine.marks.clear() }
  }

  private static func columns(_ words: any Words) -> [Column] {
    [
      Column("", .fixed(1)),
      Column(words.quarantine(.columnID), .fixed(7), .right),
      Column(words.quarantine(.columnAt), .fixed(16)),
      Column(words.quarantine(.columnSize), .fixed(9), .right, priority: 2),
      Column(words.quarantine(.columnError), .flexible(minimum: 20, weight: 3)),
      Column(words.quarantine(.columnBegins), .flexible(minimum: 20, weight: 3), priority: 1),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let quarantine = state.panes.quarantine
    let isFocused = state.focus == .quarantine
    let words = state.words
    var body = PaneFrame(
      title: words.pane(title),
      note: state.note(
        quarantine.loader.wait(now: state.now),
        MoreMark.join(
          note(quarantine, words),
          words.term(quarantine.cursor.more(of: quarantine.entries.count, rows(canvas.bounds))))),
      isFocused: isFocused
    ).draw(&canvas, theme)
    let footer = body.takeBottom(self.footer(canvas.bounds))
    let top = quarantine.cursor.top
    let shown = quarantine.entries.dropFirst(top).prefix(max(0, body.height - 1))
    Table(
      columns: columns(words), rows: shown.map { row($0, state) },
      selected: quarantine.cursor.index(in: quarantine.ids).map { $0 - top }, isFocused: isFocused,
      emptyText: quarantine.page == nil ? words.term(.loading) : words.quarantine(.none)
    ).draw(on: &canvas, in: body, theme: theme)
    guard let current = quarantine.current else { return }
    var block = TextBlock(width: footer.width)
    block.hanging(words.term(.reason), words.intake(current.error), theme[.strong])
    block.hanging(words.quarantine(.begins), current.beginning, theme[.muted])
    block.drawBeginning(&canvas, in: footer)
  }

  private static func note(_ quarantine: QuarantineState, _ words: any Words) -> String {
    guard let page = quarantine.page else { return "" }
    if quarantine.marks.isAll { return words.quarantine(.allMarked(page.total)) }
    let marked = quarantine.marks.isEmpty ? "" : words.term(.marked(quarantine.marks.count))
    let newest = page.entries.count < page.total ? words.quarantine(.newest(page.entries.count)) : ""
    return [marked, newest, Figures.count(page.total)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func row(_ entry: QuarantineSummary, _ state: State) -> Table.Row {
    Table.Row([
      .text(state.panes.quarantine.marks.contains(entry.id) ? "*" : " ", .accent), .text(String(entry.id), .muted),
      .text(state.wallTime.full(entry.at)), .text(Figures.count(entry.size)), .text(state.words.intake(entry.error)),
      .text(entry.beginning, .muted),
    ])
  }
}

extension QuarantineSummary {
  /// Its first bytes as text on one line, `\xNN` for what is none.
  fileprivate var beginning: String {
    QuarantineEntry(id: id, at: at, error: error, bytes: head).listed(limit: Self.headLength)
      .replacing("\n", with: " ")
  }
}

extension QuarantinePane: Reader {
  static var loader: WritableKeyPath<State, Loader> { \.panes.quarantine.loader }
  static func wanted(_ state: State) -> Load? { .quarantine(limit: QuarantineState.limit) }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .quarantine(let page, _) = answer { state.panes.quarantine.receive(page) }
  }
}

/// What is done to quarantined documents.
extension State {
  /// Has the marked documents, or the one under the cursor, read again: nobody is sent to by it, so nothing is asked.
  mutating func retryQuarantined() -> [Effect] {
    guard let chosen = panes.quarantine.chosen else {
      say(.quarantineEmpty)
      return []
    }
    return run(.command(.retryQuarantined(chosen.choice, count: chosen.count)))
  }

  /// Asks whether to give the marked documents, or the one under the cursor, up.
  mutating func dropQuarantined() {
    guard let chosen = panes.quarantine.chosen else {
      say(.quarantineEmpty)
      return
    }
    ask(
      Confirmation(
        title: words.question(.drop(chosen.count)), lines: [words.question(.dropMeans)],
        verb: words.question(.dropVerb), count: chosen.count,
        order: .command(.dropQuarantined(chosen.choice, count: chosen.count))))
  }
}
