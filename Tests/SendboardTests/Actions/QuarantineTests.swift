import Foundation
import Testing

extension ActionsEndToEnd {
  /// What an operator does with input that could not be understood.
  @Suite struct QuarantineTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    private func fill() async throws {
      for name in ["one", "two"] {
        _ = try await place.run(["ingest", try place.write("{\"\(name)\":", to: name)])
      }
    }

    @Test func isExportedTriedAgainAndDropped() async throws {
      try await fill()
      let entries = try await place.json(["quarantine"])
      #expect(entries.count == 2)
      let id = try #require(entries.last?["id"] as? String)
      let body = try #require(entries.last?["body"] as? String)
      #expect(try await place.run(["quarantine", "export", id]).output == body, "byte for byte")
      #expect(try await place.json(["quarantine", "export", id]).map { $0["body"] as? String } == [body])
      let retry = try await place.json(["quarantine", "retry", "--all"]).first
      #expect(retry as? [String: Int] == ["stored": 0, "kept": 2])
      #expect(try await place.run(["quarantine", "drop", "--all"]).status == 1, "nobody was there to ask")
      #expect(try await place.run(["quarantine", "drop", "--all", "--yes", "1"]).status == 1, "more than was allowed")
      #expect(try await place.run(["quarantine", "drop", id, "4711"]).status == 1, "one of them is not there")
      #expect(try await place.json(["quarantine"]).count == 2, "and nothing was changed")
      #expect(try await place.json(["quarantine", "drop", id]).first as? [String: Int] == ["dropped": 1])
      #expect(
        try await place.json(["quarantine", "drop", "--all", "--yes", "1"]).first as? [String: Int] == ["dropped": 1])
      #expect(try await place.json(["history"]).map { $0["action"] as? String } == ["drop", "drop"])
    }
  }
}
