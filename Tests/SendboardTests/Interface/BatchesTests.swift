import Foundation
import Testing

extension InterfaceEndToEnd {
  /// `sendboard batches`: one line a batch, by state, by pages.
  @Suite struct BatchesTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func batchesAreListedByStateWithWhatIsKnown() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(95), name: "May") + ["--batch-size", "10"])
      let queued = try await place.json(["batches", "May", "--json"])
      #expect(queued.count == 10)
      for batch in queued {
        Field.expect(
          batch, ["id": .string, "campaign": .string, "state": .string, "recipients": .integer, "since": .time])
        #expect(batch["receives"] is NSNull && batch["error"] is NSNull, "nobody knows yet")
      }
      #expect(queued.map { $0["state"] as? String } == [String](repeating: "queued", count: 10))
      #expect(queued.last?["recipients"] as? Int == 5)
      #expect(try await place.json(["batches", "May", "--state", "done", "--state", "dead"]).isEmpty)
      let drain = try await place.run(place.drain)
      #expect(drain.status == 0, "\(drain.errors)")
      let done = try await place.json(["batches", "1", "--state", "done", "--limit", "4"])
      #expect(done.map { $0["id"] as? String } == ["1", "2", "3", "4"])
      #expect(done.allSatisfy { $0["receives"] as? Int == 1 })
      let table = try await place.run(["batches", "May", "--limit", "2"])
      #expect(table.output.hasPrefix("BATCH  STATE  RECIPIENTS  RECEIVES  SINCE"), "\(table.output)")
      #expect(table.output.split(separator: "\n").count == 3)
    }

    @Test func whatIsNotThereOrMakesNoSenseIsRefused() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(5), name: "May"))
      let unknown = try await place.run(["batches", "June"])
      #expect(unknown.status == 1 && unknown.errors.contains("there is no campaign 'June'"), "\(unknown.errors)")
      #expect(try await place.run(["batches", "May", "--state", "lost"]).status == 64)
      #expect(try await place.run(["batches", "May", "--limit", "0"]).status == 64)
      #expect(try await place.run(["batches"]).status == 64)
      let none = try await place.run(["batches", "May", "--state", "dead"])
      #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("no batches match"))
      #expect(try await place.run(["batches", "--help"]).output.contains("sendboard batches May --state dead"))
    }
  }
}
