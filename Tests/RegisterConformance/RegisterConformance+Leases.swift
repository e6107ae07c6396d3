import Model
import Ports

extension RegisterConformance {
  static let leases = [
    RegisterConformance("what is claimed is nobody else's while its lease runs, and as long as it is renewed") {
      harness in
      let (_, batches) = try await harness.launch(10, batchSize: 10)
      let (first, second) = (try await harness.open(), try await harness.open())
      let messages = try await take(batches[0], first, harness)
      for _ in 0..<4 {
        try await harness.advance(by: .seconds(40))
        guard case .inProgress = try await second.claim(batches[0], limit: 50, now: harness.now, lease: lease) else {
          throw ConformanceFailure("another got what is at work")
        }
        try await first.renewClaims(messages.map(\.message), now: harness.now, lease: lease)
      }
      try await expect(messages, are: .sending, harness)
    },
    RegisterConformance("a claim whose lease is over is doubted, and never claimed again") { harness in
      let (_, batches) = try await harness.launch(10, batchSize: 10)
      let messages = try await take(batches[0], try await harness.open(), harness)
      try await harness.advance(by: afterLease)
      let second = try await harness.open()
      for _ in 0..<3 {
        guard case .nothingLeft = try await second.claim(batches[0], limit: 50, now: harness.now, lease: lease) else {
          throw ConformanceFailure("it was claimed again")
        }
        try await harness.advance(by: afterLease)
      }
      try await expect(messages, are: .uncertain, harness)
    },
    RegisterConformance("a claim that no ticket brings back is doubted all the same") { harness in
      let (_, batches) = try await harness.launch(10, batchSize: 10)
      let messages = try await take(batches[0], try await harness.open(), harness)
      let second = try await harness.open()
      try expect(
        try await second.expireAbandonedClaims(overdue: .seconds(30), now: harness.now) == 0, "a live claim was doubted"
      )
      try await harness.advance(by: afterLease + .seconds(30))
      let count = try await second.expireAbandonedClaims(overdue: .seconds(30), now: harness.now)
      try expect(count == 10, "\(count) were doubted")
      try await expect(messages, are: .uncertain, harness)
    },
    RegisterConformance("a renewal brings nothing back that was doubted or has a result") { harness in
      let (_, batches) = try await harness.launch(2, batchSize: 1)
      let first = try await harness.open()
      let doubted = try await take(batches[0], first, harness)
      let sent = try await take(batches[1], first, harness)
      _ = try await record(sent, batches[1], first, harness, accepted)
      try await harness.advance(by: afterLease)
      _ = try await first.claim(batches[0], limit: 50, now: harness.now, lease: lease)
      try await first.renewClaims((doubted + sent).map(\.message), now: harness.now, lease: lease)
      try await expect(doubted, are: .uncertain, harness)
      try await expect(sent, are: .accepted, harness)
    },
  ]
}
