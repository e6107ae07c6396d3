import EventStore
import Foundation
import GRDB
import Testing

extension GuaranteesEndToEnd {
  /// Stores that cannot be used: one clear error, and nothing lost.
  @Suite struct StoreTroubleTests {
    static let commands = [
      ["campaigns"], ["messages"], ["timeline", "user1@example.com"], ["failures"], ["deadletters"], ["quarantine"],
      ["history"], ["export"], ["run", "--drain"], ["pause", "May"], ["resend", "May"],
    ]
    private let place: Workplace
    private var queues: String { place.file("store/board-queues.db") }

    init() throws { place = try Workplace() }

    @Test func aStoreOfANewerVersionIsLeftAlone() async throws {
      try await fill()
      let database = try DatabaseQueue(path: place.store)
      try await database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
      try database.close()
      try await expectRefusal("newer")
    }

    @Test(arguments: [0, 4096])
    func aDamagedStoreIsLeftAlone(offset: Int) async throws {
      try await fill()
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: place.store))
      try file.seek(toOffset: UInt64(offset))
      try file.write(contentsOf: Data(repeating: 0xA5, count: 12 * 4096))
      try file.close()
      try await expectRefusal("damaged")
    }

    @Test func aFileOfAnotherProgramIsLeftAlone() async throws {
      try place.write("dear diary\n", to: "store/board.db")
      try await expectRefusal("not a Sendboard store")
      try FileManager.default.removeItem(atPath: place.store)
      let other = try DatabaseQueue(path: place.store)
      try await other.write { try $0.execute(sql: "CREATE TABLE diary (day TEXT)") }
      try other.close()
      try await expectRefusal("another program")
    }

    @Test func aDamagedQueueFileIsLeftAlone() async throws {
      try await fill()
      try place.write("dear diary\n", to: "store/board-queues.db")
      let result = try await place.run(["run", "--drain"])
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1 && result.errors.contains("board-queues.db"), "\(result.errors)")
      #expect(try place.read("store/board-queues.db") == "dear diary\n")
      #expect(try await place.json(["campaigns"]).count == 1)
    }

    @Test func aFolderThatMayNotBeWrittenIsOneError() async throws {
      try await fill()
      let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
      for command in Self.commands + [try place.sendArguments(place.writeAudience(3), name: "June")] {
        let result = try await runWithoutRights(command)
        #expect(result.status == 1, "\(command)")
        #expect(result.errorLines.count == 1, "\(command): \(result.errors)")
        #expect(result.errors.contains(place.file("store")), "\(command): \(result.errors)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
      try await setWritable(true)
      try await expectWhole()
    }

    /// A limit on the size of files stands for the full disk: writes fail in the middle, without any rights needed.
    @Test(.timeLimit(.minutes(2)))
    func aFullDiskIsOneErrorAndNothingIsLost() async throws {
      try await fill(4000)
      let size = try #require(
        FileManager.default.attributesOfItem(atPath: place.store)[.size] as? Int)
      let worker = place.drain

      let send = try await runWithSmallDisk(
        place.sendArguments(place.writeAudience(20_000, prefix: "late"), name: "June"), kilobytes: 400)
      #expect(send.status == 1)
      #expect(send.errorLines.count == 1, "\(send.errors)")
      #expect(send.errors.contains("disk"), "\(send.errors)")
      #expect(try await place.json(["campaigns"]).count == 1)

      // What was in hand cannot be given back on a full disk: it comes back after the visibility timeout.
      let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "2"]
      let run = try await startWithSmallDisk(worker, kilobytes: size / 1024 + 600, environment: quick)
        .wait(within: .seconds(60))
      #expect(run.status == 1)
      #expect(run.errorLines.count { $0.hasPrefix("Error:") } == 1, "\(run.errors)")
      #expect(run.errors.contains("disk"), "\(run.errors)")

      let drained = try await place.run(worker, environment: quick, within: .seconds(60))
      #expect(drained.isDrained, "\(drained.errors)")
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 4000)
    }
  }
}

extension GuaranteesEndToEnd.StoreTroubleTests {
  /// Makes a store that has something to lose, all of it in its main file.
  private func fill(_ recipients: Int = 300) async throws {
    _ = try await place.json(place.sendArguments(place.writeAudience(recipients)))
    for path in [place.store, queues] {
      let database = try DatabaseQueue(path: path)
      try await database.writeWithoutTransaction { db in
        _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try database.close()
      for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
        try FileManager.default.removeItem(atPath: path + suffix)
      }
    }
  }

  /// Expects every command to say the same in one line, and the file to be as it was.
  private func expectRefusal(_ hint: String) async throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
    for command in Self.commands + [try place.sendArguments(place.writeAudience(3), name: "June")] {
      let result = try await place.run(command)
      #expect(result.status == 1, "\(command)")
      #expect(result.errorLines.count == 1, "\(command): \(result.errors)")
      #expect(result.errors.contains(hint), "\(command): \(result.errors)")
      #expect(result.errors.contains(place.store), "\(command): \(result.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
  }

  private func expectWhole() async throws {
    let campaign = try await place.json(["campaigns"]).first
    #expect(campaign?["recipients"] as? Int == 300)
    #expect(try await place.openStore().replay() == [])
  }

  private func setWritable(_ isWritable: Bool) async throws {
    let mode = isWritable ? 0o755 : 0o555
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.file("store"))
    for name in try FileManager.default.contentsOfDirectory(atPath: place.file("store")) {
      try FileManager.default.setAttributes(
        [.posixPermissions: isWritable ? 0o644 : 0o444], ofItemAtPath: place.file("store/" + name))
    }
  }

  /// Runs a command on a store it may only read; root, whom permissions do not stop, runs it as nobody.
  private func runWithoutRights(_ command: [String]) async throws -> Program.Result {
    try await setWritable(false)
    guard getuid() == 0 else { return try await place.run(command) }
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.file("tmp"))
    return try await place.startTool(
      "/usr/bin/env",
      ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", try Program.binary()] + command
    ).wait()
  }

  private func runWithSmallDisk(_ command: [String], kilobytes: Int) async throws -> Program.Result {
    try await startWithSmallDisk(command, kilobytes: kilobytes).wait(within: .seconds(90))
  }

  private func startWithSmallDisk(
    _ command: [String], kilobytes: Int, environment: [String: String] = [:]
  ) async throws -> RunningProgram {
    // XFSZ would end the process before it could say anything; ignored, writes fail as they do on a full disk.
    let script = "trap '' XFSZ; ulimit -f \(kilobytes * 2); exec \"$@\""
    return try place.startTool(
      "/bin/sh", ["-c", script, "sh", try Program.binary()] + command, environment: environment)
  }
}
