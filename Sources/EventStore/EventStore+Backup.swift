import Foundation
import GRDB
package import Model
import SQLiteKit

extension EventStore {
  /// Makes a consistent copy while everybody works on.
  ///
  /// Written beside its place and moved there whole: what bears the name is a backup, or was one before.
  ///
  /// - Parameter progress: called now and then with the bytes written so far and the bytes there will be about.
  /// - Throws: ``StoreError``, with `notAllowed` when something is there already.
  package func backup(
    to path: String, progress: @escaping @Sendable (_ written: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws {
    try await onThreadOfItsOwn { [self] in try backUp(to: path, progress) }
  }

  private func backUp(to path: String, _ progress: @escaping @Sendable (_ written: Int, _ total: Int) -> Void) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw StoreError(.notAllowed, "\(path) is there already: name another file, or remove that one")
    }
    let temporary = path + ".part"
    unlink(temporary)
    let obstacle = PrivateFile.makeNew(temporary)
    if obstacle != 0 {
      throw StoreError(
        .cannotOpen, "\(path) cannot be made (\(String(cString: strerror(obstacle)))): name another file")
    }
    do {
      let copy = try DatabaseQueue(path: temporary)
      // All pages in one step: a reader of the log sees one moment, however long it takes, and holds nobody up.
      try pool.backup(to: copy, pagesPerStep: -1) { step in progress(step.completedPageCount, step.totalPageCount) }
      // A log beside it would be a part of it.
      try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch {
      unlink(temporary)
      throw StoreError.translating(error, path: path)
    }
    guard rename(temporary, path) == 0 else {
      let words = String(cString: strerror(errno))
      unlink(temporary)
      throw StoreError(.cannotOpen, "\(path) cannot be made (\(words)): name another file")
    }
  }
}

extension EventStore {
  /// What is in a copy that was looked at and is whole.
  package struct BackupContent: Equatable, Sendable {
    /// The file.
    package let path: String
    /// Counts what it holds.
    package var campaigns, messages: Int
    /// When the latest event in it happened; `nil` when there is none.
    package var latest: Timestamp?
    /// Bytes of the file.
    package var size: Int
  }

  /// Looks whether a copy is whole, and at what is in it; the copy stays as it is.
  ///
  /// - Throws: ``StoreError`` when it is no store of this version or an earlier one, or is damaged.
  package static func lookAtBackup(_ path: String) async throws -> BackupContent {
    try await onThreadOfItsOwn { try look(at: path) }
  }

  private static func look(at path: String) throws -> BackupContent {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(.notFound, "there is no file \(path): check its name")
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: path, configuration: configuration)
      return try copy.read { db in
        guard try refuseForeign(db, path: path) > 0 else {
          throw StoreError(.corrupt, "\(path) is empty: it is no copy of a store")
        }
        let faults = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
        guard faults == ["ok"] else {
          throw StoreError(.corrupt, "\(path) is damaged: \(faults.joined(separator: "; ")): use another copy")
        }
        let latest = try Int64.fetchOne(db, sql: "SELECT max(updatedAt) FROM message")
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        return BackupContent(
          path: path,
          campaigns: try Int.fetchOne(db, sql: "SELECT count(*) FROM campaign WHERE state <> 'importing'") ?? 0,
          messages: try Int.fetchOne(db, sql: "SELECT count(*) FROM message") ?? 0,
          latest: latest.map(Timestamp.init(milliseconds:)), size: size)
      }
    } catch { throw StoreError.translating(error, path: path) }
  }
}
