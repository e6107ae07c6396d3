package import EventStore
package import Logging
package import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Mirrors the dead-letter queue into the store, and redrives or discards dead letters.
///
/// Crash points of a redrive, receive → record → send → revive → delete → forget:
/// 1. before the send: the letter shows again, its batch is dead as before.
/// 2. after the send, before its batch is revived: the batch is dead and its copy on the send queue. Who receives the copy
///    revives the batch with the claim.
/// 3. before the letter is deleted: it is on both queues. Its row is still there, so the next look knows it and lets its
///    batch alone, which is with a worker by then, or done. Redriving it again sends nobody twice: the second copy finds
///    nothing left to claim, or the first one's claims. Discarding it cancels nobody, once the batch is revived.
/// 4. before its row is forgotten: a later look does not meet the letter and forgets it; its batch is given up only if it
///    is dead and this was the last letter of it.
///
/// At a rate the same happens portion by portion, and between two portions nothing is in hand: whatever ends the process while
/// it waits, or the operator's word to stop, leaves what was redriven redriven and the rest where it is, dead as before. The
/// same command goes on with it.
///
/// A look never deletes a letter, not even one whose batch is on its way again: a letter too many is an entry in a list,
/// one too few may have been the batch's last ticket.
package struct DeadLetterDesk: Service {
  let store: EventStore
  let deadLetterQueue: any MessageQueue
  private let sendQueue: any MessageQueue
  private let policy: QueuePolicy
  let clock: WallClock
  let time: Timekeeper
  private let logger: Logger
  /// How long a look hides dead letters from others, at most: they are given back when it ends. A queue on the network
  /// takes its time.
  private var look: Duration { isRemote ? .seconds(20) : .seconds(2) }
  private var isRemote: Bool { deadLetterQueue.countsLag > .zero }
  /// A poll that does not wait asks only some of SQS's servers.
  var wait: Duration { isRemote ? .seconds(1) : .zero }

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter time: what its pauses go by.
  package init(
    store: EventStore, deadLetterQueue: any MessageQueue, sendQueue: any MessageQueue, policy: QueuePolicy,
    clock: WallClock, logger: Logger, time: Timekeeper = Timekeeper()
  ) {
    self.store = store
    self.deadLetterQueue = deadLetterQueue
    self.sendQueue = sendQueue
    self.policy = policy
    self.clock = clock
    self.time = time
    self.logger = logger
  }

  /// Keeps the mirror up to date until told to stop: looks when the count changes, and every 30 s.
  ///
  /// - Throws: `StoreError`. A queue that cannot be reached is tried again.
  package func run() async throws {
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
      try await dozeUnlessStopping(max(.seconds(2), deadLetterQueue.countsLag), by: time)
    }
  }

  /// Looks through the dead-letter queue once and records what is there.
  ///
  /// - Throws: `StoreError`, ``QueueError``.
  package func refresh() async throws {
    let start = clock.now()
    let letters = try await receiveAll(hidingFor: look)
    try await store.recordDeadLetters(letters.map(sighting), now: clock.now())
    // Only a pass that saw the whole queue can tell what is gone. Counts that lag behind may be wrong for a minute: there,
    // only what several looks did not find is gone.
    if try await deadLetterQueue.depths().total <= letters.count {
      let lag = deadLetterQueue.countsLag * 60
      try await store.forgetDeadLetters(seenBefore: start + (.zero - lag), now: clock.now())
    }
    try await deadLetterQueue.show(letters)
  }

  /// Sends dead letters again: only those of their recipients who were not accepted yet.
  ///
  /// - Parameters:
  ///   - ids: these; `nil` for all.
  ///   - pace: how fast, and whether to go on.
  /// - Returns: the dead letters redriven and the recipients in them.
  /// - Throws: `StoreError`; ``QueueError``, which says what was done by then.
  package func redrive(
    _ ids: Set<String>?, at pace: LetterPace = .atOnce, progress: (_ moved: Int, _ total: Int?) -> Void = { _, _ in }
  ) async throws -> (letters: Int, recipients: Int) {
    // The queue's own service moves them as fast as it can.
    if ids == nil, pace.rate == nil, let moved = try await moveAll(progress) { return moved }
    // Two letters may be of one batch.
    var counted: Set<BatchID> = []
    return try await take(ids, .redrive, at: pace, progress: { progress($0, ids?.count) }) { letters in
      let batches = letters.map { ticket($0)?.batch }
      let fresh = batches.map { batch in batch.flatMap { counted.insert($0).inserted ? $0 : nil } }
      let counts = try await store.recipientsToSend(fresh.compactMap(\.self))
      let waiting = fresh.map { batch in batch.flatMap { counts[$0] } ?? 0 }
      let sent = try await sendQueue.send(letters.map { QueueEntry(body: $0.body) })
      let revived = zip(batches, sent).compactMap { batch, result in
        if case .success = result { batch } else { nil }
      }
      try await store.reviveBatches(revived, now: clock.now())
      return zip(waiting, sent).map { waiting, result in result.map { _ in waiting } }
    }
  }

  /// Lets the queue's service move all of them; `nil` when it does not offer that.
  ///
  /// Crash points: once the move has begun, the service ends it without us, and who receives a batch that is still dead
  /// here revives it with its claim. Until then no look may take its letter for lost and give the batch up: the rows are
  /// kept for an hour.
  private func moveAll(_ progress: (Int, Int?) -> Void) async throws -> (letters: Int, recipients: Int)? {
    let recipients = try await store.deadLetterTotals().recipients
    let until = clock.now() + .seconds(3600)
    try await store.keepDeadLetters(until: until)
    guard let moved = try await deadLetterQueue.moveAllBack(progress: progress) else {
      try await store.stopKeepingDeadLetters(now: clock.now())
      return nil
    }
    try await store.forgetMovedLetters(keptUntil: until, now: clock.now())
    return (moved, recipients)
  }

  /// Gives dead letters up: who was not tried becomes cancelled; who was refused stays so, and may be resent.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Returns: the dead letters discarded and the messages cancelled.
  /// - Throws: `StoreError`; ``QueueError``, which says what was done by then.
  package func discard(_ ids: Set<String>?) async throws -> (letters: Int, recipients: Int) {
    try await take(ids, .discard) { letters in
      var outcomes: [Result<Int, QueueError>] = []
      for letter in letters {
        guard let batch = ticket(letter)?.batch else {
          outcomes.append(.success(0))
          continue
        }
        outcomes.append(.success(try await store.abandonBatch(batch, now: clock.now())))
      }
      return outcomes
    }
  }

  /// Looks for a letter's body on the queue, and shows again what it met on the way.
  ///
  /// - Returns: `nil` when it was not met: somebody else may be looking at it.
  /// - Throws: ``QueueError``.
  package func body(of id: String) async throws -> String? {
    var met: [String: ReceivedMessage] = [:]
    let end = time.now + look / 2
    while met[id] == nil, time.now < end {
      let received = try await deadLetterQueue.receive(max: 10, wait: wait, visibility: look)
      let known = met.count
      for letter in received { met[letter.id] = letter }
      if met.count == known { break }
    }
    try await deadLetterQueue.show(Array(met.values))
    return met[id]?.body
  }

  /// Receives what is there, each letter once: on the network this may take longer than they stay hidden, and then the
  /// first ones come again.
  private func receiveAll(hidingFor span: Duration) async throws -> [ReceivedMessage] {
    var letters: [ReceivedMessage] = []
    var places: [String: Int] = [:]
    let end = time.now + span / 2
    while letters.count < 10_000, time.now < end {
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

  private func ticket(_ letter: ReceivedMessage) -> BatchTicket? {
    BatchTicket(body: letter.body).flatMap { $0.store == store.id ? $0 : nil }
  }

  func sighting(_ letter: ReceivedMessage) -> EventStore.DeadLetterSighting {
    EventStore.DeadLetterSighting(
      id: letter.id, batch: ticket(letter)?.batch, receiveCount: policy.maxReceiveCount, enqueuedAt: letter.sentAt)
  }
}
