import EventStore
import Foundation
import Testing

extension GuaranteesEndToEnd {
  /// A store, its record of claims, its queues and a configuration, as the version before the modules were taken apart left
  /// them: one campaign finished, one paused with its six tickets on the queue, two documents in quarantine.
  @Suite struct FormerVersionTests {
    let place: Workplace

    init() throws {
      place = try Workplace()
      let former = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Former").path
      let names = [
        "store.db": "board.db", "store.db-claims": "board.db-claims", "store-queues.db": "board-queues.db",
        "config.yaml": "config.yaml",
      ]
      for (name, new) in names {
        try FileManager.default.copyItem(atPath: "\(former)/\(name)", toPath: place.file("store/\(new)"))
      }
    }

    @Test func opensAndGoesOnWhereItWas() async throws {
      let config = ["--config", place.file("store/config.yaml")]
      let campaigns = try await place.json(["campaigns"] + config)
      #expect(campaigns.map { $0["name"] as? String } == ["Second", "First"])
      #expect(
        campaigns.last?["counts"] as? [String: Int]
          == ["delivered": 23, "opened": 16, "clicked": 2, "hardBounced": 1, "complained": 1])
      #expect(try await place.json(["quarantine"] + config).count == 2)
      let batches = try await place.json(["batches", "First"] + config)
      #expect(!batches.isEmpty && batches.allSatisfy { $0["state"] as? String == "done" && $0["receives"] is NSNull })
      #expect(try await place.openStore().replay() == [])
      #expect(try await place.openStore().regression() == nil, "its record of claims is taken over")

      #expect(try await place.run(["resume", "Second", "--yes", "60"] + config).status == 0)
      let run = try await place.run(["run", "--drain", "--simulator-ledger", place.ledger] + config)
      #expect(run.status == 0, "\(run.errors)")
      let sent = try Ledger(path: place.ledger).messages
      #expect(sent.count == 60)
      let second = try await place.json(["campaigns"] + config).first
      #expect(second?["state"] as? String == "finished")
      #expect((second?["counts"] as? [String: Int])?["queued"] == nil)
      // Nobody of the first is sent to again, whatever is asked of the queue.
      #expect(try await place.run(["run", "--drain", "--simulator-ledger", place.ledger] + config).status == 0)
      #expect(try Ledger(path: place.ledger).messages.count == 60)
      #expect(try await place.openStore().replay() == [])
    }
  }
}
