import ArgumentParser
import Dashboard
import Foundation
import Model
import Sandbox

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Watch a sample campaign go out on a throw-away store.",
    discussion: .help(
      """
      Nothing leaves this machine: the simulator stands in for SES. The store is removed at the end.

      Examples:
        sendboard demo
        sendboard demo --headless --json --recipients 100000
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var simulator: SimulatorFlags
  @OptionGroup var screen: ScreenFlags
  @Option(parsing: .unconditional, help: "Recipients of the sample campaign.") var recipients = 2000
  @Option(parsing: .unconditional, help: "What the simulator's draws depend on.") var seed: UInt64 = 1
  @Flag(help: "No screen: run until all is settled, then print the campaign as JSON.") var headless = false
  @Flag(help: "With --headless: print rates, memory and the store's size on standard error.") var figures = false

  func validate() throws {
    if !(1...100_000_000).contains(recipients) { throw ValidationError("--recipients must be 1 to 100000000") }
    if output.json, !headless { throw ValidationError("--json goes with --headless: the dashboard is no JSON") }
  }

  func run() async throws {
    var settings = try await global.settings(for: "sendboard demo")
    if !headless { try DashboardShell.requireTerminal() }
    screen.apply(to: &settings)
    let keys = headless ? .standard : try settings.keyMap()
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // A left-over folder in /tmp is no failure.
    settings.storePath = folder + "/demo.db"
    settings.operator = "demo"
    settings.cloud = CloudSettings()
    settings.simulator.seed = settings.simulator.seed ?? seed
    let audience = folder + "/recipients.csv"
    let text = folder + "/text.txt"
    try DemoAudience.write(recipients, to: audience)
    try DemoAudience.text.write(toFile: text, atomically: true, encoding: .utf8)
    let composition = Composition(
      name: "계약서 서명 요청 (demo)", file: audience, from: "Sendboard <demo@example.com>", subject: DemoAudience.subject,
      textFile: text)
    let demo = Demo(
      settings: settings, composition: composition, simulator: simulator, recipients: recipients, figures: figures)
    if headless { try await demo.runHeadless() } else { try await demo.runOnScreen(keys: keys) }
  }

  private static func temporaryFolder() throws -> String {
    var template = Array((FileManager.default.temporaryDirectory.path + "/sendboard-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandError("no folder can be made in \(NSTemporaryDirectory()): set TMPDIR to one that may be written")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
