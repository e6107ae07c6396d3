import Model
import Emulator
import Foundation
import HTTPFixture
import Synchronization
import Testing
import TestSupport

extension CloudEndToEnd {
  /// Told to stop while AWS does not answer.
  @Suite struct StopTests {
    /// The client alone would try each for two minutes.
    @Test(.timeLimit(.minutes(5))) func aStopEndsSoonWhateverHangs() async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for action in [
          "ReceiveMessage", "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch",
          "GetQueueAttributes", "/v2/email/account",
        ] {
          group.addTask { try await expectStop(whileHanging: action) }
        }
        try await group.waitForAll()
      }
    }

    private func expectStop(whileHanging action: String) async throws {
      let place = try Workplace()
      let cloud = try await Emulator.shared.value
      let relay = try Relay(cloud)
      defer { relay.close() }
      relay.setRule { _, _ in .delay(.milliseconds(300)) }
      let forwarder = try Forwarder(to: cloud)
      let hangs = Mutex(false)
      let server = try HTTPFixture { request in
        if hangs.withLock({ $0 }), request.operation ?? request.target == action { return .never }
        return .handedBack(forwarder.handOn(request))
      }
      defer { server.close() }
      let resources = try await CloudResources(cloud, visibility: 8)
      let settings = resources.environment(ses: relay.url).merging(["SENDBOARD_VISIBILITY_TIMEOUT": "8"]) { $1 }
      let audience = try place.writeAudience(1000, prefix: "s\(UUID().uuidString.prefix(8).lowercased())-")
      _ = try await place.json(place.sendArguments(audience, name: "News"), environment: settings)
      let worker = try place.start(
        ["run", "--concurrency", "2"], environment: settings.merging(["AWS_ENDPOINT_URL_SQS": server.url]) { $1 })
      try await eventually("it sends") { (relay.calls > 2) }
      hangs.withLock { $0 = true }
      let started = ContinuousClock.now
      worker.signal(SIGTERM)
      let end = try await worker.wait()
      let took = ContinuousClock.now - started
      print("StopTests: \(action) hangs, the stop took \(took)")
      #expect(end.status == 0, "\(action): \(end.errors)")
      #expect(took < .seconds(20), "\(action)")

      relay.setRule { _, _ in .pass }
      let rest = try await place.run(
        ["run", "--drain", "--only", "worker"], environment: settings, within: .seconds(120))
      #expect(rest.status == 0, "\(rest.errors)")
      let audit = try await CloudAudit(place, relay)
      try await audit.expectSound(recipients: 1000, in: cloud)
      #expect(audit.counts == [.accepted: 1000], "\(action)")
    }
  }
}
