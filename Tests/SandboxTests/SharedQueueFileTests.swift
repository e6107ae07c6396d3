import SQLiteKit
import Foundation
import GRDB
import Model
import Ports
import Testing
import TestSupport

@testable import Sandbox

/// Several stores on one file know of each other only what processes do: each has connections and a watcher of its own.
@Suite struct SharedQueueFileTests {
  private let folder: TemporaryFolder
  private let clock = MovableClock()

  init() throws { folder = try TemporaryFolder() }

  private func open(_ name: String = "queues.db") async throws -> EmbeddedQueue {
    let store = try QueueStore(path: folder.file(name), clock: clock.wallClock)
    return try await store.queue("queue", deadLetters: try await store.deadLetterQueue("dead"))
  }

  @Test func anothersSendEndsALongPoll() async throws {
    let (here, there) = (try await open(), try await open())
    async let polled = here.receive(max: 1, wait: .seconds(20), visibility: nil)
    try await here.untilPolled()
    let sent = ContinuousClock.now
    _ = try await there.send([QueueEntry(body: "news")])
    #expect(try await polled.map(\.body) == ["news"])
    // Long before the poll would have ended by itself, however busy the machine.
    #expect(ContinuousClock.now - sent < .seconds(15))
  }

  @Test func nobodyHoldsAMessageWithAnother() async throws {
    let queues = [try await open(), try await open(), try await open()]
    let messages = 3000
    let taken = try await withThrowingTaskGroup(of: [String].self) { group in
      for (index, queue) in queues.enumerated() {
        group.addTask {
          for start in stride(from: 0, to: messages / 3, by: 10) {
            _ = try await queue.send((start..<start + 10).map { QueueEntry(body: "\(index) \($0)") })
          }
          return []
        }
        for _ in 0..<4 {
          group.addTask {
            var taken: [String] = []
            // The clock stands still, so whatever comes twice was held by two at once.
            while true {
              let received = try await queue.receive(max: 7, wait: .seconds(2), visibility: nil)
              if received.isEmpty { return taken }
              taken += received.map(\.body)
              if taken.count % 2 == 0 { _ = try await queue.delete(received.map(\.receipt)) }
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.count == messages)
    #expect(Set(taken).count == messages)
  }

  @Test func manyMayOpenANewFileAtOnce() async throws {
    let folder = folder
    let totals = try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let queue = try await QueueStore(path: folder.file("new.db")).queue("queue")
          _ = try await queue.send([QueueEntry(body: "a")])
        }
      }
      try await group.waitForAll()
      return try await QueueStore(path: folder.file("new.db")).queue("queue").depths()
    }
    #expect(totals == QueueDepths(visible: 8, inFlight: 0, delayed: 0))
  }

  /// A process that is killed leaves its file and its log as they are: so does a copy taken while the store is open and
  /// in the middle of a transaction.
  @Test func whatWasAnsweredSurvivesAKill() async throws {
    let queue = try await open()
    try await queue.sendAll((0..<500).map { QueueEntry(body: String(repeating: "x", count: 1000) + "\($0)") })
    let held = try await queue.receive(max: 10, wait: .zero, visibility: nil)
    _ = try await queue.delete(held.prefix(4).map(\.receipt))
    try await queue.store.group.perform { [folder, statements = queue.statements] transaction in
      // Unfinished: enough of it to spill into the log before any commit.
      _ = try transaction.send(
        (0..<30_000).map { _ in QueueEntry(body: String(repeating: "y", count: 1000)) }, to: statements)
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.file("queues.db" + suffix), toPath: folder.file("copy.db" + suffix))
      }
    }
    let copy = try await open("copy.db")
    let intact = try await copy.store.reader.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") }
    #expect(intact == "ok")
    #expect(try await copy.depths() == QueueDepths(visible: 490, inFlight: 6, delayed: 0))
    // The handles of the dead process are good, and what it held comes back.
    #expect(try await copy.delete([held[4].receipt]) == [nil])
    clock.advance(by: .seconds(120))
    let back = try await copy.receive(max: 10, wait: .zero, visibility: nil)
    #expect(Set(held.suffix(5).map(\.id)).isSubset(of: back.map(\.id)))
    #expect(back.filter { $0.receiveCount == 2 }.count == 5)
  }
}
