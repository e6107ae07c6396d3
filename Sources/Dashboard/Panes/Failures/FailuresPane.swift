import Canvas
import Model
import Words

/// The failures by classification, with what to do about each.
enum FailuresPane: PaneBehavior {
  static let title = PaneName.failures
  static let keys =
    [
      PaneKey("Enter", .itsMessages), PaneKey("R", .resendThese), PaneKey("b", .groupBy),
      PaneKey("c", .thisOrAllCampaigns), PaneKey("e", .export),
    ] + PaneKey.sorting

  /// Lines below the table: what to do about the row under the cursor.
  private static let footer = ListFooter(steps: [(12, 3), (8, 2)])

  static func isLoading(_ state: State) -> Bool { !state.panes.failures.isLoaded }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.failures.isLoaded && state.panes.failures.isEmpty
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.failures.move(motion)
      return []
    }
    switch key {
    case .enter, .right, .character("l"):
      guard let chosen = state.panes.failures.chosen else {
        state.say(.noFailureHere)
        return []
      }
      let scope = MessageList.Scope(
        campaign: state.panes.failures.scope.campaign, classification: chosen.classification, slice: chosen.slice)
      state.drill(to: .messages)
      state.panes.messages.show(scope)
    case .character("b"): state.panes.failures.turnView()
    case .character("c"):
      let all = state.panes.failures.scope.campaign == nil
      state.panes.failures.show(FailuresState.Scope(campaign: all ? state.chosenCampaign?.id : nil))
    default: return nil
    }
    return []
  }

  static var side: Side { .left }

  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.failures.scope.campaign) }

  static func scope(_ state: State) -> Scope? {
    state.panes.failures.chosen.map {
      Scope(campaign: state.panes.failures.scope.campaign, classification: $0.classification, slice: $0.slice)
    }
  }

  static func export(_ state: State) -> ExportOffer? {
    scope(state).map { state.offer($0, count: state.panes.failures.chosen?.count) }
  }

  static func copies(_ state: State) -> Copies {
    guard let row = state.panes.failures.current else { return .nothing }
    let words = state.words
    return .text(
      .failure,
      [Figures.count(row.count), words.classification(row.classification), words.advice(row.classification.advice)]
        .joined(separator: "\t"))
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.failures.fit(footer.rows(in: rect))
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.failures.point(at: row)
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.failures.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    state.panes.failures.view == .kind
      ? [.number(0), .number(1), .text(2), .text(3), .text(4), .text(5)] : []
  }

  /// What a failure has in a column.
  static func value(_ failure: FailureCount, in column: Int) -> Sorting.Value {
    let c = failure.classification
    switch column {
    case 0: return .number(Double(failure.count))
    // The worst first, in whatever language the kinds are worded.
    case 1: return .number(Double(c.kind.status.rank))
    case 2: return .text(c.cause)
    case 3: return .text(c.subtype)
    case 4: return c.smtpStatus.map { .text($0) } ?? .nothing
    // Those that may be resent first.
    case 5: return .text(c.isResendable ? "0" : "1")
    default: return .nothing
    }
  }

  private static func columns(_ failures: FailuresState, _ words: any Words) -> [Column] {
    [
      Column(words.failures(.columnCount), .fixed(9), .right),
      Column(words.failures(.columnKind), .fixed(max(12, words.width(of: failures.rows.map(\.classification.kind))))),
      Column(words.failures(.columnCause), .flexible(minimum: 10, weight: 2)),
      Column(words.failures(.columnSubtype), .flexible(minimum: 12, weight: 2), priority: 2),
      Column(words.failures(.columnSMTP), .fixed(7), priority: 3),
      Column(words.failures(.columnResend), .fixed(6), priority: 1),
      Column(words.failures(.columnAdvice), .flexible(minimum: 40, weight: 5), priority: 4),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let failures = state.panes.failures
    let words = state.words
    let scope =
      failures.scope.campaign == nil ? words.failures(.everything) : state.name(of: failures.scope.campaign)
    guard failures.view == .kind else { return drawGroups(state, scope, &canvas, theme) }
    PaneList(
      frame: PaneFrame(
        title: words.failures(.titleOf), name: scope, note: note(state), isFocused: state.focus == .failures),
      items: failures.shown, ids: failures.ids, cursor: failures.cursor,
      columns: failures.sorting.marked(columns(failures, words)),
      emptyText: failures.isLoaded ? words.failures(.none) : words.term(.loading),
      wait: failures.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) {
      row($0, words)
    } about: { current, block in
      block.hanging(words.term(.toDo), words.advice(current.classification.advice), theme[.strong])
    }
  }

  static func looksTheSame(_ old: State, _ new: State) -> Bool {
    old.panes.failures == new.panes.failures && old.snapshot == new.snapshot
      && new.panes.failures.loader.outstanding == nil
  }

  private static func drawGroups(_ state: State, _ name: String, _ canvas: inout Canvas, _ theme: Theme) {
    let (failures, words) = (state.panes.failures, state.words)
    let columns = [
      Column(words.failures(.columnCount), .fixed(9), .right),
      Column(words.failures(failures.view.column), .flexible(minimum: 20, weight: 1)),
      Column(words.failures(.columnKinds), .flexible(minimum: 20, weight: 2), priority: 1),
    ]
    PaneList(
      frame: PaneFrame(
        title: words.failures(.titleOf), name: name, filter: " · \(words.failures(failures.view.column))",
        note: failures.isLoaded ? groupsNote(failures, words) : "", isFocused: state.focus == .failures),
      items: failures.groups, ids: failures.slices, cursor: failures.groupCursor, columns: columns,
      emptyText: failures.isLoaded ? words.failures(.none) : words.term(.loading),
      wait: failures.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) { group in
      Table.Row([
        .text(Figures.count(group.count)), .text(words.slice(group.slice, state.wallTime)),
        .text(words.kinds(group.kinds).joined(separator: "  ")),
      ])
    } about: { group, block in
      block.flow(
        ["\(words.slice(group.slice, state.wallTime)):"].map { Span($0, theme[.strong]) }
          + words.kinds(group.kinds).map { Span($0, theme[.strong]) }, separator: Span("  ", theme[.text]))
    }
  }

  private static func groupsNote(_ failures: FailuresState, _ words: any Words) -> String {
    guard failures.groups.count < FailureView.limit else { return words.failures(.firstParts(failures.groups.count)) }
    let all = failures.groups.reduce(0) { $0 + $1.count }
    let failed = failures.groups.flatMap(\.kinds).filter(\.key.status.isFailure).reduce(0) { $0 + $1.value }
    // What is delayed may arrive yet.
    return [words.failures(.failed(failed)), all > failed ? words.failures(.delayed(all - failed)) : ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// How many failed, as the campaign's row counts them; delays and doubts are no failures yet.
  private static func note(_ state: State) -> String {
    let failures = state.panes.failures
    guard failures.isLoaded else { return "" }
    let all = failures.rows.filter(\.classification.kind.status.isFailure).reduce(0) { $0 + $1.count }
    let delayed = failures.rows.reduce(0) { $0 + $1.count } - all
    let retrying =
      failures.scope.campaign == nil
      ? state.snapshot?.campaigns.reduce(0) { $0 + $1.retrying } ?? 0
      : state.campaign(failures.scope.campaign)?.retrying ?? 0
    let failed = max(0, all - retrying)
    let uncertain =
      failures.scope.campaign == nil
      ? state.snapshot?.health.uncertain ?? 0 : state.campaign(failures.scope.campaign)?.count(.uncertain) ?? 0
    return [
      state.words.failures(.failed(failed)), retrying > 0 ? state.words.failures(.toBeTriedAgain(retrying)) : "",
      delayed > 0 ? state.words.failures(.delayed(delayed)) : "",
      uncertain > 0 ? state.words.failures(.uncertain(uncertain)) : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func row(_ failure: FailureCount, _ words: any Words) -> Table.Row {
    let c = failure.classification
    return Table.Row([
      .text(Figures.count(failure.count)), .text("\(c.kind.status.glyph) \(words.kind(c.kind))", c.kind.status.role),
      .text(c.cause), .text(c.subtype), .text(c.smtpStatus ?? ""), .text(words.term(c.isResendable ? .yes : .no)),
      .text(words.advice(c.advice)),
    ])
  }
}

extension FailuresPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.failures.loader }
  static func wanted(_ state: State) -> Load? {
    let failures = state.panes.failures
    let grouping = failures.view.grouping(state.wallTime)
    return grouping.map { .failureGroups(failures.scope.campaign, by: $0) } ?? .failures(failures.scope.campaign)
  }

  /// All that failed is read for parts of it, which takes a fifth of a second for 50,000.
  static func pause(_ state: State) -> Duration {
    state.panes.failures.view == .kind ? Loader.pause : .seconds(5)
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .failures(let campaign, let counts) = answer { state.panes.failures.receive(campaign, counts) }
    if case .failureGroups(let campaign, let grouping, let groups) = answer {
      state.panes.failures.receive(campaign, grouping, groups, state.wallTime)
    }
  }
}

extension FailureView {
  /// What the column is called in which the parts are named.
  fileprivate var column: FailuresText {
    switch self {
    case .kind: .columnKind
    case .domain: .columnDomain
    case .hour: .columnHour
    case .day: .columnDay
    }
  }
}
