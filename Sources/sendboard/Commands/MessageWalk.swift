import EventStore
import Model

/// Goes over the messages of any of several statuses and kinds, oldest first, a page of each combination at a time: each has
/// an index of its own to follow, and no two of them share a message.
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
  ///   - statuses: one of these; any when there are none.
  ///   - kinds: one of these; any when there are none.
  init(store: EventStore, query: MessageQuery, statuses: [MessageStatus], kinds: [FailureKind]) {
    func each<Value: Hashable>(_ values: [Value]) -> [Value?] {
      values.isEmpty ? [nil] : Array(Set(values))
    }
    self.store = store
    branches = each(statuses).flatMap { status in
      each(kinds).map { kind in
        var query = query
        (query.status, query.kind) = (status, kind)
        return Branch(query: query)
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
      // One whose status changes meanwhile may come by again.
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
