import Foundation
import Gateways
import HTTP
import Model
import Pacing
import Ports
import Synchronization

/// A broker of texts that is set up: its file, what was filled in, and the way there.
struct GatewayConnection: Sendable {
  let gateway: Gateway
  let account: GatewayAccount
  let transport: any HTTPTransport
  let source: GatewayProvider.Source

  /// - Throws: ``CommandError`` when the file is wrong, or something is missing or cannot be had.
  init?(_ settings: Settings, _ clock: WallClock) throws {
    guard let gateway = try settings.gateway() else { return nil }
    self.gateway = gateway
    account = try settings.filledIn(for: gateway).account(of: gateway)
    source = GatewayProvider.Source(clock: clock) { UUID().uuidString.replacing("-", with: "").lowercased() }
    do {
      transport = try CurlTransport(HTTPSettings(environment: ProcessInfo.processInfo.environment))
    } catch {
      throw CommandError("the gateway '\(gateway.name)' cannot be reached: \(error)", underlying: error)
    }
  }

  /// What it tells of texts when it is asked; `nil` for a broker that is not.
  var reports: GatewayReports? { GatewayReports(gateway, account, transport: transport, source: source) }

  /// The broker as a provider.
  ///
  /// - Parameter pace: the file of the rate that processes on this host share.
  /// - Throws: `PaceFileError`.
  func provider(pace: String, monitor: HealthMonitor) throws -> any Provider {
    let rate = try gateway.send.rate.map { (pace: try PaceFile(path: pace), perSecond: $0) }
    let gate = ProviderGate("SMS (\(gateway.title))", monitor: monitor, rate: rate)
    return GatewayProvider(gateway, account, transport: transport, gate: gate, source: source)
  }
}

/// The broker of a process, set up when it is first needed: secrets are asked for once, and there is one way there.
final class GatewayDesk: Sendable {
  private let settings: Settings
  private let clock: WallClock
  private let known = Mutex<GatewayConnection?>(nil)

  init(_ settings: Settings, _ clock: WallClock) { (self.settings, self.clock) = (settings, clock) }

  /// - Returns: `nil` when no broker serves texts.
  /// - Throws: ``CommandError``.
  func connection() throws -> GatewayConnection? {
    try known.withLock { known in
      if let known { return known }
      known = try GatewayConnection(settings, clock)
      return known
    }
  }
}
