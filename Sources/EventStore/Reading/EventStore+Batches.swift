package import Model

/// Single batches: what is known of them from the journal, the claims and what workers wrote of the queue.
extension EventStore {
  /// Reads one page of a campaign's batches, with how many come before it and how many there are.
  ///
  /// - Throws: ``StoreError``.
  package func batches(_ query: BatchQuery) async throws -> BatchPage {
    try await read { db in try BatchPager(db, query).page() }
  }
}
