import Foundation
import GRDB
import Testing
import TestSupport

extension InterfaceEndToEnd {
  /// `--read-only`: everything can be looked at, nothing is changed, and no folder need be writable.
  @Suite struct ReadOnlyTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let looking = [
      "campaigns", "messages", "timeline user1@example.com", "mail 1", "failures", "deadletters", "history",
      "quarantine",
      "quarantine export 1", "workers", "export", "resend May --dry-run",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let changing = [
      "run --drain", "run", "ingest events.json", "demo --headless", "resend May --yes 9", "pause May",
      "resume May --yes 9",
      "cancel May --yes", "settle 1 --assume-sent", "settle --all --campaign May --undo", "deadletters redrive --all",
      "deadletters discard 1", "quarantine retry --all", "quarantine drop --all", "provision",
      "backup --restore --yes copy.db", "suppress add a@b.example", "suppress remove a@b.example",
    ].map { $0.split(separator: " ").map(String.init) }

    /// A store with something of everything, its log folded in.
    private func fill() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(30)))
      #expect(try await place.run(["run", "--drain", "--simulator-time-scale", "0"]).isDrained)
      _ = try await place.run(["ingest", try place.write("{\"broken\":", to: "events.json")])
      _ = try await place.json(["backup", place.file("copy.db")])
    }

    private func setModes(folder: Int, files: Int) throws {
      let store = place.file("store")
      for name in try FileManager.default.contentsOfDirectory(atPath: store) {
        try FileManager.default.setAttributes([.posixPermissions: files], ofItemAtPath: store + "/" + name)
      }
      try FileManager.default.setAttributes([.posixPermissions: folder], ofItemAtPath: store)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.file("tmp"))
    }

    /// Runs a command as one whom permissions stop; root runs it as nobody.
    private func runWithoutRights(_ command: [String], _ environment: [String: String] = [:]) async throws
      -> Program.Result
    {
      guard getuid() == 0 else { return try await place.run(command, environment: environment) }
      return try await place.startTool(
        "/usr/bin/env",
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", try Program.binary()] + command,
        environment: environment
      ).wait()
    }

    private func contents() throws -> [String: Data] {
      let folder = place.file("store")
      var all: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        all[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      }
      return all
    }

    /// Whether the files that readers share lie beside it, as whoever read it last leaves them, or nothing does.
    @Test(arguments: [true, false]) func aStoreThatMayNotBeWrittenIsLookedAt(isAlone: Bool) async throws {
      try await fill()
      var expected: [[String]: String] = [:]
      for command in Self.looking { expected[command] = try await place.run(command).output }
      let database = try DatabaseQueue(path: place.store)
      if isAlone {
        try await database.writeWithoutTransaction { db in
          _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try database.close()
        for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: place.store + suffix) {
          try FileManager.default.removeItem(atPath: place.store + suffix)
        }
      } else {
        // Whoever has it open keeps them there.
        _ = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM identity") }
      }
      try setModes(folder: 0o555, files: 0o444)
      let before = try contents()
      for command in Self.looking {
        let result = try await runWithoutRights(command + ["--read-only"])
        #expect(result.status == 0, "\(command): \(result.errors)")
        #expect(result.output == expected[command], "\(command)")
        #expect(result.errors.contains("is shown as it was left") == isAlone, "\(command): \(result.errors)")
        let check = try await runWithoutRights(["doctor", "--read-only"])
        #expect(check.status == 0 && check.output.contains("can be looked at"), "\(check)")
        let plain = try await runWithoutRights(command)
        #expect(plain.status == 1 && plain.errors.contains("--read-only opens it to be looked at"), "\(plain.errors)")
      }
      let copy = try await runWithoutRights(["backup", place.file("tmp/copy.db"), "--read-only"])
      #expect(copy.status == 0 && copy.output.contains("1 campaign, 30 messages"), "\(copy)")
      #expect(try contents() == before)
      try setModes(folder: 0o755, files: 0o644)
    }

    @Test func nothingThatChangesSomethingIsDone() async throws {
      try await fill()
      let before = try contents()
      for command in Self.changing + [try place.sendArguments(place.writeAudience(3), name: "June")] {
        let result = try await place.run(command + ["--read-only"])
        #expect(result.status == 1, "\(command): \(result)")
        #expect(result.output == "" && result.errorLines.count == 1, "\(command): \(result.errors)")
        #expect(
          result.errors.contains("--read-only: 'sendboard \(command[0])")
            && result.errors.contains("is refused; nothing was changed"), "\(command): \(result.errors)")
      }
      #expect(try contents() == before)
      // A rehearsal changes nothing anyhow.
      let rehearsal = try place.sendArguments(place.writeAudience(3), name: "June") + ["--dry-run", "--read-only"]
      #expect(try await place.run(rehearsal).status == 0)
    }

    @Test func theEnvironmentSaysItToo() async throws {
      try await fill()
      let only = ["SENDBOARD_READ_ONLY": "true"]
      #expect(try await place.run(["campaigns"], environment: only).status == 0)
      let refused = try await place.run(["pause", "May"], environment: only)
      #expect(refused.status == 1 && refused.errors.contains("SENDBOARD_READ_ONLY: 'sendboard pause'"), "\(refused)")
      let unclear = try await place.run(["campaigns"], environment: ["SENDBOARD_READ_ONLY": "perhaps"])
      #expect(unclear.status == 1 && unclear.errors.contains("neither true nor false"), "\(unclear.errors)")
    }

    /// What somebody writes meanwhile is seen: it is not taken for immutable while it is alive.
    @Test func aLiveStoreIsFollowed() async throws {
      try await fill()
      let worker = try place.start(["run"])
      try await eventually("it runs") { try await place.json(["workers"]).isEmpty ? nil : () }
      try setModes(folder: 0o555, files: 0o444)
      let first = try await runWithoutRights(["campaigns", "--json", "--read-only"])
      #expect(first.status == 0 && first.errors == "", "\(first.errors)")
      #expect(try first.json().count == 1)
      if getuid() == 0 {
        // Root may write, whatever the modes.
        _ = try await place.json(place.sendArguments(place.writeAudience(2, prefix: "late"), name: "June"))
        let second = try await runWithoutRights(["campaigns", "--json", "--read-only"])
        #expect(try second.json().map { $0["name"] as? String } == ["June", "May"], "\(second)")
      }
      try setModes(folder: 0o755, files: 0o644)
      worker.signal(SIGTERM)
      _ = try await worker.wait()
    }

    @Test func aLogThatCannotBeReadIsSaidAndNotLeftOut() async throws {
      try await fill()
      let database = try DatabasePool(path: place.store)
      try await database.write { try $0.execute(sql: "UPDATE campaign SET name = 'Later'") }
      let files = FileManager.default
      try files.createDirectory(atPath: place.file("copy"), withIntermediateDirectories: true)
      for suffix in ["", "-wal"] {
        try files.copyItem(atPath: place.store + suffix, toPath: place.file("copy/board.db\(suffix)"))
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.file("copy/board.db\(suffix)"))
      }
      try database.close()
      try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.file("copy"))
      try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.file("tmp"))
      let result = try await runWithoutRights(["campaigns", "--read-only", "--store", place.file("copy/board.db")])
      #expect(result.status == 1 && result.output == "")
      #expect(
        result.errorLines.count == 1 && result.errors.contains("board.db-wal holds its latest changes"),
        "\(result.errors)")
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.file("copy"))
    }

    @Test func whatIsNoStoreIsNotMadeOne() async throws {
      try place.write("dear diary\n", to: "store/diary.db")
      for (store, words) in [
        ("store/typo.db", "there is no store at"), ("store/diary.db", "not a Sendboard store"),
        ("store", "is a folder"),
      ] {
        let result = try await place.run(["campaigns", "--read-only", "--store", place.file(store)])
        #expect(result.status == 1 && result.errors.contains(words), "\(store): \(result.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("store")) == ["diary.db"])
    }

    @Test func theDashboardLooksOnly() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(30)))
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--read-only"])
      try await terminal.wait(for: "opened to look only (--read-only)")
      try await terminal.send("j")
      let screen = try await terminal.wait(for: "May")
      #expect(!screen.contains { $0.contains("p pause") })
      for key in ["p", "n", "x"] {
        try await terminal.send(key)
        try await terminal.wait(for: "opened to look only (--read-only)")
        try await terminal.send("j")
        try await terminal.waitWithout("opened to look only (--read-only)")
      }
      // What others do is seen.
      _ = try await place.json(place.sendArguments(place.writeAudience(2, prefix: "late"), name: "June"))
      try await terminal.wait(for: "June")
      try await terminal.send("q")
      #expect(try await terminal.ending().status == 0)
      #expect(try await place.json(["messages", "--status", "queued"]).count == 32, "nothing was sent")
      #expect(!FileManager.default.fileExists(atPath: place.file("store/board-log.ndjson")))
    }
  }
}
