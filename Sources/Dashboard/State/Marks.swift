/// The marked rows of a page that shows the first of more: some of them, or every one there is, also beyond the page.
struct Marks<ID: Hashable & Sendable>: Equatable, Sendable {
  private(set) var ids: Set<ID> = []
  /// Whether every row is marked, also those beyond the page.
  private(set) var isAll = false

  var isEmpty: Bool { ids.isEmpty }
  var count: Int { ids.count }

  func contains(_ id: ID) -> Bool { ids.contains(id) }

  /// Keeps to the rows of a new page: what somebody else took away must not stay marked, and be counted, unseen.
  mutating func follow(_ page: [ID]) {
    ids.formIntersection(page)
    if isAll { ids = Set(page) }
  }

  /// Marks a row, or takes its mark away.
  mutating func toggle(_ id: ID) {
    isAll = false
    if ids.remove(id) == nil { ids.insert(id) }
  }

  /// Marks all there are, or none.
  mutating func toggleAll(_ page: [ID]) {
    isAll = !isAll && !page.isEmpty
    ids = isAll ? Set(page) : []
  }

  mutating func clear() { self = Marks() }
}
