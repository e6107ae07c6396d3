import Gateways
import Ports
import Synchronization

/// Reads what brokers send by themselves: the one that serves texts here, and any other whose file is there, for an account may be
/// left while its reports still come.
final class GatewayHooks: ReportReader {
  private let settings: Settings
  private let desk: GatewayDesk?
  private let known = Mutex<[String: HookReading]>([:])

  /// - Parameter desk: the process's own broker, where there is one.
  init(_ settings: Settings, _ desk: GatewayDesk? = nil) { (self.settings, self.desk) = (settings, desk) }

  func read(_ body: [UInt8], of gateway: String) throws(ReportUnread) -> ReportAnswer {
    guard let reading = reading(of: gateway) else { throw .unknownGateway }
    return try reading.read(body)
  }

  func masked(_ document: [UInt8], of gateway: String) -> [UInt8] { reading(of: gateway)?.masked(document) ?? document }

  private func reading(of gateway: String) -> HookReading? {
    known.withLock { known -> HookReading? in
      if let reading = known[gateway] { return reading }
      // A name from outside opens no file but a gateway's, and a wrong file is told where it is used.
      guard let found = try? GatewayLibrary.standard.load(gateway) else { return nil }
      let reading = HookReading(found, account(of: found))
      known[gateway] = reading
      return reading
    }
  }

  /// Secrets are only asked for where texts are sent with them.
  private func account(of gateway: Gateway) -> GatewayAccount {
    if settings.cloud.gateway == gateway.name, let connection = try? desk?.connection() { return connection.account }
    return GatewayAccount(settings: settings.filledIn(for: gateway).texts, secrets: [:])
  }
}
