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
  private var window = RowWindow<MessageSummary>()
  /// Where the rows lie among all.
  private(set) var place = WindowPlace()
  /// The columns of the widest address of the rows.
  private(set) var addressWidth = 0
  /// Another order begins at its top.
  var sorting = Sorting() {
    didSet {
      guard sorting != oldValue else { return }
      if oldValue.column == nil { cursorByID = cursor }
      window = RowWindow(height: height, isByID: sorting.column == nil)
    }
  }
  /// Where the cursor was before another order was asked for.
  private var cursorByID: MessageID?
  var marks = MessageMarks()
  var loader = Loader()

  init(_ scope: Scope = Scope()) { self.scope = scope }

  var rows: [MessageSummary] { window.rows }
  var hasEarlier: Bool { window.hasEarlier }
  var hasLater: Bool { window.hasLater }
  /// Whether any answer for this scope has arrived.
  var isLoaded: Bool { window.isLoaded }
  var cursor: MessageID? { window.cursor }
  /// The row at the top of the screen, as an index of ``rows``.
  var top: Int { window.top }
  /// Rows on the screen.
  var height: Int { window.height }
  /// The index of the row under the cursor.
  var index: Int? { window.index }
  /// The row under the cursor.
  var current: MessageSummary? { window.current }

  var loaded: [MessageSummary] { rows }

  /// The page to ask for when something is to be asked.
  var wanted: MessageQuery {
    MessageQuery(
      campaign: scope.campaign, batch: scope.batch, status: scope.status, classification: scope.classification,
      addressPrefix: scope.prefix.isEmpty ? nil : scope.prefix, slice: scope.slice, isAssumed: scope.isAssumed,
      rendersSubjects: scope.campaign == nil, order: order, anchor: window.anchor, limit: window.limit)
  }

  private var order: RowOrder<MessageQuery.Column>? { sorting.order(MessageTable.sortable) }

  /// Whether ``wanted`` only renews the present window.
  var isRenewal: Bool { window.goal == nil }

  /// Turns to other messages. What was shown goes at once: rows must never stand under another list's title.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let (loader, height, sorting) = (loader, height, sorting)
    self = MessageList(new)
    self.loader = loader
    self.sorting = sorting
    window = RowWindow(height: height, isByID: sorting.column == nil)
  }

  /// Fits the list to the rows there are on the screen.
  mutating func fit(_ height: Int) { window.fit(height) }

  mutating func move(_ motion: Motion) { window.move(motion, isIdle: loader.outstanding == nil) }

  mutating func move(_ delta: Int) { window.move(delta) }

  mutating func point(at row: Int) -> Bool? { window.point(at: row) }

  /// Shows the page that was asked for, if it is still about this list.
  ///
  /// - Returns: false when the list is too long for the order that was asked for, and has its own again.
  mutating func receive(_ page: MessagePage) -> Bool {
    let query = page.query
    guard
      query.campaign == scope.campaign, query.batch == scope.batch, query.status == scope.status,
      query.classification == scope.classification, (query.addressPrefix ?? "") == scope.prefix,
      query.slice == scope.slice, query.isAssumed == scope.isAssumed, query.order == order, window.takes(query.anchor)
    else { return true }
    if page.isTooLong {
      sorting = Sorting()
      if let cursorByID { window.go(to: cursorByID) }
      return false
    }
    findPlace(of: page)
    window.receive(page.rows, hasEarlier: page.hasEarlier, hasLater: page.hasLater)
    addressWidth = rows.map { TextWidth.of($0.address) }.max() ?? 0
    for row in rows { marks.renew(row) }
    return true
  }

  /// Finds where a page lies, by where the rows lay that it was asked from.
  private mutating func findPlace(of page: MessagePage) {
    switch page.query.anchor {
    case .from(let id): place.start(at: rows.firstIndex { $0.id == id }, of: rows.count, rows: page.rows.count)
    case .before(let id): place.end(before: rows.firstIndex { $0.id == id }, of: rows.count, rows: page.rows.count)
    case .first, .last, .after, .around: place.forget()
    }
    // Of those of a status or a cause, some come and go that are not seen.
    if scope.status != nil || scope.classification != nil { place.forget() }
    place.settle(hasEarlier: page.hasEarlier, hasLater: page.hasLater)
    if let known = page.place { place.set(known) }
  }
}
