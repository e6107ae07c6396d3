import Foundation
import GRDB
package import Model
import Ports
import SQLiteKit
import Synchronization

/// The journal and its read models, in one SQLite file that several processes may share.
///
/// Writes are durable when they return (`synchronous=FULL`): a claim that is not on disk would let a power cut send a
/// second copy. Readers never wait for writers (WAL). Whatever reads or writes is `async`, and waits on threads of the
/// database's own: another process may hold the lock for as long as it likes, and no task's thread is blocked.
package final class EventStore: ClaimRegister, Sendable {
  /// Where the store is.
  package let path: String
  /// Tells this store's messages from those of any other store.
  package let id: String
  let pool: DatabasePool
  let claimFile: ClaimFile
  let identity: FileIdentity
  /// The campaigns that this process has noted to be launched: see ``LaunchNotes``.
  let notedLaunches = Mutex<Set<Int64>>([])
  /// What puts an address on the suppression list by itself.
  let rules: SuppressionRules
  /// What stops a campaign by itself.
  let breaker: Breaker
  /// The clock that leases go by.
  let host: HostClock?
  /// How it is read by whoever changes nothing; `nil` for a store that may be written.
  let reading: ReadingAccess?
  private let group: CommitGroup<Database>
  private let lock: StoreLock?
  /// Made when somebody first asks for it.
  let commits = Mutex<CommitWatcher?>(nil)

  /// Opens a store, and makes it when there is none.
  ///
  /// - Parameters:
  ///   - newID: the id a new store gets: lower-case letters and digits, random.
  ///   - notes: the folder where this host notes what no copy of the store's own folder has; see ``HostNote``.
  /// - Throws: ``StoreError``.
  package static func open(
    path: String, newID: String, host: HostClock? = nil, notes: String? = nil, rules: SuppressionRules = .standard,
    breaker: Breaker = .standard
  ) async throws -> EventStore {
    try await onThreadOfItsOwn {
      try EventStore(path: path, newID: newID, host: host, notes: notes, rules: rules, breaker: breaker)
    }
  }

  /// Opens a store that is there to look at it, and makes and writes nothing: its folder need not be writable.
  ///
  /// - Throws: ``StoreError``, also when an earlier version made it: it would have to be brought up to date.
  package static func openForReading(path: String) async throws -> EventStore {
    try await onThreadOfItsOwn { try EventStore(reading: path) }
  }

  /// Whether some process has a store open, or is about to make it. One of an earlier version is not known.
  package static func isInUse(_ path: String) -> Bool { StoreLock.isHeld(path) }

  /// The file that everybody who has a store open holds a lock on; made before the store, and kept.
  package static func lockPath(of path: String) -> String { StoreLock.path(of: path) }

  /// Where this host cannot keep its note of claims, and the system's word for why; `nil` when it can.
  package var noteObstacle: (path: String, said: String)? { claimFile.note?.obstacle }

  /// Whether nothing can be written by way of this value.
  package var isReadOnly: Bool { reading != nil }

  /// Whether it is shown as it was left: what is written to it meanwhile is not seen.
  package var isFrozen: Bool { reading?.isFrozen ?? false }

  /// What its connections open.
  var name: String { reading?.name ?? path }

  /// Blocks its thread, for as long as another process has the file locked.
  ///
  /// - Parameters:
  ///   - path: the file; its folder is made when missing.
  ///   - newID: the id a new store gets: lower-case letters and digits, random.
  ///   - host: the clock that leases go by; without one, the times that are handed over count as its time.
  ///   - notes: the folder where this host notes what no copy of the store's own folder has; see ``HostNote``.
  ///   - wait: how its connections wait for another process's lock.
  /// - Throws: ``StoreError``.
  init(
    path: String, newID: String, host: HostClock? = nil, notes: String? = nil, rules: SuppressionRules = .standard,
    breaker: Breaker = .standard, wait: BusyWait? = nil
  ) throws {
    self.path = path
    self.rules = rules
    self.breaker = breaker
    self.host = host
    reading = nil
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      do { try PrivateFile.makeFolder(folder) } catch {
        throw StoreError(
          .cannotOpen, "the folder \(folder) cannot be made", remedy: .nameOtherStore, underlying: error)
      }
      let place = StoreLock.path(of: path)
      let early = try StoreLock.share(path, makes: true)
      try Self.refuseEmptied(path)
      // What cannot be made cannot be opened either, and that says why.
      PrivateFile.makeNew(path)
      let before = FileIdentity(path: path)
      try Self.inspect(path)
      let isFormer: Bool
      (pool, id, isFormer) = try Self.open(path, newID: newID, wait: wait ?? BusyWait(database: path))
      identity = try Self.identity(of: path, as: before)
      // A link that led nowhere leads to the store now.
      lock = StoreLock.path(of: path) == place ? early : try StoreLock.share(path, makes: true)
      let (known, hasLaunched) = try pool.read { db in (try Self.mark(db).claim, try Self.hasLaunched(db)) }
      let (file, id) = (ClaimFile.path(of: path), id)
      claimFile = ClaimFile(path: file, store: id, note: notes.map { HostNote(folder: $0, store: id) })
      try claimFile.prepare(known: known, isNew: isFormer || !hasLaunched)
      group = CommitGroup(pool) { $0 }
    } catch {
      throw StoreError.translating(error, path: path)
    }
  }

  private init(reading path: String) throws {
    self.path = path
    rules = .none
    breaker = .off
    host = nil
    do {
      var status = stat()
      guard stat(path, &status) == 0 else { throw StoreError(.notFound, "there is no store at \(path)") }
      if status.st_mode & S_IFMT == S_IFDIR {
        throw StoreError(.cannotOpen, "the store \(path) is a folder: name a file in it")
      }
      lock = try StoreLock.share(path, makes: false)
      let before = FileIdentity(path: path)
      let access = try Self.readingAccess(path)
      reading = access
      var configuration = Self.configuration(BusyWait(database: path))
      configuration.readonly = true
      pool = try DatabasePool(path: access.name, configuration: configuration)
      let known: String? = try pool.read { db in
        guard try Self.refuseForeign(db, path: path) > 0 else { return nil }
        guard try Schema.migrator.hasCompletedMigrations(db) else {
          throw StoreError(
            .readOnly,
            "the store \(path) was made by an earlier version, and is brought up to date when it is opened for writing",
            remedy: .openForWriting)
        }
        return try String.fetchOne(db, sql: "SELECT storeID FROM identity")
      }
      guard let known else { throw StoreError(.corrupt, "\(path) is empty: there is no store in it yet") }
      id = known
      identity = try Self.identity(of: path, as: before)
      claimFile = ClaimFile(path: ClaimFile.path(of: path), store: known, note: nil)
      group = CommitGroup(pool) { $0 }
    } catch {
      throw StoreError.translating(error, path: path)
    }
  }

  /// Which file was opened: the one that was there before and after, or that was made.
  private static func identity(of path: String, as before: FileIdentity?) throws -> FileIdentity {
    guard let after = FileIdentity(path: path), before == nil || after == before else {
      throw StoreError(.replaced, "the store \(path) was removed or replaced while it was being opened: start again")
    }
    return after
  }

  private static func readingAccess(_ path: String) throws -> ReadingAccess {
    do { return try ReadingAccess(to: path) } catch ReadingAccess.Obstacle.unfoldedLog {
      throw StoreError(
        .readOnly,
        "the store \(path) was not closed in order: \(path)-wal holds its latest changes, and cannot be read where the "
          + "folder may not be written: copy both files to a folder of your own and look there")
    }
  }

  private static func configuration(_ wait: BusyWait) -> Configuration {
    var configuration = Configuration()
    configuration.label = "sendboard.store"
    configuration.maximumReaderCount = 3
    configuration.busyMode = wait.mode
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // What a screen shows lies on few pages, and there are three who read.
      try db.execute(sql: "PRAGMA cache_size = \(db.configuration.readonly ? -4000 : -16_000)")
      try db.execute(sql: "PRAGMA temp_store = FILE")
      if !db.configuration.readonly {
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      }
    }
    return configuration
  }

  /// Opens the file. Where several processes make it at once, the switch to WAL may answer "busy" at once, without asking
  /// the handler that waits (<https://www.sqlite.org/c3ref/busy_handler.html>): trying anew for a moment ends that.
  ///
  /// - Returns: the store's id, too, and whether it was of a version without a record of claims.
  private static func open(_ path: String, newID: String, wait: BusyWait) throws -> (DatabasePool, String, Bool) {
    let end = ContinuousClock.now + .seconds(3)
    while true {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration(wait))
        let hasMark = try pool.read { db in try db.tableExists("mark") }
        return (pool, try prepare(pool, path: path, newID: newID), !hasMark)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && .now < end {
        usleep(20_000)
      }
    }
  }

  private static func prepare(_ pool: DatabasePool, path: String, newID: String) throws -> String {
    let migrator = Schema.migrator
    let tables = try pool.read { db in try refuseForeign(db, path: path) }
    if tables == 0 {
      // Two processes may make the same store at once: the second finds it made.
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
    }
    try migrate(pool, migrator)
    if let id = try pool.read({ db in try String.fetchOne(db, sql: "SELECT storeID FROM identity") }) { return id }
    return try pool.write { db in
      if let id = try String.fetchOne(db, sql: "SELECT storeID FROM identity") { return id }
      try db.execute(sql: "INSERT INTO identity VALUES (?)", arguments: [newID])
      return newID
    }
  }

  /// Makes or changes the tables. Each migration is a transaction of its own, and other processes may be at it too: one
  /// that finds a migration done between its look and its lock looks again, as often as there are migrations.
  private static func migrate(_ pool: DatabasePool, _ migrator: DatabaseMigrator) throws {
    var failures = 0
    while try !pool.read({ db in try migrator.hasCompletedMigrations(db) }) {
      do { try migrator.migrate(pool) } catch {
        failures += 1
        if failures > migrator.migrations.count + 1 { throw error }
      }
    }
  }

  /// Folds the write-ahead log into the store, so that a copy of the one file is a copy of all of it, and closes it; called
  /// when a process ends in order. Waits for nobody: who has the file locked is at work, and folds it in later.
  ///
  /// - Throws: ``StoreError``.
  package func close() throws {
    do {
      // Others may be at work: then the last of them folds it in.
      if !isReadOnly {
        _ = try? pool.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA busy_timeout = \(Self.closingPatience)")
          try db.checkpoint(.truncate)
        }
      }
      try pool.close()
      lock?.release()
    } catch { throw StoreError.translating(error, path: path) }
  }

  /// Milliseconds for a lock when a process ends.
  private static let closingPatience = 200

  /// Reads on a thread of a reader's.
  func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    do { return try await pool.read(body) } catch { throw StoreError.translating(error, path: path) }
  }

  /// Does one thing on the writer's connection outside of any transaction; what others write goes between two of them.
  ///
  /// - Throws: ``StoreError``, with `replaced` when it was written to a file that is not the store any more.
  func onWriter<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try refuseWhenReading()
    do {
      let result = try await withCheckedThrowingContinuation { continuation in
        pool.asyncWriteWithoutTransaction { db in continuation.resume(with: Result { try body(db) }) }
      }
      try checkIdentity()
      return result
    } catch { throw StoreError.translating(error, path: path) }
  }

  /// Writes, together with what others write at the same time; on disk when it returns.
  ///
  /// - Parameter body: may be run twice, the first time being rolled back.
  /// - Throws: ``StoreError``, with `replaced` when it was written to a file that is not the store any more: nothing that is
  ///   there now says that it was done.
  func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try refuseWhenReading()
    do {
      let result = try await group.perform(body)
      try checkIdentity()
      return result
    } catch { throw StoreError.translating(error, path: path) }
  }

  private func refuseWhenReading() throws {
    if isReadOnly {
      throw StoreError(.readOnly, "the store \(path) was opened to be looked at only: nothing was changed")
    }
  }
}
