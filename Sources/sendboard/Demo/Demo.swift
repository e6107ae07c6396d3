import Dashboard
import EventStore
import Foundation
import Model
import Sandbox
import ServiceLifecycle
import Synchronization
import UnixSignals

/// A sample campaign on a throw-away store.
struct Demo: Sendable {
  var settings: Settings
  var composition: Composition
  var simulator: SimulatorFlags
  var recipients: Int
  var figures: Bool

  /// Runs until all is settled, then prints the campaign.
  func runHeadless() async throws {
    let started = ContinuousClock.now
    let root = try await CompositionRoot(settings)
    let logger = Log.standardError(settings.logLevel)
    _ = try await launch(on: root)
    let worker = settings.worker
    let end = Mutex<Drain.End?>(nil)
    var services: [any Service] = [
      root.outbox(logger),
      try root.worker(
        worker, simulator: simulator.settings(settings.simulator, over: .quick),
        ledger: simulator.ledgerPath(settings.simulator), logger),
      root.deadLetterDesk(logger),
      Drain(
        root: root, parts: [.worker, .ingester], done: { how in end.withLock { $0 = how } },
        progress: { StandardError.progress($0.progress) }),
    ]
    services += root.ingesters(logger)
    try await Services.group(services, signals: [.sigterm, .sigint, .sighup], logger: logger).run()
    StandardError.endProgress()
    if case .stuck(let what) = end.withLock({ $0 }) {
      throw CommandError("the demo came to no end: nothing has moved any more while it waited for \(what)")
    }
    if figures { try await Figures.print(root, recipients: recipients, took: ContinuousClock.now - started) }
    CampaignListing.print(try await root.store.campaigns(), json: true)
  }

  /// Opens the dashboard with the campaign going out slowly enough to watch.
  func runOnScreen(keys: KeyMap) async throws {
    var settings = settings
    settings.rate = settings.rate ?? max(25, Double(recipients) / 60)
    let root = try await CompositionRoot(settings)
    _ = try await launch(on: root)
    try await DashboardShell(
      root: root, keys: keys, simulator: simulator.settings(settings.simulator, over: SimulatorFlags.demonstrating),
      ledger: simulator.ledgerPath(settings.simulator), isThrowaway: true
    ).run()
  }

  private func launch(on root: CompositionRoot) async throws -> CampaignID {
    let plan = try composition.plan(operator: settings.operator)
    let audience = try composition.load(for: plan.template, in: nil, folder: root.folder)
    try composition.check(audience, plan.template)
    return try await composition.launch(plan, audience, again: false, on: root)
  }
}
