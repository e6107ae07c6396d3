import Canvas
import Model
import Words

/// The single batches of a campaign: where each stands, since when, how often it was received, and why it last failed.
enum BatchListPane: PaneBehavior {
  static let title = PaneName.batchList
  static let keys =
    [
      PaneKey("Enter", .itsMessages), PaneKey("s", .status), PaneKey("/", .stateOrNumber), PaneKey("R", .resendFailed),
      PaneKey("p", .pause), PaneKey("r", .resume), PaneKey("g G", .firstLast, parts: [.first, .last]),
      PaneKey("S", .statusBack),
      PaneKey("Esc", .back),
    ] + PaneKey.sorting

  /// Lines below the table: all that is known of the batch under the cursor.
  private static let footer = ListFooter(steps: [(12, 4), (7, 2)])

  static func isLoading(_ state: State) -> Bool { !state.panes.batchList.isLoaded }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.batchList.isLoaded && state.panes.batchList.rows.isEmpty
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.batchList.move(motion)
      return []
    }
    switch key {
    case .enter:
      guard let batch = state.panes.batchList.current else {
        state.say(.noBatchHere)
        return []
      }
      state.drill(to: .messages)
      state.panes.messages.show(MessageList.Scope(campaign: batch.campaign, batch: batch.id))
    case .character("s"), .right, .character("l"): turn(1, &state)
    case .character("S"), .left, .character("h"): turn(-1, &state)
    case .character("/"): state.modal = .prompt(Prompt(.batches, text: state.panes.batchList.scope?.filter ?? ""))
    case .escape where state.panes.batchList.scope?.filter.isEmpty == false && !state.notices.isStanding:
      state.panes.batchList.narrow(to: "", state.words)
    default: return nil
    }
    return []
  }

  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { .campaigns }
  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.batchList.scope?.campaign) }
  static func scope(_ state: State) -> Scope? {
    state.panes.batchList.current.map { Scope(campaign: $0.campaign, batch: $0.id) }
  }

  static func fit(_ state: inout State, _ rect: Rect) { state.panes.batchList.fit(footer.rows(in: rect)) }

  static func point(at row: Int, _ state: inout State) -> Bool? { state.panes.batchList.point(at: row) }

  /// The columns by which batches are sorted, and what the store is asked for.
  static let sorted: [(Sorting.Criterion, BatchQuery.Column)] = [
    (.text(1), .standing), (.number(2), .recipients), (.number(3), .receives), (.number(4), .since), (.text(6), .error),
  ]
  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.batchList.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] { sorted.map(\.0) }

  /// Turns to the next state that any batch is in.
  private static func turn(_ step: Int, _ state: inout State) {
    let counts = campaign(state)?.batches ?? CampaignSummary.Batches()
    let there = BatchStanding.allCases.filter { standing in
      switch standing {
      case .pending: counts.pending > 0
      case .queued, .sending: counts.queued > 0
      case .done: counts.done > 0
      case .dead: counts.dead > 0
      }
    }
    state.panes.batchList.turn(step, there, state.words)
  }

  private static func columns(_ words: any Words) -> [Column] {
    [
      Column(words.singleBatches(.columnNumber), .fixed(8), .right),
      Column(words.singleBatches(.columnState), .fixed(words.batchWidth)),
      Column(words.singleBatches(.columnRecipients), .fixed(10), .right, priority: 2),
      Column(words.singleBatches(.columnReceives), .fixed(3), .right, priority: 3),
      Column(words.singleBatches(.columnSince), .fixed(8), .right, priority: 4),
      Column(words.singleBatches(.columnAge), .fixed(words.spanWidth), .right, priority: 1),
      Column(words.singleBatches(.columnError), .flexible(minimum: 10)),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let list = state.panes.batchList
    let words = state.words
    var body = PaneFrame(
      title: words.singleBatches(.titleOf), name: state.name(of: list.scope?.campaign), filter: filter(list, words),
      note: state.note(list.loader.wait(now: state.now), note(list, words)), isFocused: state.focus == .batchList
    ).draw(&canvas, theme)
    let below = body.takeBottom(footer.lines(in: canvas.bounds))
    let empty =
      list.fitsNothing
      ? words.singleBatches(.noSuchState)
      : !list.isLoaded
        ? words.term(.loading) : words.singleBatches(list.scope?.standings.isEmpty == false ? .noneButFiltered : .none)
    let shown = list.rows.dropFirst(list.top).prefix(max(0, body.height - 1))
    Table(
      columns: list.sorting.marked(columns(words)), rows: shown.map { row($0, state) },
      selected: list.index.map { $0 - list.top },
      isFocused: state.focus == .batchList, emptyText: empty
    ).draw(on: &canvas, in: body, theme: theme)
    guard let current = list.current else { return }
    var block = TextBlock(width: below.width)
    if let error = current.error {
      block.hanging(words.singleBatches(.lastError), words.reason(error), theme[.strong])
    }
    if current.receives == nil { block.wrap(words.singleBatches(.receivesUnknown), theme[.muted]) }
    block.drawBeginning(&canvas, in: below)
  }

  private static func filter(_ list: BatchList, _ words: any Words) -> String {
    guard let scope = list.scope, !scope.filter.isEmpty else { return "" }
    return " · "
      + words.term(
        .statusFilter(
          scope.standings.isEmpty ? scope.filter : scope.standings.map(words.batch).joined(separator: ", ")))
  }

  private static func note(_ list: BatchList, _ words: any Words) -> String {
    guard list.isLoaded, !list.fitsNothing else { return "" }
    return MoreMark.join(
      Figures.position(list.position, of: list.total),
      words.term(
        .more(
          above: list.hasEarlier || list.top > 0,
          below: list.hasLater || list.top + list.shownRows < list.rows.count)))
  }

  private static func row(_ batch: BatchSummary, _ state: State) -> Table.Row {
    Table.Row([
      .text(batch.id.description, .muted), .text(batch.standing.label(state.words), batch.standing.role),
      .text(Figures.count(batch.recipients)), .text(batch.receives.map { Figures.count($0) } ?? "–"),
      .text(state.wallTime.short(batch.since, now: state.now), .muted),
      .text(batch.standing == .done ? "" : state.words.span(state.now - batch.since)),
      .text(batch.error.map { state.words.reason($0) } ?? ""),
    ])
  }
}

extension BatchListPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.batchList.loader }
  static func wanted(_ state: State) -> Load? {
    state.panes.batchList.fitsNothing ? nil : state.panes.batchList.wanted.map(Load.batches)
  }
  static func isRenewal(_ state: State) -> Bool? { state.panes.batchList.isRenewal }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .batches(let page) = answer { state.panes.batchList.receive(page) }
  }
}

extension BatchStanding {
  /// A sign beside the word, so that a column can be read at a glance without colours.
  private var glyph: String {
    switch self {
    case .pending: "·"
    case .queued: "↑"
    case .sending: "→"
    case .done: "✓"
    case .dead: "!"
    }
  }

  var role: Role {
    switch self {
    case .pending: .muted
    case .queued, .sending: .info
    case .done: .good
    case .dead: .bad
    }
  }

  /// The sign and the word.
  func label(_ words: any Words) -> String { "\(glyph) \(words.batch(self))" }
}

extension State {
  /// Opens the single batches of the campaign under the cursor.
  mutating func openBatches() {
    guard let campaign = chosenCampaign else {
      say(.noCampaignHere(new: key(.new)))
      return
    }
    panes.batchList.show(BatchList.Scope(campaign: campaign.id))
    drill(to: .batchList)
  }
}
