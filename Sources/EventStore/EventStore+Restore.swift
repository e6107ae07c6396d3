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
  /// it, it is the copy. From the folding in to the move nobody opens the store (``StoreLock``): their log would become the
  /// copy's, and ruin it.
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
    do { try PrivateFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path) } catch {
      throw StoreError.translating(error, path: path)
    }
    let new = path + ".restoring"
    let file = try takeTurn(new, for: path)
    defer { _ = Foundation.close(file) }
    do { try copy(backup, to: file) } catch {
      unlink(new)
      throw StoreError.translating(error, path: path)
    }
    // The copy may take its time; from here on it is two moves.
    let lock: StoreLock?
    let isThere = FileManager.default.fileExists(atPath: path)
    do {
      lock = try StoreLock.take(path)
      if isThere { try foldIn(path) }
    } catch {
      unlink(new)
      throw error
    }
    defer { lock?.release() }
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

  /// Makes the file that the copy goes to, or takes one that a restore left which was killed. Locked until it is closed: of
  /// two restores at once, neither moves what the other has not written whole.
  private static func takeTurn(_ new: String, for path: String) throws -> CInt {
    let file = Foundation.open(new, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw StoreError(
        .cannotOpen, "\(new) cannot be made (\(String(cString: strerror(errno)))): nothing was changed")
    }
    // Whoever had it may have moved it meanwhile: then it is the store.
    guard flock(file, LOCK_EX | LOCK_NB) == 0, FileIdentity(file: file) == FileIdentity(path: new) else {
      _ = Foundation.close(file)
      throw StoreError(.locked, "another restore of \(path) is under way: nothing was changed")
    }
    return file
  }

  private static func copy(_ backup: String, to file: CInt) throws {
    let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: backup))
    defer { try? source.close() }  // It was only read.
    let target = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    try target.truncate(atOffset: 0)
    while let part = try source.read(upToCount: 1 << 20), !part.isEmpty { try target.write(contentsOf: part) }
    fchmod(file, 0o600)
    try target.synchronize()
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
    let first = "\(path)-before-\(stamp)"
    let suffixes = ["", "-wal"].filter { FileManager.default.fileExists(atPath: path + $0) }
    // What was kept earlier in the same second, or by another restore that is under way, is nobody's to remove.
    for number in 1... {
      let kept = number == 1 ? first : "\(first)-\(number)"
      guard !suffixes.contains(where: { isTaken(kept + $0) }) else { continue }
      let failed = suffixes.first { link(path + $0, kept + $0) != 0 }
      guard let failed else { return kept }
      let number = errno
      if number == EEXIST { continue }
      throw StoreError(
        .cannotOpen,
        "\(path)\(failed) cannot be kept as \(kept)\(failed) (\(String(cString: strerror(number)))): "
          + "nothing was changed")
    }
    return first
  }

  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func flush(_ path: String) {
    let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    _ = Foundation.close(file)
  }
}
