import GRDB
import Model
import SQLiteKit

/// One write transaction over the queues of a file. Lives on the writer's dispatch queue only.
final class QueueTransaction {
  /// What other receivers must hear of after the commit.
  struct Effects {
    /// Queues that have something to receive now.
    var ready: Set<Int64> = []
    /// The earliest time at which a hidden message shows, by queue.
    var due: [Int64: HostTime] = [:]
  }

  /// A queue's counters, read at first use and written back once.
  private struct Counters {
    var nextID: Int64
    var cursor: Int64
    var total: Int64
    var isChanged = false
  }

  let db: Database
  /// When messages arrive.
  let now: Timestamp
  /// What decides whether a message shows: no process has another host's clock, and nobody sets it.
  let host: HostTime
  private(set) var effects = Effects()
  private var counters: [Int64: Counters] = [:]

  init(_ db: Database, now: Timestamp, host: HostTime) {
    self.db = db
    self.now = now
    self.host = host
  }

  /// Writes the counters back: the last thing before the commit.
  func writeCounters() throws {
    let update = try Prepared(db, "UPDATE queue SET next_id = ?, cursor = ?, total = ? WHERE id = ?")
    for (queue, counters) in counters where counters.isChanged {
      try update.run(counters.nextID, counters.cursor, counters.total, queue)
    }
  }

  func statement(_ sql: String) throws -> Prepared { try Prepared(db, sql) }

  // MARK: Counters

  /// Takes ids for new messages; they are never used again.
  func takeIDs(_ count: Int, queue: Int64) throws -> Int64 {
    try change(queue) { counters in
      defer {
        counters.nextID += Int64(count)
        counters.total += Int64(count)
      }
      return counters.nextID
    }
  }

  /// The first id that was never received, unless it is delayed.
  func cursor(queue: Int64) throws -> Int64 { try load(queue).cursor }

  /// True when nothing lies beyond the cursor.
  func isCursorAtEnd(queue: Int64) throws -> Bool {
    let counters = try load(queue)
    return counters.cursor >= counters.nextID
  }

  /// Moves the cursor past an id, or to the end.
  func moveCursor(past id: Int64?, queue: Int64) throws {
    try change(queue) { counters in counters.cursor = id.map { $0 + 1 } ?? counters.nextID }
  }

  func subtract(_ count: Int, queue: Int64) throws {
    if count > 0 { try change(queue) { $0.total -= Int64(count) } }
  }

  private func load(_ queue: Int64) throws -> Counters {
    if let known = counters[queue] { return known }
    var found: Counters?
    try statement("SELECT next_id, cursor, total FROM queue WHERE id = ?").run(queue) { row in
      found = Counters(nextID: row.int(0), cursor: row.int(1), total: row.int(2))
    }
    guard let found else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "queue \(queue) is gone") }
    counters[queue] = found
    return found
  }

  private func change<Value>(_ queue: Int64, _ body: (inout Counters) -> Value) throws -> Value {
    var known = try load(queue)
    known.isChanged = true
    defer { counters[queue] = known }
    return body(&known)
  }

  // MARK: Effects

  /// Notes that a message of a queue shows at a time.
  func noteVisible(at time: HostTime, queue: Int64) {
    if time <= host {
      effects.ready.insert(queue)
    } else {
      effects.due[queue] = min(effects.due[queue] ?? time, time)
    }
  }
}
