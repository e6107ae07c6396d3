import EventStore
import Foundation
import Model
import Testing

/// Compares a store with the simulator's ledger once everything has been sent.
struct Audit {
  let place: Workplace
  let ledger: Ledger
  let store: EventStore
  let messages: [MessageSummary]

  init(_ place: Workplace) async throws {
    self.place = place
    ledger = try Ledger(path: place.ledger)
    store = try await place.openStore()
    var messages: [MessageSummary] = []
    var query = MessageQuery(limit: 1000)
    while true {
      let page = try await store.messages(query)
      messages += page.rows
      guard page.hasLater, let last = page.rows.last else { break }
      query.anchor = .after(last.id)
    }
    self.messages = messages
  }

  /// Expects that nobody was mailed twice, that every message is what the ledger says, and that the read models are
  /// what the journal says.
  func expectSound(recipients: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    ledger.expectNobodyTwice(sourceLocation: sourceLocation)
    #expect(messages.count == recipients, sourceLocation: sourceLocation)
    #expect(Set(messages.map(\.address)).count == recipients, sourceLocation: sourceLocation)
    for campaign in try await store.campaigns() {
      let sum = campaign.counts.values.reduce(0, +)
      #expect(sum == campaign.recipients, "campaign \(campaign.id)", sourceLocation: sourceLocation)
      #expect(campaign.batches.pending == 0, "campaign \(campaign.id)", sourceLocation: sourceLocation)
    }
    try await expectStatusesFit(sourceLocation)
    try await expectDoubtsAreFounded(sourceLocation)
    #expect(try await store.replay() == [], sourceLocation: sourceLocation)
  }

  /// Whom the provider accepted must be in a status that says so, or in doubt; and nobody else may.
  private func expectStatusesFit(_ sourceLocation: SourceLocation) async throws {
    let accepted = Set(ledger.messages)
    let hidden = messages.filter {
      accepted.contains($0.id.description) && !$0.status.provesAcceptance && $0.status != .uncertain
    }
    #expect(hidden.map(\.status) == [], "accepted by the provider, and not known here", sourceLocation: sourceLocation)
    let invented = messages.filter { !accepted.contains($0.id.description) && $0.status.provesAcceptance }
    #expect(invented.map(\.id) == [], "known as accepted, and never was", sourceLocation: sourceLocation)
  }

  /// A doubt is a claim without an outcome, and nothing else is.
  private func expectDoubtsAreFounded(_ sourceLocation: SourceLocation) async throws {
    for message in messages where message.status == .uncertain {
      let last = try await store.timeline(message.id).filter { $0.attempt == message.attempts }
      #expect(last.contains { $0.type == .claimed }, "message \(message.id)", sourceLocation: sourceLocation)
      #expect(
        !last.contains { $0.type == .accepted || $0.type == .refused || $0.source == .provider },
        "message \(message.id)", sourceLocation: sourceLocation)
    }
  }

  /// Expects nothing to be left under way but what lies in dead letters.
  func expectSettled(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    #expect(messages.filter { $0.status == .sending }.map(\.id) == [], sourceLocation: sourceLocation)
    let queued = messages.count { $0.status == .queued }
    let dead = try await store.deadLetters(limit: 1000).reduce(0) { $0 + $1.recipients }
    #expect(queued <= dead, "queued, and in no dead letter", sourceLocation: sourceLocation)
  }
}
