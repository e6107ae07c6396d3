import AWS
import Emulator
import EventStore
import Foundation
import Model
import Ports
import Testing
import TestSupport

/// Events on their real way: topic, subscription, queue, store.
@Suite struct CloudIngestTests {
  /// How the events come.
  enum Way: CaseIterable, Sendable {
    case raw, enveloped, bridged
  }

  @Test(arguments: Way.allCases) func eventsSettleMessagesWhateverEnvelopeTheyComeIn(_ way: Way) async throws {
    let fixture = try await CloudFixture(isRaw: way != .enveloped)
    let id = try await fixture.launch(30)
    try await fixture.run(fixture.worker()) {
      try await eventually("all are accepted") { try await fixture.summary(id).counts == [.accepted: 30] }
    }
    let mails = fixture.relay.mails
    var events = mails.enumerated().flatMap { index, mail in
      [SESEvents.event(.send, mail), SESEvents.event(index < 3 ? .bounce : .delivery, mail)]
    }
    if way == .bridged {
      // A rule's target is the queue itself: no topic is in between.
      events = events.enumerated().map { SESEvents.bridged($1, id: "00000000-0000-0000-0000-\($0)") }
      for event in events { _ = try await fixture.events.send([QueueEntry(body: event)]) }
    } else {
      try await fixture.resources.publish(events)
      _ = try await fixture.cloud.sns.publish(
        fixture.resources.topic, "Successfully validated SNS topic for Amazon SES event publishing.")
      // At least once: one of them a second time.
      try await fixture.resources.publish([events[1]])
    }
    try await fixture.run(fixture.ingester) {
      try await eventually("the event queue is empty") { try await fixture.events.depths().total == 0 }
    }
    #expect(try await fixture.summary(id).counts == [.delivered: 27, .hardBounced: 3])
    #expect(try await fixture.store.quarantine(limit: 10).isEmpty)
    #expect(try await fixture.store.replay() == [])
    #expect(fixture.monitor.faults.isEmpty)
  }

  @Test(.timeLimit(.minutes(10))) func aBurstOfEventsIsDrained() async throws {
    let fixture = try await CloudFixture()
    let count = ProcessInfo.processInfo.environment["SENDBOARD_BURST"].flatMap(Int.init) ?? 20_000
    let clock = ContinuousClock()
    let started = clock.now
    try await fixture.run(fixture.ingester) {
      // The emulator goes through its whole list at every call: a queue that is kept short measures us, and not that.
      var sent = 0
      while sent < count {
        try await eventually("most of them are stored", within: .seconds(120), every: .milliseconds(10)) {
          try await fixture.store.eventCount() >= sent - 1_500
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
          for start in stride(from: sent, to: min(sent + 500, count), by: 10) {
            group.addTask {
              let entries = (start..<start + 10).map { number in
                QueueEntry(
                  body: SESEvents.event(
                    .delivery,
                    Relay.Mail(id: "m-\(number)", address: "user\(number)@example.com", tags: [:], at: started)))
              }
              for result in try await fixture.events.send(entries) { _ = try result.get() }
            }
          }
          try await group.waitForAll()
        }
        sent += min(500, count - sent)
      }
      try await eventually("all are stored", within: .seconds(120)) { try await fixture.store.eventCount() == count }
      try await eventually("the event queue is empty") { try await fixture.events.depths().total == 0 }
    }
    let span = (clock.now - started) / .seconds(1)
    print("CloudIngestTests: \(count) events in \(span) s, \(Int(Double(count) / span)) events/s, sending included")
    #expect(try await fixture.store.messages(MessageQuery(status: .delivered, limit: 10)).rows.count == 10)
  }
}
