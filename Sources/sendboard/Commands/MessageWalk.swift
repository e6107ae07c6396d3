import EventStore
import Model

/// Goes over the messages of any of several campaigns, statuses, kinds and beginnings of addresses, oldest first and each
/// once, a page of each combination at a time: each has an index of its own to follow.
struct MessageWalk {
  private struct Branch {
    var query: MessageQuery
    var rows: ArraySlice<MessageSummary> = []
    var hasMore = true
  }

  private let store: EventStore
  private var branches: [Branch]
  private var last: MessageID?

  /// - Parameters:
  ///   - query: what else to look for; its limit is a page's.
  ///   - campaigns: of one of these; of any when there are none.
  ///   - statuses: one of these; any when there are none.
  ///   - kinds: one of these; any when there are none.
  ///   - prefixes: to an address that begins with one of these; to any when there are none.
  init(
    store: EventStore, query: MessageQuery, campaigns: [CampaignID], statuses: [MessageStatus], kinds: [FailureKind],
    prefixes: [String]
  ) {
    func each<Value: Hashable>(_ values: [Value]) -> [Value?] {
      values.isEmpty ? [nil] : Array(Set(values))
    }
    self.store = store
    branches = each(campaigns).flatMap { campaign in
      each(statuses).flatMap { status in
        each(kinds).flatMap { kind in
          each(prefixes).map { prefix in
            var query = query
            (query.campaign, query.status, query.kind, query.addressPrefix) = (campaign, status, kind, prefix)
            return Branch(query: query)
          }
        }
      }
    }
  }

  /// Returns the next message; `nil` at the end.
  ///
  /// - Throws: `StoreError`.
  mutating func next() async throws -> MessageSummary? {
    while true {
      for index in branches.indices where branches[index].rows.isEmpty && branches[index].hasMore {
        try await fill(index)
      }
      let best = branches.indices.filter { !branches[$0].rows.isEmpty }
        .min { branches[$0].rows[branches[$0].rows.startIndex].id < branches[$1].rows[branches[$1].rows.startIndex].id }
      guard let best, let message = branches[best].rows.popFirst() else { return nil }
      // One whose status changes meanwhile may come by again, and one that begins in two of the wanted ways does.
      if let last, message.id <= last { continue }
      last = message.id
      return message
    }
  }

  private mutating func fill(_ index: Int) async throws {
    let page = try await store.messages(branches[index].query)
    branches[index].rows = page.rows[...]
    branches[index].hasMore = page.hasLater && !page.rows.isEmpty
    if let newest = page.rows.last { branches[index].query.anchor = .after(newest.id) }
  }
}
