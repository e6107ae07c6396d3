import Canvas
import Model
import Words

/// The failures by classification, with what to do about each.
enum FailuresPane: PaneBehavior {
  static let title = PaneName.failures
  static let keys =
    [
      PaneKey("Enter", .itsMessages), PaneKey("R", .resendThese), PaneKey("c", .thisOrAllCampaigns),
    ] + PaneKey.sorting

  /// Lines below the table: what to do about the row under the cursor.
  private static let footer = ListFooter(steps: [(12, 3), (8, 2)])

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.failures.cursor.move(motion, in: state.panes.failures.ids)
      return []
    }
    switch key {
    case .enter, .right, .character("l"):
      guard let row = state.panes.failures.current else {
        state.say(.noFailureHere)
        return []
      }
      let scope = MessageList.Scope(campaign: state.panes.failures.scope.campaign, classification: row.classification)
      state.drill(to: .messages)
      state.panes.messages.show(scope)
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
    state.panes.failures.current.map {
      Scope(campaign: state.panes.failures.scope.campaign, classification: $0.classification)
    }
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.failures.cursor.fit(state.panes.failures.ids, height: footer.rows(in: rect))
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.failures.cursor.point(at: row, in: state.panes.failures.ids)
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.failures.sorting }
  static var sortable: [Sorting.Criterion] { [.number(0), .text(1), .text(2), .text(3), .text(4), .text(5)] }

  /// What a failure has in a column.
  static func value(_ failure: FailureCount, in column: Int) -> Sorting.Value {
    let c = failure.classification
    switch column {
    case 0: return .number(Double(failure.count))
    case 1: return .text(c.kind.rawValue)
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
      Figures.count(failed), retrying > 0 ? state.words.failures(.toBeTriedAgain(retrying)) : "",
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
  static var loader: WritableKeyPath<State, Loader> { \.panes.failures.loader }
  static func wanted(_ state: State) -> Load? { .failures(state.panes.failures.scope.campaign) }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .failures(let campaign, let counts) = answer { state.panes.failures.receive(campaign, counts) }
  }
}
