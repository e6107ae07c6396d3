import EventStore
import Logging
import Model
import ServiceLifecycle

/// Mirrors the dead-letter queue into the store, and redrives or discards dead letters.
///
/// Crash points of a redrive, receive → revive → send → delete: before the send the dead letter stays; after the send
/// and before the delete it is on both queues, and the second copy finds nothing left to claim.
public struct DeadLetterDesk: Service {
  private let store: EventStore
  private let deadLetterQueue: any MessageQueue
  private let sendQueue: any MessageQueue
  private let policy: QueuePolicy
  private let clock: WallClock
  private let logger: Logger
  /// How long a look hides dead letters from others, at most: they are given back when it ends. A queue on the network
  /// takes its time.
  private var look: Duration { isRemote ? .seconds(20) : .seconds(2) }
  private var isRemote: Bool { deadLetterQueue.countsWorthAsking > .zero }

  /// Makes the service; ``run()`` runs it.
  public init(
    store: EventStore, deadLetterQueue: any MessageQueue, sendQueue: any MessageQueue, policy: QueuePolicy,
    clock: WallClock, logger: Logger
  ) {
    self.store = store
    self.deadLetterQueue = deadLetterQueue
    self.sendQueue = sendQueue
    self.policy = policy
    self.clock = clock
    self.logger = logger
  }

  /// Keeps the mirror up to date until told to stop: looks when the count changes, and every 30 s.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  public func run() async throws {
    var known = -1
    var lookedAt = clock.now()
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        let total = try await deadLetterQueue.depths().total
        if total != known || (total > 0 && clock.now() - lookedAt > .seconds(30)) {
          try await refresh()
          known = total
          lookedAt = clock.now()
        }
      } catch let error as QueueError where error.code != .cannotWrite { logger.debug("\(error)") }
      try await sleepUnlessStopping(max(.seconds(1), deadLetterQueue.countsWorthAsking))
    }
  }

  /// Looks through the dead-letter queue once and records what is there.
  ///
  /// - Throws: `StoreError`, ``QueueError``.
  public func refresh() async throws {
    let start = clock.now()
    let letters = try await receiveAll(hidingFor: look)
    try await store.recordDeadLetters(letters.map(sighting), now: clock.now())
    // Only a pass that saw the whole queue can tell what is gone. Counts that lag behind may be wrong for a minute: there,
    // only what several looks did not find is gone.
    if try await deadLetterQueue.depths().total <= letters.count {
      let lag = deadLetterQueue.countsWorthAsking * 60
      try await store.forgetDeadLetters(seenBefore: start + (.zero - lag), now: clock.now())
    }
    try await giveBack(letters)
  }

  /// Sends dead letters again: only those of their recipients who were not accepted yet.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Returns: the dead letters redriven and the recipients in them.
  /// - Throws: `StoreError`, ``QueueError``.
  public func redrive(
    _ ids: Set<String>?, progress: (_ moved: Int, _ total: Int?) -> Void = { _, _ in }
  ) async throws -> (letters: Int, recipients: Int) {
    if ids == nil, let moved = try await moveAll(progress) { return moved }
    return try await take(ids) { letter, batch, waiting in
      if let batch { try await store.reviveBatch(batch, now: clock.now()) }
      let sent = try await sendQueue.send([QueueEntry(body: letter.body)])
      if case .failure(let error)? = sent.first { throw error }
      return waiting
    }
  }

  /// Lets the queue's service move all of them; `nil` when it does not offer that.
  ///
  /// Crash points: once the move has begun, the service ends it without us, and who receives a batch that is still dead
  /// here revives it with its claim; the letters' rows go with the next look.
  private func moveAll(_ progress: (Int, Int?) -> Void) async throws -> (letters: Int, recipients: Int)? {
    let letters = try store.deadLetters()
    guard let moved = try await deadLetterQueue.moveAllBack(progress: progress) else { return nil }
    for letter in letters {
      if let batch = letter.batch { try await store.reviveBatch(batch, now: clock.now()) }
      try await store.forgetDeadLetter(letter.id)
    }
    return (moved, letters.reduce(0) { $0 + $1.recipients })
  }

  /// Gives dead letters up: who was not tried becomes cancelled; who was refused stays so, and may be resent.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Returns: the dead letters discarded and the messages cancelled.
  /// - Throws: `StoreError`, ``QueueError``.
  public func discard(_ ids: Set<String>?) async throws -> (letters: Int, recipients: Int) {
    try await take(ids) { _, batch, _ in
      guard let batch else { return 0 }
      return try await store.abandonBatch(batch, now: clock.now())
    }
  }

  /// Receives the wanted dead letters, acts on each, then deletes it. Looks again for a while for those another process
  /// is looking at.
  private func take(
    _ ids: Set<String>?, _ act: (ReceivedMessage, BatchID?, _ waiting: Int) async throws -> Int
  ) async throws -> (letters: Int, recipients: Int) {
    var missing = ids
    var letters = 0
    var recipients = 0
    let expected = try store.deadLetters()
    var vain = 0
    while vain < 4 {
      if vain > 0 { try await Task.sleep(for: .milliseconds(900)) }
      let received = try await receiveAll(hidingFor: .seconds(30))
      let wanted = received.filter { missing?.contains($0.id) ?? true }
      vain = wanted.isEmpty ? vain + 1 : 0
      for letter in wanted {
        let batch = ticket(letter)?.batch
        let waiting = expected.first { $0.id == letter.id }?.recipients ?? 0
        recipients += try await act(letter, batch, waiting)
        _ = try await deadLetterQueue.delete([letter.receipt])
        try await store.forgetDeadLetter(letter.id)
        letters += 1
        missing?.remove(letter.id)
      }
      try await giveBack(received.filter { letter in !wanted.contains { $0.id == letter.id } })
      if missing?.isEmpty ?? false { break }
      if missing == nil, try await deadLetterQueue.depths().total == 0 { break }
    }
    return (letters, recipients)
  }

  /// Receives what is there, each letter once: on the network this may take longer than they stay hidden, and then the
  /// first ones come again.
  private func receiveAll(hidingFor span: Duration) async throws -> [ReceivedMessage] {
    var letters: [ReceivedMessage] = []
    var places: [String: Int] = [:]
    let end = ContinuousClock.now + span / 2
    // A poll that does not wait asks only some of SQS's servers.
    let wait = isRemote ? Duration.seconds(1) : .zero
    while letters.count < 10_000, ContinuousClock.now < end {
      let received = try await deadLetterQueue.receive(max: 10, wait: wait, visibility: span)
      if received.isEmpty { break }
      for letter in received {
        if let place = places[letter.id] {
          letters[place] = letter
        } else {
          places[letter.id] = letters.count
          letters.append(letter)
        }
      }
    }
    return letters
  }

  private func giveBack(_ letters: [ReceivedMessage]) async throws {
    for start in stride(from: 0, to: letters.count, by: 10) {
      _ = try await deadLetterQueue.changeVisibility(
        letters[start..<min(start + 10, letters.count)].map { VisibilityChange(receipt: $0.receipt, visibility: .zero) }
      )
    }
  }

  private func ticket(_ letter: ReceivedMessage) -> BatchTicket? {
    BatchTicket(body: letter.body).flatMap { $0.store == store.id ? $0 : nil }
  }

  private func sighting(_ letter: ReceivedMessage) -> EventStore.DeadLetterSighting {
    EventStore.DeadLetterSighting(
      id: letter.id, batch: ticket(letter)?.batch, receiveCount: policy.maxReceiveCount, enqueuedAt: letter.sentAt)
  }
}
