import Gateways
import Model

/// What serves each channel.
extension Doctor {
  func checkProviders() -> [Finding] {
    guard !settings.cloud.channels.isEmpty else {
      return [.fail("providers", "no channel has a provider", "name what serves email with providers.email")]
    }
    return Channel.allCases.flatMap { channel -> [Finding] in
      switch settings.cloud[channel] {
      case .simulator: [.ok(channel.rawValue, "by the simulator: nothing leaves this machine")]
      case .ses: [.ok(channel.rawValue, "by SES")]
      case .aws: [.ok(channel.rawValue, "by AWS End User Messaging")]
      case .gateway: checkGateway(channel)
      case .unserved:
        [
          .ok(
            channel.rawValue,
            "no provider here: its campaigns are refused, and its batches left to workers that have one")
        ]
      }
    }
  }

  /// Nothing is asked of a broker: there is no call that costs nothing and that all of them have.
  private func checkGateway(_ channel: Channel) -> [Finding] {
    do {
      guard let gateway = try settings.gateway() else { return [] }
      let served = "by \(gateway.title), \(gateway.send.recipientsPerCall) a call"
      do { _ = try settings.filledIn(for: gateway).account(of: gateway) } catch {
        return [.fail(channel.rawValue, "\(error)", "'sendboard gateways check \(gateway.name)' shows what is needed")]
      }
      let told: Finding =
        gateway.reports == nil
        ? .warn("reports", "\(gateway.title) does not tell what becomes of texts", "they stay accepted for ever")
        : .ok("reports", "\(gateway.reports?.ways ?? "")")
      return [
        .ok(channel.rawValue, served),
        .warn(
          "gateway", "\(gateway.name): \(gateway.source)",
          "send one text to yourself first: nobody here has tried it on the service"), told,
      ]
    } catch {
      return [.fail(channel.rawValue, "\(error)", "mend the file")]
    }
  }
}
