import Canvas
import Model
import Words

/// The messages of the chosen campaign, or of all.
enum MessagesPane: PaneBehavior {
  static let title = PaneName.messages
  static let keys =
    [
      PaneKey("Enter", .timeline), PaneKey.settle, PaneKey.resend, PaneKey("s", .status), PaneKey("/", .address),
      PaneKey("c", .thisOrAllCampaigns), PaneKey("Space", .mark), PaneKey("e", .export),
      PaneKey("*", .markAllShown), PaneKey("A", .sameAddress),
      PaneKey("S", .statusBack),
      PaneKey("g G", .firstLast, parts: [.first, .last]), PaneKey("m", .mail), PaneKey("y", .copy), PaneKey("o", .link),
    ] + PaneKey.sorting

  static func keys(_ state: State) -> [PaneKey] {
    PaneKey.fitting(keys, state.panes.messages, only: state.panes.messages.scope.status).filter {
      $0 != PaneKey("o", .link) || !state.links.isEmpty
    }
  }

  static func rows(_ rect: Rect) -> Int { max(1, rect.height - 2) }

  static func isLoading(_ state: State) -> Bool { !state.panes.messages.isLoaded }

  static func isEmpty(_ state: State) -> Bool {
    state.panes.messages.isLoaded && state.panes.messages.rows.isEmpty
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.messages.move(motion)
      return []
    }
    switch key {
    case .enter:
      guard let id = state.panes.messages.cursor else {
        state.say(.noMessageHere)
        return []
      }
      state.drill(to: .timeline)
      state.panes.timeline.opened = id
    case .character("s"), .right, .character("l"): turnStatus(1, &state)
    case .character("S"), .left, .character("h"): turnStatus(-1, &state)
    case .character("/"):
      state.modal = .prompt(Prompt(.messages, text: state.panes.messages.scope.prefix))
    case .character("c"):
      var scope = state.panes.messages.scope
      scope.campaign = scope.campaign == nil ? state.chosenCampaign?.id : nil
      scope.batch = nil
      state.panes.messages.show(scope)
    case .character(" "): state.panes.messages.toggleMark()
    case .character("*") where isEmpty(state): state.say(.noMessageHere)
    case .character("*"): state.panes.messages.marks.toggleAll()
    case .character("A"): state.findSameAddress(state.panes.messages.current)
    case .character("m"): state.openMail(state.panes.messages.cursor)
    case .character("u"):
      if state.panes.messages.isAllMarked { return state.countSettleable() }
      state.askVerdict(state.panes.messages.chosen)
    case .escape where !state.panes.messages.marks.isEmpty && !state.notices.isStanding:
      state.panes.messages.marks.clear()
    case .escape where state.panes.messages.scope.isFiltered && !state.notices.isStanding && !cameByDrill(state):
      state.panes.messages.show(MessageList.Scope(campaign: state.panes.messages.scope.campaign))
    default: return nil
    }
    return []
  }

  static var side: Side { .list }

  static func campaign(_ state: State) -> CampaignSummary? {
    state.campaign(state.panes.messages.scope.campaign ?? state.panes.messages.current?.campaign)
  }

  static func scope(_ state: State) -> Scope? {
    let list = state.panes.messages
    return list.isAllMarked ? list.scope.asCondition : State.scope(of: list.chosen)
  }

  static func export(_ state: State) -> ExportOffer? {
    scope(state).map { state.offer($0, count: count(state.panes.messages.scope, state)) }
  }

  static func message(_ state: State) -> MessageSummary? {
    let list = state.panes.messages
    return list.isAllMarked || list.marked.count > 1 ? nil : list.chosen.first
  }

  static func copies(_ state: State) -> Copies {
    let list = state.panes.messages
    guard list.isAllMarked else { return .addresses(of: list.chosen) }
    let scope = list.scope
    return .read(
      .addresses(
        MessageQuery(
          campaign: scope.campaign, batch: scope.batch, status: scope.status, classification: scope.classification,
          addressPrefix: scope.prefix.isEmpty ? nil : scope.prefix, slice: scope.slice, isAssumed: scope.isAssumed),
        limit: State.copyLimit))
  }

  static func fit(_ state: inout State, _ rect: Rect) { state.panes.messages.fit(rows(rect)) }

  static func point(at row: Int, _ state: inout State) -> Bool? { state.panes.messages.point(at: row) }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.messages.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    MessageTable.sortable(showsCampaign: state.panes.messages.scope.campaign == nil)
  }

  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {
    if subject == .messages { state.panes.messages.marks.clear() }
  }

  /// A filter that a drill set goes with the way back, not before it.
  private static func cameByDrill(_ state: State) -> Bool {
    let last = state.trail.last
    return [.failures, .batchList].contains(last?.pane) || last?.led == state.panes.messages.scope
      || last?.leftAlone != nil
  }

  /// What the list is narrowed to, on the way through the statuses.
  private struct Stop: Equatable {
    var status: MessageStatus?
    var isAssumed = false
  }

  /// Shows the next status that any message of the campaign has; after the last, all.
  private static func turnStatus(_ step: Int, _ state: inout State) {
    let counts = state.campaign(state.panes.messages.scope.campaign)?.counts
    let statuses = MessageStatus.inOrder.filter { status in counts.map { $0[status, default: 0] > 0 } ?? true }
    let hasAssumed = state.campaign(state.panes.messages.scope.campaign).map { $0.assumed > 0 } ?? true
    // What was assumed sent stands behind what is uncertain still.
    var stops: [Stop] = [Stop()]
    for status in statuses {
      stops.append(Stop(status: status))
      if status == .uncertain, hasAssumed { stops.append(Stop(isAssumed: true)) }
    }
    if hasAssumed, !stops.contains(Stop(isAssumed: true)) { stops.append(Stop(isAssumed: true)) }
    var scope = state.panes.messages.scope
    let at = stops.firstIndex(of: Stop(status: scope.status, isAssumed: scope.isAssumed)) ?? 0
    let stop = stops[(at + step + stops.count) % stops.count]
    (scope.status, scope.isAssumed) = (stop.status, stop.isAssumed)
    (scope.classification, scope.slice) = (nil, nil)
    state.panes.messages.show(scope)
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let list = state.panes.messages
    let body = PaneFrame(
      title: state.words.messages(.titleOf), name: state.name(of: list.scope.campaign),
      filter: filter(list.scope, state),
      note: state.note(list.loader.wait(now: state.now), note(list, state)), mark: mark(list, state),
      isFocused: state.focus == .messages
    ).draw(&canvas, theme)
    let empty =
      list.isLoaded
      ? (list.scope.isFiltered ? state.words.messages(.noneButFiltered) : state.words.term(.none))
      : state.words.term(.loading)
    let shown = list.rows.dropFirst(list.top).prefix(max(0, body.height - 1))
    MessageTable(
      rows: shown.map { MessageTable.Row.of($0, isMarked: list.marks.contains($0.id), state) },
      selected: list.index.map { $0 - list.top }, isFocused: state.focus == .messages, empty: empty,
      showsCampaign: list.scope.campaign == nil, addressWidth: list.addressWidth, lastColumn: .columnReason,
      sorting: list.sorting
    ).draw(state.words, &canvas, in: body, theme)
  }

  static func looksTheSame(_ old: State, _ new: State) -> Bool {
    old.panes.messages == new.panes.messages && old.panes.failures == new.panes.failures && old.snapshot == new.snapshot
      && new.panes.messages.loader.outstanding == nil
  }

  private static func filter(_ scope: MessageList.Scope, _ state: State) -> String {
    let words = state.words
    var parts = [""]
    if let batch = scope.batch { parts.append(words.term(.batchFilter(batch.description))) }
    if let status = scope.status { parts.append(words.term(.statusFilter(words.status(status)))) }
    if scope.isAssumed { parts.append(words.term(.statusFilter(words.term(.assumed)))) }
    if let classification = scope.classification { parts.append(words.classification(classification)) }
    // A slice is one of failures, and of nothing else.
    if scope.slice != nil, scope.classification == nil, scope.status == nil {
      parts.append(words.pane(FailuresPane.title))
    }
    if let slice = scope.slice { parts.append(words.slice(slice, state.wallTime)) }
    if !scope.prefix.isEmpty { parts.append(words.term(.addressBeginning(scope.prefix))) }
    return parts.joined(separator: " · ")
  }

  private static func mark(_ list: MessageList, _ state: State) -> String {
    if list.isAllMarked { return state.words.term(.allMarked(total(list, state))) }
    return state.words.marks(list.marked.count)
  }

  /// A list that is whole counts itself; counters may be of a moment ago, or of a pane that is not read now.
  private static func total(_ list: MessageList, _ state: State) -> Int? {
    let isWhole = list.isLoaded && !list.hasEarlier && !list.hasLater
    return isWhole ? list.rows.count : count(list.scope, state)
  }

  /// How many there are, where a counter tells; else only whether there are more.
  private static func note(_ list: MessageList, _ state: State) -> String {
    let all = total(list, state)
    if list.isAllMarked { return "" }
    let place = list.index.flatMap { list.place.position(of: $0, rows: list.rows.count, total: all) }
    return MoreMark.join(
      place.map { Figures.position($0.place, of: $0.total) } ?? all.map { Figures.count($0) } ?? "",
      list.moreNote(state.words))
  }

  private static func count(_ scope: MessageList.Scope, _ state: State) -> Int? {
    guard scope.prefix.isEmpty, scope.slice == nil, scope.batch == nil else { return nil }
    if scope.isAssumed { return state.campaign(scope.campaign)?.assumed }
    if let classification = scope.classification {
      guard scope.status == nil, state.panes.failures.scope.campaign == scope.campaign else { return nil }
      return state.panes.failures.rows.first { $0.classification == classification }?.count
    }
    guard scope.campaign != nil else {
      guard let counts = state.snapshot?.health.counts else { return nil }
      return scope.status.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
    }
    guard let campaign = state.campaign(scope.campaign) else { return nil }
    return scope.status.map { campaign.counts[$0] ?? 0 } ?? campaign.recipients
  }
}

extension MessageSummary {
  /// Whether the operator may say what became of it, or take that word back.
  var mayBeSettled: Bool { status == .uncertain || isAssumed }

  /// Whether it failed in a way that may be resent; whether its batch is still at it, the store knows.
  var mayBeResent: Bool {
    campaign != nil && status.isFailure && classification?.isResendable == true && !isRetried
  }
}

extension MessageList {
  /// Which marks there are, and on which side rows follow that are not on the screen.
  func moreNote(_ words: any Words) -> String {
    words.term(.more(above: hasEarlier || top > 0, below: hasLater || top + height < rows.count))
  }
}

extension MessageList.Scope {
  /// What an action takes that is about all that the list shows.
  var asCondition: Scope {
    Scope(
      campaign: campaign, batch: batch, statuses: status.map { [$0] } ?? [], classification: classification,
      addressPrefix: prefix.isEmpty ? nil : prefix, slice: slice, isAssumed: isAssumed)
  }

  /// Whether anything but the campaign narrows the list.
  var isFiltered: Bool {
    batch != nil || status != nil || classification != nil || !prefix.isEmpty || slice != nil || isAssumed
  }
}

extension MessagesPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.messages.loader }
  static func wanted(_ state: State) -> Load? { .page(state.panes.messages.wanted) }
  static func isRenewal(_ state: State) -> Bool? { state.panes.messages.isRenewal }

  static func show(_ answer: Answer, _ state: inout State) {
    guard case .page(let page) = answer, !state.panes.messages.receive(page) else { return }
    state.say(.tooLongToSort(MessageQuery.mostOrdered, status: state.key(.status), address: state.key(.address)))
  }
}
