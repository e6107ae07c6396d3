import EventStore
import Foundation
import GRDB
import Testing
import Model

/// What the doctor sees of a store, without changing it.
@Suite struct ExaminationTests {
  @Test func aStoreOfAnEarlierVersionIsOlderAndNotDamaged() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(3)
    #expect(try EventStore.examine(path: fixture.path, within: .seconds(20)) == .whole)
    try fixture.store.close()
    // As version 3 left it, with an attempt that was resent: SQLite 3.40 calls the order of its columns damage.
    let database = try DatabaseQueue(path: fixture.path)
    try await database.write { db in
      try db.execute(
        sql: """
          DROP TABLE priorAttempt;
          CREATE TABLE priorAttempt (
            providerKey INTEGER NOT NULL, providerID TEXT NOT NULL, message INTEGER NOT NULL, attempt INTEGER NOT NULL,
            PRIMARY KEY (providerKey, message, attempt)
          ) STRICT, WITHOUT ROWID;
          INSERT INTO priorAttempt VALUES (7, 'x', 1, 1);
          DELETE FROM grdb_migrations WHERE identifier >= '4';
          """)
    }
    try database.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    #expect(try EventStore.examine(path: fixture.path, within: .seconds(20)) == .older)
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test func nothingIsMadeOfAnEmptyFile() async throws {
    let fixture = try StoreFixture()
    let path = fixture.folder + "/empty.db"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    #expect(try EventStore.examine(path: path, within: .seconds(5)) == .empty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    #expect(throws: StoreError.self) {
      try EventStore.examine(path: fixture.folder + "/missing.db", within: .seconds(5))
    }
  }
}
