import Foundation
import Testing

extension EndToEnd {
  /// `ingest` and what it lets an operator read.
  @Suite struct IngestTests {
    private let place: Workplace
    private static let fields: [String: Field] = [
      "read": .integer, "stored": .integer, "duplicates": .integer, "quarantined": .integer, "ignored": .integer,
    ]

    init() throws { place = try Workplace() }

    @Test func everyEnvelopeIsReadOnceFromAPipeAndAgainFromAFile() async throws {
      let piped = try await place.run(["ingest", "-", "--json"], input: RecordedEvents.stream())
      #expect(piped.status == 0)
      let first = try piped.json().first
      Field.expect(first, Self.fields)
      #expect(first as? [String: Int] == ["read": 5, "stored": 5, "duplicates": 0, "quarantined": 0, "ignored": 1])
      let file = try place.write(RecordedEvents.stream(), to: "events.json")
      let again = try await place.json(["ingest", file, file]).first
      #expect(again as? [String: Int] == ["read": 10, "stored": 0, "duplicates": 10, "quarantined": 0, "ignored": 2])
      let statuses = try await place.json(["messages"]).map { "\($0["address"] ?? "") \($0["status"] ?? "")" }
      #expect(
        Set(statuses) == ["kim@example.com hardBounced", "lee@example.com accepted", "park@example.com opened"])
      #expect(try await place.json(["messages"]).allSatisfy { $0["campaign"] is NSNull })
      #expect(try place.openStore().replay() == [])
    }

    @Test func anAddressAnswersWhyTheMailDidNotArrive() async throws {
      _ = try await place.run(["ingest", "-"], input: RecordedEvents.stream())
      let timeline = try await place.json(["timeline", "kim@EXAMPLE.com"])
      #expect(timeline.map { $0["type"] as? String } == ["Send", "Bounce"])
      for event in timeline {
        Field.expect(
          event,
          ["message": .string, "at": .time, "type": .string, "source": .string, "status": .text, "reason": .text])
      }
      #expect(timeline.last?["reason"] as? String == "smtp; 550 5.1.1 user unknown")
      #expect(timeline.last?["at"] as? String == "2026-11-20T10:00:05.000Z")
      let message = try await place.json(["messages", "--kind", "hard"]).first
      Field.expect(
        message?["classification"] as? [String: Any],
        [
          "kind": .string, "cause": .string, "subtype": .text, "smtpStatus": .text, "reason": .text, "advice": .string,
          "resendable": .flag,
        ])
      let failure = try await place.json(["failures"]).first
      Field.expect(
        failure,
        [
          "kind": .string, "cause": .string, "subtype": .text, "smtpStatus": .text, "count": .integer,
          "resendable": .flag, "advice": .string,
        ])
      #expect(failure?["count"] as? Int == 1)
      let table = try await place.run(["timeline", "kim@example.com"])
      #expect(table.output.contains("550 5.1.1 user unknown"))
      #expect(table.output.contains("sent by another program"))
    }

    @Test func whatCannotBeUnderstoodIsKeptWhole() async throws {
      let bodies = [#"{"hello":"세계"}"#, #"{"eventType":"Bounce","mail":{}}"#]
      let input = bodies.joined(separator: "\n") + "\n"
      for quarantined in [2, 0] {
        let result = try await place.run(["ingest", "-", "--json"], input: input)
        #expect(result.status == 0)
        #expect(try result.json().first?["quarantined"] as? Int == quarantined)
      }
      let entries = try await place.json(["quarantine"])
      #expect(entries.map { $0["body"] as? String } == bodies)
      for entry in entries { Field.expect(entry, ["id": .string, "at": .time, "error": .string, "body": .string]) }
    }

    /// A store that is not there is a mistake: an empty answer would be taken for the truth.
    @Test func aMissingStoreIsAnErrorAndNobodyMakesOne() async throws {
      let commands = [
        ["campaigns"], ["messages"], ["failures"], ["deadletters"], ["quarantine"], ["history"],
        ["timeline", "a@b.example"],
        ["pause", "1"], ["resume", "1"], ["cancel", "1"], ["resend", "1"], ["settle", "1", "--assume-sent"],
        ["backup", place.file("copy.db")],
      ]
      for command in commands {
        let result = try await place.run(command + ["--json"])
        #expect(result.status == 1, "\(command)")
        #expect(result.output == "", "\(command)")
        #expect(result.errorLines.count == 1 && result.errors.contains("there is no store at"), "\(result.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: place.file("store")) == [])
    }
  }
}
