import Foundation
import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// Whose event it is: numbers alone prove nothing.
@Suite struct FinderTests {
  private let message = MessageID(rawValue: 1)
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  private func claimed() async throws -> StoreFixture {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(2)
    _ = try await fixture.claim(try await fixture.queueAll()[0].batch)
    return fixture
  }

  @Test func aTagOfAnotherCampaignIsNoTagOfOurs() async throws {
    let fixture = try await claimed()
    var event = fixture.incoming(.delivery, message)
    event.tags?.campaign = CampaignID(rawValue: 9)
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .sending)
    #expect(try await fixture.store.messages(MessageQuery()).rows.last?.campaign == nil)
    #expect(try await fixture.store.messages(MessageQuery()).rows.last?.status == .delivered)
  }

  /// A reused number: somebody else's delivery would have marked this person delivered, who is never mailed then.
  @Test func aTagOfAnotherPersonIsNoTagOfOurs() async throws {
    let fixture = try await claimed()
    var event = fixture.incoming(.delivery, message)
    event.address = "somebody@else.example"
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .sending)
    // The provider's id is proof, whatever address the event names.
    try await fixture.store.write { db in
      try db.execute(
        sql: "UPDATE message SET providerID = 'p-known', providerKey = ? WHERE id = 1",
        arguments: [StableHash.hash("p-known")])
    }
    event.providerID = "p-known"
    event.identity = 5
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .delivered)
  }

  @Test func mailOfBeforeTheCampaignIsNoMailOfIts() async throws {
    let fixture = try await claimed()
    var event = fixture.incoming(.bounce, message, hard)
    event.mailAt = fixture.now + .seconds(-3600)
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .sending)
    // Clocks that are a little apart are no other mail.
    event.mailAt = fixture.now + .seconds(-300)
    event.identity = 6
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .hardBounced)
  }

  @Test func anAddressThatIsWrittenOtherwiseIsTheSame() async throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add([("Kim@예시.kr", [""])])
    let plan = CampaignPlan(
      name: "IDN", channel: .email, operator: "t", audience: "f",
      template: Template(from: "a@b.example", subject: "s", text: "t", html: nil), columns: ["name"], batchSize: 50)
    _ = try await fixture.store.launch(plan, from: staging, now: { fixture.now })
    _ = try await fixture.claim(try await fixture.queueAll()[0].batch)
    var event = fixture.incoming(.delivery, message)
    // https://www.rfc-editor.org/rfc/rfc3492: "예시" is vv4b13t in Punycode.
    event.address = "kim@\(try #require(encoded("예시.kr")))"
    _ = try await fixture.store.ingest([event], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .delivered)
  }

  private func encoded(_ host: String) -> String? {
    var components = URLComponents()
    components.scheme = "https"
    components.host = host
    return components.encodedHost
  }

  @Test func anEventThatFitsNobodyIsKeptWhole() async throws {
    let fixture = try await claimed()
    var nameless = fixture.incoming(.delivery, message)
    nameless.address = ""
    nameless.tags?.campaign = CampaignID(rawValue: 9)
    nameless.document = Array("{\"a\":1}".utf8)
    var strange = fixture.incoming(.other("Novelty"), message)
    (strange.tags, strange.address, strange.document) = (nil, "x@example.com", Array("{\"b\":2}".utf8))
    let counts = try await fixture.store.ingest([nameless, strange], now: fixture.now)
    #expect(counts == IngestCounts(quarantined: 2))
    #expect(try await fixture.store.quarantine(limit: 10).map(\.body) == ["{\"a\":1}", "{\"b\":2}"])
    #expect(try await fixture.store.messages(MessageQuery()).rows.count == 2)
  }

  @Test func anUnknownTypeIsInTheTimelineAndProvesNoSending() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(1)
    _ = try await fixture.store.ingest([fixture.incoming(.other("Novelty"), message)], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .queued)
    #expect(try await fixture.store.message(message)?.attempts == 0)
    #expect(try await fixture.store.timeline(message).map(\.type) == [.queued, .other("Novelty")])
    #expect(try await fixture.claim(try await fixture.queueAll()[0].batch).count == 1)
  }

  /// Of mail that has arrived, an automatic reply is told as what it is; of mail that has not, as the failure it may be.
  @Test(arguments: [true, false]) func anAutomaticReplyIsNoFailureInTheTimeline(arrived: Bool) async throws {
    let fixture = try await claimed()
    let reply = Classification(kind: .soft, cause: "Transient", subtype: "General")
    var events = [fixture.incoming(.automaticReply, message, at: 1, reply)]
    if arrived { events.append(fixture.incoming(.delivery, message, at: 2)) }
    _ = try await fixture.store.ingest(events, now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == (arrived ? .delivered : .softBounced))
    let told = try #require(try await fixture.store.timeline(message).first { $0.type == .automaticReply })
    #expect(told.status == (arrived ? nil : .softBounced))
    #expect(told.classification == (arrived ? nil : reply))
    #expect(try await fixture.store.failures().map(\.count) == (arrived ? [] : [1]))
    #expect(try await fixture.store.replay() == [])
  }

  /// When the attempt that counts is an earlier one, a later one's events must not land on it.
  @Test func anEventLandsOnItsAttemptThoughAnEarlierOneCounts() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    let first = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      [.init(message: message, attempt: first[0].attempt, .unknown(reason: "broke"))], batch: batch,
      receiveCount: 1,
      now: fixture.now)
    _ = try await fixture.store.settle([message], .resend, operator: "t", now: fixture.now)
    let second = try await fixture.queueAll()[0].batch
    #expect(try await fixture.claim(second).map(\.attempt) == [2])
    let throttled = Refusal(cause: .throttled, reason: "slow down")
    _ = try await fixture.store.record(
      [.init(message: message, attempt: 2, .refused(throttled))], batch: second, receiveCount: 1, now: fixture.now
    )
    // Proof of the first: it counts from now on.
    _ = try await fixture.store.ingest([fixture.incoming(.delivery, message, attempt: 1, at: 5)], now: fixture.now)
    #expect(try await fixture.store.message(message)?.status == .delivered)
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, message, attempt: 2, at: 6, hard)], now: fixture.now)
    #expect(try await fixture.store.timeline(message).last?.attempt == 2)
    #expect(try await fixture.store.message(message)?.status == .hardBounced)
    #expect(try await fixture.store.campaigns(id)[0].counts == [.hardBounced: 1])
    #expect(try await fixture.store.replay() == [])
  }

  /// 10,000 recipients of one foreign mail took 12.7 s in one transaction, and a detail of 1 MB became 1 GB.
  @Test func manyRecipientsOfOneMailCostNoMoreThanTheirNumber() async throws {
    let fixture = try StoreFixture()
    let detail = "{\"note\":\"" + String(repeating: "x", count: 100_000) + "\"}"
    func events(_ range: Range<Int>, _ type: EventType) -> [IncomingEvent] {
      range.map { n in
        IncomingEvent(
          tags: nil, providerID: "one", address: "r\(n)@example.com", subject: nil, at: fixture.now, type: type,
          identity: StableHash.hash("\(type.name) \(n)"), classification: nil, reason: nil, detail: detail)
      }
    }
    let clock = ContinuousClock()
    let few = try await clock.measure { _ = try await fixture.store.ingest(events(0..<1000, .send), now: fixture.now) }
    let many = try await clock.measure {
      _ = try await fixture.store.ingest(events(1000..<10_000, .send), now: fixture.now)
    }
    // Nine times as many, with room for a busy machine: the square would be a hundred times as much.
    #expect(many < few * 40 + .seconds(1))
    _ = try await fixture.store.ingest(events(0..<10, .delivery), now: fixture.now)
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM detail") } == 1)
    #expect(try await fixture.store.timeline(MessageID(rawValue: 9000)).map(\.detail) == [detail])
    #expect(try await fixture.store.messages(MessageQuery(limit: 20_000)).rows.count == 10_000)
    #expect(try await fixture.store.replay() == [])
  }

  /// In one transaction: many foreign recipients of a provider id, our message that turns out to have it, and more events.
  @Test func ourMessageTakesOverWhatManyWereTakenFor() async throws {
    let fixture = try await claimed()
    func foreign(_ n: Int, _ type: EventType) -> IncomingEvent {
      IncomingEvent(
        tags: nil, providerID: "p-1", address: "r\(n)@example.com", subject: nil, at: fixture.now, type: type,
        identity: StableHash.hash("\(type.name) \(n)"), classification: nil, reason: nil, detail: nil)
    }
    var tagged = fixture.incoming(.send, message)
    tagged.providerID = "p-1"
    let events = (0..<200).map { foreign($0, .delivery) } + [foreign(0, .open), tagged, foreign(150, .open)]
    _ = try await fixture.store.ingest(events, now: fixture.now)
    #expect(
      try await fixture.store.messages(MessageQuery(limit: 1000)).rows.count == 2, "none is left of the foreign ones")
    #expect(try await fixture.store.message(message)?.status == .opened)
    let orphans = try await fixture.store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE message NOT IN (SELECT id FROM message)")
    }
    #expect(orphans == 0)
    #expect(try await fixture.store.replay() == [])
  }
}
