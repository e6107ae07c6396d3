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
  private let reports: (any ReportReader)?

  /// Makes a desk.
  ///
  /// - Parameter reports: reads what brokers send by themselves.
  package init(store: EventStore, clock: WallClock, reports: (any ReportReader)? = nil) {
    self.store = store
    self.reports = reports
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

  /// What an operator made of a document.
  package struct Correction: Equatable, Sendable {
    /// The events that it tells of.
    package var events: Int
    /// Why it still cannot be read; `nil` when it can.
    package var problem: String?

    /// Makes a value.
    package init(events: Int, problem: String?) { (self.events, self.problem) = (events, problem) }
  }

  /// Reads what an operator made of a document, and stores nothing.
  package func check(_ text: String) -> Correction {
    let batch = read(text)
    let problem = batch.unreadable.first?.error ?? (batch.events.isEmpty ? IntakeProblem.noKnownEnvelope.sentence : nil)
    return Correction(events: batch.events.count, problem: problem)
  }

  private func read(_ text: String) -> EventBatch {
    var batch = EventBatch(storeID: store.id, reports: reports)
    batch.add(text)
    return batch
  }

  /// Stores what an operator made of a document in the place of what came, and notes what was changed. Nobody is sent to by it: events
  /// tell of what was sent.
  ///
  /// Crash points: none. The events, the end of the quarantined document and the note are one transaction; before it everything is as
  /// it was, and after it a second try finds no document. The edited text is the operator's until then, and is checked
  /// again here.
  ///
  /// - Parameter change: what was changed, in few words.
  /// - Returns: whether it was stored; the document keeps the reason of today otherwise.
  /// - Throws: ``StoreError``.
  package func correct(_ id: Int64, to text: String, change: String, by operator: String) async throws -> Bool {
    let batch = read(text)
    let problem = check(text).problem
    let entry = HistoryEntry(
      at: clock.now(), operator: `operator`, action: .edit, campaign: nil,
      condition: OwnRecord.documents(String(id)).sentence, count: batch.events.count,
      result: OwnRecord.edited(change).sentence)
    return try await store.release(id, events: batch.events, error: problem, now: clock.now(), noting: entry)
  }

  private func retry(_ entry: QuarantineEntry, _ report: inout Report) async throws {
    var batch = EventBatch(storeID: store.id, reports: reports)
    batch.add(entry.body)
    // What cannot be read at all holds no text, and its bytes must not be told by a text that is not the same.
    let error = entry.isText ? batch.unreadable.first?.error : entry.error
    let isOut = try await store.release(entry.id, events: batch.events, error: error, now: clock.now())
    if isOut { report.stored += 1 } else { report.kept += 1 }
  }
}
