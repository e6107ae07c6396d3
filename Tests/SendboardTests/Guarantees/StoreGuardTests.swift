import EventStore
import Foundation
import Model
import Pacing
import Testing
import TestSupport

@testable import sendboard

/// The service alone, by a clock of its own; what it means for the program: ``StoreIdentityTests``.
@Suite struct StoreGuardTests {
  @Test func aStoreThatIsTakenAwayIsNoticedWithinHalfASecond() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("test.db")
    let store = try await EventStore.open(path: path, newID: "teststore")
    let hand = ManualClock()
    let watching = Task { try await StoreGuard(store: store, time: Timekeeper(hand)).run() }
    try await hand.untilAsleep()
    hand.advance(by: .milliseconds(500))
    try await hand.untilAsleep()
    try FileManager.default.moveItem(atPath: path, toPath: folder.file("elsewhere.db"))
    hand.advance(by: .milliseconds(499))
    #expect(hand.sleepers == 1, "it has not looked again")
    hand.advance(by: .milliseconds(1))
    let error = await #expect(throws: StoreError.self) { try await watching.value }
    #expect(error?.code == .replaced)
    #expect(error?.detail == .file(path, said: ""))
  }
}
