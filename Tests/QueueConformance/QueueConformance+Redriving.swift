import Model
import Ports

extension QueueConformance {
  static let redriving: [QueueConformance] = [
    QueueConformance("a message received too often goes to the dead-letter queue, with its body") { harness in
      let (queue, deadLetters) = try await make(harness)
      try await send(["poison"], to: queue)
      try await receiveTwice(from: queue, harness)
      try await expectNothing(in: queue, "after its last receive")
      let dead = try await receiveOne(from: deadLetters)
      try expect(dead.body == "poison", "the dead letter's body changed")
      let errors = try await deadLetters.delete([dead.receipt])
      try expect(errors == [nil], "the dead letter could not be deleted: \(errors)")
      try await harness.advance(by: afterShort)
      try await expectNothing(in: queue, "although it had become a dead letter")
    },
    QueueConformance("a message stays until it is asked for once too often") { harness in
      let (queue, deadLetters) = try await make(harness)
      try await send(["late success"], to: queue)
      _ = try await receiveOne(from: queue)
      try await harness.advance(by: afterShort)
      let last = try await receiveOne(from: queue)
      try expect(last.receiveCount == 2, "the receive count is \(last.receiveCount)")
      _ = try await queue.delete([last.receipt])
      try await harness.advance(by: afterShort)
      try await expectNothing(in: queue, "after the delete")
      try await expectNothing(in: deadLetters, "although the last receive was a success")
    },
    QueueConformance("dead letters do not hide the living behind them") { harness in
      let (queue, _) = try await make(harness)
      try await send((0..<15).map { "poison \($0)" }, to: queue)
      _ = try await receive(15, from: queue)
      try await harness.advance(by: afterShort)
      _ = try await receive(15, from: queue)
      try await send(["alive"], to: queue)
      try await harness.advance(by: afterShort)
      let alive = try await receiveOne(from: queue)
      try expect(alive.body == "alive", "\(alive.body) came instead of the living message")
    },
    QueueConformance("a dead-letter queue gives its messages as often as one asks") { harness in
      let (queue, deadLetters) = try await make(harness)
      try await send(["poison"], to: queue)
      try await receiveTwice(from: queue, harness)
      try await expectNothing(in: queue, "after its last receive")
      for _ in 0..<4 {
        let dead = try await receiveOne(from: deadLetters, visibility: .seconds(1))
        try expect(dead.body == "poison", "another message came")
        try await harness.advance(by: .seconds(2))
      }
    },
    QueueConformance("dead letters are kept for 14 days and then forgotten") { harness in
      guard harness.hasOwnClock else {
        throw ConformanceFailure(
          "14 days do not pass in a test: whoever has no clock to move leaves this case out by name")
      }
      let (queue, deadLetters) = try await make(harness)
      try await send(["poison"], to: queue)
      try await receiveTwice(from: queue, harness)
      try await expectNothing(in: queue, "after its last receive")
      try await harness.advance(by: .seconds(14 * 86_400 - 60))
      let kept = try await deadLetters.depths()
      try expect(kept.total == 1, "\(kept.total) dead letters a minute before 14 days are over")
      try await harness.advance(by: .seconds(120))
      try await expectNothing(in: deadLetters, "after 14 days")
      let forgotten = try await deadLetters.depths()
      try expect(forgotten.total == 0, "\(forgotten.total) dead letters after 14 days")
    },
  ]

  private static func make(_ harness: any QueueHarness) async throws -> (any MessageQueue, any MessageQueue) {
    let made = try await harness.makeQueue(short)
    return (made.queue, made.deadLetters)
  }

  /// Receives the one message as often as ``short`` allows, and lets it come back.
  private static func receiveTwice(from queue: any MessageQueue, _ harness: any QueueHarness) async throws {
    for _ in 0..<2 {
      _ = try await receiveOne(from: queue)
      try await harness.advance(by: afterShort)
    }
  }
}
