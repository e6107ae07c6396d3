import Ports
import EventStore
import Model
import Services
import Testing

/// Documents that are read again after an update that understands more.
@Suite struct QuarantineDeskTests {
  private let known = """
    {"eventType":"Delivery","mail":{"timestamp":"2026-11-18T01:00:00.000Z","messageId":"ses-1",\
    "destination":["a@example.com"]},"delivery":{"timestamp":"2026-11-18T01:00:01.000Z","recipients":["a@example.com"],\
    "smtpResponse":"250 ok"}}
    """

  /// A quarantine as a version left it that did not understand deliveries.
  private func fixture() async throws -> (ServiceFixture, QuarantineDesk) {
    let fixture = try await ServiceFixture()
    let unreadable = [Array(known.utf8), Array("{\"broken\":".utf8), [0xFF, 0xFE]].map {
      UnreadableInput(body: $0, error: "an older version's words")
    }
    _ = try await fixture.store.ingest([], unreadable: unreadable, now: fixture.clock.now())
    return (fixture, QuarantineDesk(store: fixture.store, clock: fixture.clock))
  }

  @Test func whatIsUnderstoodNowIsStoredAndTheRestSaysWhyNot() async throws {
    let (fixture, desk) = try await fixture()
    #expect(try await desk.retry(.all(newest: 3)) == .init(stored: 1, kept: 2))
    #expect(try await fixture.store.messages(to: "a@example.com", limit: 2).map(\.status) == [.delivered])
    let left = try await fixture.store.quarantine(limit: 10)
    #expect(left.map(\.id) == [2, 3])
    #expect(left.first?.error != "an older version's words", "the reason of today")
    #expect(left.last?.bytes == [0xFF, 0xFE], "what is no text is not touched")
    #expect(try await fixture.store.replay() == [])
    // As a process does that was killed between two of them.
    #expect(try await desk.retry(.all(newest: 3)) == .init(stored: 0, kept: 2))
    #expect(try await fixture.store.eventCount() == 1)
  }

  @Test func onlyWhatWasMeantIsTried() async throws {
    let (fixture, desk) = try await fixture()
    #expect(try await desk.retry(.these([2, 99])) == .init(stored: 0, kept: 1))
    #expect(try await desk.retry(.all(newest: 0)) == .init())
    #expect(try await fixture.store.quarantine(limit: 10).map(\.id) == [1, 2, 3])
  }

  @Test func whatIsDroppedIsOnRecordAndWhatCameLaterStays() async throws {
    let (fixture, _) = try await fixture()
    let page = try await fixture.store.quarantinePage(limit: 2)
    #expect(page.total == 3)
    #expect(page.entries.map(\.id) == [3, 2], "the newest first")
    #expect(page.entries.map(\.size) == [2, 10])
    let now = fixture.clock.now()
    _ = try await fixture.store.ingest([], unreadable: [UnreadableInput(body: [1], error: "new")], now: now)
    #expect(try await fixture.store.dropQuarantined(.all(newest: 3), operator: "kim", now: now) == 3)
    #expect(try await fixture.store.quarantine(limit: 10).map(\.id) == [4])
    #expect(try await fixture.store.dropQuarantined(.these([4, 77]), operator: "kim", now: now) == 1)
    let history = try await fixture.store.historyPage(containing: "QUARANTINED", limit: 10)
    #expect(history.entries.map(\.count) == [1, 3])
    #expect(history.entries.map(\.action) == ["drop", "drop"])
    #expect(try await fixture.store.historyPage(containing: "no such word", limit: 10).total == 0)
  }
}
