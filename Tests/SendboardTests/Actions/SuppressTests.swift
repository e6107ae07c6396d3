import EventStore
import Foundation
import Testing
import TestSupport

extension ActionsEndToEnd {
  /// The suppression list from the command line, and a drain that leaves alone who is on it.
  @Suite struct SuppressTests {
    private let place: Workplace
    private var drain: [String] {
      place.drain + ["--simulator-failures", "0"]
    }

    init() throws { place = try Workplace() }

    /// The addresses that the simulator took, in its order.
    private func sent() throws -> [String] { try Ledger(path: place.ledger).addresses }

    private func status(_ arguments: [String], _ words: String) async throws {
      let end = try await place.run(arguments)
      #expect(end.status != 0 && end.errors.contains(words), "\(arguments): \(end)")
    }

    @Test func nobodyOnTheListIsSentTo() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(20)))
      let all = try await place.json(["messages", "--limit", "20"]).compactMap { $0["address"] as? String }
      #expect(all.count == 20)
      // After the launch, and before the claim; in other letters' case.
      let added = try await place.json(["suppress", "add", all[3].uppercased(), all[7], "--note", "asked by phone"])
      #expect(added.first as? [String: Int] == ["added": 2, "new": 2])
      try place.write("name,e-mail\nkim,\(all[9])\nno,nothing\n", to: "gone.csv")
      let imported = try await place.json([
        "suppress", "import", place.file("gone.csv"), "--cause", "unsubscribed", "--until", "2099-01-01",
      ])
      #expect(imported.first as? [String: Int] == ["added": 1, "new": 1, "invalid": 1])
      let list = try await place.json(["suppress"])
      #expect(list.count == 3)
      #expect(list.first { $0["address"] as? String == all[9] }?["cause"] as? String == "unsubscribed")
      #expect(list.first { $0["address"] as? String == all[9] }?["until"] as? String == "2099-01-01T00:00:00.000Z")
      #expect(try await place.run(drain).status == 0)
      let accepted = Set(try sent())
      #expect(accepted == Set(all).subtracting([all[3], all[7], all[9]]))
      #expect(try await place.json(["messages", "--status", "suppressed"]).count == 3)
      let timeline = try await place.run(["timeline", all[7]])
      #expect(timeline.output.contains("suppression list"), "\(timeline.output)")
      // One of them all the same, by an explicit word, and no more than one.
      let refused = try await place.run(["resend", "--address", all[3], "--suppressed", "--yes", "1"])
      #expect(refused.status != 0 && refused.errors.contains("one message at a time"), "\(refused.errors)")
      let id = try #require(
        try await place.json(["messages", "--status", "suppressed"]).first { $0["address"] as? String == all[3] })["id"]
      let number = "\(id ?? "")"
      let left = try await place.json(["resend", "--message", number, "--yes", "1"])
      #expect(left.first?["resent"] as? Int == 0)
      let resent = try await place.json(["resend", "--message", number, "--suppressed", "--yes", "1"])
      #expect(resent.first?["resent"] as? Int == 1)
      #expect(try await place.run(drain).status == 0)
      #expect(try Set(sent()) == accepted.union([all[3]]))
      // The next send says so before.
      let again = try await place.run(place.sendArguments(place.writeAudience(20), name: "June"))
      #expect(again.errors.contains("3 recipients on the suppression list"), "\(again.errors)")
      // Who is taken off gets the next one.
      let removed = try await place.json(["suppress", "remove", all[7]])
      #expect(removed.first as? [String: Int] == ["removed": 1])
      #expect(try await place.run(drain).status == 0)
      let counts = Dictionary(grouping: try sent(), by: \.self).mapValues(\.count)
      #expect(counts[all[7]] == 1 && counts[all[3]] == 1 && counts[all[0]] == 2)
      let history = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(history.filter { $0 == "suppress" }.count == 2 && history.contains("unsuppress"))
      #expect(try await place.openStore().replay() == [])
    }

    @Test func whatIsWrongIsSaidAndChangesNothing() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(2)))
      try await status(["suppress", "add", "nobody"], "'nobody': the address has no @")
      try await status(["suppress", "add", "a@b.example", "--cause", "odd"], "--cause 'odd' is none of")
      try await status(["suppress", "add", "a@b.example", "--until", "soon"], "--until 'soon' is no time")
      try await status(["suppress", "add", "a@b.example", "--until", "2020-01-01"], "is over")
      try await status(["suppress", "remove", "a@b.example"], "is not on the list")
      try await status(["suppress", "import", place.file("missing.csv")], "missing.csv")
      try place.write("email\na@b.example\nc@d.example\n", to: "two.csv")
      try await status(["suppress", "import", place.file("two.csv")], "nobody is there to ask")
      #expect(try await place.json(["suppress"]).isEmpty)
    }

    /// By the rule; not where the configuration says otherwise.
    @Test(arguments: [true, false]) func whoBouncedForGoodIsOnIt(rule: Bool) async throws {
      try place.write("suppression:\n  hardBounces: \(rule)\n", to: "rules.yaml")
      let configuration = ["--config", place.file("rules.yaml")]
      _ = try await place.json(place.sendArguments(place.writeAudience(400)))
      #expect(try await place.run(drain + configuration).status == 0)
      let bounced = Set(
        try await place.json(["messages", "--status", "hardBounced", "--limit", "400"]).compactMap {
          $0["address"] as? String
        })
      #expect(!bounced.isEmpty)
      let listed = Set(
        try await place.json(["suppress"]).filter { $0["cause"] as? String == "hardBounce" }.compactMap {
          $0["address"] as? String
        })
      #expect(listed == (rule ? bounced : []))
    }
  }
}
