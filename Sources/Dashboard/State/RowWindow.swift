import Model

/// A window on a list that may be millions of rows long: some screens of rows around the cursor, never more. It says which
/// page it needs next, and keeps the cursor's row on its line when one comes.
struct RowWindow<Row: Identifiable & Equatable & Sendable>: Equatable, Sendable
where Row.ID: Comparable & Sendable {
  private(set) var rows: [Row] = []
  private(set) var hasEarlier = false
  private(set) var hasLater = false
  /// Whether any page has come.
  private(set) var isLoaded = false
  private(set) var cursor: Row.ID?
  /// The row at the top of the screen, as an index of ``rows``.
  private(set) var top = 0
  /// Where the next page is to start; `nil` while the present one will do.
  private(set) var goal: PageAnchor<Row.ID>? = .first
  /// Rows on the screen.
  private(set) var height = 1
  /// Whether the rows are in the order of their ids; in any other one a row may change its place from page to page.
  private let isByID: Bool

  init(height: Int = 1, isByID: Bool = true) {
    self.height = height
    self.isByID = isByID
  }

  /// The index of the row under the cursor.
  var index: Int? {
    guard let cursor else { return nil }
    guard isByID else { return rows.firstIndex { $0.id == cursor } }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].id < cursor { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].id == cursor ? low : nil
  }
  /// The row under the cursor.
  var current: Row? { index.map { rows[$0] } }

  /// Rows of a page: some screens, so that a page up or down never waits.
  var limit: Int { min(max(100, height * 4), 400) }

  /// Where the page starts that is to be asked for when something is to be asked.
  var anchor: PageAnchor<Row.ID> { goal ?? (hasEarlier ? renewal : .first) }

  private var renewal: PageAnchor<Row.ID> {
    isByID ? rows.first.map { .from($0.id) } ?? .first : cursor.map { .around($0) } ?? .first
  }

  /// Fits the list to the rows there are on the screen.
  mutating func fit(_ height: Int) {
    self.height = max(1, height)
    follow()
    if goal == nil, hasLater, rows.count < self.height, let first = rows.first {
      goal = isByID ? .from(first.id) : renewal
    }
  }

  /// Moves as asked.
  ///
  /// - Parameter isIdle: no page is on its way.
  mutating func move(_ motion: Motion, isIdle: Bool) {
    switch motion {
    case .rows(let rows): move(rows)
    case .pages(let pages): move(pages * max(1, height - 1))
    case .first: jump(toLast: false, isIdle: isIdle)
    case .last: jump(toLast: true, isIdle: isIdle)
    }
  }

  /// Moves the cursor by rows, and asks for another page when it nears the edge of this one.
  mutating func move(_ delta: Int) {
    guard !rows.isEmpty else { return }
    let target = min(max(0, (index ?? 0) + delta), rows.count - 1)
    cursor = rows[target].id
    follow()
    if delta > 0, hasLater, target + height >= rows.count {
      goal = isByID ? .from(rows[max(0, target - limit / 2)].id) : renewal
    } else if delta < 0, hasEarlier, target < height {
      goal = isByID ? .before(rows[min(rows.count - 1, target + limit / 2)].id) : renewal
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

  /// Goes to the very first or last row.
  private mutating func jump(toLast: Bool, isIdle: Bool) {
    let isThere = toLast ? !hasLater : !hasEarlier
    if isThere, isIdle, let end = toLast ? rows.last : rows.first {
      goal = nil
      cursor = end.id
      follow()
    } else {
      goal = toLast ? .last : .first
    }
  }

  /// Goes to a row, or to the next one that is there.
  mutating func go(to id: Row.ID) {
    cursor = id
    if index == nil {
      goal = .from(id)
    } else {
      goal = nil
      follow()
    }
  }

  /// Whether a page that starts there is one that is still wanted.
  func takes(_ anchor: PageAnchor<Row.ID>) -> Bool { goal == nil || goal == anchor }

  /// Shows a page that ``takes(_:)`` it.
  mutating func receive(_ page: [Row], hasEarlier: Bool, hasLater: Bool) {
    let former = index ?? top
    let line = former - top
    let wasAsked = goal
    goal = nil
    rows = page
    (self.hasEarlier, self.hasLater, isLoaded) = (hasEarlier, hasLater, true)
    // Nothing on this side of a row: what there is lies elsewhere.
    if rows.isEmpty, hasEarlier || hasLater, wasAsked != .last {
      goal = .last
      return
    }
    switch wasAsked {
    case .first: cursor = rows.first?.id
    case .last: cursor = rows.last?.id
    case .after, .before, .from, .around, nil: break
    }
    clampCursor(to: former)
    top = (index ?? 0) - line
    follow()
    if !hasLater, hasEarlier, rows.count < height, wasAsked != .last { goal = .last }
  }

  /// Puts the cursor on the row nearest to where it was, when its row has left the list.
  private mutating func clampCursor(to former: Int) {
    guard index == nil else { return }
    guard isByID else {
      cursor = rows.isEmpty ? nil : rows[min(former, rows.count - 1)].id
      return
    }
    cursor = (cursor.flatMap { id in rows.first { $0.id > id } ?? rows.last } ?? rows.first)?.id
  }

  /// Scrolls so that the cursor is on the screen and no row of it is left empty without need.
  private mutating func follow() {
    let at = index ?? 0
    top = min(max(top, at - height + 1), at)
    top = max(0, min(top, rows.count - height))
  }
}
