import Model
import Ports
import TestSupport

extension QueueConformance {
  static let receiving: [QueueConformance] = [
    QueueConformance("an empty queue gives nothing, and that not before the wait is over") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let started = ContinuousClock.now
      let messages = try await queue.receive(max: 10, wait: .seconds(1), visibility: nil)
      let took = ContinuousClock.now - started
      try expect(messages.isEmpty, "messages came from an empty queue")
      try expect(took >= .milliseconds(900), "the long poll of 1 s ended after \(took)")
    },
    QueueConformance("receives out of bounds are turned away") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await expectInvalid("a receive of none") {
        _ = try await queue.receive(max: 0, wait: .zero, visibility: nil)
      }
      try await expectInvalid("a receive of eleven") {
        _ = try await queue.receive(max: 11, wait: .zero, visibility: nil)
      }
      try await expectInvalid("a wait of 21 s") {
        _ = try await queue.receive(max: 1, wait: .seconds(21), visibility: nil)
      }
      try await expectInvalid("a visibility timeout of 12 h and 1 s") {
        _ = try await queue.receive(max: 1, wait: .zero, visibility: .seconds(43_201))
      }
    },
    QueueConformance("no receive gives more than it was asked for, and all come in the end") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send((0..<25).map(String.init), to: queue)
      var bodies: Set<String> = []
      var vain = 0
      while bodies.count < 25, vain < 3 {
        let messages = try await queue.receive(max: 4, wait: .seconds(1), visibility: nil)
        try expect(messages.count <= 4, "\(messages.count) messages came, 4 at most were asked for")
        if messages.isEmpty { vain += 1 }
        bodies.formUnion(messages.map(\.body))
      }
      try expect(bodies.count == 25, "\(bodies.count) of 25 messages came")
    },
    QueueConformance("a message sent during a long poll ends it") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      async let polled = queue.receive(max: 1, wait: .seconds(20), visibility: nil)
      try await harness.untilPolled(queue)
      let sent = ContinuousClock.now
      try await send(["news"], to: queue)
      let messages = try await polled
      try expect(messages.map(\.body) == ["news"], "the long poll ended without the message")
      try expect(ContinuousClock.now - sent < .seconds(10), "the long poll did not end with the message")
    },
    QueueConformance("a cancelled long poll ends at once, with CancellationError") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let poll = Task { try await queue.receive(max: 1, wait: .seconds(20), visibility: nil) }
      try await harness.untilPolled(queue)
      let cancelled = ContinuousClock.now
      poll.cancel()
      switch await poll.result {
      case .success: throw ConformanceFailure("a cancelled receive returned")
      case .failure(let error): try expect(error is CancellationError, "it threw \(error)")
      }
      try expect(ContinuousClock.now - cancelled < .seconds(5), "the cancellation was noticed late")
    },
    QueueConformance("depths tell visible, in flight and delayed messages apart") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send((0..<6).map(String.init), to: queue)
      _ = try await queue.send([QueueEntry(body: "late", delay: .seconds(600))])
      _ = try await receive(2, from: queue)
      // Approximate: a real queue may need a minute until its counts are right.
      var depths = QueueDepths()
      try await eventually("4 visible, 2 in flight, 1 delayed, but \(depths)", within: .seconds(60), every: .seconds(1))
      {
        depths = try await queue.depths()
        return depths == QueueDepths(visible: 4, inFlight: 2, delayed: 1)
      }
    },
  ]
}
