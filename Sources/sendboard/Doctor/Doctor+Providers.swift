import Model

/// What serves each channel.
extension Doctor {
  func checkProviders() -> [Finding] {
    guard !settings.cloud.channels.isEmpty else {
      return [.fail("providers", "no channel has a provider", "name what serves email with providers.email")]
    }
    return Channel.allCases.map { channel in
      switch settings.cloud[channel] {
      case .simulator: .ok(channel.rawValue, "by the simulator: nothing leaves this machine")
      case .ses: .ok(channel.rawValue, "by SES")
      case .aws: .ok(channel.rawValue, "by AWS End User Messaging")
      case .unserved:
        .ok(
          channel.rawValue, "no provider here: its campaigns are refused, and its batches left to workers that have one"
        )
      }
    }
  }
}
