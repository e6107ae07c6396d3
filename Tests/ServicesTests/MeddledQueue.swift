import Model
import Ports
import Synchronization

/// A queue to whose calls a test does something.
final class MeddledQueue: MessageQueue {
  enum Call: Equatable { case send, receive, delete, change }

  /// What a killed process does after the kill: nothing.
  struct Killed: Error {}

  let name: String
  private let queue: any MessageQueue
  private let before, after: @Sendable (Call) async throws -> Void
  private let spoil: @Sendable (_ deletes: Int) -> QueueError?
  private let move: (@Sendable () async throws -> Int)?
  private let spans = Mutex<[Duration]>([])
  private let deletes = Mutex(0)

  /// Makes a queue in front of another.
  ///
  /// - Parameter spoil: why a delete, counted from 1, does nothing; `nil` for one that is done.
  init(
    _ queue: any MessageQueue, before: @escaping @Sendable (Call) async throws -> Void = { _ in },
    after: @escaping @Sendable (Call) async throws -> Void = { _ in },
    spoil: @escaping @Sendable (_ deletes: Int) -> QueueError? = { _ in nil },
    move: (@Sendable () async throws -> Int)? = nil
  ) {
    name = queue.name
    self.queue = queue
    self.before = before
    self.after = after
    self.spoil = spoil
    self.move = move
  }

  /// How long receivers hid what they took.
  var hidden: [Duration] { spans.withLock { $0 } }

  private func meddle<Answer>(_ call: Call, _ body: () async throws -> Answer) async throws -> Answer {
    try await before(call)
    let answer = try await body()
    try await after(call)
    return answer
  }

  func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
    try await meddle(.send) { try await queue.send(entries) }
  }

  func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
    spans.withLock { $0.append(visibility ?? .seconds(120)) }
    return try await meddle(.receive) { try await queue.receive(max: max, wait: wait, visibility: visibility) }
  }

  func delete(_ receipts: [String]) async throws -> [QueueError?] {
    try await meddle(.delete) {
      var answers: [QueueError?] = []
      for receipt in receipts {
        let count = deletes.withLock {
          $0 += 1
          return $0
        }
        if let error = spoil(count) { answers.append(error) } else { answers += try await queue.delete([receipt]) }
      }
      return answers
    }
  }

  func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
    try await meddle(.change) { try await queue.changeVisibility(changes) }
  }

  func depths() async throws -> QueueDepths { try await queue.depths() }

  func moveAllBack(progress: (_ moved: Int, _ total: Int?) -> Void) async throws -> Int? { try await move?() }
}
