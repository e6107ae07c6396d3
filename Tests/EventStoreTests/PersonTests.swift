import Model
import Ports
import StoreSupport
import Testing

@testable import EventStore

/// Everything to one address; addresses of a filter; the provider's names for earlier attempts.
@Suite struct PersonTests {
  @Test func everythingToAnAddressIsThereNewestFirstAndNothingElse() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.launch(12)
    let second = try await fixture.launch(3)
    // Another program's, to the address in capitals.
    let mail = IncomingEvent(
      tags: nil, mailAt: fixture.now, providerID: "elsewhere", address: "USER1@example.com", subject: "Receipt",
      at: fixture.now, type: .send, identity: 1, classification: nil, reason: nil, detail: nil)
    _ = try await fixture.store.ingest([mail], now: fixture.now)
    let person = try await fixture.store.person("user1@example.com", limit: 10, now: fixture.now)
    // user10@ and user11@ begin alike and are others.
    #expect(person.messages.map(\.campaign) == [nil, second, first] && person.total == 3)
    #expect(person.messages.map(\.id.rawValue) == [16, 14, 2])
    let short = try await fixture.store.person("user1@example.com", limit: 2, now: fixture.now)
    #expect(short.messages.count == 2 && short.total == 3)
    #expect(try await fixture.store.person("nobody@example.com", limit: 2, now: fixture.now).messages.isEmpty)
  }

  @Test func addressesOfAFilterAreReadAsFarAsTheyFit() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2500)
    let all = try await fixture.store.addresses(MessageQuery(campaign: id), bytes: 1_000_000)
    #expect(all?.count == 2500 && all?.first == "user0@example.com" && all?.last == "user2499@example.com")
    let few = ["user0@example.com", "user1@example.com"]
    let bytes = few.joined(separator: "\n").utf8.count
    let query = MessageQuery(campaign: try await fixture.launch(2))
    #expect(try await fixture.store.addresses(query, bytes: bytes) == few)
    #expect(try await fixture.store.addresses(query, bytes: bytes - 1) == nil)
  }

  @Test func earlierAttemptsKeepTheirNames() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    _ = try await fixture.accept(fixture.claim(batch), batch)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    let one = MessageID(rawValue: 1)
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, one, at: 1, soft)], now: fixture.now)
    #expect(try await fixture.store.earlierProviderIDs(of: one) == [:])
    _ = try await fixture.store.resend(
      Scope(campaign: id), isDryRun: false, operator: "kim", now: fixture.now, mayResend: \.isResendable)
    #expect(try await fixture.store.earlierProviderIDs(of: one) == [1: "p-1-1"])
    #expect(try await fixture.store.earlierProviderIDs(of: MessageID(rawValue: 2)) == [:])
    #expect(try await fixture.store.earlierProviderIDs(of: one, rows: 0) == [:], "no more is read than that")
  }
}
