import AWS
import Emulator
import Foundation
import Testing

extension CloudEndToEnd {
  /// The event queue's own dead letters, as an operator meets them.
  @Suite struct EventLetterCommandTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func doctorTellsAndDeadlettersListsAndRedrives() async throws {
      let cloud = try await Emulator()
      let config = try place.write("aws:\n  region: us-east-1\n", to: "c.yaml")
      let global = ["--config", config]
      let made = try await place.run(["provision", "--yes"] + global, environment: cloud.environment)
      #expect(made.status == 0, "\(made)")
      let dead = try await cloud.sqs.getQueueURL("sendboard-events-dlq")
      _ = try await cloud.sqs.sendMessageBatch(dead, [SQSEntry(body: #"{"eventType":"Send"}"#), SQSEntry(body: "?")])

      let findings = try await place.run(["doctor", "--json"] + global, environment: cloud.environment)
      let told = try findings.json().first { $0["check"] as? String == "event dead letters" }
      #expect(told?["result"] as? String == "warn", "\(String(describing: told))")

      // A store that is there.
      _ = try await place.run(["ingest", "-"] + global, environment: cloud.environment, input: "{}")
      let listed = try await place.json(["deadletters"] + global, environment: cloud.environment)
      #expect(listed.count == 2)
      #expect(listed.allSatisfy { ($0["error"] as? String)?.hasPrefix("an event that was received too often") == true })
      let id = try #require(listed.first?["id"] as? String)
      let one = try await place.run(["deadletters", "redrive", id] + global, environment: cloud.environment)
      #expect(one.status == 0, "\(one)")
      let all = try await place.run(["deadletters", "redrive", "--all"] + global, environment: cloud.environment)
      #expect(all.status == 0, "\(all)")
      #expect(try await place.json(["deadletters"] + global, environment: cloud.environment).isEmpty)
      let events = try await cloud.sqs.getQueueURL("sendboard-events")
      let count = try await cloud.sqs.getQueueAttributes(events, ["ApproximateNumberOfMessages"])
      #expect(count["ApproximateNumberOfMessages"] == "2")
    }
  }
}
