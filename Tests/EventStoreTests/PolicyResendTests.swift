import Model
import Ports
import StoreSupport
import Testing

@testable import EventStore

/// What was refused for a policy of the receiving server (5.7.x) is resent by an explicit word, and by nothing else.
@Suite struct PolicyResendTests {
  private static let policy = Classification(kind: .soft, cause: "Transient", subtype: "General", smtpStatus: "5.7.26")
  private static let unsure = Classification(kind: .undetermined, cause: "Undetermined", smtpStatus: "5.7.1")
  /// Each bears the code of a policy, or is final, and is never resent all the same.
  private static let never = [
    Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.7.1"),
    Classification(kind: .suppressed, cause: "Permanent", subtype: "OnAccountSuppressionList", smtpStatus: "5.7.1"),
    Classification(kind: .complaint, cause: "Complaint", subtype: "abuse"),
    Classification(kind: .content, cause: "Transient", subtype: "ContentRejected", smtpStatus: "5.7.1"),
    Classification(kind: .soft, cause: "Transient", subtype: "General", smtpStatus: "5.1.1"),
  ]

  /// Ten messages: 1 softly bounced, 2 and 3 for a policy, 4 to 8 for what is never resent, the rest delivered.
  private func sent() async throws -> (StoreFixture, CampaignID) {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10)
    let batch = try await fixture.queueAll()[0].batch
    _ = try await fixture.accept(fixture.claim(batch), batch)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    var events: [IncomingEvent] = []
    for (number, failure) in ([soft, Self.policy, Self.unsure] + Self.never).enumerated() {
      let type = failure.kind == .complaint ? EventType.complaint : .bounce
      events.append(fixture.incoming(type, MessageID(rawValue: Int64(number + 1)), at: 1, failure))
    }
    _ = try await fixture.store.ingest(events, now: fixture.now)
    return (fixture, id)
  }

  private func resend(_ fixture: StoreFixture, _ scope: Scope, isDryRun: Bool = true) async throws -> ResendReport {
    try await fixture.store.resend(
      scope, isDryRun: isDryRun, operator: "kim", now: fixture.now + .seconds(1), mayResend: \.isResendable)
  }

  @Test func withoutTheWordTheyAreLeftAloneAndToldApart() async throws {
    let (fixture, id) = try await sent()
    let report = try await resend(fixture, Scope(campaign: id))
    #expect(report.resent == 1)
    #expect(report.skipped[.receiversPolicy("5.7.26")] == 1 && report.skipped[.receiversPolicy("5.7.1")] == 1)
    #expect(report.count.refusedForPolicy == 2)
    #expect(report.skipped.values.reduce(0, +) == 7)
  }

  /// By counters, by a filter and by names: three ways through the store, one rule.
  @Test(arguments: [
    Scope(includesPolicy: true), Scope(addressPrefix: "user", includesPolicy: true),
    Scope(messages: (1...10).map { MessageID(rawValue: $0) }, includesPolicy: true),
  ]) func withTheWordTheyGoAlongAndNothingElseDoes(scope: Scope) async throws {
    let (fixture, id) = try await sent()
    var scope = scope
    scope.campaign = id
    let rehearsed = try await resend(fixture, scope)
    #expect(rehearsed.resent == 3)
    #expect(rehearsed.count.refusedForPolicy == 0)
    for failure in Self.never { #expect(rehearsed.skipped.keys.contains { "\($0)".contains("\(failure.kind)") }) }
    #expect(try await resend(fixture, scope, isDryRun: false) == rehearsed)
    #expect(try await fixture.summary(id).counts[.queued] == 3)
    for number in Int64(4)...8 {
      #expect(try await fixture.store.message(MessageID(rawValue: number))?.status != .queued, "\(number)")
    }
    let condition = try #require(try await fixture.store.history(limit: 100).last).condition
    #expect(condition.hasPrefix("refusals for a receiving server's policy too: "), "\(condition)")
    #expect(OwnRecord(stored: OwnRecord.stored(of: condition))?.sentence == condition)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whatIsLeftAloneIsListed() async throws {
    let (fixture, id) = try await sent()
    func list(_ scope: Scope) async throws -> [LeftAlone] {
      try await fixture.store.leftAlone(scope, now: fixture.now, mayResend: \.isResendable)
    }
    let all = try await list(Scope(campaign: id))
    #expect(all.count == 7 && all.allSatisfy { $0.count == 1 && $0.message == nil })
    #expect(Set(all.compactMap(\.classification)) == Set([Self.policy, Self.unsure] + Self.never))
    let named = try await list(Scope(campaign: id, messages: [1, 2, 9].map { MessageID(rawValue: $0) }))
    #expect(named.map(\.message?.rawValue) == [2, 9])
    #expect(named.map(\.why) == [.receiversPolicy("5.7.26"), .notFailed(.accepted)])
    #expect(named.map(\.address) == ["user1@example.com", "user8@example.com"])
    #expect(try await list(Scope(campaign: id, addressPrefix: "user")).count == 7)
    #expect(try await list(Scope(messages: [MessageID(rawValue: 1)])) == [])
  }
}
