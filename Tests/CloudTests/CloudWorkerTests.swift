import AWS
import Cloud
import Emulator
import HTTPFixture
import Model
import Ports
import Services
import Testing
import TestSupport

/// The worker on queues that count real seconds.
@Suite struct CloudWorkerTests {
  @Test func aCallThatTakesLongKeepsItsBatchFromOthers() async throws {
    let fixture = try await CloudFixture(visibility: 2)
    let id = try await fixture.launch(50)
    fixture.relay.setRule { _, _ in .delay(.seconds(6)) }
    // Ten lanes, of which nine have nothing to do but to receive.
    try await fixture.run(fixture.worker()) {
      try await fixture.run(fixture.worker()) {
        try await eventually("the call is under way") { fixture.relay.calls == 1 }
        // Ends when the emulator has the answer; three timeouts pass until the worker has it.
        for _ in 0..<5 {
          try await Task.sleep(for: .seconds(1))
          #expect(try await fixture.sendQueue.depths() == QueueDepths(visible: 0, inFlight: 1, delayed: 0))
        }
        try await eventually("the campaign is sent") { try await fixture.summary(id).state == .finished }
      }
    }
    #expect(fixture.relay.calls == 1)
    #expect(try await fixture.summary(id).counts == [.accepted: 50])
  }

  @Test func whatSESThrottlesGoesOutLaterAndNobodyTwice() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(250)
    fixture.relay.setRule { call, addresses in
      guard call <= 3 else { return .pass }
      let result = #"{"Status":"ACCOUNT_THROTTLED","Error":"Maximum sending rate exceeded."}"#
      return .answer(
        .ok(#"{"BulkEmailEntryResults":[\#(addresses.map { _ in result }.joined(separator: ","))]}"#))
    }
    try await fixture.run(fixture.worker()) {
      try await eventually("the campaign is sent") { try await fixture.summary(id).state == .finished }
    }
    #expect(try await fixture.summary(id).counts == [.accepted: 250])
    #expect(Set(fixture.relay.mails.map(\.address)).count == 250)
    #expect(fixture.relay.mails.count == 250)
  }

  /// SES finds fault with every call: it is nobody's own, and the campaign waits until it is mended.
  @Test func aFaultThatAllShareCostsNobodyTheMail() async throws {
    let fixture = try await CloudFixture()
    let id = try await fixture.launch(1000)
    fixture.relay.setRule { _, _ in
      .answer(
        .response(
          400, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "BadRequestException")],
          #"{"message":"no such thing"}"#))
    }
    try await fixture.run(fixture.worker()) {
      try await eventually("it is paused") { try await fixture.summary(id).state == .paused }
      try await eventually("its batches are off the queue") { try await fixture.sendQueue.depths().total == 0 }
      // Five lanes: a call of fifty, and three alone.
      #expect(fixture.relay.calls <= 20)
      #expect(try await fixture.summary(id).note?.contains("BadRequestException: no such thing") == true)
      #expect(try await fixture.store.failures(id).allSatisfy { $0.classification.isResendable })

      fixture.relay.setRule { _, _ in .pass }
      _ = try await fixture.store.resume(id, operator: "tester", now: WallClock.system.now())
      try await Outbox(store: fixture.store, queue: fixture.sendQueue, clock: .system, logger: fixture.logger).drain(id)
      try await eventually("the campaign is sent") { try await fixture.summary(id).state == .finished }
    }
    #expect(fixture.relay.mails.count == 1000)
    #expect(Set(fixture.relay.mails.map(\.address)).count == 1000)
  }

  @Test func aQueueThatTakesNoneOfItsEntriesEndsTheLaunchWithItsWords() async throws {
    let fixture = try await CloudFixture()
    let server = try HTTPFixture { _ in
      .ok(#"{"Failed":[{"Id":"0","Code":"InternalError","Message":"not now","SenderFault":false}]}"#)
    }
    defer { server.close() }
    let client = SQSClient(
      .plain(try HastyTransport(.seconds(5))), endpoint: ServiceEndpoint(url: server.url, region: "us-east-1"))
    let broken = SQSQueue(name: "send", url: server.url + "/1/send", client: client)
    await #expect(throws: QueueError(.unavailable, queue: "send", context: "InternalError: not now")) {
      _ = try await fixture.launch(50, over: broken)
    }
    #expect(server.requests.count == 1)
    // The batch is pending: whoever comes next puts it on a queue that works.
    let id = try #require(try await fixture.store.campaigns().first).id
    try await Outbox(store: fixture.store, queue: fixture.sendQueue, clock: .system, logger: fixture.logger).drain(id)
    #expect(try await fixture.sendQueue.depths().visible == 1)
  }
}
