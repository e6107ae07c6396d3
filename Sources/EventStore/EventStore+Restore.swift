import Foundation
import GRDB
package import Model
import SQLiteKit

extension EventStore {
  /// Puts a copy in a store's place; what is there is kept beside it.
  ///
  /// By hand it goes wrong easily: a log of the store that is left lying is taken for the copy's, and ruins it. The record of
  /// claims stays where it is: by it the next start finds who may have been sent to since.
  ///
  /// Crash points: until the last step, a move of one file to one name, the store is as it was, its log folded in. After
  /// it, it is the copy.
  ///
  /// - Parameters:
  ///   - backup: a copy made by ``backup(to:progress:)``, as ``lookAtBackup(_:)`` found it.
  ///   - path: the store's file; there need not be one.
  ///   - now: names what is kept.
  /// - Returns: where the former store is kept; `nil` when there was none.
  /// - Throws: ``StoreError``; with `locked` while a process has the store open.
  package static func restore(_ backup: BackupContent, to path: String, now: Timestamp) async throws -> String? {
    try await onThreadOfItsOwn { try putBack(backup.path, to: path, now: now) }
  }

  private static func putBack(_ backup: String, to path: String, now: Timestamp) throws -> String? {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard URL(fileURLWithPath: backup).resolvingSymlinksInPath().path != path else {
      throw StoreError(.notAllowed, "\(backup) is the store itself: name a copy of it")
    }
    let isThere = FileManager.default.fileExists(atPath: path)
    if isThere { try foldIn(path) }
    let new = path + ".restoring"
    unlink(new)
    do {
      try PrivateFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try FileManager.default.copyItem(atPath: backup, toPath: new)
    } catch {
      unlink(new)
      throw StoreError.translating(error, path: path)
    }
    chmod(new, 0o600)
    flush(new)
    let kept = isThere ? try keep(path, now: now) : nil
    // Both are empty or of the former store, folded in.
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    guard rename(new, path) == 0 else {
      let words = String(cString: strerror(errno))
      unlink(new)
      throw StoreError(.cannotOpen, "\(path) cannot be replaced (\(words)): nothing was changed")
    }
    flush(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    return kept
  }

  /// Folds the log in, and sees that nobody is at work.
  private static func foldIn(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    do {
      let store = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? store.close() }  // Nothing runs that could keep it open.
      // Leaving WAL needs that no other connection is open (https://www.sqlite.org/wal.html#persistence_of_wal_mode).
      try store.writeWithoutTransaction { db in
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        guard mode == "delete" else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      }
    } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      throw StoreError(.locked, "the store \(path) is in use: stop every Sendboard that works on it, then restore")
    } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
      // That is why somebody restores. Its log is kept with it.
      return
    }
  }

  /// Gives the former store a second name, with its log where that could not be folded in.
  private static func keep(_ path: String, now: Timestamp) throws -> String {
    let stamp = now.description.prefix(19).filter { $0 != ":" }
    let kept = "\(path)-before-\(stamp)"
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      unlink(kept + suffix)
      guard link(path + suffix, kept + suffix) == 0 else {
        throw StoreError(
          .cannotOpen, "\(path) cannot be kept as \(kept) (\(String(cString: strerror(errno)))): nothing was changed")
      }
    }
    return kept
  }

  private static func flush(_ path: String) {
    let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    _ = Foundation.close(file)
  }
}
