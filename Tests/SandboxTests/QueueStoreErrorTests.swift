import SQLiteKit
import Foundation
import GRDB
import Model
import Ports
import Testing
import TestSupport

@testable import Sandbox

@Suite struct QueueStoreErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func codeOfOpening(_ path: String) -> QueueStoreError.Code? {
    do {
      _ = try QueueStore(path: path)
      return nil
    } catch {
      return (error as? QueueStoreError)?.code
    }
  }

  /// A process that ends closes its files while the dashboard may still be counting.
  @Test func aClosedFileIsAnErrorForWhoeverStillUsesIt() async throws {
    let store = try QueueStore(path: folder.file("queues.db"))
    let queue = try await store.queue("queue")
    _ = try await queue.send([QueueEntry(body: "a")])
    try store.close()
    await #expect(throws: QueueError.self) { try await queue.depths() }
    await #expect(throws: QueueError.self) { try await queue.send([QueueEntry(body: "b")]) }
    await #expect(throws: QueueError.self) {
      try await queue.receive(max: 1, wait: .milliseconds(300), visibility: nil)
    }
    #expect(try await QueueStore(path: folder.file("queues.db")).queue("queue").depths().total == 1)
  }

  @Test func newerVersionsAreLeftAlone() async throws {
    let path = folder.file("queues.db")
    _ = try await QueueStore(path: path).queue("queue").send([QueueEntry(body: "a")])
    try await DatabaseQueue(path: path).write { db in try db.execute(sql: "PRAGMA user_version = 3") }
    #expect(codeOfOpening(path) == .newerVersion)
    try await DatabaseQueue(path: path).write { db in try db.execute(sql: "PRAGMA user_version = 2") }
    #expect(try await QueueStore(path: path).queue("queue").depths().total == 1)
  }

  /// What was hidden by an earlier version's wall clock, or before the host was started anew, is nobody's any more.
  @Test(arguments: [true, false]) func aFormerTimeHidesNothing(isOldVersion: Bool) async throws {
    let path = folder.file("queues.db")
    func clock(_ boot: Int64) -> WallClock {
      WallClock(
        now: { Timestamp(milliseconds: 1_700_000_000_000) },
        host: HostClock(boot: boot) { HostTime(milliseconds: 5000) })
    }
    let queue = try await QueueStore(path: path, clock: clock(1)).queue("queue")
    _ = try await queue.send([QueueEntry(body: "a"), QueueEntry(body: "b", delay: .seconds(900))])
    #expect(try await queue.receive(max: 10, wait: .zero, visibility: .seconds(43_200)).map(\.body) == ["a"])
    if isOldVersion {
      try await DatabaseQueue(path: path).write { db in
        try db.execute(sql: "DROP TABLE host; PRAGMA user_version = 1")
      }
    }
    let again = try await QueueStore(path: path, clock: clock(isOldVersion ? 1 : 2)).queue("queue")
    let shown = try await again.receive(max: 10, wait: .zero, visibility: nil)
    #expect(Set(shown.map(\.body)) == ["a", "b"])
    #expect(shown.first { $0.body == "a" }?.receiveCount == 2)
  }

  /// A receiver whose wall clock is two days ahead hides for its timeout, not for two days.
  @Test func wallClocksDoNotMatter() async throws {
    let path = folder.file("queues.db")
    let host = HostClock(boot: 1) { HostTime(milliseconds: 5000) }
    let ahead = WallClock(now: { Timestamp(milliseconds: 1_700_172_800_000) }, host: host)
    let later = WallClock(
      now: { Timestamp(milliseconds: 1_700_000_000_000) }, host: HostClock(boot: 1) { HostTime(milliseconds: 125_001) })
    let theirs = try await QueueStore(path: path, clock: ahead).queue("queue")
    _ = try await theirs.send([QueueEntry(body: "a")])
    #expect(try await theirs.receive(max: 10, wait: .zero, visibility: .seconds(120)).count == 1)
    let mine = try await QueueStore(path: path, clock: later).queue("queue")
    #expect(try await mine.receive(max: 10, wait: .zero, visibility: .seconds(120)).count == 1)
  }

  @Test func whatIsNoQueueFileIsLeftAlone() async throws {
    let text = folder.file("text")
    try String(repeating: "not a database ", count: 500).write(toFile: text, atomically: true, encoding: .utf8)
    #expect(codeOfOpening(text) == .corrupt)

    let other = folder.file("other.db")
    try await DatabaseQueue(path: other).write { db in try db.execute(sql: "CREATE TABLE mine (a)") }
    #expect(codeOfOpening(other) == .corrupt)
    let tables = try await DatabaseQueue(path: other).read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema")
    }
    #expect(tables == ["mine"])
  }

  @Test func aFolderThatIsNotThereIsOneClearError() {
    #expect(codeOfOpening(folder.file("nowhere/queues.db")) == .readOnly)
  }

  @Test(.disabled(if: geteuid() == 0, "the superuser may write everywhere"))
  func aReadOnlyFolderIsOneClearError() async throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(codeOfOpening(folder.file("queues.db")) == .readOnly)
  }

  @Test func aFullDiskLosesNothing() async throws {
    let store = try QueueStore(path: folder.file("queues.db"))
    let queue = try await store.queue("queue")
    let body = String(repeating: "x", count: 10_000)
    _ = try await queue.send([QueueEntry(body: body)])
    // SQLite answers the same at this limit as on a full disk (SQLITE_FULL).
    try await store.group.perform { try $0.db.execute(sql: "PRAGMA max_page_count = 30") }
    var taken = 1
    do {
      while taken < 1000 {
        _ = try await queue.send([QueueEntry(body: body)])
        taken += 1
      }
      Issue.record("the disk never was full")
    } catch let error as QueueError {
      #expect(error.code == .cannotWrite)
      #expect(error.context.contains("full"))
    }
    #expect(try await queue.depths().visible == taken)
    try await store.group.perform { try $0.db.execute(sql: "PRAGMA max_page_count = 1000000") }
    _ = try await queue.send([QueueEntry(body: body)])
    #expect(try await queue.depths().visible == taken + 1)
  }
}
