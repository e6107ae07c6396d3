import ArgumentParser
import Foundation

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check everything that sending depends on, with a remedy for what is wrong.",
    discussion: .help(
      """
      It changes nothing. With --from it also looks up whether the domain is set up as receivers want it: SPF, DKIM, DMARC and
      MAIL FROM, with the records to add; of a sender of texts, whether AWS would take a text from it (nothing is sent). With
      SES or AWS for texts it publishes one test message on the topic and takes it off the event queue again.
      Exit status 1 when anything failed.

      Examples:
        sendboard doctor
        sendboard doctor --from news@example.com
        sendboard doctor --from news@example.com --dns 9.9.9.9
        sendboard doctor --from +12065550100
        sendboard doctor --json
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "A sender that should be ready: an address; with AWS for texts also a number, a sender id or a pool; may be "
        + "repeated.", valueName: "sender")) var from: [String] = []
  @Option(
    help: ArgumentHelp(
      "The name server to ask about the sender's domain, an IPv4 address; the system's otherwise.",
      valueName: "address[:port]"))
  var dns: NameService.Server?

  func run() async throws {
    let path = Settings.configurationPath(global)
    var failed = 0
    let isColoured =
      isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    func report(_ finding: Finding) {
      if finding.verdict == .fail { failed += 1 }
      StandardError.endProgress()
      StandardOutput.print(output.json ? finding.json.finished : finding.line(isColoured: isColoured))
    }
    do {
      let settings = try await global.settings()
      await Doctor(settings: settings, configurationPath: path, senders: from, names: NameService(server: dns)).run(
        report)
    } catch let error as CommandError {
      report(.fail("configuration", error.description, "nothing else was checked"))
    }
    if failed > 0 { throw CommandError("\(counted(failed, "check")) failed: the lines above say what to do") }
  }
}
