import Model
import Ports
import RegisterConformance
import Testing

@testable import EventStore

/// A store in a file of its own as a register, under a clock of its own.
private final class StoreHarness: RegisterHarness, @unchecked Sendable {
  // One case runs on one harness, step by step; only opening and claiming happen at once.
  private let fixture: StoreFixture

  init() throws { fixture = try StoreFixture() }

  var now: Timestamp { fixture.now }

  func advance(by span: Duration) async throws { fixture.now = fixture.now + span }

  func open() async throws -> any ClaimRegister { try fixture.another() }

  func launch(
    _ recipients: Int, batchSize: Int, by channel: Channel
  ) async throws -> (campaign: CampaignID, batches: [BatchID]) {
    let id = try await fixture.launch(recipients, batchSize: batchSize, by: channel)
    return (id, try await fixture.queueAll().map(\.batch))
  }

  func status(of message: MessageID) async throws -> MessageStatus {
    try #require(try await fixture.store.message(message)).status
  }

  func pause(_ campaign: CampaignID) async throws {
    _ = try await fixture.store.pause(campaign, operator: "tester", now: now)
  }

  func resume(_ campaign: CampaignID) async throws {
    _ = try await fixture.store.resume(campaign, operator: "tester", now: now)
    _ = try await fixture.queueAll()
  }

  func cancel(_ campaign: CampaignID) async throws {
    _ = try await fixture.store.cancel(campaign, operator: "tester", now: now)
  }
}

@Suite struct StoreRegisterTests {
  @Test(arguments: RegisterConformance.all) func conforms(_ conformance: RegisterConformance) async throws {
    try await conformance.run(StoreHarness())
  }
}
