import Canvas
import Model
import Words

/// The queue messages that failed too often, with the reason of their last failure.
enum DeadLettersPane: PaneBehavior {
  static let title = PaneName.deadLetters
  static let keys =
    [
      PaneKey("Space", .mark), PaneKey("*", .markAllShown), PaneKey("d", .redrive), PaneKey("D", .discard),
      PaneKey("Enter", .letter), PaneKey("s", .redriveAtARate), PaneKey("v", .recovered), PaneKey("e", .export),
      PaneKey("m", .messagesOfItsCampaign), PaneKey("E", .putEventsBack),
    ] + PaneKey.sorting

  static func keys(_ state: State) -> [PaneKey] {
    PaneKey.told(keys, marked: state.panes.deadLetters.marks.isEmpty ? 0 : state.panes.deadLetters.chosen?.letters ?? 0)
  }

  /// Lines below the table: the whole reason of the letter under the cursor.
  private static let footer = ListFooter(steps: [(12, 4), (7, 2)])

  static func isLoading(_ state: State) -> Bool { state.panes.deadLetters.page == nil }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.deadLetters.page?.letters.isEmpty == true
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.deadLetters.cursor.move(motion, in: state.panes.deadLetters.ids)
      return []
    }
    switch key {
    case .character(" "): state.panes.deadLetters.toggleMark()
    case .character("*"): state.panes.deadLetters.marks.toggleAll(state.panes.deadLetters.ids)
    case .character("d"): state.handleLetters(discard: false)
    case .character("D"): state.handleLetters(discard: true)
    case .character("E"): state.redriveEvents()
    case .character("s"): state.askForRate()
    case .character("v"): state.panes.deadLetters.toggleRecovered()
    case .enter, .right, .character("l"):
      guard let letter = state.panes.deadLetters.current else {
        state.say(.noLetters)
        return []
      }
      state.panes.document.open(.letter(letter.id))
      state.drill(to: .document)
    case .character("m"):
      guard let campaign = state.panes.deadLetters.current?.campaign else {
        state.say(.noCampaignInLetter)
        return []
      }
      state.drill(to: .messages)
      state.panes.messages.show(MessageList.Scope(campaign: campaign))
    case .escape where !state.panes.deadLetters.marks.isEmpty && !state.notices.isStanding:
      state.panes.deadLetters.marks.clear()
    default: return nil
    }
    return []
  }

  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.deadLetters.current?.campaign) }

  static func export(_ state: State) -> ExportOffer? {
    state.panes.deadLetters.chosen.map {
      ExportOffer(
        what: .recipients($0.choice), named: .recipients(letters: $0.letters), total: $0.recipients,
        name: state.fileName($0.sample.first?.campaign, ["deadletters"]))
    }
  }

  static func copies(_ state: State) -> Copies {
    let dead = state.panes.deadLetters
    let ids = dead.marks.isEmpty ? dead.current.map { [$0.id] } ?? [] : dead.ids.filter(dead.marks.contains)
    return ids.isEmpty ? .nothing : .text(.letters(ids.count), ids.joined(separator: "\n"))
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.deadLetters.cursor.fit(state.panes.deadLetters.ids, height: footer.rows(in: rect))
  }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .letters { state.panes.deadLetters.marks.clear() }
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    state.panes.deadLetters.cursor.point(at: row, in: state.panes.deadLetters.ids)
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.deadLetters.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    [.text(1), .number(2), .number(3), .number(4), .number(5), .number(6), .text(7)]
  }

  /// What a letter has in a column.
  static func value(_ letter: DeadLetter, in column: Int) -> Sorting.Value {
    switch column {
    case 1: .text(letter.id)
    // By its number: the newest campaign first.
    case 2: letter.campaign.map { .number(Double($0.rawValue)) } ?? .nothing
    case 3: letter.batch.map { .number(Double($0.rawValue)) } ?? .nothing
    case 4: .number(Double(letter.receiveCount))
    case 5: .number(-Double(letter.enqueuedAt.milliseconds))
    case 6: .number(Double(letter.recipients))
    case 7: .text(letter.error)
    default: .nothing
    }
  }

  private static func columns(_ words: any Words) -> [Column] {
    [
      Column("", .fixed(1)),
      Column(words.deadLetters(.columnLetter), .fixed(10), priority: 5),
      Column(words.deadLetters(.columnCampaign), .flexible(minimum: 12, weight: 2)),
      Column(words.deadLetters(.columnBatch), .fixed(7), .right, priority: 4),
      Column(words.deadLetters(.columnReceives), .fixed(3), .right, priority: 3),
      Column(words.deadLetters(.columnAge), .fixed(words.spanWidth), .right, priority: 2),
      Column(words.deadLetters(.columnRecipients), .fixed(10), .right, priority: 1),
      Column(words.deadLetters(.columnReason), .flexible(minimum: 12, weight: 4)),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let dead = state.panes.deadLetters
    let words = state.words
    PaneList(
      frame: PaneFrame(
        title: words.pane(title), note: note(dead, words), mark: mark(dead, words),
        isFocused: state.focus == .deadLetters),
      items: dead.letters, ids: dead.ids, cursor: dead.cursor, columns: dead.sorting.marked(columns(words)),
      emptyText: dead.page == nil ? words.term(.loading) : words.deadLetters(.none), total: dead.page?.total,
      wait: dead.loader.wait(now: state.now), footer: footer
    ).draw(state, &canvas, theme) {
      row($0, state)
    } about: { current, block in
      block.hanging(words.term(.reason), words.reason(current.error), theme[.strong])
      if current.isRecovered { block.hanging(words.letters(.fate), words.letters(.isRecovered), theme[.muted]) }
    }
  }

  private static func mark(_ dead: DeadLettersState, _ words: any Words) -> String {
    guard let page = dead.page, !dead.marks.isEmpty else { return "" }
    if dead.marks.isAll { return words.deadLetters(.allMarked(page.total, recipients: page.recipients)) }
    return dead.chosen.map { words.deadLetters(.marked($0.letters, recipients: $0.recipients)) } ?? ""
  }

  private static func note(_ dead: DeadLettersState, _ words: any Words) -> String {
    guard let page = dead.page, !dead.marks.isAll else { return "" }
    var parts: [String] = []
    if page.events > 0 { parts.append(words.deadLetters(.eventsNeverStored(page.events))) }
    if page.recovered > 0 {
      parts.append(words.letters(.recovered(page.recovered, areShown: page.showsRecovered)))
    }
    parts.append(words.deadLetters(.count(page.total, recipients: page.recipients)))
    if page.letters.count < page.total { parts.append(words.deadLetters(.oldest(page.letters.count))) }
    return parts.joined(separator: " · ")
  }

  private static func row(_ letter: DeadLetter, _ state: State) -> Table.Row {
    let campaign =
      letter.campaign.map { state.campaign($0)?.name ?? state.words.term(.campaign($0.description)) }
      ?? state.words.deadLetters(.unknownCampaign)
    return Table.Row([
      .text(state.panes.deadLetters.marks.contains(letter.id) ? "*" : " ", .accent), .text(letter.id, .muted),
      .text(campaign), .text(letter.batch.map { String($0.rawValue) } ?? "–"), .text(String(letter.receiveCount)),
      .text(state.words.span(state.now - letter.enqueuedAt)), .text(Figures.count(letter.recipients)),
      .text(
        letter.isRecovered ? state.words.letters(.isRecovered) : state.words.reason(letter.error),
        letter.isRecovered ? .muted : .text),
    ])
  }
}

extension DeadLettersPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.deadLetters.loader }
  static func wanted(_ state: State) -> Load? {
    .deadLetters(limit: DeadLettersState.limit, withRecovered: state.panes.deadLetters.showsRecovered)
  }
  static func poll(_ state: State) -> Duration? { State.idlePoll }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .deadLetters(let page, _) = answer { state.panes.deadLetters.receive(page) }
  }
}
