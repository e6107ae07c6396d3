import Foundation
import Model
import Testing

@testable import EventStore

/// Repeating a launch: after a kill it is the same campaign, later it is refused, and `again` is a copy.
@Suite struct TwinTests {
  private func staging(_ fixture: StoreFixture, _ count: Int = 10, prefix: String = "user") async throws
    -> AudienceStaging
  {
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add((0..<count).map { ("\(prefix)\($0)@example.com", ["n\($0)"]) })
    return staging
  }

  private func plan(_ name: String = "May", text: String = "Hello") -> CampaignPlan {
    CampaignPlan(
      name: name, channel: .email, operator: "mina", audience: "may.csv",
      template: Template(from: "a@b.example", subject: "s", text: text, html: nil), columns: ["name"], batchSize: 5)
  }

  @Test func whoWasNotToldGetsTheSameCampaign() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    #expect(try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now }) == first)
    #expect(try await fixture.store.campaigns().count == 1)
    #expect(try await fixture.store.messages(MessageQuery()).rows.count == 10)
    #expect(try await fixture.store.replay() == [])
  }

  /// The same content to the same people is known whatever it is called, in whatever order and spelling they come; a day long.
  @Test func theSameToTheSamePeopleIsKnownUnderAnyName() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    let turned = try AudienceStaging(folder: fixture.folder)
    try turned.add((0..<10).reversed().map { ("USER\($0)@Example.com", ["n\($0)"]) })
    let others = try AudienceStaging(folder: fixture.folder)
    try others.add((0..<10).map { ("user\($0)@example.com", ["of June \($0)"]) })
    func like(_ plan: CampaignPlan, _ staging: AudienceStaging, after span: Duration = .zero) async throws
      -> CampaignID?
    {
      try await fixture.store.like(of: plan, people: staging.people, now: fixture.now + span)?.id
    }
    #expect(try await fixture.store.twin(of: plan("June"), audience: turned.digest) == nil)
    #expect(try await like(plan("June"), turned) == first)
    #expect(try await like(plan("June", text: "Hello!"), turned) == nil)
    #expect(try await like(plan("June"), staging(fixture, 9)) == nil)
    #expect(try await like(plan("June"), others) == nil, "what differs by their values is not the same")
    #expect(try await like(plan("June"), turned, after: .seconds(86_400)) == first)
    #expect(try await like(plan("June"), turned, after: .seconds(86_401)) == nil)
  }

  /// What ends it in the middle leaves nothing of it.
  @Test func aLaunchThatIsStoppedLeavesNothing() async throws {
    struct Stop: Error {}
    let fixture = try StoreFixture()
    let many = try await staging(fixture, 12_000)
    await #expect(throws: Stop.self) {
      try await fixture.store.launch(plan(), from: many, now: { fixture.now }) { copied in
        if copied >= 5000 { throw Stop() }
      }
    }
    #expect(try await fixture.store.campaigns().isEmpty)
    #expect(try await fixture.store.messages(MessageQuery()).rows.isEmpty)
    #expect(try await fixture.store.replay() == [])
    #expect(try await fixture.store.history(limit: 10).isEmpty)
  }

  @Test func aRateAndTheMarkAreKept() async throws {
    let fixture = try StoreFixture()
    var rated = plan()
    rated.rate = SendRate(perSecond: 0.5)
    rated.isAdvertising = true
    let id = try await fixture.store.launch(rated, from: staging(fixture), now: { fixture.now })
    let summary = try await fixture.summary(id)
    #expect(summary.rate == SendRate(perSecond: 0.5) && summary.isAdvertising)
    #expect(try await fixture.queueAll().allSatisfy { $0.rate == SendRate(perSecond: 0.5) })
  }

  @Test func whoWasToldMustMeanIt() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    try await fixture.store.acknowledge(first)
    await #expect {
      try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    } throws: { error in
      (error as? StoreError)?.code == .notAllowed && "\(error)".contains("campaign \(first) (May)")
    }
    let second = try await fixture.store.launch(plan(), from: staging(fixture), again: true, now: { fixture.now })
    #expect(second != first)
    #expect(try await fixture.store.history(limit: 1000).last?.result == "launched again: a copy of campaign \(first)")
    #expect(try await fixture.store.messages(MessageQuery(limit: 100)).rows.count == 20)
  }

  /// A launch that was cut off and stopped since does not go on: who repeats it must not be told that it does.
  @Test func whatWasStoppedMeanwhileIsNotContinued() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    _ = try await fixture.store.cancel(first, operator: "t", now: fixture.now)
    await #expect {
      try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    } throws: { error in
      (error as? StoreError)?.code == .notAllowed && "\(error)".contains("campaign \(first) (May)")
        && "\(error)".contains("cancelled")
    }
    let second = try await fixture.store.launch(plan(), from: staging(fixture), again: true, now: { fixture.now })
    #expect(second != first)
    #expect(try await fixture.store.campaigns(second)[0].counts == [.queued: 10])
    #expect(try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now }) == second)
  }

  @Test func whatHasFinishedMeanwhileIsNotContinued() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    for entry in try await fixture.queueAll() {
      try await fixture.accept(try await fixture.claim(entry.batch), entry.batch)
    }
    #expect(try await fixture.summary(first).state == .finished)
    await #expect {
      try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    } throws: { ($0 as? StoreError)?.code == .notAllowed }
  }

  /// Who wanted one more, was killed, and says the same again, wanted one more and not two.
  @Test func onceMoreIsContinuedToo() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    try await fixture.store.acknowledge(first)
    let second = try await fixture.store.launch(plan(), from: staging(fixture), again: true, now: { fixture.now })
    #expect(try await fixture.store.launch(plan(), from: staging(fixture), again: true, now: { fixture.now }) == second)
    try await fixture.store.acknowledge(second)
    #expect(try await fixture.store.launch(plan(), from: staging(fixture), again: true, now: { fixture.now }) > second)
  }

  @Test func whatDiffersIsAnotherCampaign() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now })
    try await fixture.store.acknowledge(first)
    let others = [
      try await fixture.store.launch(plan("June"), from: staging(fixture), now: { fixture.now }),
      try await fixture.store.launch(plan(text: "Bye"), from: staging(fixture), now: { fixture.now }),
      try await fixture.store.launch(plan(), from: staging(fixture, 9), now: { fixture.now }),
      try await fixture.store.launch(plan(), from: staging(fixture, prefix: "other"), now: { fixture.now }),
    ]
    #expect(Set(others + [first]).count == 5)
  }

  /// Two processes launch the same at once: whoever is second in the last transaction gets the first one's.
  @Test func ofTwoAtOnceOneRemains() async throws {
    let fixture = try StoreFixture()
    let other = try fixture.another()
    var inner: CampaignID?
    let outer = try await fixture.store.launch(plan(), from: staging(fixture), now: { fixture.now }) { _ in
      // Between the copying and the last transaction.
      inner = try? await other.launch(plan(), from: staging(fixture), now: { fixture.now })
    }
    #expect(inner == outer)
    #expect(try await fixture.store.campaigns().map(\.id) == [outer])
    #expect(try await fixture.store.messages(MessageQuery(limit: 100)).rows.count == 10)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func lettersCaseMakesNoOtherMailbox() async throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add([
      ("User@example.com", ["1"]), ("user@example.com", ["2"]), ("USER@EXAMPLE.com", ["3"]), ("me@예시.kr", ["4"]),
    ])
    #expect((staging.recipients, staging.duplicates) == (2, 2))
    let id = try await fixture.store.launch(plan(), from: staging, now: { fixture.now })
    // Sent to as it was written first.
    #expect(
      try await fixture.store.messages(MessageQuery(campaign: id)).rows.map(\.address) == [
        "User@example.com", "me@예시.kr",
      ])
    #expect(try await fixture.store.messages(to: "uSER@example.COM", limit: 10).count == 1)
  }

  /// The same mailbox in both spellings of its domain is one recipient, as events take it for one.
  @Test func bothSpellingsOfADomainAreOneRecipient() throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    var told: [Int] = []
    try staging.add([
      .init(line: 2, address: "kim@münchen.example", values: []),
      .init(line: 3, address: "lee@example.com", values: []),
      .init(line: 4, address: "KIM@xn--mnchen-3ya.example", values: []),
    ]) { _, first in told.append(first) }
    #expect((staging.recipients, staging.duplicates) == (2, 1))
    #expect(told == [2])
  }
}
