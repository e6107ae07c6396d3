import Model
import Ports

extension QueueConformance {
  static let visibility: [QueueConformance] = [
    QueueConformance("a received message is hidden for the queue's timeout and comes back after it") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      try await expectNothing(in: queue, "while it was hidden")
      try await harness.advance(by: afterShort)
      let second = try await receiveOne(from: queue)
      try expect(second.id == first.id && second.body == "a", "another message came back")
      try expect(second.sentAt == first.sentAt, "the time of sending changed")
      try expect(second.receiveCount == first.receiveCount + 1, "the receive count is \(second.receiveCount)")
    },
    QueueConformance("a receive may set its own timeout") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send(["a"], to: queue)
      _ = try await receiveOne(from: queue, visibility: .seconds(2))
      try await harness.advance(by: .seconds(3))
      _ = try await receiveOne(from: queue)
    },
    QueueConformance("a message given back with a timeout of zero comes at once") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      let errors = try await queue.changeVisibility([VisibilityChange(receipt: first.receipt, visibility: .zero)])
      try expect(errors == [nil], "the change failed: \(errors)")
      let second = try await receiveOne(from: queue)
      try expect(second.id == first.id, "another message came")
    },
    QueueConformance("a longer timeout keeps a message hidden") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      let errors = try await queue.changeVisibility([
        VisibilityChange(receipt: first.receipt, visibility: .seconds(60))
      ])
      try expect(errors == [nil], "the change failed: \(errors)")
      try await harness.advance(by: afterShort)
      try await expectNothing(in: queue, "although its timeout was made longer")
    },
    QueueConformance("a message put back for later is a new one, and shows later") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      try await queue.putBack([first], delay: .seconds(4))
      try await expectNothing(in: queue, "although it was put back for later")
      try await harness.advance(by: .seconds(5))
      let second = try await receiveOne(from: queue)
      try expect(
        second.body == "a" && second.receiveCount == 1, "\(second.body), received \(second.receiveCount) times")
      _ = try await queue.delete([second.receipt])
      try await expectNothing(in: queue, "after its only message was deleted")
    },
    QueueConformance("changes out of bounds, or of messages not in flight, fail alone") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a", "b"], to: queue)
      let messages = try await receive(2, from: queue)
      let errors = try await queue.changeVisibility([
        VisibilityChange(receipt: messages[0].receipt, visibility: .seconds(43_201)),
        VisibilityChange(receipt: messages[1].receipt, visibility: .seconds(3)),
      ])
      try expect(errors.count == 2 && errors[1] == nil, "it answered \(errors)")
      try expect(errors.first??.code == .invalidRequest, "12 h and 1 s: it answered \(errors)")
      try await harness.advance(by: afterShort)
      let late = try await queue.changeVisibility([
        VisibilityChange(receipt: messages[1].receipt, visibility: .seconds(30))
      ])
      try expect(late.first??.code == .staleReceipt, "no longer in flight: it answered \(late)")
      try await expectInvalid("a change of none") { _ = try await queue.changeVisibility([]) }
    },
  ]
}
