import Model
import Ports
import StoreSupport
import Testing

@testable import EventStore

/// Campaigns that go out only at some hours of the day.
@Suite struct WindowTests {
  private let fixture: StoreFixture

  /// 2026-11-20T20:59 in Korea, a minute before nine.
  private static let evening = Timestamp(milliseconds: 1_795_219_200_000 + (719 - 24 * 60) * 60_000)

  init() throws {
    fixture = try StoreFixture()
    fixture.now = Self.evening
  }

  private func launch(_ window: SendWindow? = .korea) async throws -> CampaignID {
    var plan = fixture.plan(batchSize: 2, by: .sms)
    plan.window = window
    return try await fixture.store.launch(6, plan, folder: fixture.folder, now: { fixture.now })
  }

  private func summary(_ id: CampaignID) async throws -> CampaignSummary {
    try await fixture.store.campaigns(id, now: fixture.now)[0]
  }

  /// What is on the queue when its hours end goes back to the outbox, unclaimed and at no receive's cost; it goes out again
  /// when they begin. What was claimed before is on its way.
  @Test func nothingIsClaimedOutsideItsHours() async throws {
    let id = try await launch()
    let entries = try await fixture.queueAll()
    #expect(entries.count == 3)
    let first = try await fixture.claim(entries[0].batch)
    #expect(first.count == 2)
    fixture.now = Self.evening + .seconds(60)
    let night = try await summary(id)
    #expect(night.isOutOfHours && night.window == .korea)
    for entry in entries.dropFirst() {
      guard case .paused = try await fixture.store.claim(entry.batch, limit: 50, now: fixture.now, lease: .seconds(60))
      else {
        Issue.record("it was claimed")
        return
      }
    }
    try await fixture.accept(first, entries[0].batch)
    #expect(try await fixture.store.takeOutbox(limit: 100, now: fixture.now, lease: .seconds(15)).isEmpty)
    let waiting = try await summary(id)
    #expect(waiting.batches.pending == 2 && waiting.state == .launching)
    // An hour before eight it is still night, at eight it is not.
    fixture.now = Self.evening + .seconds(60 + 10 * 3600)
    #expect(try await fixture.store.takeOutbox(limit: 100, now: fixture.now, lease: .seconds(15)).isEmpty)
    fixture.now = Self.evening + .seconds(60 + 11 * 3600)
    let again = try await fixture.queueAll()
    #expect(Set(again.map(\.batch)) == Set(entries.dropFirst().map(\.batch)))
    for entry in again { try await fixture.accept(fixture.claim(entry.batch), entry.batch) }
    let done = try await summary(id)
    #expect(!done.isOutOfHours && done.counts[.accepted] == 6)
    #expect(try await fixture.store.replay().isEmpty)
  }

  /// One that is launched by night waits in the outbox; others do not wait for it.
  @Test func othersDoNotWait() async throws {
    fixture.now = Self.evening + .seconds(3600)
    _ = try await launch()
    let other = try await launch(nil)
    let entries = try await fixture.queueAll()
    #expect(entries.count == 3 && entries.allSatisfy { $0.campaign == other })
  }

  /// A zone that nobody here knows, as after a move to a smaller system, keeps it back.
  @Test func aZoneThatIsNotKnownKeepsItBack() async throws {
    let id = try await launch(SendWindow("00:00-24:00 Nowhere/Town"))
    #expect(try await fixture.queueAll().isEmpty)
    #expect(try await summary(id).isOutOfHours)
    #expect(SendWindow("08:00-21:00 America/New_York")?.isOpen(at: Self.evening) == false, "it is 6:59 there")
    #expect(SendWindow("08:00-21:00 America/New_York")?.isOpen(at: Self.evening + .seconds(3660)) == true)
  }
}
