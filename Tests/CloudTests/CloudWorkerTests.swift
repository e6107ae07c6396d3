import HTTP
import EventStore
import AWS
import Cloud
import Dispatch
import Emulator
import HTTPFixture
import Model
import Ports
import Services
import Synchronization
import Testing
import TestSupport

/// The worker on SQS and SES.
@Suite struct CloudWorkerTests {
  /// Passes everything on to a queue, and notes how it answers to changes of visibility.
  private final class NotingQueue: MessageQueue {
    struct Change: Equatable {
      var visibility: Duration
      var error: QueueError.Code?
    }

    private let queue: any MessageQueue
    private let noted = Mutex<[Change]>([])

    init(_ queue: any MessageQueue) { self.queue = queue }

    var name: String { queue.name }
    var countsLag: Duration { queue.countsLag }
    var changes: [Change] { noted.withLock { $0 } }

    func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] { try await queue.send(entries) }
    func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
      try await queue.receive(max: max, wait: wait, visibility: visibility)
    }
    func delete(_ receipts: [String]) async throws -> [QueueError?] { try await queue.delete(receipts) }
    func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
      let errors = try await queue.changeVisibility(changes)
      noted.withLock { noted in
        for (change, error) in zip(changes, errors) {
          noted.append(.init(visibility: change.visibility, error: error?.code))
        }
      }
      return errors
    }
    func depths() async throws -> QueueDepths { try await queue.depths() }
  }

  @Test func aCallThatTakesLongKeepsItsBatchFromOthers() async throws {
    // No call is cut off, and no real time shows the batch again, while time passes by hand alone.
    let fixture = try await CloudFixture(visibility: 600, timeout: .seconds(300), isByHand: true)
    let id = try await fixture.launch(50)
    let answer = DispatchSemaphore(value: 0)
    // It holds up the connection's own thread.
    fixture.relay.setRule { _, _ in
      answer.wait()
      return .pass
    }
    let queue = NotingQueue(fixture.sendQueue)
    // Ten lanes, of which nine have nothing to do but to receive.
    try await fixture.run(fixture.worker(on: queue)) {
      try await fixture.run(fixture.worker(on: queue)) {
        // An answer must come, whatever becomes of the test.
        defer { answer.signal() }
        try await eventually("the call is under way") { fixture.relay.calls == 1 }
        // The sweeps and the receivers of both, the claims' renewal and the batch's heartbeat.
        let all = 2 * 2 + 2
        // The visibility timeout passes three times.
        for renewal in 1...9 {
          try await fixture.hand.untilAsleep(all)
          fixture.hand.advance(by: .seconds(200))
          // Whoever was woken has done its part when it sleeps again.
          try await fixture.hand.untilAsleep(all)
          #expect(
            queue.changes == Array(repeating: .init(visibility: .seconds(600), error: nil), count: renewal))
          #expect(try await fixture.sendQueue.depths() == QueueDepths(visible: 0, inFlight: 1, delayed: 0))
        }
      }
      try await eventually("the campaign is sent") { try await fixture.summary(id).state == .finished }
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
      let failures = try await fixture.store.failures(id)
      #expect(!failures.isEmpty && failures.allSatisfy { $0.classification.isResendable }, "\(failures)")

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
