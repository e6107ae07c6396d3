import Model
import Ports

extension RegisterConformance {
  static let claiming = [
    RegisterConformance("of many who claim a batch at once, one gets it") { harness in
      let (_, batches) = try await harness.launch(50, batchSize: 50)
      let claims = try await withThrowingTaskGroup(of: Claim.self) { group in
        for _ in 0..<8 {
          let register = try await harness.open()
          group.addTask { try await register.claim(batches[0], limit: 50, now: harness.now, lease: lease) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      try expect(claims.count { $0.count > 0 } == 1, "\(claims.count { $0.count > 0 }) got it")
      try expect(
        claims.reduce(0) { $0 + $1.count } == 50, "\(claims.reduce(0) { $0 + $1.count }) messages were claimed")
      for claim in claims where claim.count == 0 {
        guard case .inProgress = claim else { throw ConformanceFailure("a loser was told \(claim)") }
      }
    },
    RegisterConformance("a batch that nobody knows is not sent") { harness in
      let register = try await harness.open()
      guard case .unknown = try await register.claim(BatchID(rawValue: 4711), limit: 50, now: harness.now, lease: lease)
      else { throw ConformanceFailure("something was claimed") }
    },
    RegisterConformance("a claim is no larger than its call, and the rest follows") { harness in
      let (_, batches) = try await harness.launch(25, batchSize: 25)
      let register = try await harness.open()
      var seen: Set<MessageID> = []
      for size in [10, 10, 5] {
        let messages = try await take(batches[0], register, harness, limit: 10)
        try expect(messages.count == size, "\(messages.count) were claimed, not \(size)")
        try expect(seen.isDisjoint(with: messages.map(\.message)), "a message was claimed twice")
        seen.formUnion(messages.map(\.message))
        let left = try await record(messages, batches[0], register, harness, accepted)
        try expect(left == 25 - seen.count, "\(left) are said to be left, not \(25 - seen.count)")
      }
      guard case .nothingLeft = try await register.claim(batches[0], limit: 10, now: harness.now, lease: lease) else {
        throw ConformanceFailure("something is left")
      }
    },
    RegisterConformance("a message comes with its recipient and the data") { harness in
      let (_, batches) = try await harness.launch(3, batchSize: 3)
      let messages = try await take(batches[0], try await harness.open(), harness)
      try expect(messages.allSatisfy { $0.attempt == 1 }, "a first attempt is not the first")
      try expect(messages.map(\.address) == (0..<3).map { "user\($0)@example.com" }, "\(messages.map(\.address))")
      try expect(messages.map(\.values) == (0..<3).map { ["이름 \($0)"] }, "\(messages.map(\.values))")
    },
  ]
}
