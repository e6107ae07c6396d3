package import EventStore
package import Model
package import Ports

/// Tries quarantined documents again, as after an update that understands more.
///
/// Crash points: each document is one transaction (``EventStore/EventStore/release(_:events:error:now:)``), so whatever ends
/// the process, each is stored or still there; trying again does no harm.
package struct QuarantineDesk: Sendable {
  private let store: EventStore
  private let clock: WallClock

  /// Makes a desk.
  package init(store: EventStore, clock: WallClock) {
    self.store = store
    self.clock = clock
  }

  /// What became of those that were tried.
  package struct Report: Equatable, Sendable {
    /// Stored now, and no longer in the quarantine.
    package var stored = 0
    /// Still not understood, or of nobody.
    package var kept = 0

    /// Makes a report.
    package init(stored: Int = 0, kept: Int = 0) {
      self.stored = stored
      self.kept = kept
    }
  }

  /// Reads documents anew.
  ///
  /// - Parameter progress: told after each, with how many were tried.
  /// - Throws: ``StoreError``; what was tried by then is done.
  package func retry(_ choice: QuarantineChoice, progress: (Int) -> Void = { _ in }) async throws -> Report {
    var report = Report()
    switch choice {
    case .these(let ids):
      for id in ids {
        guard let entry = try await store.quarantined(id) else { continue }
        try await retry(entry, &report)
        progress(report.stored + report.kept)
      }
    case .all(let newest):
      var last: Int64 = 0
      while last < newest, case let page = try await store.quarantine(after: last, limit: 100), let end = page.last {
        for entry in page where entry.id <= newest {
          try await retry(entry, &report)
          progress(report.stored + report.kept)
        }
        last = end.id
      }
    }
    return report
  }

  private func retry(_ entry: QuarantineEntry, _ report: inout Report) async throws {
    var batch = EventBatch(storeID: store.id)
    batch.add(entry.body)
    // What cannot be read at all holds no text, and its bytes must not be told by a text that is not the same.
    let error = entry.isText ? batch.unreadable.first?.error : entry.error
    let isOut = try await store.release(entry.id, events: batch.events, error: error, now: clock.now())
    if isOut { report.stored += 1 } else { report.kept += 1 }
  }
}
