import Model
import Testing

@testable import EventStore

/// Failures by domain and by time, and pages and actions on a part of them.
@Suite struct FailureGroupTests {
  private static let soft = Classification(
    kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private static let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  /// Twelve messages, of whom nine failed: to three domains, in three hours.
  private func filled() async throws -> (StoreFixture, CampaignID) {
    let fixture = try StoreFixture()
    let staging = try fixture.staging(0)
    let domains = ["naver.com", "gmail.com", "NAVER.com", "한국.kr"]
    try staging.add((0..<12).map { ("user\($0)@\(domains[$0 % 4])", ["\($0)"]) })
    let id = try await fixture.store.launch(fixture.plan(), from: staging, again: true, now: { fixture.now })
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    try await fixture.accept(claimed, batch)
    for number in 1...9 {
      _ = try await fixture.store.ingest(
        [
          fixture.incoming(
            .bounce, MessageID(rawValue: Int64(number)), at: Int64(number % 3) * 3_600_000,
            number % 3 == 0 ? Self.hard : Self.soft)
        ], unreadable: [], now: fixture.now)
    }
    return (fixture, id)
  }

  @Test func domainsAreCountedWhateverTheirLetters() async throws {
    let (fixture, id) = try await filled()
    let groups = try await fixture.store.failures(id, by: .domain, limit: 10)
    #expect(groups.map(\.slice.domain).first == "naver.com")
    #expect(groups.map(\.count).reduce(0, +) == 9)
    #expect(groups.first?.count == 5, "NAVER.com is the same")
    #expect(groups.allSatisfy { $0.kinds.values.reduce(0, +) == $0.count })
    #expect(try await fixture.store.failures(id, by: .domain, limit: 1).count == 1)
    #expect(try await fixture.store.failures(nil, by: .domain, limit: 10) == groups)
    #expect(try await fixture.store.failures(CampaignID(rawValue: 9), by: .domain, limit: 10).isEmpty)
  }

  @Test func hoursAndDaysAreTheOperatorsClocks() async throws {
    let (fixture, id) = try await filled()
    let hours = try await fixture.store.failures(id, by: .hour(offset: .seconds(1800)), limit: 10)
    #expect(hours.map(\.count) == [3, 3, 3])
    let starts = try hours.map { try #require($0.slice.span).lowerBound.milliseconds }
    #expect(starts == starts.sorted(by: >), "the latest first")
    #expect(starts.allSatisfy { ($0 + 1_800_000) % 3_600_000 == 0 })
    let days = try await fixture.store.failures(id, by: .day(offset: .zero), limit: 10)
    #expect(days.reduce(0) { $0 + $1.count } == 9)
  }

  @Test func aPartsPagesHaveItsMessagesAndNoOthers() async throws {
    let (fixture, id) = try await filled()
    for grouping in [FailureGrouping.domain, .hour(offset: .seconds(1800)), .day(offset: .seconds(9 * 3600))] {
      var all: [MessageID] = []
      for group in try await fixture.store.failures(id, by: grouping, limit: 10) {
        var query = MessageQuery(campaign: id, slice: group.slice, limit: 2)
        var found: [MessageSummary] = []
        while case let page = try await fixture.store.messages(query), let last = page.rows.last {
          found += page.rows
          query.anchor = .after(last.id)
        }
        #expect(found.count == group.count && found.map(\.id) == found.map(\.id).sorted())
        #expect(found.allSatisfy { $0.classification != nil })
        query.anchor = .last
        #expect(try await fixture.store.messages(query).rows.last?.id == found.last?.id)
        all += found.map(\.id)
      }
      #expect(all.sorted() == (1...9).map { MessageID(rawValue: Int64($0)) })
    }
    let narrowed = MessageQuery(
      campaign: id, addressPrefix: "user2", slice: FailureSlice(domain: "naver.com"), limit: 10)
    #expect(try await fixture.store.messages(narrowed).rows.map(\.address) == ["user2@NAVER.com"])
  }

  @Test func aResendOfAPartTakesWhatThePartShows() async throws {
    let (fixture, id) = try await filled()
    let slice = FailureSlice(domain: "naver.com")
    let report = try await fixture.store.resend(
      Scope(campaign: id, slice: slice), isDryRun: false, operator: "kim", now: fixture.now,
      mayResend: { $0.isResendable })
    let page = try await fixture.store.messages(MessageQuery(campaign: id, status: .queued))
    #expect(page.rows.allSatisfy { $0.address.lowercased().hasSuffix("@naver.com") })
    #expect(report.resent == page.rows.count && report.resent + report.skipped.values.reduce(0, +) == 5)
    #expect(report.resent == 3)
    #expect(report.skipped.keys.allSatisfy { if case .notResendable(.hard, _) = $0 { true } else { false } })
    #expect(try await fixture.store.history(limit: 100).last?.condition == "@naver.com")
  }

  @Test func aResendOfNothingIsNoDeed() async throws {
    let (fixture, id) = try await filled()
    let before = try await fixture.store.history(limit: 100).count
    let report = try await fixture.store.resend(
      Scope(campaign: id, slice: FailureSlice(domain: "nowhere.com")), isDryRun: false, operator: "kim",
      now: fixture.now, mayResend: { $0.isResendable })
    #expect(report.resent == 0)
    #expect(try await fixture.store.history(limit: 100).count == before)
  }
}
