import Model
import Ports

/// A queue that nobody may touch: of one who only looks at a store nothing is asked, neither by a call nor by opening a file.
struct SealedQueue: MessageQueue {
  let name: String

  private var refusal: QueueError {
    QueueError(.unavailable, queue: name, context: "not opened: this only looks")
  }

  func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] { throw refusal }
  func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] { throw refusal }
  func delete(_ receipts: [String]) async throws -> [QueueError?] { throw refusal }
  func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] { throw refusal }
  func depths() async throws -> QueueDepths { throw refusal }
}
