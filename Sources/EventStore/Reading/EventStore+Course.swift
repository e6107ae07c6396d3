import GRDB
package import Model

/// How rates and queues went.
///
/// What passes is counted by the second as it is written (``Throughput``), and kept for ten minutes. Whoever runs here notes
/// once a minute what the queues hold, and what the minutes before came to. Everything is keyed by its minute and computed
/// from what all processes wrote: several of them may note the same, and one that was killed is made up for by the next.
extension EventStore {
  /// Minutes that are kept: a day, and an hour for clocks that are set.
  static let minutesKept: Int64 = 25 * 60

  /// Notes what the queues hold, and sums up the minutes that are over.
  ///
  /// One transaction: a crash leaves the minute to the next process that notes.
  ///
  /// - Parameters:
  ///   - sendQueue: batches on the send queue; `nil` when nobody knows.
  ///   - eventQueue: events on the event queue.
  /// - Throws: ``StoreError``.
  package func noteMinute(sendQueue: Int?, eventQueue: Int?, now: Timestamp) async throws {
    let minute = now.milliseconds / 60_000
    let isNoted = try await read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM minute WHERE minute = ?1 AND (sendQueue IS NOT NULL OR ?2 IS NULL)
            AND (eventQueue IS NOT NULL OR ?3 IS NULL))
          """, arguments: [minute, sendQueue, eventQueue])
    }
    // Who comes second must not take the lock from others.
    guard isNoted != true else { return }
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO minute (minute, sendQueue, eventQueue) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET sendQueue = coalesce(sendQueue, excluded.sendQueue),
            eventQueue = coalesce(eventQueue, excluded.eventQueue)
          """, arguments: [minute, sendQueue, eventQueue])
      try db.execute(
        sql: "INSERT OR IGNORE INTO minute (minute) SELECT DISTINCT second / 60 FROM throughput WHERE second < ?",
        arguments: [minute * 60])
      try db.execute(
        sql: """
          UPDATE minute SET (sent, delivered, failed) = (
            SELECT coalesce(sum(accepted), 0), coalesce(sum(delivered), 0), coalesce(sum(failed), 0) FROM throughput
            WHERE second >= minute * 60 AND second < minute * 60 + 60)
          WHERE sent IS NULL AND minute < ?1
            AND minute * 60 >= (SELECT coalesce(max(second) - ?2, 0) FROM throughput)
          """, arguments: [minute, Throughput.secondsKept])
      try db.execute(
        sql: "DELETE FROM minute WHERE minute < ? OR minute > ?", arguments: [minute - Self.minutesKept, minute + 1])
    }
  }

  /// Reads how rates and queues went.
  ///
  /// - Parameters:
  ///   - sendQueue: what the send queue holds now; `nil` when nobody knows.
  ///   - eventQueue: what the event queue holds now.
  /// - Throws: ``StoreError``.
  package func course(_ span: CourseSpan, sendQueue: Int?, eventQueue: Int?, now: Timestamp) async throws -> Course {
    try await read { db in
      var sheet = CourseSheet(span, now: now)
      try sheet.read(db)
      sheet.notePresent(sendQueue: sendQueue, eventQueue: eventQueue)
      return sheet.course
    }
  }
}

/// The minutes of a span, and what they come to.
private struct CourseSheet {
  private struct Sums {
    var sent = 0.0, delivered = 0.0, failed = 0.0
  }

  private struct Minute {
    /// Sums over the minute; `nil` when they are not known.
    var sums: Sums?
    var sendQueue, eventQueue: Int?
  }

  private let span: CourseSpan
  private let now: Timestamp
  private var minutes: [Int64: Minute] = [:]

  init(_ span: CourseSpan, now: Timestamp) {
    self.span = span
    self.now = now
  }

  private var present: Int64 { now.milliseconds / 60_000 }
  private var step: Int64 { Int64(span.stepMinutes) }
  private var lastStep: Int64 { present / step }
  private var first: Int64 { (lastStep - Int64(span.steps) + 1) * step }

  mutating func read(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM minute WHERE minute BETWEEN ? AND ?"), arguments: [first, present])
    for row in rows {
      var minute = Minute(sendQueue: row["sendQueue"], eventQueue: row["eventQueue"])
      if let sent = row["sent"] as Double? {
        minute.sums = Sums(sent: sent, delivered: row["delivered"] ?? 0, failed: row["failed"] ?? 0)
      }
      minutes[row["minute"]] = minute
    }
    let kept =
      try Int64.fetchOne(
        db, sql: "SELECT coalesce(max(second) - ?, 0) FROM throughput",
        arguments: [
          Throughput.secondsKept
        ]) ?? 0
    let counted = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT second / 60 AS minute, sum(accepted) AS sent, sum(delivered) AS delivered, sum(failed) AS failed
          FROM throughput WHERE second >= ? AND second < ? GROUP BY 1
          """), arguments: [first * 60, present * 60])
    for row in counted where minutes[row["minute"]]?.sums == nil {
      minutes[row["minute"], default: Minute()].sums = Sums(
        sent: row["sent"], delivered: row["delivered"], failed: row["failed"])
    }
    // Somebody was there, and nothing passed.
    for (minute, known) in minutes where known.sums == nil && minute < present && minute * 60 >= kept {
      minutes[minute]?.sums = Sums()
    }
    try readPresent(db)
  }

  /// The minute that is not over is the last sixty seconds, or those since something first passed in them: the rate of now.
  private mutating func readPresent(_ db: Database) throws {
    let second = now.milliseconds / 1000
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT sum(accepted) AS sent, sum(delivered) AS delivered, sum(failed) AS failed, min(second) AS first
        FROM throughput WHERE second >= ? AND second < ?
        """, arguments: [second - 60, second])
    guard let row, let sent = row["sent"] as Double? else { return }
    let first: Int64 = row["first"]
    let scale = 60 / Double(second - min(first, second - 10))
    minutes[present, default: Minute()].sums = Sums(
      sent: sent * scale, delivered: (row["delivered"] as Double) * scale, failed: (row["failed"] as Double) * scale)
  }

  mutating func notePresent(sendQueue: Int?, eventQueue: Int?) {
    guard sendQueue != nil || eventQueue != nil || minutes[present] != nil else { return }
    var minute = minutes[present] ?? Minute()
    minute.sums = minute.sums ?? Sums()
    minute.sendQueue = sendQueue ?? minute.sendQueue
    minute.eventQueue = eventQueue ?? minute.eventQueue
    minutes[present] = minute
  }

  var course: Course {
    let points = (0..<Int64(span.steps)).map { index -> Course.Point? in
      let begin = first + index * step
      let known = (begin..<begin + step).compactMap { minutes[$0] }
      return known.isEmpty ? nil : point(known)
    }
    return Course(span: span, last: Timestamp(milliseconds: lastStep * step * 60_000), points: points)
  }

  private func point(_ minutes: [Minute]) -> Course.Point {
    let sums = minutes.compactMap(\.sums)
    func rate(_ value: KeyPath<Sums, Double>) -> Double? {
      sums.isEmpty ? nil : sums.reduce(0) { $0 + $1[keyPath: value] } / Double(sums.count * 60)
    }
    return Course.Point(
      sent: rate(\.sent), delivered: rate(\.delivered), failed: rate(\.failed),
      sendQueue: minutes.compactMap(\.sendQueue).max(), eventQueue: minutes.compactMap(\.eventQueue).max())
  }
}
