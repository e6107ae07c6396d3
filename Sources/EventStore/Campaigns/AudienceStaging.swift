import Foundation
import GRDB
import Model
import SQLiteKit
import Synchronization

/// Recipients on their way from a file into a campaign, in a temporary database of their own.
///
/// Duplicates collapse here, on disk, so that a million rows need no more memory than ten thousand; and the exact
/// count is known before anything touches the store. The file is removed with the value; what a killed process left, by
/// whoever finds that nobody holds its lock any more. (Not by process ids, which say nothing across containers.)
package final class AudienceStaging: Sendable {
  /// What happened to the recipients handed over so far.
  package var recipients: Int { content.withLock { $0.recipients } }
  /// Counts those dropped because their address came before.
  package var duplicates: Int { content.withLock { $0.duplicates } }
  /// Tells this audience from any other: changes with every address, value and their order.
  package var digest: Int64 { content.withLock { $0.digest } }
  /// Tells these people with their values from any others, in whatever order and spelling they come.
  package var people: Int64 { content.withLock { $0.people } }
  /// The first recipient, for a preview.
  package var first: (address: String, values: [String])? { content.withLock { $0.first } }

  private struct Content {
    var recipients = 0
    var duplicates = 0
    var digest: Int64 = 0
    var people: Int64 = 0
    var first: (address: String, values: [String])?
  }

  let path: String
  private let content = Mutex(Content())
  private let queue: DatabaseQueue
  /// Holds the file's lock as long as it is open.
  private let lock: CInt

  /// Makes an empty staging file.
  ///
  /// - Parameter folder: where; a folder with room for about 150 bytes a recipient.
  /// - Throws: ``StoreError``.
  package init(folder: String) throws {
    Self.removeAbandoned(in: folder)
    path = folder + "/\(Self.prefix)\(UUID().uuidString).db"
    lock = try Self.make(path, folder: folder)
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        // Nothing here outlives the process, so nothing here needs to survive a crash.
        try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -2000")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { db in
        try db.execute(
          sql: """
            CREATE TABLE recipient (
              n INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE COLLATE NOCASE, data TEXT NOT NULL, line INTEGER NOT NULL
            ) STRICT;
            -- Of a domain in other letters than ASCII's there are two spellings.
            CREATE TABLE spelling (mailbox TEXT PRIMARY KEY, line INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            """)
      }
    } catch {
      unlink(path)
      close(lock)
      throw StoreError.translating(error, path: path)
    }
  }

  /// Makes the file, its owner's alone, where nothing and no link was before, and locks it.
  private static func make(_ path: String, folder: String) throws -> CInt {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard file >= 0 else {
        let words = String(cString: strerror(errno))
        throw StoreError(
          errno == ENOSPC ? .diskFull : .cannotOpen, .folderUnwritable(folder, said: words))
      }
      // Before this one locks it, somebody may have taken it for abandoned.
      var status = stat()
      if flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &status) == 0, status.st_nlink > 0 { return file }
      close(file)
    }
  }

  private static let prefix = ".sendboard-audience-"

  /// Removes what killed processes left in a folder: files that nobody has locked.
  package static func removeAbandoned(in folder: String) {
    // A folder that cannot be listed has nothing to remove; a file that is gone is what was wanted.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      let path = folder + "/" + name
      let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(file)
    }
  }

  deinit {
    // Closing can only fail while statements run, and none do here.
    try? queue.close()
    unlink(path)
    close(lock)
  }

  /// A recipient as a file has it.
  package struct Row: Equatable, Sendable {
    /// The line it starts at, from 1.
    package var line: Int
    /// The address in canonical form.
    package var address: String
    /// Template data, one value a column.
    package var values: [String]

    /// Makes a row.
    package init(line: Int = 0, address: String, values: [String]) {
      (self.line, self.address, self.values) = (line, address, values)
    }
  }

  /// Adds recipients in order; one whose address is there already is counted as a duplicate and dropped.
  ///
  /// - Parameter onDuplicate: told the index of a row that was dropped, and the line where its address came first.
  /// - Throws: ``StoreError``.
  package func add(_ batch: [Row], onDuplicate: (_ index: Int, _ first: Int) -> Void = { _, _ in }) throws {
    // Whoever reads a file adds its rows, one batch after the other.
    var content = self.content.withLock { $0 }
    defer { self.content.withLock { [content] in $0 = content } }
    if content.first == nil { content.first = batch.first.map { ($0.address, $0.values) } }
    do {
      try queue.write { db in
        let insert = try Prepared(
          db, "INSERT OR IGNORE INTO recipient (n, address, data, line) VALUES (?, ?, ?, ?)")
        for (index, recipient) in batch.enumerated() {
          let spelling = recipient.address.mayHaveTwoSpellings ? recipient.address.mailboxKey : nil
          if let spelling,
            let line = try Int.fetchOne(
              db.cachedStatement(sql: "SELECT line FROM spelling WHERE mailbox = ?"), arguments: [spelling])
          {
            content.duplicates += 1
            onDuplicate(index, line)
            continue
          }
          insert.bind(1, content.recipients + 1)
          insert.bind(2, recipient.address)
          let data = ValueList.encode(recipient.values)
          insert.bind(3, data)
          insert.bind(4, recipient.line)
          content.digest = content.digest &* 31 &+ StableHash.hash(recipient.address) &* 7 &+ StableHash.hash(data)
          if try insert.change() > 0 {
            content.recipients += 1
            // In a sum, so that their order does not count.
            content.people &+= StableHash.hash("\(recipient.address.mailboxKey) \(data)")
            if let spelling {
              try db.cachedStatement(sql: "INSERT INTO spelling VALUES (?, ?)")
                .execute(arguments: [spelling, recipient.line])
            }
          } else {
            content.duplicates += 1
            let line = try Int.fetchOne(
              db, sql: "SELECT line FROM recipient WHERE address = ?", arguments: [recipient.address])
            onDuplicate(index, line ?? 0)
          }
        }
      }
    } catch { throw StoreError.translating(error, path: path) }
  }

  /// Reads the first addresses.
  ///
  /// - Throws: ``StoreError``.
  package func addresses(upTo count: Int) throws -> [String] {
    do {
      return try queue.read { db in
        try String.fetchAll(db, sql: "SELECT address FROM recipient ORDER BY n LIMIT ?", arguments: [count])
      }
    } catch { throw StoreError.translating(error, path: path) }
  }

  /// Hands the addresses out in their order, some at a time, of which no more are held.
  func addresses(inPartsOf count: Int, _ body: ([String]) async throws -> Void) async throws {
    for start in stride(from: 0, to: recipients, by: count) {
      let part = try await queue.read { db in
        try String.fetchAll(
          db, sql: "SELECT address FROM recipient WHERE n > ? AND n <= ? ORDER BY n", arguments: [start, start + count])
      }
      try await body(part)
    }
  }

  /// Reads one recipient by its number, from 1; `nil` when there are not so many.
  ///
  /// - Throws: ``StoreError``.
  package func row(_ number: Int) throws -> Row? {
    try rows("WHERE n = ?", [number]) { $1 }
  }

  /// Looks through the recipients after a number, and then from the beginning.
  ///
  /// - Parameter body: told a recipient and its number, in their order; an answer ends it.
  /// - Throws: ``StoreError``, and what the body throws.
  package func first<Result>(after number: Int, where body: (Int, Row) throws -> Result?) throws -> Result? {
    try rows("WHERE n > ? ORDER BY n", [number], body) ?? rows("WHERE n <= ? ORDER BY n", [number], body)
  }

  private func rows<Result>(
    _ condition: String, _ arguments: StatementArguments, _ body: (Int, Row) throws -> Result?
  ) throws -> Result? {
    do {
      return try queue.read { db in
        let cursor = try GRDB.Row.fetchCursor(
          db, sql: "SELECT n, address, data, line FROM recipient \(condition)", arguments: arguments)
        while let row = try cursor.next() {
          let found = Row(line: row["line"], address: row["address"], values: ValueList.decode(row["data"]))
          if let result = try body(row["n"], found) { return result }
        }
        return nil
      }
    } catch let error as DatabaseError { throw StoreError.translating(error, path: path) }
  }

  /// Adds recipients that come from no file.
  ///
  /// - Throws: ``StoreError``.
  package func add(_ batch: [(address: String, values: [String])]) throws {
    try add(batch.map { Row(address: $0.address, values: $0.values) })
  }
}
