import Model
import Ports

extension RegisterConformance {
  /// Where a worker is killed.
  private enum Kill: String, CaseIterable {
    case afterClaim = "before its call"
    case duringCall = "during its call, which arrived"
    case afterRecord = "before it deletes the ticket"
    case never = "never"
  }

  static let kills = Kill.allCases.map { kill in
    RegisterConformance("a worker killed \(kill.rawValue) costs nobody a second copy, and loses nobody") { harness in
      let (_, batches) = try await harness.launch(30, batchSize: 10)
      var sent: [MessageID: Int] = [:]
      var everybody: Set<MessageID> = []
      /// One worker on one batch until it is killed or through.
      func work(_ batch: BatchID, _ kill: Kill) async throws {
        let register = try await harness.open()
        while case .send(_, let messages) = try await register.claim(batch, limit: 4, now: harness.now, lease: lease) {
          everybody.formUnion(messages.map(\.message))
          if kill == .afterClaim { return }
          for message in messages { sent[message.message, default: 0] += 1 }
          if kill == .duringCall { return }
          _ = try await record(messages, batch, register, harness, accepted)
          if kill == .afterRecord { return }
        }
      }
      for batch in batches { try await work(batch, kill) }
      // Its tickets show again, more often than they need to.
      for _ in 0..<3 {
        try await harness.advance(by: afterLease)
        for batch in batches { try await work(batch, .never) }
      }
      try expect(everybody.count == 30, "\(everybody.count) of 30 were ever claimed")
      for message in everybody {
        let count = sent[message] ?? 0
        let status = try await harness.status(of: message)
        try expect(count <= 1, "message \(message) went out \(count) times")
        // Who knows of no call may not say that there was none.
        try expect(status == .accepted || status == .uncertain, "message \(message) is \(status.name)")
        try expect(count == 1 || status == .uncertain, "message \(message) is accepted and never went")
      }
    }
  }
}
