import Foundation
import Model
import SQLiteKit
import Synchronization
import Testing
import TestSupport

@testable import EventStore

/// A writer that is stopped in the middle of a transaction: the others are told who it is, and do not wait for ever.
@Suite struct LockHolderTests {
  /// Another program in the middle of a transaction.
  private final class Writer {
    private let process = Process()
    private let input = Pipe()
    var id: pid_t { process.processIdentifier }

    init(_ path: String) throws {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
      process.arguments = [path]
      let output = Pipe()
      (process.standardInput, process.standardOutput) = (input, output)
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE;\nSELECT 'held';\n".utf8))
      #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    }

    /// Ends it in order.
    func rollBack() throws {
      try input.fileHandleForWriting.write(contentsOf: Data("ROLLBACK;\n".utf8))
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
    }

    func end() {
      kill(id, SIGKILL)
      process.waitUntilExit()
    }
  }

  /// Who is asked whether to go on waiting, and waits for no real time.
  @Test func aStoppedHolderIsWaitedForForSecondsAndARunningOneForAMinute() async throws {
    let fixture = try StoreFixture()
    let writer = try Writer(fixture.path)
    defer { withExtendedLifetime(fixture) { writer.end() } }
    let waited = Mutex(Duration.zero)
    let wait = BusyWait(database: fixture.path) { span in waited.withLock { $0 += .microseconds(Int64(span)) } }
    func untilGivenUp() throws -> Duration {
      waited.withLock { $0 = .zero }
      _ = try #require((0..<100_000).first { !wait.isWorthIt($0) }, "it waits for ever")
      return waited.withLock { $0 }
    }
    let running = try untilGivenUp()
    #expect(running > .seconds(50) && running < .seconds(70), "\(running)")
    kill(writer.id, SIGSTOP)
    try await untilStopped(fixture.path)
    let stopped = try untilGivenUp()
    #expect(stopped > .seconds(2) && stopped < .seconds(5), "\(stopped)")
  }

  /// A signal takes a moment.
  private func untilStopped(_ path: String) async throws {
    try await eventually("it is stopped", every: .milliseconds(1)) {
      LockHolder.holding(database: path)?.isStopped == true
    }
  }

  /// Who holds it for a moment only may have let go of it before anybody has looked twice.
  @Test func aHolderThatComesAndGoesIsLookedAtWithoutHarm() throws {
    let fixture = try StoreFixture()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [fixture.path]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    defer { process.waitUntilExit() }
    let isOver = Mutex(false)
    let turns = Data(String(repeating: "BEGIN IMMEDIATE;\nROLLBACK;\n", count: 500).utf8)
    Thread.detachNewThread {
      while !isOver.withLock({ $0 }) { try? input.fileHandleForWriting.write(contentsOf: turns) }
      try? input.fileHandleForWriting.close()
    }
    defer { isOver.withLock { $0 = true } }
    // However little of the processor the two get beside other tests.
    let deadline = ContinuousClock.now + .seconds(120)
    var seen = 0
    while seen < 200, ContinuousClock.now < deadline {
      if LockHolder.holding(database: fixture.path) != nil { seen += 1 }
    }
    #expect(seen == 200)
  }

  @Test func aStoppedWriterIsNamed() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    // As many tries as always, of which none takes its time.
    let store = try EventStore(
      path: fixture.path, newID: "unused", wait: BusyWait(database: fixture.path) { _ in _ = usleep(1) })
    let writer = try Writer(fixture.path)
    defer { writer.end() }
    let held = try #require(LockHolder.holding(database: fixture.path))
    #expect(held.process == Int(writer.id))
    #expect(held.name == "sqlite3")
    #expect(!held.isStopped)

    kill(writer.id, SIGSTOP)
    try await untilStopped(fixture.path)
    // Not a write that blocks its thread: other tests want the few there are.
    await #expect {
      try await store.report([], by: "nobody", now: fixture.now)
    } throws: { error in
      (error as? StoreError)?.code == .locked && "\(error)".contains("process \(writer.id) (sqlite3)")
        && "\(error)".contains("kill -CONT \(writer.id)")
    }
    kill(writer.id, SIGCONT)
    try writer.rollBack()
    #expect(try await fixture.store.pause(id, operator: "t", now: fixture.now) == 2)
    #expect(LockHolder.holding(database: fixture.path) == nil)
  }
}
