import Model
import Ports

extension RegisterConformance {
  static let control = [
    RegisterConformance("a paused campaign's batch is not claimed, and is again when it goes on") { harness in
      let (campaign, batches) = try await harness.launch(10, batchSize: 10)
      let register = try await harness.open()
      try await harness.pause(campaign)
      guard case .paused = try await register.claim(batches[0], limit: 50, now: harness.now, lease: lease) else {
        throw ConformanceFailure("a paused campaign was claimed")
      }
      try await harness.resume(campaign)
      try expect(try await take(batches[0], register, harness).count == 10, "not all go on")
    },
    RegisterConformance("a cancelled campaign's batch is never claimed; what is with the provider ends") { harness in
      let (campaign, batches) = try await harness.launch(20, batchSize: 10)
      let register = try await harness.open()
      let messages = try await take(batches[0], register, harness)
      try await harness.cancel(campaign)
      guard case .nothingLeft = try await register.claim(batches[1], limit: 50, now: harness.now, lease: lease) else {
        throw ConformanceFailure("a cancelled campaign was claimed")
      }
      _ = try await record(messages, batches[0], register, harness, accepted)
      try await expect(messages, are: .accepted, harness)
    },
    RegisterConformance("a worker stops one campaign") { harness in
      let (one, two) = (try await harness.launch(1, batchSize: 1), try await harness.launch(1, batchSize: 1))
      let register = try await harness.open()
      try await register.pause(one.campaign, because: "its quota is used up")
      // Said twice, as by two workers.
      try await register.pause(one.campaign, because: "its quota is used up")
      guard case .paused = try await register.claim(one.batches[0], limit: 50, now: harness.now, lease: lease) else {
        throw ConformanceFailure("it was not stopped")
      }
      try expect(try await take(two.batches[0], register, harness).count == 1, "another was stopped too")
    },
    RegisterConformance("a worker stops all of a channel, and learns when somebody goes on") { harness in
      let (one, two) = (try await harness.launch(1, batchSize: 1), try await harness.launch(1, batchSize: 1))
      let register = try await harness.open()
      try expect(try await register.hasOpenCampaigns(of: .email), "two campaigns are open")
      let other = try await harness.launch(1, batchSize: 1, by: .sms)
      try expect(try await register.hasOpenCampaigns(of: .sms), "one of another channel is open")
      let stopped = try await register.pauseAll(of: .email, because: "the account is stopped")
      try expect(Set(stopped) == [one.campaign, two.campaign], "\(stopped) were stopped")
      try expect(
        try await register.pauseAll(of: .email, because: "the account is stopped").isEmpty, "they were stopped twice")
      try expect(try await !register.hasOpenCampaigns(of: .email), "all are stopped")
      for batch in one.batches + two.batches {
        guard case .paused = try await register.claim(batch, limit: 50, now: harness.now, lease: lease) else {
          throw ConformanceFailure("a stopped campaign was claimed")
        }
      }
      try expect(try await register.hasOpenCampaigns(of: .sms), "another channel was stopped too")
      try expect(try await take(other.batches[0], register, harness).count == 1, "another channel was stopped too")
      try await harness.resume(two.campaign)
      try expect(try await register.hasOpenCampaigns(of: .email), "one goes on")
    },
  ]
}
