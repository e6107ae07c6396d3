import Model

/// The failures of one campaign, or of all, by classification.
struct FailuresState: Equatable, Sendable {
  /// Whose failures; `campaign` is `nil` for all.
  struct Scope: Equatable, Sendable {
    var campaign: CampaignID?
  }

  private(set) var scope = Scope()
  /// What they are put together by.
  private(set) var view = FailureView.kind
  private(set) var groups: [FailureGroup] = []
  var groupCursor = Cursor<FailureSlice>()
  /// What failed, the most frequent first.
  private(set) var rows: [FailureCount] = []
  var sorting = Sorting()
  private(set) var isLoaded = false
  var cursor = Cursor<Classification>()
  var loader = Loader()

  var slices: [FailureSlice] { groups.map(\.slice) }
  var currentGroup: FailureGroup? { groupCursor.index(in: slices).map { groups[$0] } }

  /// The failures under the cursor: of a classification, or of a part.
  var chosen: (classification: Classification?, slice: FailureSlice?, count: Int)? {
    view == .kind
      ? current.map { ($0.classification, nil, $0.count) } : currentGroup.map { (nil, $0.slice, $0.count) }
  }

  /// Puts them together by something else; what was shown goes at once.
  mutating func turnView() {
    view = view.next
    groups = []
    groupCursor = Cursor()
    isLoaded = view == .kind && !rows.isEmpty
  }

  mutating func receive(_ campaign: CampaignID?, _ grouping: FailureGrouping, _ new: [FailureGroup], _ clock: WallTime)
  {
    guard campaign == scope.campaign, grouping == view.grouping(clock) else { return }
    groups = new
    isLoaded = true
  }

  var isEmpty: Bool { view == .kind ? rows.isEmpty : groups.isEmpty }

  mutating func move(_ motion: Motion) {
    if view == .kind { cursor.move(motion, in: ids) } else { groupCursor.move(motion, in: slices) }
  }

  mutating func point(at row: Int) -> Bool? {
    view == .kind ? cursor.point(at: row, in: ids) : groupCursor.point(at: row, in: slices)
  }

  mutating func fit(_ height: Int) {
    if view == .kind { cursor.fit(ids, height: height) } else { groupCursor.fit(slices, height: height) }
  }

  /// The rows in the order in which they are shown.
  var shown: [FailureCount] { sorting.sorted(rows) { FailuresPane.value($0, in: $1) } }
  var ids: [Classification] { shown.map(\.classification) }
  var current: FailureCount? {
    let shown = shown
    return cursor.index(in: shown.map(\.classification)).map { shown[$0] }
  }

  /// Turns to another campaign; what was shown goes at once.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let (loader, view, sorting) = (loader, view, sorting)
    self = FailuresState()
    (self.loader, self.view, self.sorting) = (loader, view, sorting)
    scope = new
  }

  mutating func receive(_ campaign: CampaignID?, _ counts: [FailureCount]) {
    let answered = Scope(campaign: campaign)
    guard answered == scope, view == .kind else { return }
    rows = counts.sorted { ($0.count, $1.sortKey) > ($1.count, $0.sortKey) }
    isLoaded = true
  }
}

extension FailureCount {
  /// Puts equal counts in an order that does not change from one answer to the next.
  fileprivate var sortKey: String {
    let c = classification
    return "\(c.kind.rawValue) \(c.cause) \(c.subtype) \(c.smtpStatus ?? "")"
  }
}
