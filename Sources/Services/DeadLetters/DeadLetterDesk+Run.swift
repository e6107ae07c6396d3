import Pacing
import EventStore
import Model
import Ports

/// Works through the queue: ten letters are received, acted on and deleted before the next ten are touched.
extension DeadLetterDesk {
  /// Does something with letters and says for each how many recipients it concerned, or why it was not done.
  typealias Act = ([ReceivedMessage]) async throws -> [Result<Int, QueueError>]

  /// How long letters are hidden from others while they are worked on.
  private static let span = Duration.seconds(30)

  /// Acts on the wanted dead letters and deletes them. Looks again for a while for those another process is looking at.
  ///
  /// - Throws: ``QueueError`` when not all went well: it says how many letters were acted on, and how many of them could
  ///   not be deleted.
  func take(
    _ ids: Set<String>?, _ deed: LetterRun.Deed, at pace: LetterPace = .atOnce, progress: (Int) -> Void = { _ in },
    _ act: Act
  ) async throws -> (letters: Int, recipients: Int) {
    var run = DeadLetterRun(deed, ids)
    var pacer = LetterPacer(pace.rate)
    var vain = 0
    do {
      while vain < 4, !run.isOver {
        if vain > 0 { try await time.sleep(for: .milliseconds(900)) }
        vain = try await pass(&run, pace, &pacer, progress, act) ? 0 : vain + 1
        if ids == nil, try await deadLetterQueue.depths().total == 0 { break }
      }
    } catch let error as QueueError {
      run.end(error)
    }
    if let error = run.error(queue: deadLetterQueue.name) { throw error }
    return (run.letters, run.recipients)
  }

  /// Goes through the queue until it shows nothing new.
  ///
  /// - Returns: whether a letter was acted on or deleted.
  private func pass(
    _ run: inout DeadLetterRun, _ pace: LetterPace, _ pacer: inout LetterPacer, _ progress: (Int) -> Void, _ act: Act
  ) async throws -> Bool {
    // What is not wanted stays hidden while the rest is looked for, or it would come again and again.
    var others: [String: ReceivedMessage] = [:]
    var gotOn = false
    while !run.isOver {
      guard let most = try await turn(&run, pace, &pacer) else { break }
      let receivedAt = time.now
      let received = try await deadLetterQueue.receive(max: most, wait: wait, visibility: Self.span)
      let (wanted, rest) = (received.filter { run.wants($0.id) }, received.filter { !run.wants($0.id) })
      let before = run.letters
      let left = try await work(wanted, receivedAt, &run, act)
      pacer.take(run.letters - before)
      if run.letters > before { progress(run.letters) }
      // Hidden once already, and for long enough.
      try await deadLetterQueue.show((rest + left).filter { others[$0.id] != nil })
      let new = (rest + left).filter { others[$0.id] == nil }
      for letter in new { others[letter.id] = letter }
      if left.count < wanted.count { gotOn = true } else if new.isEmpty { break }
    }
    try await deadLetterQueue.show(Array(others.values))
    return gotOn
  }

  /// Waits for its turn, with nothing in hand.
  ///
  /// - Returns: how many letters may be taken; `nil` when the run was stopped.
  private func turn(_ run: inout DeadLetterRun, _ pace: LetterPace, _ pacer: inout LetterPacer) async throws -> Int? {
    while await pace.mayGoOn() {
      switch pacer.turn(at: time.now) {
      case .go(let most): return most
      // In steps, so that a word to stop or to wait is soon heard.
      case .wait(let until): try await time.sleep(for: min(.milliseconds(500), until.map { $0 - time.now } ?? .zero))
      }
    }
    run.stop()
    return nil
  }

  /// Acts on letters, unless that was done, and deletes them.
  ///
  /// - Returns: those that are still on the queue.
  private func work(
    _ letters: [ReceivedMessage], _ receivedAt: ContinuousClock.Instant, _ run: inout DeadLetterRun, _ act: Act
  ) async throws -> [ReceivedMessage] {
    do {
      let fresh = letters.filter { !run.hasActed(on: $0.id) }
      // A letter nobody has looked at is recorded before anything is done with it: see the crash points.
      if !fresh.isEmpty { try await store.recordDeadLetters(fresh.map(sighting), now: clock.now()) }
      for part in QueueLimits.parts(of: fresh) {
        for (letter, outcome) in zip(part, try await act(part)) { run.note(letter.id, outcome) }
      }
    } catch let error as QueueError {
      run.end(error)
    }
    let ready = letters.filter { run.hasActed(on: $0.id) }
    guard !ready.isEmpty else { return letters }
    var gone: Set<String> = []
    do {
      let errors = try await deadLetterQueue.delete(ready.map(\.receipt))
      // SQS says that it deleted a letter also when somebody else has received it since, and then did not.
      let isLate = time.now - receivedAt > Self.span
      for (letter, error) in zip(ready, errors) {
        let error = error ?? (isLate ? late : nil)
        run.noteDelete(letter.id, error)
        if error == nil { gone.insert(letter.id) }
      }
    } catch let error as QueueError {
      for letter in ready { run.noteDelete(letter.id, error) }
      // Without deletes, every further letter would be left behind too.
      run.end(error)
    }
    try await store.forgetDeadLetters(Array(gone))
    return letters.filter { !gone.contains($0.id) }
  }

  private var late: QueueError {
    QueueError(.staleReceipt, queue: deadLetterQueue.name, .queue(.shownAgain))
  }
}
