import ArgumentParser
import Dashboard
import Foundation
import Sandbox

struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard; on the embedded default it also sends.",
    discussion: "Press ? for the keys and q to quit.\n\nExample:\n  sendboard dashboard --store /srv/mail/sendboard.db")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var simulator: SimulatorFlags
  @OptionGroup var screen: ScreenFlags

  func validate() throws {
    if output.json {
      throw ValidationError("a screen is no JSON: give --json to a command, such as 'sendboard campaigns --json'")
    }
  }

  func run() async throws {
    Arenas.two()
    try DashboardShell.requireTerminal()
    var settings = try await global.settings()
    screen.apply(to: &settings)
    let keys = try settings.keyMap()
    try CompositionRoot.requireFolder(settings)
    if settings.readOnly != nil {
      let root = try await CompositionRoot(lookingAt: settings)
      return try await DashboardShell(
        root: root, keys: keys,
        simulator: simulator.settings(settings.simulator, over: SimulatorFlags.watchable), ledger: nil
      ).run()
    }
    // The usual one is made on the first day; one that is named and missing may be a slip.
    if global.store != nil, !FileManager.default.fileExists(atPath: settings.storePath) {
      try Question.ask("there is no store at \(settings.storePath): begin with an empty one?")
    }
    try await DashboardShell(
      root: try await CompositionRoot(settings), keys: keys,
      simulator: simulator.settings(settings.simulator, over: SimulatorFlags.watchable),
      ledger: simulator.ledgerPath(settings.simulator)
    ).run()
  }
}
