import Cloud
import Emulator
import HTTP
import Logging
import Model
import Pacing
import Ports
import Services
import Synchronization
import Testing
import TestSupport

/// Events that were received too often and never stored.
@Suite struct EventLetterTests {
  private func letters(_ count: Int) async throws -> (EventLetters, events: any MessageQueue, dead: any MessageQueue) {
    let cloud = try await Emulator.shared.value
    let (source, dead) = try await CloudResources.makeQueue(cloud, visibility: 30, receives: 2)
    let events = SQSQueue(name: "events", url: source, client: cloud.sqs)
    let deadLetters = SQSQueue(name: "dead", url: dead, client: cloud.sqs)
    for start in stride(from: 0, to: count, by: 10) {
      _ = try await deadLetters.send((start..<min(start + 10, count)).map { QueueEntry(body: "event \($0)") })
    }
    return (EventLetters(deadLetters: deadLetters, events: events), events, deadLetters)
  }

  @Test func theyAreListedAndLeftForOthers() async throws {
    let (letters, _, dead) = try await letters(25)
    #expect(try await letters.count() == 25)
    let listed = try await letters.list()
    #expect(Set(listed.map(\.body)) == Set((0..<25).map { "event \($0)" }))
    #expect(try await dead.depths() == QueueDepths(visible: 25, inFlight: 0, delayed: 0))
  }

  @Test func allAreRedriven() async throws {
    let (letters, events, dead) = try await letters(25)
    #expect(try await letters.redrive(nil) == 25)
    #expect(try await dead.depths().total == 0)
    #expect(try await events.depths().visible == 25)
  }

  @Test func onlyTheNamedAreRedrivenOrDiscarded() async throws {
    let (letters, events, dead) = try await letters(12)
    let listed = try await letters.list()
    #expect(try await letters.redrive([listed[3].id, listed[11].id]) == 2)
    #expect(try await events.depths().visible == 2)
    #expect(try await letters.discard([listed[0].id]) == 1)
    #expect(try await dead.depths() == QueueDepths(visible: 9, inFlight: 0, delayed: 0))
  }

  @Test func theyAreATroubleUntilTheyAreGone() async throws {
    let (letters, _, _) = try await letters(3)
    let monitor = HealthMonitor(clock: .system)
    let fixture = try await CloudFixture()
    let tally = EventLetterTally()
    let watch = EventLetterWatch(
      monitor: monitor, logger: fixture.logger, tally: tally, time: Timekeeper(fixture.hand)
    ) {
      letters
    }
    try await fixture.run(watch) {
      try await eventually("it is told") { !monitor.faults.isEmpty }
      #expect(monitor.faults.map(\.component) == ["event intake"])
      #expect(
        monitor.faults.first?.problem.sentence.hasPrefix("3 events were received too often and not stored") == true)
      #expect(tally.count == 3)
      _ = try await letters.redrive(nil)
      try await eventually("it is over") {
        fixture.hand.advance(by: .seconds(60))
        return monitor.faults.isEmpty && tally.count == 0
      }
    }
  }
}
