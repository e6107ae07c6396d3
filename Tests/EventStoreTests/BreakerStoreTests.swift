import GRDB
import Model
import Ports
import TestSupport
import Testing

@testable import EventStore

/// A breaker stops what ruins a sender, says why, and lets itself be overruled.
@Suite struct BreakerStoreTests {
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
  private let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private let ownList = Classification(kind: .suppressed, cause: "Permanent", subtype: "OnAccountSuppressionList")
  private let global = Classification(kind: .suppressed, cause: "Permanent", subtype: "Suppressed")
  private let abuse = Classification(kind: .complaint, cause: "abuse")

  /// A campaign of which so many were sent and so many are left.
  private func campaign(
    _ fixture: StoreFixture, sent: Int = 200, left: Int = 50, name: String = "Test", by channel: Channel = .email
  )
    async throws -> (id: CampaignID, messages: [MessageID])
  {
    let id = try await fixture.launch(sent + left, name: name, by: channel)
    var messages: [MessageID] = []
    for entry in try await fixture.queueAll().prefix(sent / 50) {
      let claimed = try await fixture.claim(entry.batch)
      try await fixture.accept(claimed, entry.batch)
      messages += claimed.map(\.message)
    }
    return (id, messages)
  }

  private func ingest(
    _ fixture: StoreFixture, _ type: EventType, _ messages: some Sequence<MessageID>,
    _ classification: Classification? = nil,
    at: Int64 = 1
  ) async throws {
    _ = try await fixture.store.ingest(
      messages.map { fixture.incoming(type, $0, at: at, classification) }, now: fixture.now)
  }

  private func state(_ fixture: StoreFixture, _ id: CampaignID) async throws -> CampaignState {
    try await fixture.summary(id).state
  }

  /// 200 decided: 17 go on, the 18th stops, as the table of the limits has it.
  @Test func theEighteenthOfTwoHundredStops() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture)
    try await ingest(fixture, .delivery, messages.dropFirst(18))
    try await ingest(fixture, .bounce, messages.prefix(17), hard)
    #expect(try await state(fixture, id) == .sending)
    try await ingest(fixture, .bounce, [messages[17]], hard)
    let summary = try await fixture.summary(id)
    #expect(summary.state == .paused)
    let trip = BreakerTrip(.bounces, count: 18, total: 200, limit: "5", isAccount: true)
    #expect(summary.note == OwnReason.stoppedByBreaker(trip).sentence)
    #expect(
      summary.note
        == "stopped by the account's breaker: bounces 9 % in 7 days (limit 5 %), 18 of 200 whose fate is known")
    let entry = try #require(try await fixture.store.history(limit: 10).last)
    #expect(entry.operator == "breaker" && entry.action == "pause" && entry.count == 50 && entry.campaign == id)
    #expect(entry.result.hasPrefix("stopped: stopped by the account's breaker: bounces 9 %"), "\(entry)")
    // Nothing of it is claimed any more.
    #expect(try await fixture.store.replay() == [])
  }

  /// An account that is fine does not hide a campaign that is not.
  @Test func aCampaignIsStoppedByItself() async throws {
    let fixture = try StoreFixture()
    let (good, many) = try await campaign(fixture, sent: 1000, name: "Good")
    try await ingest(fixture, .delivery, many)
    let (bad, messages) = try await campaign(fixture, sent: 100, name: "Bad")
    try await ingest(fixture, .delivery, messages.dropFirst(11))
    try await ingest(fixture, .bounce, messages.prefix(10), hard)
    #expect(try await state(fixture, bad) == .sending)
    try await ingest(fixture, .bounce, [messages[10]], hard)
    #expect(try await state(fixture, bad) == .paused)
    #expect(try await state(fixture, good) == .sending)
    #expect(
      try await fixture.summary(bad).note
        == "stopped by the breaker: bounces 11 % (limit 5 %), 11 of 100 whose fate is known")
  }

  /// As AWS counts: neither soft ones, nor delays, nor what the account's own list held back, nor the mailbox simulator.
  @Test func whatAWSDoesNotCountStopsNothing() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture)
    try await ingest(fixture, .bounce, messages.prefix(60), soft)
    try await ingest(fixture, .bounce, messages[60..<120], ownList)
    try await ingest(fixture, .delivery, messages.dropFirst(120))
    #expect(try await state(fixture, id) == .sending)
    // SES's global list counts. 80 arrived: 14 of 94 are too few to be decided, 20 of 100 are enough.
    try await ingest(fixture, .bounce, messages.prefix(14), global, at: 2)
    #expect(try await state(fixture, id) == .sending)
    try await ingest(fixture, .bounce, messages[14..<20], global, at: 2)
    #expect(try await state(fixture, id) == .paused)
  }

  @Test func complaintsStop() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture)
    try await ingest(fixture, .delivery, messages)
    try await ingest(fixture, .complaint, messages.prefix(3), abuse)
    #expect(try await state(fixture, id) == .sending)
    try await ingest(fixture, .complaint, [messages[3]], abuse)
    #expect(try await state(fixture, id) == .paused)
  }

  /// Texts have limits of their own, and colour no figure of mail.
  @Test func invalidNumbersStopTexts() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture, by: .sms)
    let (mail, _) = try await campaign(fixture, name: "Mail")
    let invalid = Classification.text(.invalidNumber)
    try await ingest(fixture, .delivery, messages.dropFirst(40))
    try await ingest(fixture, .bounce, messages.prefix(28), invalid)
    // The lower end for 28 of 188 is 0.0984, for 40 of 200 0.1425.
    #expect(try await state(fixture, id) == .sending)
    try await ingest(fixture, .bounce, messages[28..<40], invalid)
    #expect(try await state(fixture, id) == .paused)
    #expect(try await state(fixture, mail) == .sending)
    #expect(try await fixture.store.health(now: fixture.now).reputation.bounced == 0)
    #expect(try await fixture.store.replay() == [])
  }

  /// Resumed at 9 %, it holds until 13.5 %; with the breaker off, for good.
  @Test func anOperatorsWordHoldsUntilItHasGrownByHalf() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture, sent: 250)
    try await ingest(fixture, .delivery, messages[18..<200])
    try await ingest(fixture, .bounce, messages[0..<18], hard)
    #expect(try await state(fixture, id) == .paused)
    _ = try await fixture.store.resume(id, operator: "kim", now: fixture.now)
    let resumed = try #require(try await fixture.store.history(limit: 20).last)
    #expect(
      resumed.result.hasPrefix("resumed until it grows by half: stopped by the breaker: bounces 9 %"), "\(resumed)")
    // 28 of 210 are 13.3 %, 29 of 211 are 13.7 %.
    try await ingest(fixture, .bounce, messages[200..<210], hard)
    #expect(try await state(fixture, id) == .sending)
    try await ingest(fixture, .bounce, [messages[210]], hard)
    #expect(try await state(fixture, id) == .paused)
    _ = try await fixture.store.resume(id, withoutBreaker: true, operator: "kim", now: fixture.now)
    #expect(try await fixture.store.history(limit: 20).last?.result == "resumed with its breaker off")
    // 14 % of the account when resumed: it holds too, and is asked about all campaigns.
    try await ingest(fixture, .bounce, messages[211..<214], hard)
    #expect(try await state(fixture, id) == .sending)
  }

  /// What has arrived since it was stopped takes nothing from the word of whoever resumes it.
  @Test func aWordHoldsThoughTheRateHasFallenMeanwhile() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture, sent: 400)
    try await ingest(fixture, .delivery, messages[18..<200])
    try await ingest(fixture, .bounce, messages[0..<18], hard)
    #expect(try await state(fixture, id) == .paused)
    // 18 of 380 are 4.7 %, under the limit.
    try await ingest(fixture, .delivery, messages[200..<380])
    _ = try await fixture.store.resume(id, operator: "kim", now: fixture.now)
    let held = try await fixture.store.read { db in
      try Row.fetchAll(db, sql: "SELECT campaign, measure, rate FROM breakerHold").map {
        "\($0["campaign"] as Int64) \($0["measure"] as String) \(Share.percent($0["rate"] as Double))"
      }
    }
    #expect(held == ["0 bounces 4.7"])
    let last = try #require(try await fixture.store.history(limit: 10).last)
    #expect(last.result.hasPrefix("resumed until it grows by half: stopped by the account's breaker"), "\(last)")
  }

  /// In whatever order events come, and however often, the counts come to the same, and so does what follows from them.
  @Test(arguments: 0..<12) func orderAndRepetitionDecideNothing(seed: Int) async throws {
    var random = SplitMix(seed)
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture)
    var events = messages.dropFirst(17).map { fixture.incoming(.delivery, $0, at: 1) }
    events += messages.prefix(17).map { fixture.incoming(.bounce, $0, at: 2, hard) }
    // Some bounce after they have arrived, some are told of twice in other words: decided once.
    events += messages.prefix(9).map { fixture.incoming(.delivery, $0, at: 1) }
    events += messages.prefix(5).map { fixture.incoming(.bounce, $0, at: 9, identity: 99, hard) }
    for event in (events + events).shuffled(using: &random) {
      _ = try await fixture.store.ingest([event], now: fixture.now)
    }
    let (store, now) = (fixture.store, fixture.now)
    let shares = try await store.read { db in
      [
        try FactCounts.share(db, .bounces, of: id.rawValue),
        try FactCounts.share(db, .bounces, since: now + .seconds(-86_400), to: now),
      ]
    }
    #expect(shares == [Share(17, of: 200), Share(17, of: 200)])
    #expect(Breaker.standard.verdict(.bounces, shares[0]) == .warn)
    #expect(try await fixture.store.replay() == [])
  }

  /// What an archive tells happened long ago.
  @Test func anArchiveStopsNothing() async throws {
    let fixture = try StoreFixture()
    let (id, messages) = try await campaign(fixture)
    _ = try await fixture.store.ingest(
      messages.map { fixture.incoming(.bounce, $0, at: 1, hard) }, isArchive: true, now: fixture.now)
    #expect(try await state(fixture, id) == .sending)
  }
}
