import GRDB
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension EventStore {
  /// Looks at a file before it is opened for writing: opening a pool switches any database to WAL and writes to it,
  /// which must not happen to another program's, nor to one of a newer version.
  ///
  /// - Throws: ``StoreError`` when it is not a store this version may open.
  static func inspect(_ path: String) throws {
    // Not there yet, or empty: it will be made.
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw StoreError(.cannotOpen, "the store \(path) is a folder: name a file in it")
    }
    guard status.st_size > 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(20)
    do {
      _ = try DatabaseQueue(path: path, configuration: configuration).read { db in try refuseForeign(db, path: path) }
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // A reader of a folder that may not be written has no room for WAL's shared memory; opening says so better.
    }
  }

  /// Refuses an empty file, or none, beside what only a store has: there was one, and a new one in its place would send to
  /// everybody again.
  ///
  /// - Parameter companions: what else lies beside a store.
  /// - Throws: ``StoreError``.
  package static func refuseEmptied(_ path: String, beside companions: [String] = []) throws {
    let size = size(path)
    guard size ?? 0 == 0, size != nil || access(path, F_OK) != 0 else { return }
    let left = ([ClaimFile.path(of: path), path + "-wal"] + companions).filter { (Self.size($0) ?? 0) > 0 }
    guard !left.isEmpty else { return }
    throw StoreError(
      .corrupt,
      "the store \(path) is \(size == nil ? "missing" : "an empty file"), and \(left.joined(separator: " and ")) "
        + "\(left.count == 1 ? "says" : "say") that \(size == nil ? "there was one" : "it was not"): a new store would know "
        + "of nobody who was sent to", remedy: .putCopyBack)
  }

  /// - Returns: `nil` for what is no file.
  private static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Refuses a database of another program or of a newer version.
  ///
  /// - Returns: the tables it has; 0 when it is new.
  static func refuseForeign(_ db: Database, path: String) throws -> Int {
    let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // GRDB makes and drops a table of this name when it makes a file.
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE name <> 'grdb_issue_102'") ?? 0
    if tables > 0, application != Schema.applicationID {
      throw StoreError(.corrupt, "\(path) is a database of another program", remedy: .nameOtherStore)
    }
    if try Schema.migrator.hasBeenSuperseded(db) {
      throw StoreError(
        .newerVersion, "the store \(path) was written by a newer Sendboard: use that version; nothing was changed")
    }
    return tables
  }
}
