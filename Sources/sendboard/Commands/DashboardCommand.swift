import ArgumentParser
import Foundation
import Sandbox

struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard; on the embedded default it also sends.",
    discussion: "Press ? for the keys and q to quit.\n\nExample:\n  sendboard dashboard --store /srv/mail/sendboard.db")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var simulator: SimulatorFlags

  func run() async throws {
    try DashboardShell.requireTerminal()
    let settings = try await global.settings()
    try await DashboardShell(
      bench: try await Workbench(settings),
      simulator: simulator.settings(settings.simulator, over: SimulatorFlags.watchable),
      ledger: simulator.ledgerPath(settings.simulator)
    ).run()
  }
}
