import GRDB
import Model
import Ports
import Testing
import TestSupport

@testable import EventStore

/// Legal histories of one message, own events included, in many orders: the row, the timeline and the counters come out
/// the same, and the same as the definition.
@Suite struct HistoriesTests {
  private static let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private static let reply = Classification(kind: .soft, cause: "Transient", subtype: "General")
  private static let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")
  private static let throttled = Refusal(cause: .throttled, reason: "slow down").classification

  /// One step of a history: an event of ours, or one of the provider's with the attempt its tags name.
  private struct Step {
    var type: EventType
    var attempt: Int
    var classification: Classification?
    var isOwn: Bool
  }

  /// What workers and operators write, in an order in which they may.
  private func own(_ random: inout SplitMix) -> [Step] {
    var steps: [Step] = []
    var attempt = 1
    func add(_ type: EventType, _ classification: Classification? = nil) {
      steps.append(Step(type: type, attempt: attempt, classification: classification, isOwn: true))
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      add(.claimed)
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        add(.accepted)
        return steps
      case 1:
        // Retried by the batch: the next claim opens the next attempt.
        add(.refused, Self.throttled)
        attempt += 1
      case 2, 3:
        add(.uncertain)
        add(.settledToResend)
        attempt += 1
      case 4:
        add(.uncertain)
        if Bool.random(using: &random) { add(.assumedSent) }
        return steps
      case 5:
        // A backup of before a resend was put back: the claim is on record, and the operator settles the doubt.
        add(.accepted)
        add(.resent)
        attempt += 1
        add(.uncertain)
        add(.settledToResend)
        attempt += 1
      default:
        add(.accepted)
        add(.resent)
        attempt += 1
      }
    }
    return steps
  }

  private func provided(_ own: [Step], _ random: inout SplitMix) -> [Step] {
    let attempts = own.filter { $0.type == .claimed }.map(\.attempt)
    let kinds: [(EventType, Classification?)] = [
      (.send, nil), (.delivery, nil), (.open, nil), (.automaticReply, Self.reply), (.bounce, Self.soft),
      (.bounce, Self.hard), (.deliveryDelay, Classification(kind: .delay, cause: "General")), (.other("Novelty"), nil),
      (.byOneOfSeveral(.open), nil), (.subscription, nil),
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let (type, classification) = kinds.randomElement(using: &random)!
      return Step(
        type: type, attempt: attempts.randomElement(using: &random)!, classification: classification, isOwn: false)
    }
  }

  /// The provider's events at random places, none before its attempt was claimed: that is on disk before mail leaves.
  private func mix(_ own: [Step], _ provided: [(Int, Step)], _ random: inout SplitMix) -> [(Int, Step)] {
    var story = own.enumerated().map { ($0.offset, $0.element) }
    for (index, step) in provided.shuffled(using: &random) {
      let claim = story.firstIndex { $0.1.isOwn && $0.1.type == .claimed && $0.1.attempt == step.attempt } ?? 0
      story.insert((index, step), at: Int.random(in: (claim + 1)...story.count, using: &random))
    }
    return story
  }

  @Test func orderDoesNotMatter() async throws {
    let seeds = 300
    let fixture = try StoreFixture()
    _ = try await fixture.launch(seeds * 3, batchSize: 50)
    let start = fixture.now
    for seed in 0..<seeds {
      var random = SplitMix(UInt64(seed))
      let ours = own(&random)
      let theirs = provided(ours, &random).enumerated().map { (ours.count + $0.offset, $0.element) }
      let ids = (1...3).map { MessageID(rawValue: Int64(seed * 3 + $0)) }
      let stories = ids.map { _ in mix(ours, theirs, &random) }
      var addresses: [String] = []
      for id in ids { addresses.append(try await fixture.store.message(id)?.address ?? "") }
      try await fixture.store.write { [addresses] db in
        let writer = try EventWriter(db)
        var finder = try MessageFinder(writer)
        var details = SharedDetails(db)
        for (index, id) in ids.enumerated() {
          for (place, step) in stories[index] {
            // Times are the facts' own, whatever order they arrive in.
            let at = start + .milliseconds(place)
            if step.isOwn {
              try writer.append(
                .own(step.type, message: id, attempt: step.attempt, at: at, classification: step.classification),
                providerID: step.type == .accepted ? "p-\(id)-\(step.attempt)" : nil)
              if step.type == .resent || step.type == .settledToResend {
                try db.execute(
                  sql: "UPDATE message SET providerID = NULL, providerKey = NULL WHERE id = ?", arguments: [id.rawValue]
                )
              }
            } else {
              let event = IncomingEvent(
                tags: MessageTags(
                  store: "s", campaign: CampaignID(rawValue: 1), message: id, attempt: step.attempt), mailAt: start,
                providerID: "p-\(id)-\(step.attempt)", address: addresses[index], subject: nil, at: at, type: step.type,
                identity: Int64(place), classification: step.classification, reason: nil, detail: nil)
              _ = try EventStore.append(event, writer, &finder, &details, now: at)
            }
          }
        }
        try writer.finish()
      }
      var timelines: [[String]] = []
      var rows: [MessageSummary] = []
      for id in ids {
        let events = try await fixture.store.timeline(id).dropFirst()
        timelines.append(events.map { "\($0.type.name) \($0.attempt) \($0.at)" }.sorted())
        rows += [try await fixture.store.message(id)].compactMap(\.self)
      }
      #expect(timelines[1] == timelines[0] && timelines[2] == timelines[0], "seed \(seed)")
      for row in rows.dropFirst() {
        #expect(
          (row.status, row.attempts, row.classification) == (rows[0].status, rows[0].attempts, rows[0].classification),
          "seed \(seed)")
      }
    }
    #expect(try await fixture.store.replay() == [])
  }
}
