import Canvas
import Model

/// A window on a list of messages that may be millions long: some screens of rows around the cursor, never more.
struct MessageList: ChosenMessages, Equatable, Sendable {
  /// Which messages the list is about. Where a drill led, and what the operator filtered on top of it.
  struct Scope: Equatable, Sendable {
    var campaign: CampaignID?
    var batch: BatchID?
    var status: MessageStatus?
    var classification: Classification?
    var prefix = ""
    /// A part of what failed.
    var slice: FailureSlice?
    /// What counts as accepted on the operator's word alone.
    var isAssumed = false
  }

  private(set) var scope: Scope
  private(set) var rows: [MessageSummary] = []
  private(set) var hasEarlier = false
  private(set) var hasLater = false
  /// Where the rows lie among all.
  private(set) var place = WindowPlace()
  /// The columns of the widest address of the rows.
  private(set) var addressWidth = 0
  /// Whether any answer for this scope has arrived.
  private(set) var isLoaded = false
  private(set) var cursor: MessageID?
  /// The row at the top of the screen, as an index of ``rows``.
  private(set) var top = 0
  var marks = MessageMarks()
  var loader = Loader()
  /// Where the next window is to start; `nil` while the present one will do.
  private var goal: MessageQuery.Anchor? = .first
  /// Rows on the screen.
  private(set) var height = 1

  init(_ scope: Scope = Scope()) { self.scope = scope }

  /// The index of the row under the cursor.
  var index: Int? { cursor.flatMap { id in rows.firstIndex { $0.id == id } } }
  /// The row under the cursor.
  var current: MessageSummary? { index.map { rows[$0] } }

  var loaded: [MessageSummary] { rows }

  /// Rows in a window: some screens, so that a page up or down never waits.
  private var limit: Int { min(max(100, height * 4), 400) }

  /// The page to ask for when something is to be asked.
  var wanted: MessageQuery {
    let refresh: MessageQuery.Anchor = hasEarlier ? rows.first.map { .from($0.id) } ?? .first : .first
    return MessageQuery(
      campaign: scope.campaign, batch: scope.batch, status: scope.status, classification: scope.classification,
      addressPrefix: scope.prefix.isEmpty ? nil : scope.prefix, slice: scope.slice, isAssumed: scope.isAssumed,
      anchor: goal ?? refresh, limit: limit)
  }

  /// Whether ``wanted`` only renews the present window.
  var isRenewal: Bool { goal == nil }

  /// Turns to other messages. What was shown goes at once: rows must never stand under another list's title.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let (loader, height) = (loader, height)
    self = MessageList(new)
    self.loader = loader
    self.height = height
  }

  /// Fits the list to the rows there are on the screen.
  mutating func fit(_ height: Int) {
    self.height = max(1, height)
    follow()
    if goal == nil, hasLater, rows.count < self.height, let first = rows.first { goal = .from(first.id) }
  }

  /// Moves the cursor by rows, and asks for another window when it nears the edge of this one.
  mutating func move(_ delta: Int) {
    guard !rows.isEmpty else { return }
    let target = min(max(0, (index ?? 0) + delta), rows.count - 1)
    cursor = rows[target].id
    follow()
    if delta > 0, hasLater, target + height >= rows.count {
      goal = .from(rows[max(0, target - limit / 2)].id)
    } else if delta < 0, hasEarlier, target < height {
      goal = .before(rows[min(rows.count - 1, target + limit / 2)].id)
    }
  }

  /// Goes to a row, counted from the first that is seen.
  ///
  /// - Returns: whether it was there already; `nil` when there is no such row.
  mutating func point(at row: Int) -> Bool? {
    guard row >= 0, row < height, top + row < rows.count else { return nil }
    let delta = top + row - (index ?? 0)
    move(delta)
    return delta == 0
  }

  /// Goes to the very first or last message.
  mutating func jump(toLast: Bool) {
    let isThere = toLast ? !hasLater : !hasEarlier
    if isThere, loader.outstanding == nil, let end = toLast ? rows.last : rows.first {
      goal = nil
      cursor = end.id
      follow()
    } else {
      goal = toLast ? .last : .first
    }
  }

  /// Shows the page that was asked for, if it is still about this list.
  mutating func receive(_ page: MessagePage) {
    let query = page.query
    guard
      query.campaign == scope.campaign, query.batch == scope.batch, query.status == scope.status,
      query.classification == scope.classification, (query.addressPrefix ?? "") == scope.prefix,
      query.slice == scope.slice, query.isAssumed == scope.isAssumed
    else { return }
    if let goal, goal != query.anchor { return }
    let line = (index ?? top) - top
    let wasAsked = goal
    goal = nil
    findPlace(of: page)
    rows = page.rows
    addressWidth = rows.map { TextWidth.of($0.address) }.max() ?? 0
    for row in rows { marks.renew(row) }
    (hasEarlier, hasLater, isLoaded) = (page.hasEarlier, page.hasLater, true)
    switch wasAsked {
    case .first: cursor = rows.first?.id
    case .last: cursor = rows.last?.id
    case .after, .before, .from, nil: break
    }
    clampCursor()
    top = (index ?? 0) - line
    follow()
    if !hasLater, hasEarlier, rows.count < height, wasAsked != .last { goal = .last }
  }

  /// Finds where a page lies, by where the rows lay that it was asked from.
  private mutating func findPlace(of page: MessagePage) {
    switch page.query.anchor {
    case .from(let id): place.start(at: rows.firstIndex { $0.id == id }, of: rows.count, rows: page.rows.count)
    case .before(let id): place.end(before: rows.firstIndex { $0.id == id }, of: rows.count, rows: page.rows.count)
    case .first, .last, .after: place.forget()
    }
    // Of those of a status or a cause, some come and go that are not seen.
    if scope.status != nil || scope.classification != nil { place.forget() }
    place.settle(hasEarlier: page.hasEarlier, hasLater: page.hasLater)
  }

  /// Puts the cursor on the row nearest to where it was, when its message has left the list.
  private mutating func clampCursor() {
    guard !rows.isEmpty else {
      cursor = nil
      return
    }
    guard let id = cursor else {
      cursor = rows.first?.id
      return
    }
    if !rows.contains(where: { $0.id == id }) {
      cursor = (rows.first { $0.id > id } ?? rows.last)?.id
    }
  }

  /// Scrolls so that the cursor is on the screen and no row of it is left empty without need.
  private mutating func follow() {
    let at = index ?? 0
    top = min(max(top, at - height + 1), at)
    top = max(0, min(top, rows.count - height))
  }
}
