import Foundation
import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// The store's own list: nobody on it is sent to, whenever they were put there.
@Suite struct SuppressionTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID
  private let batches: [BatchID]

  /// Six recipients, user1@example.com to user6, in two batches.
  init() async throws {
    fixture = try StoreFixture()
    campaign = try await fixture.launch(6, batchSize: 3)
    batches = try await fixture.queueAll().map(\.batch)
  }

  private func address(_ id: Int64) async throws -> String {
    try #require(try await fixture.store.message(MessageID(rawValue: id))).address
  }

  private func entry(_ address: String, until: Timestamp? = nil) -> Suppression {
    Suppression(address: address, cause: .manual, since: fixture.now, until: until, by: "mina", note: "by phone")
  }

  private func resend(_ scope: Scope) async throws -> ResendReport {
    try await fixture.store.resend(
      scope, isDryRun: false, operator: "mina", now: fixture.now, mayResend: \.isResendable)
  }

  @Test func whoIsPutOnTheListAfterTheLaunchIsNotSentTo() async throws {
    // In other letters' case: that is the same mailbox.
    let two = try await address(2)
    #expect(try await fixture.store.suppress([entry(two.uppercased())], operator: "mina", now: fixture.now) == 1)
    let claimed = try await fixture.claim(batches[0])
    #expect(claimed.map(\.message.rawValue) == [1, 3])
    let message = try #require(try await fixture.store.message(MessageID(rawValue: 2)))
    #expect(message.status == .suppressed && message.classification == .ownList(.manual))
    #expect(message.classification?.advice == .suppressedHere(.manual))
    #expect(message.classification?.isResendable == false)
    try await fixture.accept(claimed, batches[0])
    // Nobody was handed what was kept back.
    let summary = try #require(try await fixture.store.campaigns(campaign).first)
    #expect(summary.keptBack == 1 && summary.handedOver == 2)
    #expect(try await fixture.store.health(now: fixture.now).accepted == 2)
    guard
      case .nothingLeft = try await fixture.store.claim(
        batches[0], limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "the batch is done") }
    #expect(try await fixture.store.replay() == [])
    let history = try #require(try await fixture.store.history(limit: 10).last)
    #expect(history.action == "suppress" && history.operator == "mina" && history.count == 1)
  }

  /// A claim of a limit that only suppressed ones would fill goes on to those behind them.
  @Test func aClaimGoesOnBehindThem() async throws {
    let all = try await [address(1), address(2)].map { entry($0) }
    _ = try await fixture.store.suppress(all, operator: "mina", now: fixture.now)
    let claim = try await fixture.store.claim(batches[0], limit: 1, now: fixture.now, lease: .seconds(60))
    guard case .send(_, let messages) = claim else { return #expect(Bool(false)) }
    #expect(messages.map(\.message.rawValue) == [3])
    #expect(try await fixture.summary(campaign).counts == [.suppressed: 2, .sending: 1, .queued: 3])
  }

  /// Between two tries of a batch: what was refused for a passing reason is not tried again.
  @Test func whoIsPutOnTheListBetweenTwoTriesIsNotSentTo() async throws {
    let claimed = try await fixture.claim(batches[0])
    let left = try await fixture.store.record(
      claimed.map {
        .init(message: $0.message, attempt: $0.attempt, .refused(Refusal(cause: .throttled, reason: "slow down")))
      }, batch: batches[0], receiveCount: 1, now: fixture.now)
    #expect(left == 3)
    let one = try await address(1)
    _ = try await fixture.store.suppress([entry(one)], operator: "mina", now: fixture.now)
    let again = try await fixture.claim(batches[0])
    #expect(again.map(\.message.rawValue) == [2, 3] && again.map(\.attempt) == [2, 2])
    let message = try #require(try await fixture.store.message(MessageID(rawValue: 1)))
    #expect(message.status == .suppressed && message.classification == .ownList(.manual))
    try await fixture.accept(again, batches[0])
    #expect(try await fixture.summary(campaign).counts == [.suppressed: 1, .accepted: 2, .queued: 3])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aWholeBatchOfThemIsDone() async throws {
    let all = try await [address(1), address(2), address(3)].map { entry($0) }
    _ = try await fixture.store.suppress(all, operator: "mina", now: fixture.now)
    guard
      case .nothingLeft = try await fixture.store.claim(
        batches[0], limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false)) }
    try await fixture.accept(try await fixture.claim(batches[1]), batches[1])
    #expect(try await fixture.summary(campaign).state == .finished)
    #expect(try await fixture.store.replay() == [])
  }

  /// One at a time, by an explicit word; the address stays on the list, and the next message to it does not go out.
  @Test func oneOfThemMayBeSentToAllTheSame() async throws {
    let all = try await [address(1), address(2)].map { entry($0) }
    _ = try await fixture.store.suppress(all, operator: "mina", now: fixture.now)
    try await fixture.accept(try await fixture.claim(batches[0]), batches[0])
    let one = MessageID(rawValue: 1)
    var report = try await resend(Scope(messages: [one]))
    #expect(report.resent == 0 && report.count.skipped.map(\.count) == [1])
    report = try await resend(Scope(campaign: campaign))
    #expect(report.resent == 0, "all of a campaign are never taken along")
    report = try await resend(.despiteList(one))
    #expect(report.resent == 1)
    let batch = try #require(try await fixture.queueAll().first { !batches.contains($0.batch) }).batch
    #expect(try await fixture.claim(batch).map(\.message) == [one])
    #expect(try await fixture.store.suppression(of: try await address(1), now: fixture.now) != nil)
    let history = try #require(try await fixture.store.history(limit: 10).first { $0.action == "resend" })
    #expect(history.condition.contains("although on the suppression list"), "\(history)")
    #expect(try await fixture.store.replay() == [])
  }

  @Test func anEntryEndsByItself() async throws {
    let one = try await address(1)
    let end = fixture.now + .seconds(60)
    _ = try await fixture.store.suppress([entry(one, until: end)], operator: "mina", now: fixture.now)
    #expect(try await fixture.store.suppression(of: one, now: fixture.now) != nil)
    fixture.now = end
    #expect(try await fixture.store.suppression(of: one, now: fixture.now) == nil)
    #expect(try await fixture.claim(batches[0]).count == 3)
  }

  @Test func whoIsTakenOffIsSentTo() async throws {
    let one = try await address(1)
    _ = try await fixture.store.suppress([entry(one)], operator: "mina", now: fixture.now)
    #expect(try await fixture.store.unsuppress([one, "nobody@example.com"], operator: "mina", now: fixture.now) == 1)
    #expect(try await fixture.claim(batches[0]).count == 3)
    #expect(try await fixture.store.suppressions(limit: 10, now: fixture.now).total == 0)
  }

  @Test(arguments: [true, false]) func aBounceForGoodPutsItsAddressOnTheList(rule: Bool) async throws {
    try fixture.store.close()
    let store = try EventStore(
      path: fixture.path, newID: "unused", rules: SuppressionRules(hardBounces: rule, complaints: true))
    let claim = try await store.claim(batches[0], limit: 50, now: fixture.now, lease: .seconds(60))
    guard case .send(_, let messages) = claim else { return #expect(Bool(false)) }
    _ = try await store.record(
      messages.map { .init(message: $0.message, attempt: $0.attempt, .accepted(providerID: "p\($0.message)")) },
      batch: batches[0], receiveCount: 1, now: fixture.now)
    let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    let complaint = Classification(kind: .complaint, cause: "Complaint", subtype: "abuse")
    _ = try await store.ingest(
      [
        fixture.incoming(.bounce, messages[0].message, at: 1, hard),
        fixture.incoming(.bounce, messages[1].message, at: 1, soft),
        fixture.incoming(.complaint, messages[2].message, at: 1, complaint),
      ], now: fixture.now)
    let page = try await store.suppressions(limit: 10, now: fixture.now)
    let expected = (rule ? [messages[0].address] : []) + [messages[2].address]
    #expect(Set(page.entries.map(\.address)) == Set(expected))
    #expect(page.entries.allSatisfy { $0.by.isEmpty && ($0.cause == .hardBounce || $0.cause == .complaint) })
    // An operator's word for a day does not end what a bounce says for good, and what they wrote stays.
    var forADay = entry(messages[1].address)
    forADay.until = fixture.now + .seconds(86_400)
    _ = try await store.suppress([forADay], operator: "mina", now: fixture.now)
    _ = try await store.ingest([fixture.incoming(.bounce, messages[1].message, at: 2, hard)], now: fixture.now)
    let joined = try await store.suppression(of: messages[1].address, now: fixture.now)
    #expect(joined?.cause == (rule ? .hardBounce : .manual) && joined?.until == (rule ? nil : forADay.until))
    #expect(joined?.note == forADay.note)
  }

  /// Off without a word; what an archive tells is no news.
  @Test(arguments: [(true, false, true), (false, false, false), (true, true, false)])
  func whoLeavesTheListIsPutOnIt(rule: Bool, isArchive: Bool, isListed: Bool) async throws {
    try fixture.store.close()
    let store = try EventStore(
      path: fixture.path, newID: "unused",
      rules: SuppressionRules(hardBounces: true, complaints: true, unsubscribes: rule))
    let one = try #require(try await store.message(MessageID(rawValue: 1))).address
    var event = fixture.incoming(.subscription, MessageID(rawValue: 1), at: 1)
    (event.address, event.isUnsubscription) = (one, true)
    var other = fixture.incoming(.subscription, MessageID(rawValue: 2), at: 1)
    other.isUnsubscription = false
    _ = try await store.ingest([event, other], isArchive: isArchive, now: fixture.now)
    let entry = try await store.suppression(of: one, now: fixture.now)
    #expect((entry?.cause == .unsubscribed) == isListed)
    #expect(try await store.suppressions(limit: 9, now: fixture.now).total == (isListed ? 1 : 0))
  }

  /// Whoever adds an address once more does not weaken what is there.
  @Test func whatIsGraverStaysAndWhatLastsLonger() async throws {
    let one = try await address(1)
    let complaint = Suppression(address: one, cause: .complaint, since: fixture.now, note: "by their law firm")
    _ = try await fixture.store.suppress([complaint], operator: "mina", now: fixture.now)
    let weak = Suppression(
      address: one.uppercased(), cause: .manual, since: fixture.now + .seconds(5),
      until: fixture.now + .seconds(60), by: "joon")
    #expect(try await fixture.store.suppress([weak], operator: "joon", now: fixture.now + .seconds(5)) == 0)
    #expect(try await fixture.store.suppression(of: one, now: fixture.now + .seconds(100)) == complaint)
    // The other way round the graver takes its place.
    let two = try await address(2)
    var first = weak
    first.address = two
    _ = try await fixture.store.suppress([first], operator: "joon", now: fixture.now)
    let second = Suppression(address: two, cause: .complaint, since: fixture.now + .seconds(9))
    _ = try await fixture.store.suppress([second], operator: "mina", now: fixture.now)
    #expect(try await fixture.store.suppression(of: two, now: fixture.now + .seconds(100)) == second)
  }

  @Test func whoseTimeIsOverIsListedNoMore() async throws {
    let one = try await address(1)
    let entry = Suppression(address: one, cause: .manual, since: fixture.now, until: fixture.now + .seconds(60))
    _ = try await fixture.store.suppress([entry], operator: "mina", now: fixture.now)
    #expect(try await fixture.store.suppressions(limit: 10, now: fixture.now + .seconds(59)).total == 1)
    let later = try await fixture.store.suppressions(limit: 10, now: fixture.now + .seconds(60))
    #expect(later.total == 0 && later.entries.isEmpty)
  }

  /// In pieces, each person once, with one line in the record; who is on the list stays there as before.
  @Test func everybodyOfAFilterIsPutOnIt() async throws {
    let one = try await address(1)
    let before = Suppression(address: one, cause: .complaint, since: fixture.now)
    _ = try await fixture.store.suppress([before], operator: "mina", now: fixture.now)
    let people = try AudienceStaging(folder: fixture.folder)
    try people.add(
      (0..<4500).map { (address: "p\($0)@example.com", values: []) } + [(address: one.uppercased(), values: [])])
    let new = try await fixture.store.suppress(
      people, condition: "everybody", operator: "joon", now: fixture.now + .seconds(1))
    #expect(new == 4500)
    #expect(try await fixture.store.suppressions(limit: 1, now: fixture.now + .seconds(1)).total == 4501)
    #expect(try await fixture.store.suppression(of: one, now: fixture.now + .seconds(1)) == before)
    let history = try #require(try await fixture.store.history(limit: 10).last)
    #expect(history.condition == "everybody" && history.count == 4501 && history.operator == "joon")
  }

  @Test func theRecordNamesWhomItWasAbout() async throws {
    let entries = (1...5).map { entry("p\($0)@example.com") }
    _ = try await fixture.store.suppress(Array(entries.prefix(2)), operator: "mina", now: fixture.now)
    _ = try await fixture.store.suppress(entries, operator: "mina", now: fixture.now)
    _ = try await fixture.store.suppress(entries, condition: "left.csv", operator: "mina", now: fixture.now)
    _ = try await fixture.store.unsuppress(entries.map(\.address), operator: "mina", now: fixture.now)
    let record = try await fixture.store.history(limit: 10).suffix(4).map(\.condition)
    #expect(
      record == [
        "p1@example.com, p2@example.com", "p1@example.com, p2@example.com, p3@example.com …", "left.csv",
        "p1@example.com, p2@example.com, p3@example.com …",
      ])
  }

  @Test func theListIsReadByPages() async throws {
    let entries = (0..<25).map { at in
      Suppression(
        address: "p\(at)@example.com", cause: .unsubscribed, since: fixture.now + .seconds(at), by: "mina")
    }
    _ = try await fixture.store.suppress(entries, operator: "mina", now: fixture.now)
    let page = try await fixture.store.suppressions(limit: 10, offset: 10, now: fixture.now)
    #expect(page.total == 25 && page.entries.map(\.address).first == "p14@example.com" && page.entries.count == 10)
    #expect(
      try await fixture.store.suppressions(containing: "P2", limit: 10, now: fixture.now).total == 6, "2 and 20 to 24")
  }

  @Test func whoOfAnAudienceIsOnItIsCounted() async throws {
    let staging = try fixture.staging(40)
    #expect(try await fixture.store.suppressed(in: staging, listing: 3, now: fixture.now).count == 0)
    let first = try #require(staging.first).address
    _ = try await fixture.store.suppress([entry(first)], operator: "mina", now: fixture.now)
    let found = try await fixture.store.suppressed(in: staging, listing: 3, now: fixture.now)
    #expect(found.count == 1 && found.listed == [first])
  }
}
