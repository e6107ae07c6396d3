import Foundation
import Model
import SQLiteKit
import Testing

@testable import EventStore

/// A writer that is stopped in the middle of a transaction: the others are told who it is, and do not wait for ever.
@Suite struct LockHolderTests {
  @Test func aStoppedWriterIsNamed() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    writer.arguments = [fixture.path]
    let (input, output) = (Pipe(), Pipe())
    (writer.standardInput, writer.standardOutput) = (input, output)
    try writer.run()
    defer {
      kill(writer.processIdentifier, SIGKILL)
      writer.waitUntilExit()
    }
    try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE;\nSELECT 'held';\n".utf8))
    #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
    let held = try #require(LockHolder(database: fixture.path))
    #expect(held.process == Int(writer.processIdentifier))
    #expect(held.name == "sqlite3")
    #expect(!held.isStopped)

    kill(writer.processIdentifier, SIGSTOP)
    let started = ContinuousClock.now
    // Not a write that blocks its thread: other tests want the few there are.
    await #expect {
      try await fixture.store.report([], by: "nobody", now: fixture.now)
    } throws: { error in
      (error as? StoreError)?.code == .locked && "\(error)".contains("process \(writer.processIdentifier) (sqlite3)")
        && "\(error)".contains("kill -CONT \(writer.processIdentifier)")
    }
    #expect(ContinuousClock.now - started < .seconds(30))
    kill(writer.processIdentifier, SIGCONT)
    try input.fileHandleForWriting.write(contentsOf: Data("ROLLBACK;\n".utf8))
    try input.fileHandleForWriting.close()
    writer.waitUntilExit()
    #expect(try await fixture.store.pause(id, operator: "t", now: fixture.now) == 2)
    #expect(LockHolder(database: fixture.path) == nil)
  }
}
