import Model
import Ports
import Testing

@testable import EventStore

/// Messages that count as sent on an operator's word are listed and taken back by the filter.
@Suite struct AssumedTests {
  private func doubtful() async throws -> (StoreFixture, CampaignID) {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(50)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      claimed.map { .init(message: $0.message, attempt: $0.attempt, .unknown(reason: "the call broke off")) },
      batch: batch, receiveCount: 1, now: fixture.now)
    return (fixture, id)
  }

  @Test func theyAreListedPageByPageAndTakenBackTogether() async throws {
    let (fixture, id) = try await doubtful()
    let scope = Scope(campaign: id)
    let all = try await fixture.store.uncertain(in: scope)
    #expect(all.count == 50)
    #expect(try await fixture.store.assumed(in: scope).isEmpty)
    let half = Array(all.prefix(25))
    #expect(try await fixture.store.settle(half, .assumeSent, operator: "kim", now: fixture.now) == 25)
    #expect(try await fixture.store.assumed(in: scope) == half)
    #expect(try await fixture.store.assumed(in: Scope(campaign: id, addressPrefix: "user1")).count == 11)
    #expect(try await fixture.store.assumed(in: Scope(statuses: [.accepted])) == half)
    #expect(try await fixture.store.assumed(in: Scope(statuses: [.delivered])).isEmpty)
    var query = MessageQuery(campaign: id, isAssumed: true, limit: 10)
    var found: [MessageSummary] = []
    while case let page = try await fixture.store.messages(query), let last = page.rows.last {
      #expect(page.hasLater == (found.count + page.rows.count < 25))
      found += page.rows
      query.anchor = .after(last.id)
    }
    #expect(found.map(\.id) == half && found.allSatisfy(\.isAssumed))
    query.anchor = .last
    #expect(try await fixture.store.messages(query).rows.map(\.id) == Array(half.suffix(10)))

    // What an event proves meanwhile is on nobody's word any more.
    _ = try await fixture.store.ingest([fixture.incoming(.send, half[0])], unreadable: [], now: fixture.now)
    #expect(try await fixture.store.assumed(in: scope) == Array(half.dropFirst()))
    #expect(
      try await fixture.store.settle(half, .undo, leavingOthers: true, operator: "kim", now: fixture.now) == 24)
    #expect(try await fixture.store.assumed(in: scope).isEmpty)
    #expect(try await fixture.summary(id).count(.uncertain) == 49)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aFilterOfThemTakesNothingElse() async throws {
    let (fixture, id) = try await doubtful()
    let scope = Scope(campaign: id, isAssumed: true)
    #expect(try await fixture.store.uncertain(in: scope).isEmpty)
    let report = try await fixture.store.resend(
      scope, isDryRun: true, operator: "kim", now: fixture.now, mayResend: { _ in true })
    #expect(report.resent == 0)
  }
}
