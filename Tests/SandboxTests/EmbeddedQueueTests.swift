import SQLiteKit
import GRDB
import Model
import Ports
import Testing
import TestSupport

@testable import Sandbox

@Suite struct EmbeddedQueueTests {
  private let folder: TemporaryFolder
  private let clock = MovableClock()
  private let store: QueueStore
  private let queue: EmbeddedQueue

  init() async throws {
    folder = try TemporaryFolder()
    store = try QueueStore(path: folder.file("queues.db"), clock: clock.wallClock)
    queue = try await store.queue("send", deadLetters: try await store.deadLetterQueue("dead"))
  }

  private func receive(_ max: Int = 10) async throws -> [ReceivedMessage] {
    try await queue.receive(max: max, wait: .zero, visibility: nil)
  }

  @Test func staleHandlesAreToldApart() async throws {
    try await queue.sendAll([QueueEntry(body: "a"), QueueEntry(body: "b")])
    let first = try await receive()
    clock.advance(by: .seconds(120))
    let second = try await receive()
    #expect(Set(second.map(\.id)) == Set(first.map(\.id)))
    let errors = try await queue.delete([first[0].receipt, second[1].receipt])
    #expect(errors[0]?.code == .staleReceipt)
    #expect(errors[1] == nil)
    #expect(try await queue.depths() == QueueDepths(visible: 0, inFlight: 1, delayed: 0))
    let foreign = try await #require(queue.deadLetters).delete([second[0].receipt])
    #expect(foreign.first??.code == .invalidRequest)
  }

  @Test func visibilityEndsAtTheMillisecond() async throws {
    try await queue.sendAll([QueueEntry(body: "a")])
    #expect(try await receive().count == 1)
    clock.advance(by: .milliseconds(119_999))
    #expect(try await receive().isEmpty)
    clock.advance(by: .milliseconds(1))
    #expect(try await receive().count == 1)
  }

  @Test func depthsAreExactOnAFileOfOnesOwn() async throws {
    try await queue.sendAll((0..<100).map { QueueEntry(body: "\($0)", delay: .seconds($0 < 30 ? 60 : 0)) })
    #expect(try await queue.depths() == QueueDepths(visible: 70, inFlight: 0, delayed: 30))
    let taken = try await receive()
    #expect(try await queue.depths() == QueueDepths(visible: 60, inFlight: 10, delayed: 30))
    _ = try await queue.delete(taken.prefix(4).map(\.receipt))
    #expect(try await queue.depths() == QueueDepths(visible: 60, inFlight: 6, delayed: 30))
    clock.advance(by: .seconds(60))
    #expect(try await queue.depths() == QueueDepths(visible: 90, inFlight: 6, delayed: 0))
    clock.advance(by: .seconds(60))
    #expect(try await queue.depths() == QueueDepths(visible: 96, inFlight: 0, delayed: 0))
  }

  @Test func depthsNeverScanTheMessages() async throws {
    let plans = try await store.reader.read { [statements = queue.statements] db in
      try [statements.countInFlight, statements.countDelayed].flatMap { sql in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [0]).map { $0["detail"] as String }
      }
    }
    #expect(plans.count == 2)
    for plan in plans { #expect(plan.hasPrefix("SEARCH")) }
  }

  @Test func aDeadLetterKeepsItsBodyAndTimeOfSending() async throws {
    let sentAt = clock.now
    try await queue.sendAll([QueueEntry(body: "poison")])
    for count in 1...3 {
      #expect(try await receive().map(\.receiveCount) == [count])
      clock.advance(by: .seconds(120))
    }
    #expect(try await queue.depths().total == 1)
    #expect(try await receive().isEmpty)
    #expect(try await queue.depths().total == 0)
    let deadLetters = try #require(queue.deadLetters)
    let dead = try await deadLetters.receive(max: 10, wait: .zero, visibility: .seconds(1))
    #expect(dead.map(\.body) == ["poison"])
    #expect(dead.map(\.sentAt) == [sentAt])
    // 14 days from when it came here, not from when it was sent.
    clock.advance(by: .seconds(14 * 86_400 - 1))
    #expect(try await deadLetters.depths().total == 1)
    clock.advance(by: .seconds(1))
    #expect(try await deadLetters.depths().total == 0)
  }

  @Test func aQueueWithoutDeadLettersGivesForEver() async throws {
    let plain = try await store.queue("plain")
    try await plain.sendAll([QueueEntry(body: "a")])
    for count in 1...10 {
      let messages = try await plain.receive(max: 1, wait: .zero, visibility: .zero)
      #expect(messages.map(\.receiveCount) == [count])
    }
  }

  @Test func bulkSendsAreWhole() async throws {
    try await queue.sendAll((0..<1234).map { QueueEntry(body: "\($0)") })
    #expect(try await queue.depths().total == 1234)
    await #expect(throws: QueueError.self) {
      try await queue.sendAll([QueueEntry(body: "good"), QueueEntry(body: "bad \u{0}")])
    }
    #expect(try await queue.depths().total == 1234)
  }

  @Test func aDueMessageEndsALongPoll() async throws {
    try await queue.sendAll([QueueEntry(body: "late", delay: .seconds(600))])
    async let polled = queue.receive(max: 1, wait: .seconds(20), visibility: nil)
    try await queue.untilPolled()
    let moved = ContinuousClock.now
    clock.advance(by: .seconds(600))
    #expect(try await polled.map(\.body) == ["late"])
    #expect(ContinuousClock.now - moved < .seconds(10))
  }

  @Test func aFailingCallDoesNotFailItsNeighbours() async throws {
    let broken = try await store.queue("broken")
    try await store.group.perform { [number = broken.statements.number] transaction in
      try transaction.db.execute(sql: "DROP TABLE message_\(number)")
    }
    let queue = queue
    let results = await withTaskGroup(of: (Bool, Bool).self) { group in
      for index in 0..<40 {
        group.addTask {
          let isGood = index % 2 == 0
          do {
            _ = try await (isGood ? queue : broken).send([QueueEntry(body: "\(index)")])
            return (isGood, true)
          } catch {
            #expect((error as? QueueError)?.code == .unavailable)
            return (isGood, false)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 40)
    #expect(results.allSatisfy { isGood, isTaken in isGood == isTaken })
    #expect(try await queue.depths().total == 20)
  }
}
