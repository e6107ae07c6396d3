import AWS
import Cloud
import Emulator
import HTTP
import HTTPFixture
import Model
import Pacing
import Ports
import QueueConformance
import Synchronization
import Testing
import TestSupport

/// Queues of the emulator; time passes by itself.
struct SQSHarness: QueueHarness {
  let cloud: Emulator
  let hasOwnClock = false
  private let polls: Polls

  init(cloud: Emulator) throws {
    self.cloud = cloud
    polls = try Polls()
  }

  func makeQueue(_ policy: QueuePolicy) async throws -> QueueUnderTest {
    let (queue, dead) = try await CloudResources.makeQueue(
      cloud, visibility: Int(policy.visibilityTimeout.components.seconds), receives: policy.maxReceiveCount)
    let client = SQSClient(.plain(polls), endpoint: cloud.endpoint)
    return QueueUnderTest(
      queue: SQSQueue(name: "send", url: queue, client: client),
      deadLetters: SQSQueue(name: "dead", url: dead, client: client))
  }

  /// The emulator has a clock of its own, which is the machine's.
  func advance(by span: Duration) async throws { try await Task.sleep(for: span) }

  /// On its way at least: nobody can see from outside whether it has arrived, and one that comes late makes these cases
  /// easier, not wrong.
  func untilPolled(_ queue: any MessageQueue) async throws {
    try await eventually("a receive is on its way", every: .milliseconds(1)) { polls.underWay == 1 }
  }
}

/// Counts the receives that have no answer yet.
private final class Polls: HTTPTransport {
  private let transport: CurlTransport
  private let count = Mutex(0)

  init() throws { transport = try CurlTransport(HTTPSettings(environment: [:])) }

  deinit { transport.close() }

  var underWay: Int { count.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let isPoll = request.headers.contains { $0.value == "AmazonSQS.ReceiveMessage" }
    if isPoll { count.withLock { $0 += 1 } }
    defer { if isPoll { count.withLock { $0 -= 1 } } }
    return try await transport.send(request)
  }
}

@Suite struct SQSConformanceTests {
  /// Cases in which the emulator is not like SQS; each has a test of its own below, on bytes as SQS sends them.
  static let recorded: Set<String> = [
    // "When you use the DeleteMessage action, you must provide the most recently received ReceiptHandle for the message
    // (otherwise, the request succeeds, but the message will not be deleted)": the emulator fails a second delete.
    "deleting again is no error",
    // "MessageNotInflight: The specified message isn't in flight": the emulator changes it all the same.
    "changes out of bounds, or of messages not in flight, fail alone",
    // 14 days do not pass in a test, and the emulator has no clock that could be moved.
    "dead letters are kept for 14 days and then forgotten",
  ]

  @Test(arguments: QueueConformance.all.filter { !recorded.contains($0.description) })
  func conforms(_ conformance: QueueConformance) async throws {
    try await conformance.run(try SQSHarness(cloud: try await Emulator.shared.value))
  }

  @Test func noCaseIsLeftOutByMistake() {
    #expect(Self.recorded.isSubset(of: QueueConformance.all.map(\.description)))
  }

  private func queue(_ replies: FixtureReply...) throws -> (SQSQueue, HTTPFixture) {
    let server = try HTTPFixture { replies[min($0.number, replies.count - 1)] }
    let client = SQSClient(
      .plain(try HastyTransport(.seconds(5))), endpoint: ServiceEndpoint(url: server.url, region: "eu-west-1"))
    let time = Timekeeper(HastyClock())
    return (SQSQueue(name: "send", url: server.url + "/1/send", client: client, time: time), server)
  }

  @Test func deletingAgainIsNoError() async throws {
    let (queue, server) = try queue(.ok(#"{"Successful":[{"Id":"0"}],"Failed":[]}"#))
    defer { server.close() }
    for _ in 0..<2 { #expect(try await queue.delete(["AQEBzWwaftRI0KuVm4tP+/7q1rGgNqicHq"]) == [nil]) }
    #expect(server.requests.count == 2)
  }

  @Test func changesOutOfBoundsOrOfMessagesNotInFlightFailAlone() async throws {
    // What SQS says, and what its documentation says that it says.
    let words = "Value AQEB for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available"
    let (queue, server) = try queue(
      .ok(
        """
        {"Successful":[{"Id":"1"}],"Failed":[\
        {"Id":"0","Code":"InvalidParameterValue","Message":"\(words) for visibility timeout change.","SenderFault":true},\
        {"Id":"2","Code":"AWS.SimpleQueueService.MessageNotInflight","Message":"","SenderFault":true}]}
        """))
    defer { server.close() }
    let errors = try await queue.changeVisibility([
      VisibilityChange(receipt: "gone", visibility: .seconds(30)),
      VisibilityChange(receipt: "a", visibility: .seconds(43_201)),
      VisibilityChange(receipt: "b", visibility: .seconds(3)),
      VisibilityChange(receipt: "late", visibility: .zero),
    ])
    #expect(errors.map { $0?.code } == [.staleReceipt, .invalidRequest, nil, .staleReceipt])
    #expect(!server.requests[0].text.contains("43201"))
    await #expect(throws: QueueError.self) { try await queue.changeVisibility([]) }
  }

  @Test func deadLettersAreKeptFor14Days() async throws {
    let cloud = try await Emulator.shared.value
    let (_, dead) = try await CloudResources.makeQueue(cloud, visibility: 3, receives: 2)
    #expect(try await cloud.sqs.getQueueAttributes(dead)["MessageRetentionPeriod"] == "1209600")
  }

  @Test func partialFailuresOfASendAreTheEntriesOwn() async throws {
    let (queue, server) = try queue(
      .ok(
        """
        {"Successful":[{"Id":"0","MessageId":"m-0","MD5OfMessageBody":"0"}],\
        "Failed":[{"Id":"1","Code":"InternalError","Message":"try again","SenderFault":false}]}
        """))
    defer { server.close() }
    let results = try await queue.send(["a", "\u{0}", "b", "c"].map { QueueEntry(body: $0) })
    #expect(results.map { try? $0.get() } == ["m-0", nil, nil, nil])
    let codes = results.map { result -> QueueError.Code? in
      if case .failure(let error) = result { error.code } else { nil }
    }
    // The last one is in neither list.
    #expect(codes == [nil, .invalidRequest, .unavailable, .unavailable])
  }

  /// What SQS says of a task, as its documentation has it: the handle only while the task runs.
  private static func task(_ status: String, moved: Int, of total: Int, at started: Int, _ handle: String? = nil)
    -> String
  {
    """
    {\(handle.map { #""TaskHandle":"\#($0)","# } ?? "")"Status":"\(status)","SourceArn":"a",\
    "ApproximateNumberOfMessagesMoved":\(moved),"ApproximateNumberOfMessagesToMove":\(total),\
    "StartedTimestamp":\(started)}
    """
  }

  private static func tasks(_ tasks: String...) -> FixtureReply {
    .ok(#"{"Results":[\#(tasks.joined(separator: ","))]}"#)
  }

  private static let arn = FixtureReply.ok(#"{"Attributes":{"QueueArn":"arn:aws:sqs:eu-west-1:123456789012:dead"}}"#)
  private static let started = FixtureReply.ok(#"{"TaskHandle":"t-2"}"#)

  @Test(.timeLimit(.minutes(1))) func allDeadLettersAreMovedByATaskOfSQS() async throws {
    let before = Self.task("COMPLETED", moved: 20, of: 20, at: 1_795_000_000_000)
    let (queue, server) = try queue(
      Self.arn, Self.tasks(before), Self.started,
      Self.tasks(Self.task("RUNNING", moved: 2, of: 5, at: 1_795_000_060_000, "t-2"), before),
      // The list lags behind again, and then shows ours at its end.
      Self.tasks(before), Self.tasks(Self.task("COMPLETED", moved: 5, of: 5, at: 1_795_000_060_000), before))
    defer { server.close() }
    var progress: [Int] = []
    #expect(try await queue.moveAllBack { moved, _ in progress.append(moved) } == 5)
    #expect(progress == [2, 5])
  }

  @Test(.timeLimit(.minutes(1))) func theTaskBeforeOursIsNotTakenForOurs() async throws {
    let before = Self.task("COMPLETED", moved: 20, of: 20, at: 1_795_000_000_000)
    let (queue, server) = try queue(
      Self.arn, Self.tasks(before), Self.started, Self.tasks(before), Self.tasks(before),
      // Ended before it was seen at work.
      Self.tasks(Self.task("COMPLETED", moved: 10, of: 10, at: 1_795_000_060_000), before))
    defer { server.close() }
    var progress: [Int] = []
    #expect(try await queue.moveAllBack { moved, _ in progress.append(moved) } == 10)
    #expect(progress == [10])
  }

  @Test(.timeLimit(.minutes(1))) func anotherOnesTaskAfterOursIsNotTakenForOurs() async throws {
    let (queue, server) = try queue(
      Self.arn, Self.tasks(), Self.started,
      Self.tasks(Self.task("RUNNING", moved: 2, of: 5, at: 1_795_000_060_000, "t-2")),
      Self.tasks(
        Self.task("RUNNING", moved: 1, of: 40, at: 1_795_000_062_000, "t-3"),
        Self.task("COMPLETED", moved: 5, of: 5, at: 1_795_000_060_000)))
    defer { server.close() }
    #expect(try await queue.moveAllBack { _, _ in } == 5)
  }

  /// Going on one by one would race with it.
  @Test func aTaskThatIsAtWorkIsNotTakenForAServiceWithoutTasks() async throws {
    let (queue, server) = try queue(
      Self.arn, Self.tasks(Self.task("RUNNING", moved: 2, of: 5, at: 1_795_000_060_000, "t-1")),
      .response(
        400, headers: [("Content-Type", "application/x-amz-json-1.0")],
        #"{"__type":"com.amazonaws.sqs#UnsupportedOperation","message":"There is already a task running."}"#))
    defer { server.close() }
    let error = await #expect(throws: QueueError.self) { try await queue.moveAllBack { _, _ in } }
    #expect(error?.description.contains("already a task running") == true, "\(String(describing: error))")
  }

  /// One by one needs none of these calls: who may not make them, or gets no answer, can still redrive.
  @Test(arguments: [
    FixtureReply.response(
      403, headers: [("Content-Type", "application/x-amz-json-1.0"), ("x-amzn-RequestId", "r")],
      #"{"__type":"AccessDeniedException","message":"not authorized to perform: sqs:StartMessageMoveTask"}"#),
    .response(502, headers: [("Content-Type", "text/html")], "<html>"), .ok("{"),
  ])
  func moveCallsThatAreDeniedOrBrokenLeaveItToUs(reply: FixtureReply) async throws {
    let (denied, first) = try queue(Self.arn, reply)
    defer { first.close() }
    #expect(try await denied.moveAllBack { _, _ in } == nil)
    let (half, second) = try queue(Self.arn, Self.tasks(), reply)
    defer { second.close() }
    #expect(try await half.moveAllBack { _, _ in } == nil)
  }

  @Test func aServiceWithoutMoveTasksSaysSo() async throws {
    let cloud = try await Emulator.shared.value
    let (_, dead) = try await CloudResources.makeQueue(cloud, visibility: 3, receives: 2)
    #expect(try await SQSQueue(name: "dead", url: dead, client: cloud.sqs).moveAllBack { _, _ in } == nil)
  }

  @Test func aQueueThatIsNotThereIsNamedSo() async throws {
    let cloud = try await Emulator.shared.value
    let queue = SQSQueue(name: "send", url: cloud.url + "/000000000000/nobodys", client: cloud.sqs)
    do {
      _ = try await queue.depths()
      Issue.record("a queue that is not there has depths")
    } catch let error as QueueError {
      #expect(error.code == .noSuchQueue)
      #expect(error.description.contains("(SQS GetQueueAttributes, QueueDoesNotExist"), "\(error)")
    }
  }
}
