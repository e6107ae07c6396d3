import Canvas
import Model
import Words

/// Input that could not be understood, with what is wrong with it; the newest first.
enum QuarantinePane: PaneBehavior {
  static let title = PaneName.quarantine
  static let keys =
    [
      PaneKey("Enter", .wholeDocument), PaneKey("Space", .mark), PaneKey("*", .markAllShown), PaneKey("t", .tryAgain),
      PaneKey("D", .drop), PaneKey("e", .export),
    ] + PaneKey.sorting

  static func keys(_ state: State) -> [PaneKey] {
    PaneKey.told(keys, marked: state.panes.quarantine.marks.isEmpty ? 0 : state.panes.quarantine.chosen?.count ?? 0)
  }

  /// Lines below the table: the whole error of the document under the cursor, and its beginning.
  private static let footer = ListFooter(steps: [(14, 6), (8, 2)])

  static func isLoading(_ state: State) -> Bool { state.panes.quarantine.page == nil }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.quarantine.page?.entries.isEmpty == true
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.quarantine.cursor.move(motion, in: state.panes.quarantine.ids)
      return []
    }
    switch key {
    case .character(" "): state.panes.quarantine.toggleMark()
    case .character("*"): state.panes.quarantine.marks.toggleAll(state.panes.quarantine.ids)
    case .character("t"): return state.retryQuarantined()
    case .character("D"): state.dropQuarantined()
    case .enter, .right, .character("l"):
      guard let current = state.panes.quarantine.current else {
        state.say(.quarantineEmpty)
        return []
      }
      state.panes.document.open(.quarantined(current.id))
      state.drill(to: .document)
    case .escape where !state.panes.quarantine.marks.isEmpty && !state.notices.isStanding:
      state.panes.quarantine.marks.clear()
    default: return nil
    }
    return []
  }

  static func export(_ state: State) -> ExportOffer? {
    state.panes.quarantine.chosen.map { ExportOffer($0.choice, $0.count) }
  }

  static func copies(_ state: State) -> Copies {
    state.panes.quarantine.current.map { .read(.document($0.id)) } ?? .nothing
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.quarantine.cursor.fit(state.panes.quarantine.ids, height: footer.rows(in: rect))
  }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .documents { state.panes.quarantine.marks.clear() }
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.quarantine.cursor.point(at: row, in: state.panes.quarantine.ids)
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.quarantine.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] { [.number(1), .number(2), .number(3), .text(4)] }

  /// What a document has in a column.
  static func value(_ entry: QuarantineSummary, in column: Int) -> Sorting.Value {
    switch column {
    case 1: .number(Double(entry.id))
    case 2: .number(Double(entry.at.milliseconds))
    case 3: .number(Double(entry.size))
    case 4: .text(entry.error)
    default: .nothing
    }
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
    let words = state.words
    PaneList(
      frame: PaneFrame(
        title: words.pane(title), note: note(quarantine, words), mark: mark(quarantine, words),
        isFocused: state.focus == .quarantine),
      items: quarantine.entries, ids: quarantine.ids, cursor: quarantine.cursor,
      columns: quarantine.sorting.marked(columns(words)),
      emptyText: quarantine.page == nil ? words.term(.loading) : words.quarantine(.none), total: quarantine.page?.total,
      wait: quarantine.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) {
      row($0, state)
    } about: { current, block in
      block.hanging(words.term(.reason), words.intake(current.error), theme[.strong])
      block.hanging(words.quarantine(.begins), current.beginning, theme[.muted])
    }
  }

  private static func note(_ quarantine: QuarantineState, _ words: any Words) -> String {
    guard let page = quarantine.page, !quarantine.marks.isAll else { return "" }
    return page.entries.count < page.total ? words.quarantine(.newest(page.entries.count)) : ""
  }

  private static func mark(_ quarantine: QuarantineState, _ words: any Words) -> String {
    guard let page = quarantine.page else { return "" }
    if quarantine.marks.isAll { return words.quarantine(.allMarked(page.total)) }
    return words.marks(quarantine.marks.count)
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
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.quarantine.loader }
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
