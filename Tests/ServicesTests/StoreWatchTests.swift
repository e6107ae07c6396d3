import Sandbox
import Ports
import EventStore
import Logging
import Model
import Services
import Synchronization
import Testing
import TestSupport

/// What `run` tells an operator who has no screen.
@Suite struct StoreWatchTests {
  private let said = Said()

  private final class Said: Sendable {
    let lines = Mutex<[String]>([])
  }

  private func watch(_ fixture: ServiceFixture) -> StoreWatch {
    let said = said
    said.lines.withLock { $0 = [] }
    return StoreWatch(
      store: fixture.store, clock: fixture.clock,
      logger: Logger(label: "test") { _ in Listener { line in said.lines.withLock { $0.append(line) } } },
      time: fixture.time)
  }

  private var isWatching: Bool { heard("watching the store") }

  private func heard(_ text: String) -> Bool { said.lines.withLock { $0.contains { $0.contains(text) } } }

  @Test func deadLettersUncertainMessagesAndPausesAreTold() async throws {
    let fixture = try await ServiceFixture()
    _ = try await fixture.launch(50)
    let provider = ScriptedProvider { _, _ in .unknown(reason: "the call timed out") }
    try await fixture.run(watch(fixture)) {
      fixture.hand.advance(by: .seconds(1))
      guard isWatching else { return false }
      try await fixture.run(fixture.worker(provider)) { try await fixture.sendQueue.depths().total == 0 }
      return true
    }
    // The last look comes with the stop.
    #expect(heard("warning: 50 messages uncertain, 50 of them new"))

    _ = try await fixture.launch(10)
    try await fixture.bury()
    try await fixture.run(watch(fixture)) {
      fixture.hand.advance(by: .seconds(1))
      guard isWatching else { return false }
      try await fixture.desk.refresh()
      return heard("error: 1 dead letter, 1 of them new: see 'sendboard deadletters'")
    }
    let other = try await fixture.launch(10)
    try await fixture.run(watch(fixture)) {
      fixture.hand.advance(by: .seconds(1))
      guard isWatching else { return false }
      try await fixture.store.pause(other, because: "the daily quota is used up")
      return heard("error: campaign \(other) (Test) paused: the daily quota is used up")
    }
    try await fixture.run(watch(fixture)) { isWatching }
    #expect(said.lines.withLock { $0 } == ["debug: watching the store"], "what was so before is not told again")
  }

  @Test func whatCouldNotBeReadIsTold() async throws {
    let fixture = try await ServiceFixture()
    let first = "warning: 1 quarantined document, 1 of them new"
    try await fixture.run(watch(fixture)) {
      fixture.hand.advance(by: .seconds(1))
      guard isWatching else { return false }
      let bodies: [[UInt8]] = heard(first) ? [[2], [3]] : [[1]]
      _ = try await fixture.store.ingest(
        [], unreadable: bodies.map { UnreadableInput(body: $0, error: "no JSON") }, now: fixture.clock.now())
      return heard("warning: 3 quarantined documents, 2 of them new")
    }
  }

  @Test func anOperatorsPauseAndItsEndAreTold() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(10)
    try await fixture.run(watch(fixture)) {
      fixture.hand.advance(by: .seconds(1))
      guard isWatching else { return false }
      if !heard("paused by an operator") {
        if try await fixture.summary(id).state != .paused {
          _ = try await fixture.store.pause(id, operator: "kim", now: fixture.clock.now())
        }
        return false
      }
      if try await fixture.summary(id).state == .paused {
        _ = try await fixture.store.resume(id, operator: "kim", now: fixture.clock.now())
      }
      return heard("notice: campaign \(id) (Test) is no longer paused")
    }
  }
}
