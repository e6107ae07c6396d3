import Model
import Ports

/// The behaviour every `MessageQueue` shows, as SQS guarantees it and no more.
///
/// Nothing here relies on order, on a message being received only once, or on exact counts. Run each case on a harness
/// of its own; a case throws ``ConformanceFailure`` when the queue does not conform.
package struct QueueConformance: Sendable, CustomStringConvertible {
  /// What the case shows, in words.
  package var description: String
  /// Runs the case.
  package var run: @Sendable (any QueueHarness) async throws -> Void

  init(_ description: String, _ run: @escaping @Sendable (any QueueHarness) async throws -> Void) {
    self.description = description
    self.run = run
  }

  /// Every case of the suite.
  package static let all: [QueueConformance] = sending + receiving + receipts + visibility + redriving

  /// A short visibility timeout: real queues count whole seconds, and tests on them wait for it.
  static let short = QueuePolicy(
    visibilityTimeout: .seconds(3), maxReceiveCount: 2, deadLetterRetention: .seconds(14 * 86_400))

  /// The timeout of ``short`` and a little more.
  static let afterShort = Duration.seconds(4)

  static func expect(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw ConformanceFailure(what()) }
  }

  /// Receives until as many different messages came, or several long polls were in vain.
  static func receive(_ count: Int, from queue: any MessageQueue, visibility: Duration? = nil) async throws
    -> [ReceivedMessage]
  {
    var found: [String: ReceivedMessage] = [:]
    var vain = 0
    while found.count < count, vain < 3 {
      let messages = try await queue.receive(
        max: min(10, count - found.count), wait: .seconds(2), visibility: visibility)
      if messages.isEmpty { vain += 1 }
      for message in messages { found[message.id] = message }
    }
    try expect(found.count == count, "\(count) messages were to be received, \(found.count) were")
    return Array(found.values)
  }

  /// Receives the one message that must be there.
  static func receiveOne(from queue: any MessageQueue, visibility: Duration? = nil) async throws -> ReceivedMessage {
    guard let message = try await receive(1, from: queue, visibility: visibility).first else {
      throw ConformanceFailure("no message came")
    }
    return message
  }

  /// Checks that a queue has nothing to give.
  static func expectNothing(in queue: any MessageQueue, _ when: String) async throws {
    let messages = try await queue.receive(max: 10, wait: .milliseconds(100), visibility: nil)
    try expect(messages.isEmpty, "\(messages.count) messages came \(when)")
  }

  /// Sends bodies that must all be taken.
  @discardableResult
  static func send(_ bodies: [String], to queue: any MessageQueue) async throws -> [String] {
    var ids: [String] = []
    for start in stride(from: 0, to: bodies.count, by: 10) {
      let entries = bodies[start..<min(start + 10, bodies.count)].map { QueueEntry(body: $0) }
      for result in try await queue.send(entries) { ids.append(try result.get()) }
    }
    return ids
  }

  /// Checks that an operation is turned away as invalid.
  static func expectInvalid(_ what: String, _ operation: () async throws -> Void) async throws {
    do {
      try await operation()
    } catch let error as QueueError {
      try expect(error.code == .invalidRequest, "\(what): \(error.code) instead of invalidRequest")
      return
    }
    throw ConformanceFailure("\(what) was not turned away")
  }
}
