import Foundation
import GRDB
import Model
import Ports
import Synchronization
import Testing

@testable import EventStore

/// Whoever waits for a lock waits on a thread of the database's: the cooperative pool has a thread a core, and what stands
/// there would stop everything else.
@Suite struct BlockingTests {
  @Test func nothingThatIsAskedOfALockedStoreHoldsAThreadOfThePool() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    let (store, now, path, folder) = (fixture.store, fixture.now, fixture.path, fixture.folder)
    // A resend of nobody would write nothing, and wait for nothing.
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    try await fixture.accept(claimed, batch)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    _ = try await store.ingest([fixture.incoming(.bounce, claimed[0].message, at: 1, soft)], now: now)
    let plan = CampaignPlan(
      name: "Late", channel: .email, operator: "t", audience: "f",
      template: Template(from: "a@b.example", subject: "s", text: "t", html: nil), columns: ["name"], batchSize: 50)
    let holder = try LockHolding(path)
    let done = Counter()
    // Each of them more often than there are cores.
    let asked = (0..<ProcessInfo.processInfo.activeProcessorCount * 2).flatMap { n in
      [
        Task { [self] in try await note(done) { _ = try await store.pause(id, operator: "t", now: now) } },
        Task { [self] in try await note(done) { _ = try await store.cancel(id, operator: "t", now: now) } },
        Task { [self] in
          try await note(done) {
            _ = try await store.settle([MessageID(rawValue: 1)], .assumeSent, operator: "t", now: now)
          }
        },
        Task { [self] in
          try await note(done) {
            _ = try await store.resend(id, isDryRun: false, operator: "t", now: now) { _ in true }
          }
        },
        Task { [self] in
          try await note(done) {
            let staging = try AudienceStaging(folder: folder)
            try staging.add([("late\(n)@example.com", ["x"])])
            _ = try await store.launch(plan, from: staging, again: true, now: { now })
          }
        },
        Task { [self] in try await note(done) { try await store.acknowledge(id) } },
        Task { [self] in
          try await note(done) {
            try await store.report([ComponentFault(component: "l", since: now, problem: .said("p"))], by: "x", now: now)
          }
        },
      ]
    }
    // While all of them wait, other tasks run and pages are read; were their threads taken, none would before the lock is
    // given up on after a minute.
    let began = ContinuousClock.now
    for _ in 0..<50 {
      await Task.yield()
      #expect(try await store.messages(MessageQuery(limit: 10)).rows.count == 10)
    }
    print(
      "BlockingTests: \(asked.count) calls wait for the lock; 50 pages took \(ContinuousClock.now - began)"
    )
    #expect(done.value == 0, "nobody waits any more")
    holder.release()
    for task in asked { _ = await task.result }
    #expect(done.value == asked.count)
    #expect(try await store.replay() == [])
  }

  /// Ending a process does not wait for whoever has the store locked.
  @Test func closingWaitsForNobody() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(10)
    let holder = try LockHolding(fixture.path)
    let began = ContinuousClock.now
    try fixture.store.close()
    #expect(ContinuousClock.now - began < .seconds(5))
    holder.release()
    #expect(try await fixture.another().campaigns().count == 1)
  }

  /// Counts what came back, whatever it said: of several cancels only one is allowed.
  private func note(_ done: Counter, _ body: () async throws -> Void) async throws {
    do { try await body() } catch let error as StoreError where error.code == .notAllowed {}
    done.add()
  }
}

/// Counts.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }
  func add() { count.withLock { $0 += 1 } }
}

/// Has a store locked, as another process would, until told.
final class LockHolding: Sendable {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
  }

  func release() {
    // What cannot be committed shows in what is waited for.
    try? queue.inDatabase { db in try db.execute(sql: "COMMIT") }
  }
}
