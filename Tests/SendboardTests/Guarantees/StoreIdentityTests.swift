import EventStore
import Foundation
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// Which store it is, and which state of it: nobody gets a second copy because a file was put in another's place.
  @Suite struct StoreIdentityTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// The adversary's find: a copy from before the sending was put back, and `run --drain` mailed 499 of 499 again.
    @Test func aCopyFromBeforeTheSendingSendsNobodyAgain() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(499)))
      let copy = place.file("copy.db")
      let backup = try await place.json(["backup", copy]).first
      #expect(backup?["campaigns"] as? Int == 1 && backup?["messages"] as? Int == 499)
      #expect(try await place.json(["backup", "--check", copy]).first?["messages"] as? Int == 499)
      #expect(try await place.run(place.drain).status == 0)
      let sent = try Ledger(path: place.ledger).messages.count
      #expect(sent > 450)

      for suffix in ["-wal", "-shm", ""] { unlink(place.store + suffix) }
      try FileManager.default.copyItem(atPath: copy, toPath: place.store)
      let again = try await place.run(place.drain)
      #expect(again.errors.contains("put back to an earlier state"), "\(again.errors)")
      #expect(try Ledger(path: place.ledger).messages.count == sent)
      let counts = try await place.json(["campaigns"]).first?["counts"] as? [String: Int]
      #expect(counts == ["uncertain": 499])
      #expect(
        try await place.json(["history"]).contains {
          $0["action"] as? String == "restore" && $0["count"] as? Int == 499
        })
      #expect(try await place.openStore().replay() == [])
    }

    private func copyFolder(from: String, to: String) throws {
      try? FileManager.default.removeItem(atPath: to)
      try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    /// Two copies of one store ran at once, and 298 of 499 got two copies.
    @Test func twoCopiesAtOnceSendNobodyTwice() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(200)))
      try copyFolder(from: place.file("store"), to: place.file("two"))
      let slow = place.drain + ["--simulator-latency", "0.02"]
      let other = place.file("two/" + URL(fileURLWithPath: place.store).lastPathComponent)
      let both = try [place.start(slow), place.start(slow + ["--store", other])]
      let ends = try await [both[0].wait(), both[1].wait()]
      #expect(ends.map(\.status).contains { $0 != 0 }, "\(ends.map(\.errors))")
      #expect(ends.contains { $0.errors.contains("a copy of ") }, "\(ends.map(\.errors))")
      #expect(!Ledger.isEmpty(place.ledger))
      try Ledger(path: place.ledger).expectNobodyTwice()
    }

    /// The folder was put back as a whole on a host whose note of it is gone: about 210 of 400 got a second copy.
    @Test func aWholeFolderThatIsPutBackIsKnownWithoutTheHostsNote() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(200)))
      try copyFolder(from: place.file("store"), to: place.file("kept"))
      let first = try await place.run(place.drain, environment: ["XDG_CACHE_HOME": place.file("one")])
      #expect(first.status == 0)
      let sent = try Ledger(path: place.ledger).messages.count
      try copyFolder(from: place.file("kept"), to: place.file("store"))
      let second = try await place.run(place.drain, environment: ["XDG_CACHE_HOME": place.file("another")])
      #expect(second.status == 2)
      #expect(second.errors.contains("200 messages may have been sent since then"), "\(second.errors)")
      #expect(try Ledger(path: place.ledger).messages.count == sent)
    }

    /// Only the host's note knew that anything was sent, and the same campaign went out again.
    @Test func aWholeFolderThatIsPutBackRemembersWhatWasLaunched() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1, to: "one.csv", prefix: "one"), name: "One"))
      #expect(try await place.run(place.drain).status == 0)
      try copyFolder(from: place.file("store"), to: place.file("kept"))
      let arguments = try place.sendArguments(place.writeAudience(120))
      _ = try await place.json(arguments)
      #expect(try await place.run(place.drain).status == 0)
      let sent = try Ledger(path: place.ledger).messages.count
      try copyFolder(from: place.file("kept"), to: place.file("store"))
      let refused = try await place.run(arguments)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("1 campaign sent since then is not in it (2; at most 120 messages)"))
      #expect(refused.errors.contains("--again"), "\(refused.errors)")
      #expect(!refused.errors.contains(" 0 messages"), "\(refused.errors)")
      #expect(try await place.json(["campaigns"]).first?["name"] as? String == "(May, forgotten)")
      _ = try await place.run(place.drain)
      #expect(try Ledger(path: place.ledger).messages.count == sent)
    }

    /// A store of no bytes beside what is left of it was silently a new one.
    @Test func anEmptiedStoreIsNoNewOne() async throws {
      let arguments = try place.sendArguments(place.writeAudience(3))
      _ = try await place.json(arguments)
      try Data().write(to: URL(fileURLWithPath: place.store))
      for command in [
        arguments, place.drain, place.drain + ["--create"], ["campaigns"], ["messages"], ["doctor"], ["resume", "1"],
      ] {
        let end = try await place.run(command)
        #expect(end.status != 0)
        let words = end.errors + end.output
        #expect(words.contains("is an empty file") && words.contains("backup --restore"), "\(command): \(words)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)).isEmpty)
    }

    /// A copy of the newest state is nothing out of order.
    @Test func aCopyOfTheOneFileIsNoEarlierState() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      #expect(try await place.run(place.drain).status == 0)
      let copy = place.file("copied.db")
      try FileManager.default.copyItem(atPath: place.store, toPath: copy)
      let end = try await place.run(place.drain + ["--store", copy])
      #expect(end.status == 0)
      #expect(!end.errors.contains("error") && !end.errors.contains("earlier state"), "\(end.errors)")
      #expect(!end.errors.contains("0 messages may"), "\(end.errors)")
    }

    /// Once a process has ended in order, the one file is the whole store.
    @Test func copyingTheFileIsABackup() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(30)))
      let copy = place.file("copied.db")
      try FileManager.default.copyItem(atPath: place.store, toPath: copy)
      #expect(try await place.json(["campaigns", "--store", copy]).first?["recipients"] as? Int == 30)
    }

    @Test(arguments: [true, false]) func aStoreThatGoesStopsWhoWorksOnIt(replaced: Bool) async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(2)))
      let copy = place.file("copy.db")
      _ = try await place.json(["backup", copy])
      let worker = try place.start(["run", "--simulator-ledger", place.ledger])
      try await eventually("it works") { () -> Void? in Ledger.isEmpty(place.ledger) ? nil : () }
      unlink(place.store)
      if replaced { try FileManager.default.copyItem(atPath: copy, toPath: place.store) }
      let gone = ContinuousClock.now
      let end = try await worker.wait()
      #expect(end.status == 1)
      #expect(ContinuousClock.now - gone < .seconds(5))
      #expect(end.errors.contains(replaced ? "replaced by another file" : "was removed"), "\(end.errors)")
    }

    @Test func aSendThatWasKilledIsContinuedAndTheSameLaterIsAskedFor() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1, to: "one.csv", prefix: "one"), name: "One"))
      let arguments = try place.sendArguments(place.writeAudience(60_000))
      let killed = try place.start(arguments)
      // It is in the store now, and 1,200 batches have yet to go to the queue before anybody is told.
      let store = try await place.openStore()
      try await eventually("the campaign", within: .seconds(60), every: .milliseconds(2)) {
        try await (store.campaignCount() == 2)
      }
      killed.signal(SIGKILL)
      _ = try await killed.wait()
      let first = try await place.json(arguments).first
      #expect(first?["campaign"] as? String == "2")
      #expect(first?["continued"] as? Bool == true)
      #expect(try await place.json(["campaigns"]).count == 2)
      #expect(
        try await place.json(["campaigns"]).first?["batches"] as? [String: Int] == [
          "pending": 0, "queued": 1200, "done": 0, "dead": 0,
        ])

      let refused = try await place.run(arguments)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("campaign 2 (May)") && refused.errors.contains("--again"), "\(refused.errors)")
      let again = try await place.json(arguments + ["--again"]).first
      #expect(again?["campaign"] as? String == "3")
      #expect(again?["copyOf"] as? String == "2")
      let history = try await place.json(["history"]).compactMap { $0["result"] as? String }
      #expect(history == ["launched", "launched", "launched again: a copy of campaign 2"])
    }

    /// `x` and `x.db` had one queue file.
    @Test func storesOfAlmostTheSameNameShareNothing() async throws {
      let (plain, dotted) = (place.file("store/x"), place.file("store/x.db"))
      for store in [plain, dotted] {
        _ = try await place.json(place.sendArguments(place.writeAudience(3)) + ["--store", store])
      }
      for store in [plain, dotted] {
        let end = try await place.run(place.drain + ["--store", store])
        #expect(end.status == 0, "\(end.errors)")
        #expect(end.errors.contains("3 messages handed over"), "\(end.errors)")
        #expect(!end.errors.contains("no batch of this store"), "\(end.errors)")
      }
      #expect(try Ledger(path: place.ledger).messages.count == 6)
    }

    @Test func filesAreTheirOwnersAlone() async throws {
      let script = """
        umask 0
        export XDG_STATE_HOME="$PWD/open" SENDBOARD_STORE=
        "$0" send --name May --recipients a.csv --from n@example.com --subject s --text t.txt
        "$0" run --drain --simulator-ledger open/sendboard/ledger.ndjson
        """
      try place.write("email\na@example.com\n", to: "a.csv")
      try place.write("hi\n", to: "t.txt")
      let result = try await place.startTool("/bin/sh", ["-c", script, Program.binary()]).wait()
      #expect(result.status == 0, "\(result.errors)")
      let folder = place.file("open/sendboard")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(
        names.contains("ledger.ndjson") && names.contains("sendboard.db") && names.contains("sendboard-queues.db"))
      for name in names { #expect(mode(folder + "/" + name) == 0o600, "\(name)") }
      #expect(mode(folder) == 0o700)
    }

    private func mode(_ path: String) -> mode_t {
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
  }
}
