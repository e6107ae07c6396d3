import Model
import Ports

extension QueueConformance {
  static let sending: [QueueConformance] = [
    QueueConformance("what is sent is received, unchanged, and says when it was sent") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let bodies = ["plain", "한국어 제목 \u{1F4EE}", "tab\tnewline\n\"quotes\" \\ <&>", "a\rb"]
      let ids = try await send(bodies, to: queue)
      let received = try await receive(4, from: queue)
      try expect(Set(received.map(\.body)) == Set(bodies), "other bodies came than were sent")
      try expect(Set(received.map(\.id)) == Set(ids), "ids at the receive differ from those at the send")
      try expect(received.allSatisfy { $0.receiveCount >= 1 }, "a receive count is less than 1")
      let times = received.map(\.sentAt.milliseconds)
      try expect((times.max() ?? 0) - (times.min() ?? 0) < 60_000, "times of sending lie too far apart")
    },
    QueueConformance("a send of none or of eleven is turned away whole") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await expectInvalid("a send of none") { _ = try await queue.send([]) }
      try await expectInvalid("a send of eleven") {
        _ = try await queue.send((0..<11).map { QueueEntry(body: "\($0)") })
      }
      try await expectNothing(in: queue, "after sends that were turned away")
    },
    QueueConformance("ten are taken, and 256 KiB, and not a byte more") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let results = try await queue.send((0..<10).map { QueueEntry(body: "\($0)") })
      try expect(results.count == 10 && results.allSatisfy { (try? $0.get()) != nil }, "ten were not taken")
      let half = String(repeating: "x", count: 128 * 1024)
      try await expectInvalid("a send of 256 KiB and a byte") {
        _ = try await queue.send([QueueEntry(body: half), QueueEntry(body: half + "y")])
      }
      try await expectInvalid("a body of 256 KiB and a byte") {
        _ = try await queue.send([QueueEntry(body: half + half + "y")])
      }
      try await send([half + half], to: queue)
      let bodies = try await receive(11, from: queue).map(\.body)
      try expect(bodies.contains(half + half), "the body of 256 KiB did not arrive")
    },
    QueueConformance("a body SQS does not allow fails alone") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let results = try await queue.send(
        ["good", "null \u{0}", "bell \u{7}", "\u{FFFE}", "\u{FFFF}", "fine \u{FFFD}\u{10000}"].map {
          QueueEntry(body: $0)
        })
      let taken = results.map { (try? $0.get()) != nil }
      try expect(taken == [true, false, false, false, false, true], "taken: \(taken)")
      for case .failure(let error) in results {
        try expect(error.code == .invalidRequest, "\(error.code) instead of invalidRequest")
      }
      let bodies = try await receive(2, from: queue).map(\.body)
      try expect(Set(bodies) == ["good", "fine \u{FFFD}\u{10000}"], "other bodies came than were taken")
    },
    QueueConformance("a delayed message shows after its delay, its neighbours at once") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      for result in try await queue.send([
        QueueEntry(body: "late", delay: .seconds(3)), QueueEntry(body: "now"),
      ]) {
        _ = try result.get()
      }
      let first = try await receiveOne(from: queue)
      try expect(first.body == "now", "the delayed message came first")
      try await expectNothing(in: queue, "before the delay was over")
      try await harness.advance(by: .seconds(4))
      let second = try await receiveOne(from: queue)
      try expect(second.body == "late" && second.receiveCount == 1, "another message came than the delayed one")
    },
    QueueConformance("a delay beyond 15 minutes fails alone") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      let results = try await queue.send([
        QueueEntry(body: "too late", delay: .seconds(901)), QueueEntry(body: "good"),
      ])
      try expect((try? results[0].get()) == nil, "a delay of 901 s was taken")
      try expect((try? results[1].get()) != nil, "its neighbour was not taken")
    },
  ]
}
