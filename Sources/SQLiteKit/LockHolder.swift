import Foundation

/// Which process keeps a database in WAL mode from being written, as far as the kernel tells.
///
/// SQLite locks the byte 120 of the shared-memory file to write (<https://www.sqlite.org/walformat.html#wal_locks>); Linux
/// lists locks in `/proc/locks`. (Asking by `fcntl` would need a descriptor of the file, and closing that would take this
/// process's own locks away.)
package struct LockHolder: Equatable, Sendable {
  /// The process's id.
  package var process: Int
  /// Its program's name; empty when that cannot be told.
  package var name: String
  /// Whether it is stopped, as by Ctrl-Z or a debugger, and will not go on by itself.
  package var isStopped: Bool

  private static let writeLock = 120

  /// Looks once.
  private init?(database path: String) {
    var status = stat()
    guard stat(path + "-shm", &status) == 0,
      // To its end, and not what a first read brings: the list may be long.
      let list = try? FileHandle(forReadingAtPath: "/proc/locks")?.readToEnd(),
      let locks = String(data: list, encoding: .utf8)
    else { return nil }
    // As in "1: POSIX  ADVISORY  WRITE 4711 fe:00:131074 120 120".
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 8, words[1] == "POSIX", words[3] == "WRITE", words[5].hasSuffix(":\(status.st_ino)"),
        let process = Int(words[4]), let first = Int(words[6]), first <= Self.writeLock,
        Int(words[7]).map({ $0 >= Self.writeLock }) ?? true
      else { continue }
      self.init(process: process)
      return
    }
    return nil
  }

  /// Finds who holds the write lock of a database; `nil` when nobody does, or the kernel does not tell.
  ///
  /// The list changes while it is read in pieces, and an entry may be missed among many: it is read again then.
  package static func holding(database path: String) -> LockHolder? {
    // Not lazily: a lazy collection asks its closure again for what it has found, which may be gone by then.
    for _ in 0..<5 {
      if let holder = LockHolder(database: path) { return holder }
    }
    return nil
  }

  private init(process: Int) {
    self.process = process
    let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
    self.name = name?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    // "4711 (a name) T …"
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let letter = state.flatMap { text in text.lastIndex(of: ")").map { text[text.index(after: $0)...] } }?
      .first { $0 != " " }
    isStopped = letter == "T" || letter == "t"
  }

  /// Who it is, and what lets it go on if it is stopped, in no language: `4711 (sqlite3)`.
  package var brief: String {
    "\(process)" + (name.isEmpty ? "" : " (\(name))") + (isStopped ? ": kill -CONT \(process)" : "")
  }

  /// Who it is and what to do about it, to follow "is locked by".
  package var description: String {
    let who = "process \(process)" + (name.isEmpty ? "" : " (\(name))")
    return isStopped
      ? "\(who), which is stopped: let it go on with 'kill -CONT \(process)', or end it" : "\(who): end it or try again"
  }
}
