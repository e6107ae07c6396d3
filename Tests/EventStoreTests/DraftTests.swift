import Model
import StoreSupport
import Testing

@testable import EventStore

/// What is being composed is kept as it was typed.
@Suite struct DraftTests {
  private func draft(_ id: String, _ entries: [String: String], at second: Int = 0) -> Draft {
    Draft(
      id: Draft.ID(rawValue: id), entries: entries, operator: "kim",
      changedAt: Timestamp(milliseconds: 1_795_000_000_000) + .seconds(second))
  }

  @Test func whatWasTypedComesBackByteForByte() async throws {
    let fixture = try StoreFixture()
    let entries = [
      "name": "봄 “세일” \u{1F} \u{10} \u{1B}[2J", "from": "", "file": "/tmp/a b.csv", "parameter/day": "=1+1\n\t'",
    ]
    try await fixture.store.keep(draft("a", entries))
    #expect(try await fixture.store.drafts() == [draft("a", entries)])
    try await fixture.store.keep(draft("b", [:], at: 1))
    try await fixture.store.keep(draft("a", ["name": "x"], at: 2))
    #expect(try await fixture.store.drafts() == [draft("a", ["name": "x"], at: 2), draft("b", [:], at: 1)])
    #expect(try await fixture.store.drop([Draft.ID(rawValue: "a"), Draft.ID(rawValue: "none")]) == 1)
    #expect(try await fixture.store.drafts().map(\.id.rawValue) == ["b"])
    #expect(try await fixture.store.replay() == [], "the journal knows nothing of it")
  }

  @Test func whatWasTypedLastIsRemembered() async throws {
    let fixture = try StoreFixture()
    #expect(try await fixture.store.typedLast() == [:])
    try await fixture.store.remember(typed: ["from": "a@example.com", "audience/overdue/day": "today"])
    try await fixture.store.remember(typed: ["from": "b@example.com"])
    #expect(try await fixture.store.typedLast() == ["from": "b@example.com", "audience/overdue/day": "today"])
  }
}
