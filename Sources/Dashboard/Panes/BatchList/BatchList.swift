import Model
import Words

/// A window on the batches of one campaign, of which there may be a hundred thousand: some screens of rows around the
/// cursor, and where they lie among all.
struct BatchList: Equatable, Sendable {
  /// Which batches the list is about.
  struct Scope: Equatable, Sendable {
    var campaign: CampaignID
    /// What was typed to narrow it.
    var filter = ""
    /// Only those that stand so; all when there are none.
    var standings: [BatchStanding] = []
  }

  /// `nil` until somebody has chosen a campaign.
  private(set) var scope: Scope?
  private(set) var rows: [BatchSummary] = []
  /// How many come before the rows, and how many there are in all.
  private(set) var earlier = 0
  private(set) var total = 0
  /// Whether any answer for this scope has arrived.
  private(set) var isLoaded = false
  private(set) var cursor: BatchID?
  /// The row at the top of the screen, as an index of ``rows``.
  private(set) var top = 0
  var loader = Loader()
  /// Where the next window is to start; `nil` while the present one will do.
  private var goal: BatchQuery.Anchor? = .first
  /// Rows on the screen.
  private var height = 1
  /// Rows there is room for on the screen.
  var shownRows: Int { height }

  /// The index of the row under the cursor.
  var index: Int? { cursor.flatMap { id in rows.firstIndex { $0.id == id } } }
  /// The batch under the cursor.
  var current: BatchSummary? { index.map { rows[$0] } }
  /// The place of the row under the cursor among all, from 1 on.
  var position: Int? { index.map { earlier + $0 + 1 } }

  var hasEarlier: Bool { earlier > 0 }
  var hasLater: Bool { earlier + rows.count < total }

  private var limit: Int { min(max(100, height * 4), 400) }

  /// The page to ask for when something is to be asked.
  var wanted: BatchQuery? {
    guard let scope else { return nil }
    let refresh: BatchQuery.Anchor = hasEarlier ? rows.first.map { .from($0.id) } ?? .first : .first
    return BatchQuery(campaign: scope.campaign, standings: scope.standings, anchor: goal ?? refresh, limit: limit)
  }

  /// Whether ``wanted`` only renews the present window.
  var isRenewal: Bool { goal == nil }

  /// Turns to other batches. What was shown goes at once: rows must never stand under another list's title.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let (loader, height) = (loader, height)
    self = BatchList()
    scope = new
    self.loader = loader
    self.height = height
  }

  /// Goes to a batch by its number, or to the next one that is there.
  mutating func go(to id: BatchID) {
    if rows.contains(where: { $0.id == id }) {
      goal = nil
      cursor = id
      follow()
    } else {
      goal = .from(id)
      cursor = id
    }
  }

  mutating func fit(_ height: Int) {
    self.height = max(1, height)
    follow()
    if goal == nil, hasLater, rows.count < self.height, let first = rows.first { goal = .from(first.id) }
  }

  mutating func move(_ motion: Motion) {
    switch motion {
    case .rows(let rows): move(rows)
    case .pages(let pages): move(pages * max(1, height - 1))
    case .first: jump(toLast: false)
    case .last: jump(toLast: true)
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

  /// Moves the cursor by rows, and asks for another window when it nears the edge of this one.
  private mutating func move(_ delta: Int) {
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

  private mutating func jump(toLast: Bool) {
    if toLast ? !hasLater : !hasEarlier, loader.outstanding == nil, let end = toLast ? rows.last : rows.first {
      goal = nil
      cursor = end.id
      follow()
    } else {
      goal = toLast ? .last : .first
    }
  }

  /// Shows the page that was asked for, if it is still about this list.
  mutating func receive(_ page: BatchPage) {
    guard let scope, page.query.campaign == scope.campaign, page.query.standings == scope.standings else { return }
    if let goal, goal != page.query.anchor { return }
    let line = (index ?? top) - top
    let wasAsked = goal
    goal = nil
    (rows, earlier, total, isLoaded) = (page.rows, page.earlier, page.total, true)
    // Nothing from a number on: what there is lies before it.
    if rows.isEmpty, total > 0, wasAsked != .last {
      goal = .last
      return
    }
    switch wasAsked {
    case .first: cursor = rows.first?.id
    case .last: cursor = rows.last?.id
    case .before, .from, nil: break
    }
    if !rows.contains(where: { $0.id == cursor }) {
      cursor = cursor.flatMap { id in rows.first { $0.id > id } ?? rows.last }?.id ?? rows.first?.id
    }
    top = (index ?? 0) - line
    follow()
    if !hasLater, hasEarlier, rows.count < height, wasAsked != .last { goal = .last }
  }

  /// Scrolls so that the cursor is on the screen and no row of it is left empty without need.
  private mutating func follow() {
    let at = index ?? 0
    top = min(max(top, at - height + 1), at)
    top = max(0, min(top, rows.count - height))
  }
}

extension BatchList {
  /// Narrows the list by what is typed: a number is gone to, and what a state begins with keeps those that stand so.
  mutating func narrow(to text: String, _ words: any Words) {
    guard let scope else { return }
    let typed = text.withoutBlanksAround
    if let number = Int64(typed), number >= 0 {
      show(Scope(campaign: scope.campaign, filter: "", standings: []))
      go(to: BatchID(rawValue: number))
      return
    }
    let fitting = BatchStanding.allCases.filter { standing in
      [words.batch(standing), standing.rawValue].contains { $0.lowercased().hasPrefix(typed.lowercased()) }
    }
    show(Scope(campaign: scope.campaign, filter: typed, standings: typed.isEmpty ? [] : fitting))
  }

  /// Whether something was typed that is the beginning of no state: nothing is asked for then.
  var fitsNothing: Bool { scope.map { !$0.filter.isEmpty && $0.standings.isEmpty } ?? false }

  /// Shows the next state that any batch is in; after the last, all.
  mutating func turn(_ step: Int, _ counts: [BatchStanding], _ words: any Words) {
    guard let scope else { return }
    let stops: [[BatchStanding]] = [[]] + counts.map { [$0] }
    let at = stops.firstIndex(of: scope.standings) ?? 0
    let next = stops[(at + step + stops.count) % stops.count]
    show(Scope(campaign: scope.campaign, filter: next.first.map(words.batch) ?? "", standings: next))
  }
}
