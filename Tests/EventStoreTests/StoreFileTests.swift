import Foundation
import GRDB
import Testing
import TestSupport
import Model

@testable import EventStore

/// What can be wrong with a store's file: one clear error each, and the file left as it was.
@Suite struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ path: String) -> StoreError.Code? {
    do {
      _ = try EventStore(path: path, newID: "x")
      return nil
    } catch { return (error as? StoreError)?.code }
  }

  @Test func aFileThatIsNoDatabaseIsLeftAlone() async throws {
    let path = folder.file("a.db")
    let bytes = Data(repeating: 0x41, count: 8192)
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(code(path) == .corrupt)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  /// A process that ends closes its files while somebody may still look, or has something to report.
  @Test func aClosedStoreIsAnErrorForWhoeverStillUsesIt() async throws {
    let store = try EventStore(path: folder.file("a.db"), newID: "x")
    _ = try store.commitVersion()
    try store.close()
    await #expect(throws: StoreError.self) { try await store.health(now: Timestamp(milliseconds: 1)) }
    await #expect(throws: StoreError.self) { try await store.report([], by: "p", now: Timestamp(milliseconds: 1)) }
    #expect(throws: Never.self) { try store.commitVersion() }
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() async throws {
    let path = folder.file("a.db")
    let queue = try DatabaseQueue(path: path)
    try await queue.write { db in try db.execute(sql: "CREATE TABLE theirs (a)") }
    try queue.close()
    #expect(code(path) == .corrupt)
    let tables = try await DatabaseQueue(path: path).read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master")
    }
    #expect(tables == ["theirs"])
  }

  @Test func aNewerVersionIsRefused() async throws {
    let fixture = try StoreFixture()
    try await fixture.store.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    #expect(code(fixture.path) == .newerVersion)
  }

  @Test func aDamagedPageIsAClearError() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(5000)
    // Everything into the file itself, so that damaging the file damages everything.
    try await fixture.store.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try fixture.store.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: fixture.path))
    // All pages but the header's.
    let size = try file.seekToEnd()
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
    try file.close()
    #expect(code(fixture.path) == .corrupt)
  }

  @Test func aFullDiskIsAClearErrorAndNothingStoredIsLost() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    let before = try await fixture.summary(id)
    try await fixture.store.write { db in
      // SQLite answers SQLITE_FULL at this bound just as at the disk's.
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    do {
      _ = try await fixture.launch(50_000)
      Issue.record("launched on a full disk")
    } catch let error as StoreError {
      #expect(error.code == .diskFull)
      #expect(error.description.contains(fixture.path))
    }
    #expect(try await fixture.store.campaigns() == [before])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func theStoreKeepsItsNameWhoeverOpensIt() async throws {
    let fixture = try StoreFixture()
    #expect(try fixture.another().id == "teststore")
  }
}
