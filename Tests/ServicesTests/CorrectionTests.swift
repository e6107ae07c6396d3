import EventStore
import Model
import Ports
import Services
import Testing

/// A quarantined document that an operator corrected.
@Suite struct CorrectionTests {
  private let broken =
    #"{"eventType":"Delivery","mail":{"timestamp":"2026-11-18T01:00:00.000Z","messageId":"ses-1","#
    + #""destination":["a@example.com"]},"delivery":{"timestamp":"2026-11-18T01:00:01.000Z","recipients":["a@example.com"]"#
  private var mended: String { broken + "}}" }

  private func fixture() async throws -> (ServiceFixture, QuarantineDesk) {
    let fixture = try await ServiceFixture()
    let input = UnreadableInput(body: Array(broken.utf8), error: "broken")
    _ = try await fixture.store.ingest([], unreadable: [input], now: fixture.clock.now())
    return (fixture, QuarantineDesk(store: fixture.store, clock: fixture.clock))
  }

  @Test func itIsStoredOnceAndOnRecordWithWhatWasChanged() async throws {
    let (fixture, desk) = try await fixture()
    #expect(desk.check(mended) == .init(events: 1, problem: nil))
    let change = LineChange(from: broken, to: mended).line()
    #expect(try await desk.correct(1, to: mended, change: change, by: "kim"))
    #expect(try await fixture.store.quarantine(limit: 10).isEmpty)
    #expect(try await fixture.store.messages(to: "a@example.com", limit: 2).map(\.status) == [.delivered])
    let entry = try #require(try await fixture.store.history(limit: 10).last)
    #expect((entry.operator, entry.action, entry.count) == ("kim", "edit", 1))
    #expect(entry.condition == "quarantined document 1" && entry.result == "edited: \(change)")
    // A second process that had it open.
    #expect(try await !desk.correct(1, to: mended, change: change, by: "lee"))
    #expect(try await fixture.store.history(limit: 10).count == 1)
    #expect(try await fixture.store.eventCount() == 1)
    #expect(try await fixture.store.replay() == [])
  }

  @Test(arguments: ["", "{}", "no JSON", #"{"eventType":"Delivery"}"#]) func whatMeansNothingIsNotStored(text: String)
    async throws
  {
    let (fixture, desk) = try await fixture()
    #expect(desk.check(text).problem != nil)
    #expect(try await !desk.correct(1, to: text, change: "", by: "kim"))
    #expect(try await fixture.store.quarantine(limit: 10).map(\.bytes) == [Array(broken.utf8)], "as it came")
    #expect(try await fixture.store.history(limit: 10).isEmpty)
    #expect(try await fixture.store.eventCount() == 0)
  }
}
