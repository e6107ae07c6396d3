import Canvas
import Model
import Words

/// Who did what, when, under which condition, to how many, with what result; the latest first.
enum HistoryPane: PaneBehavior {
  static let title = PaneName.history
  static let keys =
    [
      PaneKey("Enter", .messagesOfItsCampaign), PaneKey("/", .filter), PaneKey("e", .export), PaneKey("Esc", .back),
    ] + PaneKey.sorting

  /// Lines below the table: all of the entry under the cursor.
  private static let footer = ListFooter(steps: [(12, 4), (7, 2)])

  static func isLoading(_ state: State) -> Bool { state.panes.history.page == nil }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.history.page?.entries.isEmpty == true
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.history.cursor.move(motion, in: state.panes.history.ids)
      return []
    }
    switch key {
    case .character("/"): state.modal = .prompt(Prompt(.history, text: state.panes.history.filter))
    case .escape where !state.panes.history.filter.isEmpty && !state.notices.isStanding:
      state.panes.history.show(containing: "")
    case .enter, .right, .character("l"):
      guard let campaign = state.panes.history.current?.campaign else {
        state.say(.noCampaignInEntry)
        return []
      }
      state.drill(to: .messages)
      state.panes.messages.show(MessageList.Scope(campaign: campaign))
    default: return nil
    }
    return []
  }

  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.history.current?.campaign) }

  /// All that the filter shows: entries are not marked, and one alone is read on the screen.
  static func export(_ state: State) -> ExportOffer? {
    let history = state.panes.history
    guard let total = history.page?.total, total > 0 else { return nil }
    return ExportOffer(
      what: .history(containing: history.filter), named: .entries(total), total: total, name: "history")
  }

  static func copies(_ state: State) -> Copies {
    guard let entry = state.panes.history.current else { return .nothing }
    let words = state.words
    let campaign = entry.campaign.map { state.campaign($0)?.name ?? words.term(.campaign($0.description)) } ?? ""
    return .text(
      .entry,
      [
        "\(state.wallTime.full(entry.at)) \(state.wallTime.zone)", entry.operator, words.action(entry.action), campaign,
        words.record(entry.condition), Figures.count(entry.count), words.record(entry.result),
      ].joined(separator: "\t"))
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.history.cursor.fit(state.panes.history.ids, height: footer.rows(in: rect))
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.history.cursor.point(at: row, in: state.panes.history.ids)
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.history.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    [.number(0), .text(1), .text(2), .number(3), .number(5)]
  }

  /// What an entry has in a column.
  static func value(_ entry: HistoryEntry, in column: Int) -> Sorting.Value {
    switch column {
    case 0: .number(Double(entry.at.milliseconds))
    case 1: .text(entry.operator)
    case 2: .text(entry.action)
    // By its number: the newest campaign first.
    case 3: entry.campaign.map { .number(Double($0.rawValue)) } ?? .nothing
    case 5: .number(Double(entry.count))
    default: .nothing
    }
  }

  private static func columns(_ words: any Words) -> [Column] {
    [
      Column(words.history(.columnAt), .fixed(16)),
      Column(words.history(.columnOperator), .fixed(10), priority: 1),
      Column(words.history(.columnAction), .fixed(9)),
      Column(words.history(.columnCampaign), .flexible(minimum: 12, weight: 2)),
      Column(words.history(.columnCondition), .flexible(minimum: 12, weight: 2), priority: 3),
      Column(words.history(.columnCount), .fixed(9), .right),
      Column(words.history(.columnResult), .flexible(minimum: 14, weight: 3), priority: 2),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let history = state.panes.history
    let words = state.words
    let filter = history.filter.isEmpty ? "" : " · \(words.history(.containing(history.filter)))"
    PaneList(
      frame: PaneFrame(
        title: words.pane(title) + filter, note: note(history, words), isFocused: state.focus == .history),
      items: history.entries, ids: history.ids, cursor: history.cursor, columns: history.sorting.marked(columns(words)),
      emptyText: history.page == nil
        ? words.term(.loading) : words.history(history.filter.isEmpty ? .none : .noneContains),
      total: history.page?.total,
      wait: history.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) {
      row($0, state)
    } about: { current, block in
      block.hanging(words.history(.condition), words.record(current.condition), theme[.text])
      block.hanging(words.history(.result), words.record(current.result), theme[.strong])
    }
  }

  private static func note(_ history: HistoryState, _ words: any Words) -> String {
    guard let page = history.page else { return "" }
    return page.entries.count < page.total
      ? words.history(.latest(page.entries.count, of: page.total)) : ""
  }

  private static func row(_ entry: HistoryEntry, _ state: State) -> Table.Row {
    let campaign = entry.campaign.map { state.campaign($0)?.name ?? state.words.term(.campaign($0.description)) }
    return Table.Row([
      .text(state.wallTime.full(entry.at), .muted), .text(entry.operator), .text(state.words.action(entry.action)),
      .text(campaign ?? "–"), .text(state.words.record(entry.condition)), .text(Figures.count(entry.count)),
      .text(state.words.record(entry.result)),
    ])
  }
}

extension HistoryPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.history.loader }
  static func wanted(_ state: State) -> Load? {
    .history(containing: state.panes.history.filter, limit: HistoryState.limit)
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .history(let page, let text, _) = answer { state.panes.history.receive(page, containing: text) }
  }
}
