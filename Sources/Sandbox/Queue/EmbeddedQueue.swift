import SQLiteKit
import GRDB
package import Model
package import Ports
import Synchronization

/// A queue of a ``QueueStore`` with the semantics of an SQS standard queue.
///
/// Open one with ``QueueStore/queue(_:policy:deadLetters:)`` or ``QueueStore/deadLetterQueue(_:policy:)``.
package final class EmbeddedQueue: MessageQueue {
  /// The queue's name.
  package let name: String
  /// Where messages received too often go.
  package let deadLetters: EmbeddedQueue?
  /// The visibility timeout and the redrive policy.
  package let policy: QueuePolicy
  let statements: QueueStatements
  let store: QueueStore
  /// How long messages are kept; `nil` for ever. Only dead-letter queues forget.
  let retention: Duration?
  let countedDepths = Mutex<CountedDepths?>(nil)

  init(
    name: String, number: Int64, store: QueueStore, policy: QueuePolicy, deadLetters: EmbeddedQueue?,
    retention: Duration?
  ) {
    self.name = name
    self.store = store
    self.policy = policy
    self.deadLetters = deadLetters
    self.retention = retention
    statements = QueueStatements(number: number)
  }

  /// Puts 1 to 10 messages on the queue.
  package func send(_ entries: [QueueEntry]) async throws -> [Result<String, QueueError>] {
    try checkBatch(entries.count)
    let size = entries.reduce(0) { $0 + $1.body.utf8.count }
    guard size <= QueueLimits.size else {
      throw invalid("a send of \(size) bytes; at most \(QueueLimits.size) are taken")
    }
    let faults = entries.map { QueueLimits.fault(in: $0) }
    let good = faults.contains { $0 != nil } ? zip(entries, faults).filter { $1 == nil }.map(\.0) : entries
    var next = good.isEmpty ? 0 : try await perform { [statements] in try $0.send(good, to: statements) }
    return faults.map { fault in
      if let fault { return .failure(invalid(fault)) }
      defer { next += 1 }
      return .success(String(next))
    }
  }

  /// Puts any number of messages on the queue in one transaction; all are durable when this returns, or none.
  ///
  /// - Throws: ``QueueError``, also when a single entry is not acceptable.
  package func sendAll(_ entries: [QueueEntry]) async throws {
    if entries.isEmpty { return }
    for entry in entries {
      if entry.body.utf8.count > QueueLimits.size { throw invalid("a body of \(entry.body.utf8.count) bytes") }
      if let fault = QueueLimits.fault(in: entry) { throw invalid(fault) }
    }
    _ = try await perform { [statements] in try $0.send(entries, to: statements) }
  }

  /// Takes messages, waiting for the first of them when told to.
  package func receive(max: Int, wait: Duration, visibility: Duration?) async throws -> [ReceivedMessage] {
    try checkBatch(max)
    guard wait >= .zero, wait <= QueueLimits.longestWait else { throw invalid("a wait not within 0 to 20 s") }
    let visibility = visibility ?? policy.visibilityTimeout
    guard visibility >= .zero, visibility <= QueueLimits.longestVisibility else {
      throw invalid("a visibility timeout not within 0 to 12 hours")
    }
    let terms = ReceiveTerms(
      max: max, visibility: visibility,
      redrive: deadLetters.map { ($0.statements, policy.maxReceiveCount) }, retention: retention)
    let deadline = ContinuousClock.now + wait
    while true {
      try Task.checkCancellation()
      let news = store.watcher.news(of: statements.number)
      let messages = try await perform { [statements] in try $0.receive(terms, from: statements) }
      if !messages.isEmpty || ContinuousClock.now >= deadline { return messages }
      try await store.watcher.wait(for: statements, since: news, until: deadline)
    }
  }

  /// Removes received messages.
  package func delete(_ receipts: [String]) async throws -> [QueueError?] {
    try checkBatch(receipts.count)
    let handles = receipts.map { own($0) }
    let deleted = try await perform { [statements] transaction in
      try handles.map { try $0.map { try transaction.delete($0, from: statements) } }
    }
    return deleted.map { $0.map { $0 ? nil : stale } ?? invalid("not a receipt handle of this queue") }
  }

  /// Sets anew how long received messages stay hidden.
  package func changeVisibility(_ changes: [VisibilityChange]) async throws -> [QueueError?] {
    try checkBatch(changes.count)
    let faults = changes.map { change -> QueueError? in
      if own(change.receipt) == nil { return invalid("not a receipt handle of this queue") }
      if change.visibility < .zero || change.visibility > QueueLimits.longestVisibility {
        return invalid("a visibility timeout not within 0 to 12 hours")
      }
      return nil
    }
    let handles = zip(changes, faults).map { change, fault in fault == nil ? own(change.receipt) : nil }
    let changed = try await perform { [statements] transaction in
      try zip(changes, handles).map { change, handle in
        try handle.map { try transaction.changeVisibility($0, change.visibility, in: statements) }
      }
    }
    return zip(changed, faults).map { changed, fault in fault ?? (changed == true ? nil : stale) }
  }

  private func own(_ text: String) -> Receipt? {
    guard let receipt = Receipt(text), receipt.queue == statements.number else { return nil }
    return receipt
  }

  private func checkBatch(_ count: Int) throws {
    guard QueueLimits.batch.contains(count) else { throw invalid("a batch of \(count); 1 to 10 are taken") }
  }

  private func invalid(_ context: String) -> QueueError { QueueError(.invalidRequest, queue: name, context: context) }

  private var stale: QueueError {
    QueueError(.staleReceipt, queue: name, .queue(.receivedAgain))
  }

  func perform<Value: Sendable>(
    _ work: @escaping @Sendable (QueueTransaction) throws -> Value
  ) async throws -> Value {
    do {
      return try await store.group.perform(work)
    } catch {
      throw unavailable(error)
    }
  }

  func unavailable(_ error: any Error) -> QueueError {
    let named = QueueStoreError(error, path: store.path)
    return QueueError(
      named.code == .diskFull ? .cannotWrite : .unavailable, queue: name, named.fault,
      underlying: named.underlying)
  }
}
