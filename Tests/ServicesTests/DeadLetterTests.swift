import Services
import Sandbox
import EventStore
import Model
import Ports
import Synchronization
import Testing

@Suite struct DeadLetterTests {
  /// Where a redrive is killed.
  enum Kill: CaseIterable { case beforeSend, afterSend, beforeDelete, afterDelete }

  private func redrive(_ fixture: ServiceFixture, killed kill: Kill) async throws {
    let sendQueue = MeddledQueue(
      fixture.sendQueue, before: { if $0 == .send, kill == .beforeSend { throw MeddledQueue.Killed() } },
      after: { if $0 == .send, kill == .afterSend { throw MeddledQueue.Killed() } })
    let deadLetters = MeddledQueue(
      fixture.deadLetters, before: { if $0 == .delete, kill == .beforeDelete { throw MeddledQueue.Killed() } },
      after: { if $0 == .delete, kill == .afterDelete { throw MeddledQueue.Killed() } })
    await #expect(throws: MeddledQueue.Killed.self) {
      try await fixture.desk(over: deadLetters, to: sendQueue).redrive(nil)
    }
  }

  @Test(arguments: [Kill.afterSend, .beforeDelete], [true, false])
  func aRedriveKilledBeforeTheDeleteDoubtsNobodyAWorkerIsSendingTo(_ kill: Kill, wasSeen: Bool) async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50)
    try await fixture.bury()
    if wasSeen { try await fixture.desk.refresh() }
    try await redrive(fixture, killed: kill)

    let (gate, open) = AsyncStream<Void>.makeStream()
    let provider = ScriptedProvider { request, _ in
      for await _ in gate { break }
      return ScriptedProvider.accepting(request)
    }
    let hasLooked = Mutex(false)
    try await fixture.run(fixture.worker(provider)) {
      if provider.requests.count == 1, !hasLooked.withLock({ $0 }) {
        // The letter shows again while the copy's recipients are with the provider, even for longer than the lease.
        fixture.advance(.seconds(70))
        try await fixture.desk.refresh()
        #expect(try await fixture.summary(id).counts == [.sending: 50])
        #expect(try await fixture.summary(id).batches == .init(queued: 1))
        #expect(try await fixture.summary(id).state == .sending)
        hasLooked.withLock { $0 = true }
        open.finish()
      }
      return try await fixture.sendQueue.depths().total == 0
    }
    #expect(hasLooked.withLock { $0 })
    #expect(try await fixture.summary(id).counts == [.accepted: 50])

    // What is left behind on the queue stays in the list, and a second redrive sends nobody twice.
    try await fixture.desk.refresh()
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.recipients) == [0])
    #expect(try await fixture.desk.redrive(nil) == (1, 0))
    try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
    #expect(provider.requests.flatMap(\.recipients).count == 50)
    #expect(try await fixture.summary(id).batches == .init(done: 1))
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aRedriveKilledBeforeTheDeleteAndDoneAgainSendsOnce() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(5)
    try await fixture.bury()
    try await fixture.desk.refresh()
    try await redrive(fixture, killed: .beforeDelete)
    fixture.advance(.seconds(31))
    try await fixture.desk.refresh()
    #expect(try await fixture.desk.redrive(nil).letters == 1)
    #expect(try await fixture.sendQueue.depths().total == 2)
    let provider = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
    try await fixture.run(fixture.worker(provider)) {
      // A copy received while the other was being sent was given back until its claim can be told to be dead or done.
      if try await fixture.summary(id).batches.done == 1 { fixture.advance(.seconds(61)) }
      return try await fixture.sendQueue.depths().total == 0
    }
    #expect(provider.requests.flatMap(\.recipients).count == 5)
    #expect(try await fixture.summary(id).counts == [.accepted: 5])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aRedriveKilledBeforeTheSendLeavesADeadLetter() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(5)
    try await fixture.bury()
    try await fixture.desk.refresh()
    try await redrive(fixture, killed: .beforeSend)
    #expect(try await fixture.summary(id).batches == .init(dead: 1))
    fixture.advance(.seconds(31))
    try await fixture.desk.refresh()
    #expect(try await fixture.summary(id).batches == .init(dead: 1))
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.recipients) == [5])
    #expect(try await fixture.desk.redrive(nil) == (1, 5))
    #expect(try await fixture.summary(id).batches == .init(queued: 1))
  }

  @Test func aRedriveKilledAfterTheDeleteLosesNothingWhenItsCopyDiesToo() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(5)
    try await fixture.bury()
    try await fixture.desk.refresh()
    try await redrive(fixture, killed: .afterDelete)
    #expect(try await fixture.summary(id).batches == .init(queued: 1))
    try await fixture.bury()
    try await fixture.desk.refresh()
    #expect(try await fixture.summary(id).batches == .init(dead: 1))
    #expect(try await fixture.summary(id).counts == [.queued: 5])
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.recipients) == [5])
    #expect(try await fixture.desk.redrive(nil) == (1, 5))
  }

  @Test func aSlowQueueIsWorkedThroughTenByTen() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(150, batchSize: 1)
    try await fixture.bury()
    // Two minutes altogether, eight seconds for ten letters.
    let slow: @Sendable (MeddledQueue.Call) async throws -> Void = { _ in fixture.advance(.seconds(2)) }
    let deadLetters = MeddledQueue(fixture.deadLetters, before: slow, after: slow)
    let desk = fixture.desk(over: deadLetters, to: fixture.sendQueue)
    let start = fixture.clock.now()
    #expect(try await desk.redrive(nil) == (150, 150))
    #expect(fixture.clock.now() - start == .seconds(15 * 8 + 4), "fifteen tens, and a look that finds nothing")
    #expect(try await fixture.deadLetters.depths().total == 0)
    #expect(try await fixture.sendQueue.depths().total == 150)
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
    #expect(!deadLetters.hidden.isEmpty && deadLetters.hidden.allSatisfy { $0 <= .seconds(30) })
  }

  @Test func aLetterThatCouldNotBeDeletedIsNotSentASecondTime() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(25, batchSize: 1)
    try await fixture.bury()
    let deadLetters = MeddledQueue(fixture.deadLetters, spoil: { $0 <= 12 ? Self.failure : nil })
    #expect(try await fixture.desk(over: deadLetters, to: fixture.sendQueue).redrive(nil) == (25, 25))
    #expect(try await fixture.sendQueue.depths().total == 25)
    #expect(try await fixture.deadLetters.depths().total == 0)
  }

  @Test func lettersThatStayBehindAreReported() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(25, batchSize: 1)
    try await fixture.bury()
    let deadLetters = MeddledQueue(fixture.deadLetters, spoil: { _ in Self.failure })
    do {
      _ = try await fixture.desk(over: deadLetters, to: fixture.sendQueue).redrive(nil)
      Issue.record("nothing was said of the letters left behind")
    } catch let error as QueueError {
      #expect(error.context.hasPrefix("25 dead letters were redriven; 25 of them could not be deleted"))
      #expect(error.context.contains("no disk"))
      #expect(error.code == .unavailable)
    }
    #expect(try await fixture.sendQueue.depths().total == 25)
    #expect(try await fixture.deadLetters.depths().visible == 25, "they are given back")
    #expect(try await fixture.summary(id).batches == .init(queued: 25))
    try await fixture.desk.refresh()
    #expect(try await fixture.summary(id).batches == .init(queued: 25))
  }

  @Test func aQueueThatFailsInTheMiddleSaysHowFarItCame() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(25, batchSize: 1)
    try await fixture.bury()
    try await fixture.desk.refresh()
    let sends = Mutex(0)
    let sendQueue = MeddledQueue(
      fixture.sendQueue,
      before: { _ in
        let count = sends.withLock {
          $0 += 1
          return $0
        }
        if count > 1 { throw Self.failure }
      })
    do {
      _ = try await fixture.desk(over: fixture.deadLetters, to: sendQueue).redrive(nil)
      Issue.record("nothing was said of the letters not sent")
    } catch let error as QueueError {
      #expect(error.context.hasPrefix("10 dead letters were redriven; "))
    }
    #expect(try await fixture.deadLetters.depths().visible == 15)
    #expect(try await fixture.summary(id).batches == .init(queued: 10, dead: 15))
  }

  @Test func choosingOneLetterLeavesTheOthersInSight() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(150, batchSize: 1)
    try await fixture.bury()
    try await fixture.desk.refresh()
    let chosen = try #require(try await fixture.store.deadLetters(limit: 1000).last)
    let deadLetters = MeddledQueue(fixture.deadLetters)
    #expect(try await fixture.desk(over: deadLetters, to: fixture.sendQueue).redrive([chosen.id]) == (1, 1))
    #expect(try await fixture.deadLetters.depths() == .init(visible: 149))
    #expect(!deadLetters.hidden.isEmpty && deadLetters.hidden.allSatisfy { $0 <= .seconds(30) })
    #expect(try await fixture.store.deadLetters(limit: 1000).count == 149)
  }

  @Test func aLookWhileTheServiceMovesAllLettersGivesNoneOfThemUp() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(50, batchSize: 5)
    try await fixture.bury()
    try await fixture.desk.refresh()
    let deadLetters = MeddledQueue(
      fixture.deadLetters,
      move: {
        let letters = try await fixture.deadLetters.receive(max: 10, wait: .zero, visibility: .seconds(30))
        _ = try await fixture.sendQueue.send(letters.map { QueueEntry(body: $0.body) })
        _ = try await fixture.deadLetters.delete(letters.map(\.receipt))
        fixture.advance(.seconds(600))
        try await fixture.desk.refresh()
        return letters.count
      })
    #expect(try await fixture.desk(over: deadLetters, to: fixture.sendQueue).redrive(nil) == (10, 50))
    #expect(try await fixture.summary(id).counts == [.queued: 50])
    #expect(try await fixture.summary(id).batches == .init(queued: 10))
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
  }

  private static let failure = QueueError(.unavailable, queue: "dead", context: "no disk")
}
