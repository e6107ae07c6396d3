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
  private var window = RowWindow<BatchSummary>()
  /// How many come before the rows, and how many there are in all.
  private(set) var earlier = 0
  private(set) var total = 0
  /// Another order begins at its top.
  var sorting = Sorting() {
    didSet { if sorting != oldValue { window = RowWindow(height: shownRows, isByID: sorting.column == nil) } }
  }
  var loader = Loader()

  var rows: [BatchSummary] { window.rows }
  var hasEarlier: Bool { window.hasEarlier }
  var hasLater: Bool { window.hasLater }
  /// Whether any answer for this scope has arrived.
  var isLoaded: Bool { window.isLoaded }
  var cursor: BatchID? { window.cursor }
  /// The row at the top of the screen, as an index of ``rows``.
  var top: Int { window.top }
  /// Rows there is room for on the screen.
  var shownRows: Int { window.height }
  /// The index of the row under the cursor.
  var index: Int? { window.index }
  /// The batch under the cursor.
  var current: BatchSummary? { window.current }
  /// The place of the row under the cursor among all, from 1 on.
  var position: Int? { index.map { earlier + $0 + 1 } }

  /// The page to ask for when something is to be asked.
  var wanted: BatchQuery? {
    scope.map {
      BatchQuery(
        campaign: $0.campaign, standings: $0.standings, order: order, anchor: window.anchor, limit: window.limit)
    }
  }

  private var order: RowOrder<BatchQuery.Column>? { sorting.order(BatchListPane.sorted) }

  /// Whether ``wanted`` only renews the present window.
  var isRenewal: Bool { window.goal == nil }

  /// Turns to other batches. What was shown goes at once: rows must never stand under another list's title.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let (loader, height, sorting) = (loader, shownRows, sorting)
    self = BatchList()
    scope = new
    self.loader = loader
    self.sorting = sorting
    window = RowWindow(height: height, isByID: sorting.column == nil)
  }

  /// Goes to a batch by its number, or to the next one that is there.
  mutating func go(to id: BatchID) { window.go(to: id) }

  mutating func fit(_ height: Int) { window.fit(height) }

  mutating func move(_ motion: Motion) { window.move(motion, isIdle: loader.outstanding == nil) }

  mutating func point(at row: Int) -> Bool? { window.point(at: row) }

  /// Shows the page that was asked for, if it is still about this list.
  mutating func receive(_ page: BatchPage) {
    guard let scope, page.query.campaign == scope.campaign, page.query.standings == scope.standings,
      page.query.order == order, window.takes(page.query.anchor)
    else { return }
    (earlier, total) = (page.earlier, page.total)
    window.receive(page.rows, hasEarlier: page.earlier > 0, hasLater: page.later > 0)
  }
}

extension BatchList {
  /// Narrows the list by what is typed: a number is gone to, and what a state begins with keeps those that stand so.
  mutating func narrow(to text: String, _ words: any Words) {
    guard let scope else { return }
    let typed = text.withoutBlanksAround
    if let number = Int64(typed), number >= 0 {
      show(Scope(campaign: scope.campaign, filter: "", standings: []))
      sorting = Sorting()
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
