import Model

/// The failures of one campaign, or of all, by classification.
struct FailuresState: Equatable, Sendable {
  /// Whose failures; `campaign` is `nil` for all.
  struct Scope: Equatable, Sendable {
    var campaign: CampaignID?
  }

  private(set) var scope = Scope()
  private(set) var rows: [FailureCount] = []
  private(set) var isLoaded = false
  var cursor = Cursor<Classification>()
  var loader = Loader()

  var ids: [Classification] { rows.map(\.classification) }
  var current: FailureCount? { cursor.index(in: ids).map { rows[$0] } }

  /// Turns to another campaign; what was shown goes at once.
  mutating func show(_ new: Scope) {
    guard new != scope else { return }
    let loader = loader
    self = FailuresState()
    self.loader = loader
    scope = new
  }

  mutating func receive(_ campaign: CampaignID?, _ counts: [FailureCount]) {
    let answered = Scope(campaign: campaign)
    guard answered == scope else { return }
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
