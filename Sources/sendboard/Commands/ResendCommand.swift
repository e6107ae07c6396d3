import ArgumentParser
import EventStore
import Model

struct ResendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Give a campaign's failed messages that may be resent a new attempt.",
    discussion: """
      Hard bounces, complaints, suppressed addresses and the like are never resent; each is counted with the reason.

      Examples:
        sendboard resend May --dry-run
        sendboard resend May --kind soft
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String
  @Option(help: "Only those of this status; may be given several times.") var status: [MessageStatus] = []
  @Option(help: "Only failures of this kind; may be given several times.") var kind: [FailureKind] = []
  @Flag(help: "Say what would happen and change nothing.") var dryRun = false

  func run() async throws {
    let settings = try await global.settings()
    let bench = try Workbench.existing(settings)
    let logger = Log.standardError(settings.logLevel)
    let id = try bench.store.findCampaign(campaign).id
    let report = try Operations(bench: bench, logger: logger).resend(
      id, statuses: Set(status), kinds: Set(kind), isRehearsal: dryRun)
    if !dryRun, report.resent > 0 { try await bench.outbox(logger).drain(id) }
    if output.json {
      var skipped = JSONLine()
      for (why, n) in report.skipped.sorted(by: { $0.key < $1.key }) { skipped.add(why, .int(n)) }
      var line = JSONLine()
      line.add("campaign", .string(id.description))
      line.add("resent", .int(report.resent))
      line.add("skipped", .object(skipped))
      line.add("dryRun", .bool(dryRun))
      return StandardOutput.print(line.finished)
    }
    print("campaign \(id): \(counted(report.resent, "message")) \(dryRun ? "would get" : "sent on") a new attempt")
    for (why, n) in report.skipped.sorted(by: { $0.key < $1.key }) { print("  skipped \(n): \(why)") }
  }
}
