import Ports
import Model

extension QueueConformance {
  static let receipts: [QueueConformance] = [
    QueueConformance("a deleted message never comes again") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a", "b"], to: queue)
      let messages = try await receive(2, from: queue)
      let errors = try await queue.delete(messages.map(\.receipt))
      try expect(errors.count == 2 && errors.allSatisfy { $0 == nil }, "the delete failed: \(errors)")
      try await harness.advance(by: afterShort)
      try await expectNothing(in: queue, "after all were deleted")
    },
    QueueConformance("deleting again is no error") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send(["a"], to: queue)
      let receipt = try await receiveOne(from: queue).receipt
      for _ in 0..<2 {
        let errors = try await queue.delete([receipt])
        try expect(errors == [nil], "a delete failed: \(errors)")
      }
    },
    QueueConformance("a handle works after the visibility timeout while nobody else received the message") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a"], to: queue)
      let receipt = try await receiveOne(from: queue).receipt
      try await harness.advance(by: afterShort)
      let errors = try await queue.delete([receipt])
      try expect(errors == [nil], "the delete failed: \(errors)")
      try await expectNothing(in: queue, "after the delete")
    },
    QueueConformance("a stale handle deletes nothing; the latest one does") { harness in
      let queue = try await harness.makeQueue(short).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      try await harness.advance(by: afterShort)
      let second = try await receiveOne(from: queue, visibility: .seconds(3))
      try expect(second.id == first.id, "the message came back with another id")
      try expect(second.receiveCount > first.receiveCount, "the receive count did not grow")
      try expect(second.receipt != first.receipt, "the handle did not change")
      // SQS may answer that a stale handle was deleted; the message stays all the same.
      let errors = try await queue.delete([first.receipt])
      try expect(
        errors.count == 1 && errors.allSatisfy { $0 == nil || $0?.code == .staleReceipt }, "it answered \(errors)")
      let deleted = try await queue.delete([second.receipt])
      try expect(deleted == [nil], "the latest handle did not delete: \(deleted)")
      try await harness.advance(by: afterShort)
      try await expectNothing(in: queue, "after the delete")
    },
    QueueConformance("a message whose stale handle was deleted comes again") { harness in
      let policy = QueuePolicy(
        visibilityTimeout: .seconds(3), maxReceiveCount: 10, deadLetterRetention: short.deadLetterRetention)
      let queue = try await harness.makeQueue(policy).queue
      try await send(["a"], to: queue)
      let first = try await receiveOne(from: queue)
      try await harness.advance(by: afterShort)
      _ = try await receiveOne(from: queue)
      _ = try await queue.delete([first.receipt])
      try await harness.advance(by: afterShort)
      let third = try await receiveOne(from: queue)
      try expect(third.id == first.id, "another message came")
    },
    QueueConformance("what is no handle at all fails alone") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await send(["a"], to: queue)
      let receipt = try await receiveOne(from: queue).receipt
      let errors = try await queue.delete(["no handle", receipt])
      try expect(errors.count == 2 && errors[0] != nil && errors[1] == nil, "it answered \(errors)")
    },
    QueueConformance("deletes of none or of eleven are turned away") { harness in
      let queue = try await harness.makeQueue(.standard).queue
      try await expectInvalid("a delete of none") { _ = try await queue.delete([]) }
      try await send(["a"], to: queue)
      let receipt = try await receiveOne(from: queue).receipt
      try await expectInvalid("a delete of eleven") {
        _ = try await queue.delete(Array(repeating: receipt, count: 11))
      }
    },
  ]
}
