import Canvas
import Model
import Words

/// Addresses that nothing is sent to, with why, since when and by whom; the latest first.
enum SuppressionPane: PaneBehavior {
  static let title = PaneName.suppressions
  static let keys =
    [
      PaneKey("+", .addAddress), PaneKey("D", .unsuppress), PaneKey("A", .accountList), PaneKey("Space", .mark),
      PaneKey("*", .markAllShown),
      PaneKey("/", .filter), PaneKey("Enter", .sameAddress), PaneKey("Esc", .back),
    ] + PaneKey.sorting

  /// What acts on what is marked comes first: it says on how much, before it is pressed.
  static func keys(_ state: State) -> [PaneKey] {
    let marked = state.panes.suppressions.marks.count
    let told = PaneKey.told(keys, marked: marked)
    return marked == 0
      ? told : told.filter { $0.hint.name == "unsuppress" } + told.filter { $0.hint.name != "unsuppress" }
  }

  /// Lines below the table: what the list is for.
  private static let footer = ListFooter(steps: [(10, 2)])

  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { .campaigns }

  static func isLoading(_ state: State) -> Bool { state.panes.suppressions.page == nil }

  static func isEmpty(_ state: State) -> Bool { state.panes.suppressions.page?.entries.isEmpty == true }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.suppressions.cursor.move(motion, in: state.panes.suppressions.ids)
      return []
    }
    switch key {
    case .character("+"): state.modal = .prompt(Prompt(.suppress, text: ""))
    case .character("D"): state.askToUnsuppress()
    case .character("A"): state.askForAccountAddress()
    case .character(" "): state.panes.suppressions.toggleMark()
    case .character("*"): state.panes.suppressions.toggleMarks()
    case .character("/"): state.modal = .prompt(Prompt(.suppressions, text: state.panes.suppressions.filter))
    case .escape where !state.panes.suppressions.marks.isEmpty && !state.notices.isStanding:
      state.panes.suppressions.marks = []
    case .escape where !state.panes.suppressions.filter.isEmpty && !state.notices.isStanding:
      state.panes.suppressions.show(containing: "")
    case .enter, .right, .character("l"):
      guard let address = state.panes.suppressions.current?.address else { return [] }
      state.drill(to: .find)
      state.panes.find.show(.person(address))
    default: return nil
    }
    return []
  }

  static func copies(_ state: State) -> Copies {
    let chosen = state.panes.suppressions.chosen
    return chosen.isEmpty ? .nothing : .text(.addresses(chosen.count), chosen.map(\.address).joined(separator: "\n"))
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.suppressions.cursor.fit(state.panes.suppressions.ids, height: footer.rows(in: rect))
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.suppressions.cursor.point(at: row, in: state.panes.suppressions.ids)
  }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .suppressions { state.panes.suppressions.marks = [] }
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.suppressions.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    [.text(1), .text(2), .number(3), .number(4), .text(5), .text(6)]
  }

  /// What an entry has in a column.
  static func value(_ entry: Suppression, in column: Int) -> Sorting.Value {
    switch column {
    case 1: .text(entry.address)
    case 2: .text(entry.cause.rawValue)
    case 3: .number(Double(entry.since.milliseconds))
    case 4: entry.until.map { .number(Double($0.milliseconds)) } ?? .nothing
    case 5: .text(entry.by)
    case 6: .text(entry.note)
    default: .nothing
    }
  }

  private static func columns(_ words: any Words) -> [Column] {
    [
      Column("", .fixed(1)),
      Column(words.suppressions(.columnAddress), .flexible(minimum: 16, weight: 3)),
      Column(words.suppressions(.columnCause), .flexible(minimum: 14, weight: 1)),
      Column(words.suppressions(.columnSince), .fixed(16), priority: 1),
      Column(words.suppressions(.columnUntil), .fixed(10), priority: 3),
      Column(words.suppressions(.columnBy), .fixed(10), priority: 2),
      Column(words.suppressions(.columnNote), .flexible(minimum: 12, weight: 2), priority: 4),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let (list, words) = (state.panes.suppressions, state.words)
    let filter = list.filter.isEmpty ? "" : " · \(words.suppressions(.containing(list.filter)))"
    let note = list.page.map { $0.entries.count < $0.total ? words.suppressions(.latest($0.entries.count)) : "" } ?? ""
    PaneList(
      frame: PaneFrame(
        title: words.pane(title) + filter, note: note, mark: words.marks(list.marks.count),
        isFocused: state.focus == .suppressions),
      items: list.entries, ids: list.ids, cursor: list.cursor, columns: list.sorting.marked(columns(words)),
      emptyText: list.page == nil
        ? words.term(.loading) : words.suppressions(list.filter.isEmpty ? .none : .noneContains),
      total: list.page?.total, wait: list.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) {
      row($0, state)
    } about: { _, block in
      block.wrap(words.suppressions(.about(add: state.key(.addAddress))), theme[.muted])
    }
  }

  /// The day, or the time where it is less than a day away.
  private static func until(of end: Timestamp, _ state: State) -> String {
    end - state.now < .seconds(86_400) ? state.wallTime.second(end) : state.wallTime.date(end)
  }

  private static func row(_ entry: Suppression, _ state: State) -> Table.Row {
    Table.Row([
      .text(state.panes.suppressions.marks.contains(entry.id) ? "*" : " ", .accent), .text(entry.address),
      .text(state.words.suppression(entry.cause)), .text(state.wallTime.full(entry.since), .muted),
      .text(entry.until.map { until(of: $0, state) } ?? ""), .text(entry.by), .text(entry.note),
    ])
  }
}

extension SuppressionPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.suppressions.loader }
  static func wanted(_ state: State) -> Load? {
    .suppressions(containing: state.panes.suppressions.filter, limit: SuppressionListState.limit)
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .suppressions(let page, let text, _) = answer { state.panes.suppressions.receive(page, containing: text) }
  }
}

/// Putting addresses on the list and taking them off.
extension State {
  /// The addresses of what is marked, or of the row; each once.
  var chosenAddresses: [String] {
    let messages =
      switch focus {
      case .messages: panes.messages.isAllMarked ? [] : panes.messages.chosen
      case .find: panes.find.chosen
      default: focus.behavior.message(self).map { [$0] } ?? []
      }
    var seen: Set<String> = []
    return messages.map(\.address).filter { seen.insert($0.mailboxKey).inserted }
  }

  mutating func askToSuppress() -> [Effect] {
    if let scope, scope.messages.isEmpty {
      guard quittingSince == nil else { return refuseWhileQuitting() }
      return count(.people(scope))
    }
    let addresses = chosenAddresses
    guard !addresses.isEmpty else {
      say(.noMessageHere)
      return []
    }
    ask(
      Confirmation(
        title: words.suppressions(.add(addresses.count)),
        lines: [sample(addresses), words.suppressions(.addMeans(list: key(.suppressions)))],
        verb: words.suppressions(.addVerb), count: addresses.count, order: .command(.suppress(addresses))))
    return []
  }

  /// Asks about everybody whom a filter names, now that it is known how many they are.
  mutating func confirmSuppress(_ scope: Scope, _ people: Int, listed: Int, _ addresses: [String]) {
    guard case .counting(.people(scope), _, _) = modal else { return }
    modal = nil
    guard people > 0 else { return say(.noMessageHere) }
    ask(
      Confirmation(
        title: words.suppressions(.add(people)),
        lines: [
          focus == .campaigns && scope.campaign != nil
            ? words.suppressions(.everybodyOf(shortName(of: scope.campaign))) : words.suppressions(.everybody),
          words.suppressions(.sample(addresses, more: max(0, people - addresses.count))),
          listed > 0 ? words.suppressions(.listedAlready(listed)) : "",
          words.suppressions(.addMeans(list: key(.suppressions))),
        ].filter { !$0.isEmpty },
        verb: words.suppressions(.addVerb), count: people, order: .command(.suppressAll(scope, people: people))))
  }

  /// Takes an address that was typed; what is none stays to be mended.
  mutating func answerSuppress(_ text: String) -> [Effect] {
    let address: String
    do throws(AddressProblem) { address = try Channel.address(ofEither: text, in: numbering) } catch {
      notices.say(words.address(error.code))
      return []
    }
    modal = nil
    return run(.command(.suppress([address])))
  }

  mutating func askToUnsuppress() {
    let chosen = panes.suppressions.chosen
    let addresses = chosen.map(\.address)
    guard !addresses.isEmpty else { return notices.say(words.suppressions(.none)) }
    let unwilling = chosen.count { [.complaint, .unsubscribed].contains($0.cause) }
    ask(
      Confirmation(
        title: words.suppressions(.remove(addresses.count)),
        lines: [
          sample(addresses), chosen.count == 1 ? words.suppression(chosen[0].cause) : "",
          unwilling > 0 ? words.suppressions(.unwilling(unwilling)) : "", words.suppressions(.removeMeans),
        ].filter { !$0.isEmpty },
        verb: words.suppressions(.removeVerb), count: addresses.count, order: .command(.unsuppress(addresses)),
        isTyped: unwilling > 0))
  }

  private func sample(_ addresses: [String]) -> String {
    words.suppressions(.sample(Array(addresses.prefix(3)), more: max(0, addresses.count - 3)))
  }
}
