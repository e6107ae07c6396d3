import Model
import Ports

extension RegisterConformance {
  static let results = [
    RegisterConformance("results may be written twice") { harness in
      let (_, batches) = try await harness.launch(10, batchSize: 10)
      let register = try await harness.open()
      let messages = try await take(batches[0], register, harness)
      for _ in 0..<2 {
        let left = try await record(messages, batches[0], try await harness.open(), harness, accepted)
        try expect(left == 0, "\(left) are left")
      }
      try await expect(messages, are: .accepted, harness)
    },
    RegisterConformance("a late result is proof, also of what was doubted") { harness in
      let (_, batches) = try await harness.launch(10, batchSize: 10)
      let (first, second) = (try await harness.open(), try await harness.open())
      let messages = try await take(batches[0], first, harness)
      try await harness.advance(by: afterLease)
      _ = try await second.claim(batches[0], limit: 50, now: harness.now, lease: lease)
      try await expect(messages, are: .uncertain, harness)
      let left = try await record(messages, batches[0], first, harness, accepted)
      try expect(left == 0, "\(left) are left")
      try await expect(messages, are: .accepted, harness)
    },
    RegisterConformance("of a call, only those refused for a reason that passes are claimed again, as another attempt")
    {
      harness in
      let (_, batches) = try await harness.launch(4, batchSize: 4)
      let register = try await harness.open()
      let messages = try await take(batches[0], register, harness)
      let words: [SendResult] = [
        .accepted(providerID: "p"), .refused(Refusal(cause: .throttled, reason: "slow down")),
        .refused(Refusal(cause: .invalidParameter, reason: "no such thing")), .unknown(reason: "it broke off"),
      ]
      let left = try await record(messages, batches[0], register, harness) { claimed in
        words[messages.firstIndex(of: claimed) ?? 0]
      }
      try expect(left == 1, "\(left) are left")
      let again = try await take(batches[0], register, harness)
      try expect(again.map(\.message) == [messages[1].message], "\(again.map(\.message)) are claimed again")
      try expect(again.map(\.attempt) == [2], "it is attempt \(again.map(\.attempt))")
      _ = try await record(again, batches[0], register, harness, accepted)
      try await expect([messages[0], messages[1]], are: .accepted, harness)
      try await expect([messages[2]], are: .refused, harness)
      try await expect([messages[3]], are: .uncertain, harness)
    },
    RegisterConformance("a result of an attempt that is over changes nothing of the next one") { harness in
      let (_, batches) = try await harness.launch(1, batchSize: 1)
      let register = try await harness.open()
      let first = try await take(batches[0], register, harness)
      func refuse(_: ClaimedMessage) -> SendResult { .refused(Refusal(cause: .throttled, reason: "slow down")) }
      _ = try await record(first, batches[0], register, harness, refuse)
      let second = try await take(batches[0], register, harness)
      // The answer to the first call is written once more, as by a worker that tries until it is.
      let left = try await record(first, batches[0], register, harness, refuse)
      try expect(left == 1, "\(left) are left")
      try await expect(second, are: .sending, harness)
    },
    RegisterConformance("whether anybody was taken is known") { harness in
      let (campaign, batches) = try await harness.launch(2, batchSize: 1)
      let register = try await harness.open()
      let messages = try await take(batches[0], register, harness)
      try expect(try await !register.hasAccepted(campaign), "nobody was taken yet")
      _ = try await record(messages, batches[0], register, harness, accepted)
      try expect(try await register.hasAccepted(campaign), "somebody was taken")
    },
  ]
}
