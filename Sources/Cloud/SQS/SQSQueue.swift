package import AWS
import HTTP
package import Model
package import Pacing
package import Ports

/// A queue of Amazon SQS.
///
/// What SQS would turn away is turned away here, without a call; what it says of single entries comes back entry by entry.
/// SQS counts whole seconds: spans are rounded up.
package struct SQSQueue: MessageQueue {
  /// The queue's name here.
  package let name: String
  /// SQS's counts lag behind by seconds, and every look costs a request.
  package let countsLag = Duration.seconds(2)
  private let url: String
  private let client: SQSClient
  private let time: Timekeeper

  /// Makes a queue of its URL.
  ///
  /// - Parameter time: what its looks at a move go by.
  package init(name: String, url: String, client: SQSClient, time: Timekeeper = Timekeeper()) {
    self.name = name
    self.url = url
    self.client = client
    self.time = time
  }

  /// Sends with one `SendMessageBatch`.
  package func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
    try expectBatch(entries.count)
    let size = entries.reduce(0) { $0 + $1.body.utf8.count }
    if size > QueueLimits.size {
      throw invalid("the bodies have \(size) bytes together; \(QueueLimits.size) are taken")
    }
    let faults = entries.map(QueueLimits.fault)
    let good = zip(entries, faults).filter { $1 == nil }.map(\.0)
    var results: ArraySlice<Result<String, SQSEntryFailure>> = []
    if !good.isEmpty {
      results = try await call {
        try await client.sendMessageBatch(
          url, good.map { SQSEntry(body: $0.body, delaySeconds: Self.seconds($0.delay)) })
      }[...]
    }
    return faults.map { fault in
      if let fault { return .failure(invalid(fault)) }
      return (results.popFirst() ?? .failure(.unanswered)).mapError(error)
    }
  }

  /// Receives with one `ReceiveMessage`.
  package func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
    try expectBatch(max)
    if wait < .zero || wait > QueueLimits.longestWait { throw invalid("the wait is not within 0 to 20 s") }
    if let visibility, !Self.isAllowed(visibility) { throw invalid(Self.visibilityFault) }
    return try await call {
      try await client.receiveMessage(
        url, max: max, waitSeconds: Self.seconds(wait), visibilitySeconds: visibility.map(Self.seconds))
    }.map {
      ReceivedMessage(
        id: $0.id, body: $0.body, receipt: $0.receipt, receiveCount: $0.receiveCount,
        sentAt: Timestamp(milliseconds: $0.sentMilliseconds ?? 0))
    }
  }

  /// Deletes with one `DeleteMessageBatch`.
  package func delete(_ receipts: [String]) async throws -> [QueueError?] {
    try expectBatch(receipts.count)
    return try await call { try await client.deleteMessageBatch(url, receipts) }.map { $0.map(error) }
  }

  /// Changes with one `ChangeMessageVisibilityBatch`.
  package func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
    try expectBatch(changes.count)
    let good = changes.filter { Self.isAllowed($0.visibility) }
    var results: ArraySlice<SQSEntryFailure?> = []
    if !good.isEmpty {
      results = try await call {
        try await client.changeMessageVisibilityBatch(
          url, good.map { SQSVisibility(receipt: $0.receipt, seconds: Self.seconds($0.visibility)) })
      }[...]
    }
    return changes.map { change in
      if !Self.isAllowed(change.visibility) { return invalid(Self.visibilityFault) }
      return (results.popFirst() ?? .unanswered).map(error)
    }
  }

  /// Reads the three approximate counts.
  package func depths() async throws -> QueueDepths {
    let counts = try await call {
      try await client.getQueueAttributes(
        url,
        [
          "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
          "ApproximateNumberOfMessagesDelayed",
        ])
    }
    func count(_ name: String) -> Int { counts[name].flatMap { Int($0) } ?? 0 }
    return QueueDepths(
      visible: count("ApproximateNumberOfMessages"), inFlight: count("ApproximateNumberOfMessagesNotVisible"),
      delayed: count("ApproximateNumberOfMessagesDelayed"))
  }

  /// Lets SQS move every message back to the queue it died in
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html>).
  package func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int? {
    let arn = try await call { try await client.getQueueAttributes(url, ["QueueArn"]) }["QueueArn"] ?? ""
    var watch: SQSMoveWatch
    var earlier: [SQSMoveTask] = []
    do throws(AWSError) {
      earlier = try await client.listMessageMoveTasks(from: arn)
      watch = SQSMoveWatch(try await client.startMessageMoveTask(from: arn), earlier: earlier)
    } catch  where error.code != .cancelled && !earlier.contains(where: \.isRunning) {
      // Not offered here, denied to us, or broken: one by one needs none of it. Should a task have begun after all, a letter
      // is moved twice at worst, and nobody is sent to twice for that.
      return nil
    } catch {
      throw self.error(error) as QueueError
    }
    var vain = 0
    while true {
      try await time.sleep(for: .seconds(1))
      guard let task = watch.find(in: try await call { try await client.listMessageMoveTasks(from: arn) }) else {
        vain += 1
        if vain < Self.looksForTask { continue }
        throw QueueError(
          .unavailable, queue: name, .queue(.moveUnlisted))
      }
      vain = 0
      progress(task.moved, task.total)
      if task.isRunning { continue }
      if task.status == "COMPLETED" { return task.moved }
      throw QueueError(
        .unavailable, queue: name,
        .queue(.moveStopped(task.status, moved: String(task.moved), why: task.failure ?? "?")))
    }
  }

  /// How often SQS's list, which lags behind, may leave our task out, a second each.
  private static let looksForTask = 60

  private func call<Answer>(_ call: () async throws -> Answer) async throws -> Answer {
    do {
      return try await call()
    } catch let error as AWSError {
      if error.code == .cancelled { throw CancellationError() }
      throw self.error(error)
    }
  }

  private func expectBatch(_ count: Int) throws {
    if !QueueLimits.batch.contains(count) { throw invalid("\(count) messages in one call; 1 to 10 are taken") }
  }

  private static let visibilityFault = "the visibility timeout is not within 0 to 12 h"

  private static func isAllowed(_ visibility: Duration) -> Bool {
    visibility >= .zero && visibility <= QueueLimits.longestVisibility
  }

  private func invalid(_ context: String) -> QueueError { QueueError(.invalidRequest, queue: name, context: context) }

  private static func seconds(_ span: Duration) -> Int { Int(span.seconds.rounded(.up)) }
}

/// AWS's errors in the queue's words.
extension SQSQueue {
  private func error(_ error: AWSError) -> QueueError {
    let code: QueueError.Code =
      switch error.code {
      case .notFound: .noSuchQueue
      case .accessDenied, .expiredCredentials, .invalidCredentials, .noCredentials: .accessDenied
      case .invalidRequest, .unsupported: .invalidRequest
      case .throttled, .dailyQuotaExceeded, .accountSuspended, .sendingPaused, .messageRejected, .clockSkew,
        .alreadyExists, .conflict, .limitExceeded, .unavailable, .brokenAnswer, .redirected, .unreachable, .timedOut,
        .connectionLost, .cancelled, .other:
        .unavailable
      }
    // Without the error below: all of it is in the fault already, and it would be told twice.
    return QueueError(code, queue: name, Fault(error))
  }

  private func error(_ failure: SQSEntryFailure) -> QueueError {
    // The documentation promises the first two; SQS itself says the third: "Value … for parameter ReceiptHandle is
    // invalid. Reason: Message does not exist or is not available for visibility timeout change."
    let isStale =
      failure.code.hasSuffix("ReceiptHandleIsInvalid") || failure.code.hasSuffix("MessageNotInflight")
      || (failure.code.contains("InvalidParameterValue") && failure.message.contains("parameter ReceiptHandle"))
    return QueueError(
      isStale ? .staleReceipt : failure.isSenderFault ? .invalidRequest : .unavailable, queue: name,
      context: failure.description)
  }
}
