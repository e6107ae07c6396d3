import GRDB
package import Model
package import Ports
import SQLiteKit

/// A SQLite file that holds several queues. Several processes may share it on one host.
///
/// Every commit is on disk (`synchronous=FULL`) before the call that wanted it returns. What a crash leaves:
///
/// - before the commit: nothing of the call; the caller has no answer and must call again.
/// - between the commit and the answer of a send: the message is there, the sender does not know, sends it again, and
///   it is there twice: at least once, as in SQS.
/// - between the commit and the answer of a receive: the message is in flight with nobody; it shows again after its
///   visibility timeout, with one receive more on its count.
/// - between a receive and its delete: the same.
/// - between the commit and the answer of a delete: the message is gone; a second delete answers that it is.
/// - while a message moves to the dead-letter queue: one transaction, so it is in exactly one of the two.
package final class QueueStore: Sendable {
  /// The file.
  package let path: String
  let clock: WallClock
  let group: CommitGroup<QueueTransaction>
  let watcher: QueueWatcher
  private let writer: DatabaseQueue
  let reader: DatabaseQueue

  /// Opens a queue file, making it when there is none.
  ///
  /// - Throws: ``QueueStoreError``.
  package static func open(path: String, clock: WallClock = .system) async throws -> QueueStore {
    try await onThreadOfItsOwn { try QueueStore(path: path, clock: clock) }
  }

  /// Blocks its thread, for as long as another process has the file locked.
  init(path: String, clock: WallClock = .system) throws {
    self.path = path
    self.clock = clock
    do {
      // What cannot be made cannot be opened either, and that says why.
      PrivateFile.makeNew(path)
      writer = try Self.openWriter(path, boot: clock.host.boot)
      var configuration = Configuration()
      configuration.label = "sendboard.queue.reader"
      configuration.readonly = true
      configuration.busyMode = BusyWait(database: path).mode
      reader = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw QueueStoreError(error, path: path)
    }
    let watcher = QueueWatcher(reader: reader, clock: clock.host)
    self.watcher = watcher
    group = CommitGroup(writer) { db in
      QueueTransaction(db, now: clock.now(), host: clock.host.now())
    } finish: {
      try $0.writeCounters()
    } committed: {
      watcher.committed($0.effects)
    }
  }

  /// Opens a queue by its name, making it when it is new.
  ///
  /// - Parameters:
  ///   - policy: its visibility timeout and, when there is a dead-letter queue, how many receives are too many.
  ///   - deadLetters: where messages received too often go; `nil` keeps them here.
  /// - Throws: ``QueueStoreError``.
  package func queue(
    _ name: String, policy: QueuePolicy = .standard, deadLetters: EmbeddedQueue? = nil
  ) async throws -> EmbeddedQueue {
    EmbeddedQueue(
      name: name, number: try await number(name), store: self, policy: policy, deadLetters: deadLetters, retention: nil)
  }

  /// Opens a dead-letter queue: it keeps its messages for the policy's retention, whatever their receive count.
  ///
  /// - Throws: ``QueueStoreError``.
  package func deadLetterQueue(_ name: String, policy: QueuePolicy = .standard) async throws -> EmbeddedQueue {
    EmbeddedQueue(
      name: name, number: try await number(name), store: self, policy: policy, deadLetters: nil,
      retention: policy.deadLetterRetention)
  }

  /// Folds the write-ahead log into the file and closes it; called when a process ends in order. Waits for nobody: who has
  /// the file locked is at work, and folds it in later.
  ///
  /// - Throws: ``QueueStoreError``.
  package func close() throws {
    do {
      // Others may be at work: then the last of them folds it in.
      _ = try? writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 200")
        try db.checkpoint(.truncate)
      }
      try reader.close()
      try writer.close()
    } catch {
      throw QueueStoreError(error, path: path)
    }
  }

  private func number(_ name: String) async throws -> Int64 {
    do {
      return try await writer.writeWithoutTransaction { db in try QueueSchema.queueNumber(name, db) }
    } catch {
      throw QueueStoreError(error, path: path)
    }
  }

  private static func openWriter(_ path: String, boot: Int64) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "sendboard.queue.writer"
    let wait = BusyWait(database: path)
    configuration.busyMode = wait.mode
    configuration.prepareDatabase { db in
      // Recipients' data is deleted for lack of use, not as a secret; Debian's default rewrites every freed page.
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      try db.execute(sql: "PRAGMA page_size = \(pageSize)")
      // Switching the journal does not wait for others that do the same, whatever the busy mode.
      for attempt in 0... {
        do {
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
          break
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && wait.isWorthIt(attempt) {
        }
      }
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -16384;
          PRAGMA wal_autocheckpoint = \(checkpointPages);
          PRAGMA journal_size_limit = 67108864;
          """)
    }
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    try writer.writeWithoutTransaction { db in try QueueSchema.prepare(db, path: path, boot: boot) }
    return writer
  }

  private static let pageSize = 4096
  /// 16 MB of log between checkpoints: fewer, longer writes to the file proper.
  private static let checkpointPages = 4096
}
