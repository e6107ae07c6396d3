import Foundation
import GRDB
import Testing

extension InterfaceEndToEnd {
  /// What the doctor says of a store, by opening it: each thing put wrong on purpose.
  @Suite struct DoctorStoreTests {
    private let place: Workplace
    private var queue: String { place.file("store/board-queues.db") }

    init() throws {
      place = try Workplace()
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.file("store"))
    }

    private func fill() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(300)))
      for file in try FileManager.default.contentsOfDirectory(atPath: place.file("store")) {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.file("store/" + file))
      }
    }

    private func findings(_ more: [String] = []) async throws -> (status: Int32, [String]) {
      let result = try await place.run(["doctor", "--json"] + more)
      return (
        result.status,
        try result.json().map {
          "\($0["check"] ?? "") \($0["result"] ?? ""): \($0["text"] ?? "") (\($0["remedy"] ?? ""))"
        }
      )
    }

    private func expect(
      fails: Bool, _ beginning: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let (status, all) = try await findings()
      #expect(status == (fails ? 1 : 0), "\(all)", sourceLocation: sourceLocation)
      #expect(
        all.contains { $0.hasPrefix(beginning) && $0.contains(words) }, "\(all.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }

    @Test func aSoundStoreIsOkAndStaysAsItIs() async throws {
      try await fill()
      let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
      let (status, all) = try await findings()
      #expect(status == 0)
      for beginning in ["store ok:", "queue file ok:", "free space ok:"] {
        #expect(
          all.contains { $0.hasPrefix(beginning) && ($0.contains(".db, whole (") || beginning.hasPrefix("free")) },
          "\(all.joined(separator: "\n"))")
      }
      #expect(!all.contains { $0.hasPrefix("permissions") }, "\(all.joined(separator: "\n"))")
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
    }

    /// What would say that the store was put back cannot be kept: doctor and whoever sends say so.
    @Test func aNoteOfClaimsThatCannotBeKeptIsTold() async throws {
      try await fill()
      try place.write("", to: "file")
      let environment = ["XDG_CACHE_HOME": place.file("file")]
      let checked = try await place.run(["doctor"], environment: environment)
      #expect(checked.status == 0)
      #expect(checked.output.contains("note of claims") && checked.output.contains("XDG_CACHE_HOME"), "\(checked)")
      let sent = try await place.run(
        ["run", "--drain", "--simulator-time-scale", "0", "--simulator-failures", "0"], environment: environment)
      #expect(sent.status == 0)
      #expect(sent.errors.contains("\(place.file("file"))/sendboard/claims-"), "\(sent.errors)")
      #expect(!(try await place.run(["doctor"])).output.contains("note of claims"))
    }

    @Test func whatIsNotThereIsNotMade() async throws {
      try await expect(fails: false, "store ok:", "not made yet")
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("store")) == [])
    }

    @Test func aNamedStoreWithoutAFolderFails() async throws {
      let (status, all) = try await findings(["--store", place.file("nowhere/x.db")])
      #expect(status == 1)
      #expect(all.contains { $0.hasPrefix("store fail:") && $0.contains("there is no folder") }, "\(all)")
    }

    @Test func whatIsNoStoreFails() async throws {
      try place.write(
        "this is no database, whatever its name says, and it is long enough to be one\n", to: "store/board.db")
      try await expect(fails: true, "store fail:", "damaged or not a Sendboard store")
      try FileManager.default.removeItem(atPath: place.store)
      let other = try DatabaseQueue(path: place.store)
      try await other.write { db in try db.execute(sql: "CREATE TABLE somebody (id INTEGER)") }
      try other.close()
      try await expect(fails: true, "store fail:", "a database of another program")
    }

    @Test func aStoreOfANewerVersionFails() async throws {
      try await fill()
      let store = try DatabaseQueue(path: place.store)
      try await store.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999')") }
      try store.close()
      try await expect(fails: true, "store fail:", "written by a newer Sendboard")
    }

    /// One byte in ten pages' middle: it opens, and says so only when somebody looks.
    @Test func aDamagedStoreOrQueueFails() async throws {
      try await fill()
      for (path, beginning) in [(place.store, "store fail:"), (queue, "queue file fail:")] {
        let database = try DatabaseQueue(path: path)
        _ = try database.writeWithoutTransaction { db in try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try database.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var damaged = whole
        for page in 2..<min(12, whole.count / 4096) {
          damaged.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xA5, count: 64))
        }
        try damaged.write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try await expect(fails: true, beginning, "damaged")
        try whole.write(to: URL(fileURLWithPath: path))
      }
    }

    @Test func aQueueFileThatIsNoneFails() async throws {
      try await fill()
      for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: queue + end) {
        try FileManager.default.removeItem(atPath: queue + end)
      }
      try FileManager.default.copyItem(atPath: place.store, toPath: queue)
      try await expect(fails: true, "queue file fail:", "not a queue file")
    }

    @Test func whatOthersMayReadIsAWarningWithItsRemedy() async throws {
      try await fill()
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.store)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.file("store"))
      try await expect(fails: false, "permissions warn: \(place.store) has mode 644", "chmod 600 '\(place.store)'")
      try await expect(fails: false, "permissions warn: \(place.file("store")) has mode 755", "chmod 700")
    }
  }
}
