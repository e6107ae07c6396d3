import Foundation
import Testing

extension InterfaceEndToEnd {
  /// A path that is not the store's: an error that says what is missing and what to do, and never a new store.
  @Suite struct StorePathTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Those that never make a store.
    private static let commands = [
      "campaigns", "messages", "messages --campaign May", "timeline 1", "mail 1", "failures", "deadletters",
      "deadletters redrive --all", "deadletters discard 1", "resend May", "resend May --dry-run", "pause May",
      "resume May",
      "cancel May --yes", "settle 1 --assume-sent", "settle --all --campaign May --undo", "quarantine",
      "quarantine export 1", "quarantine retry --all", "quarantine drop --all", "history", "workers", "run --drain",
      "run", "backup copy.db", "export", "deadletters redrive --campaign May", "suppress", "suppress add a@b.example",
      "suppress remove a@b.example",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Expects a command to say in one line where there is no store, and to have made nothing.
    private func expectNone(
      _ command: [String], _ store: String, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let before = try files()
      let result = try await place.run(command + ["--store", store])
      #expect(result.status == 1, "\(command): \(result)", sourceLocation: sourceLocation)
      #expect(result.output == "", "\(command)", sourceLocation: sourceLocation)
      #expect(
        result.errorLines.count == 1 && result.errors.hasPrefix("Error: "), "\(command): \(result.errors)",
        sourceLocation: sourceLocation)
      for word in words {
        #expect(result.errors.contains(word), "\(command): \(result.errors)", sourceLocation: sourceLocation)
      }
      #expect(try files() == before, "\(command)", sourceLocation: sourceLocation)
    }

    private func files() throws -> [String] {
      let all = FileManager.default.enumerator(atPath: place.folder)?.compactMap { $0 as? String } ?? []
      return all.filter { !$0.hasPrefix("tmp") }.sorted()
    }

    @Test func aMissingStoreIsNotMade() async throws {
      for command in Self.commands {
        try await expectNone(
          command, place.file("store/typo.db"),
          ["there is no store at \(place.file("store/typo.db")): check --store", "'sendboard send'"])
      }
    }

    @Test func aMissingFolderIsASlipForEveryCommand() async throws {
      let people = try place.writeAudience(2)
      let send = try place.sendArguments(people)
      let events = try place.write(RecordedEvents.stream(), to: "events.json")
      let store = place.file("no/such/folder/board.db")
      let makers = [
        send, ["ingest", events], ["run", "--create", "--drain"], ["run", "--create"],
      ]
      for command in Self.commands + makers {
        try await expectNone(command, store, [store, "there is no folder \(place.file("no/such/folder"))", "--store"])
      }
      for command in [["campaigns"], send] {
        try await expectNone(command, people + "/board.db", ["\(people) is a file and no folder", "--store"])
      }
    }

    @Test func aBackupIsNotRestoredIntoAFolderThatIsNotThere() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(2)))
      _ = try await place.json(["backup", place.file("copy.db")])
      try await expectNone(
        ["backup", "--restore", "--yes", place.file("copy.db")], place.file("gone/board.db"),
        ["there is no folder \(place.file("gone"))"])
    }

    @Test func anEmptyFileIsNoStore() async throws {
      try place.write("", to: "store/empty.db")
      for command in Self.commands {
        try await expectNone(
          command, place.file("store/empty.db"), ["\(place.file("store/empty.db")) is an empty file and no store"])
      }
    }

    /// A new one in its place would know of nobody who was sent to.
    @Test(arguments: [["", "-wal", "-shm"], ["", "-shm"], ["", "-wal", "-shm", "-claims"]])
    func aStoreThatIsGoneIsNotBegunAnew(removed: [String]) async throws {
      let send = try place.sendArguments(place.writeAudience(20))
      _ = try await place.json(send)
      let drain = ["run", "--drain", "--simulator-time-scale", "0", "--simulator-ledger", place.ledger]
      #expect(try await place.run(drain).status == 0)
      // A process that was killed left its log.
      _ = try place.write("left", to: "store/board.db-wal")
      for ending in removed { try? FileManager.default.removeItem(atPath: place.store + ending) }
      for command in [send, drain + ["--create"], ["campaigns"]] {
        let end = try await place.run(command)
        #expect(end.status == 1, "\(command): \(end)")
        #expect(
          end.errors.contains("\(place.store) is missing") && end.errors.contains("there was one"), "\(end.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: place.store))
      #expect(try Ledger(path: place.ledger).addresses.count == 20)
    }

    /// As a process leaves it that is killed between making the file and writing to it.
    @Test func aStoreThatWasBegunIsMadeWhole() async throws {
      try place.write("", to: "store/board.db")
      try place.write("", to: "store/board.db-lock")
      for command in Self.commands {
        try await expectNone(command, place.store, ["there is no store at \(place.store) yet", "make it whole"])
      }
      #expect(try await place.run(place.sendArguments(place.writeAudience(3))).status == 0)
      #expect(try await place.json(["campaigns"]).count == 1)
    }

    @Test func theUsualStoreIsMadeWithItsFolder() async throws {
      let usual = ["SENDBOARD_STORE": "", "XDG_STATE_HOME": place.file("state/deep")]
      let sent = try await place.run(place.sendArguments(place.writeAudience(3)), environment: usual)
      #expect(sent.status == 0, "\(sent.errors)")
      #expect(FileManager.default.fileExists(atPath: place.file("state/deep/sendboard/sendboard.db")))
      #expect(try await place.json(["campaigns"], environment: usual).count == 1)
      let nothing = try await place.run(
        ["campaigns"], environment: ["SENDBOARD_STORE": "", "XDG_STATE_HOME": place.file("other")])
      #expect(nothing.status == 1 && nothing.errors.contains("there is no store at"), "\(nothing.errors)")
    }

    @Test func theDashboardAsksBeforeItBeginsAnotherStore() async throws {
      let terminal = try await TerminalSession(place, width: 200)
      _ = try await terminal.launch(["dashboard", "--store", place.file("store/typo.db")])
      try await terminal.wait(for: "begin with an empty one?")
      try await terminal.send("Enter")
      #expect(try await terminal.ending().status == 1)
      #expect(!FileManager.default.fileExists(atPath: place.file("store/typo.db")))
    }
  }
}
