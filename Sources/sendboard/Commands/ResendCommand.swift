import Services
import ArgumentParser
import EventStore
import Model
import Words

struct ResendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resend", abstract: "Give failed messages that may be resent a new attempt.",
    discussion: .help(
      """
      Hard bounces, complaints, suppressed addresses and the like are never resent; each is counted with the reason.
      More than one wants its number: typed on a terminal, as --yes N without one.

      Examples:
        sendboard resend May --dry-run
        sendboard resend May --kind soft --yes 200
        sendboard resend May --filter kim@ --yes 3
        sendboard resend --address kim@example.com
        sendboard resend May --message 1234
        sendboard resend May --policy --dry-run
        sendboard resend --message 1234 --suppressed
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var approval: ApprovalOptions
  @Argument(help: "The campaign's id, or its name; may be left out where messages or addresses are named or filtered.")
  var campaign: String?
  @Option(help: "Only those of this status; may be given several times.") var status: [MessageStatus] = []
  @Option(help: "Only failures of this kind; may be given several times.") var kind: [FailureKind] = []
  @Option(help: "This message, by its id; may be given several times.") var message: [Int64] = []
  @Option(help: "Those to this whole address; may be given several times.") var address: [String] = []
  @Option(
    help: ArgumentHelp("Only those to addresses that begin so, as '/' in the dashboard.", valueName: "text"))
  var filter: String?
  @Flag(
    help: """
      Also those refused for a policy of the receiving server (SMTP 5.7.x): once the sender (SPF, DKIM, DMARC, a blocklist) \
      has been mended. Never those who bounced for good, are suppressed or complained.
      """)
  var policy = false
  @Flag(
    help: """
      The one message that --message names, although its address is on this store's suppression list. The address stays there.
      """)
  var suppressed = false
  @Flag(help: "Say what would happen and change nothing.") var dryRun = false

  func validate() throws {
    if campaign == nil, message.isEmpty, address.isEmpty, filter == nil {
      throw ValidationError("name a campaign, or messages with --message, --address or --filter")
    }
    if suppressed, message.count != 1 || !address.isEmpty || filter != nil {
      throw ValidationError("--suppressed is for one message at a time: name it with --message")
    }
    if let filter {
      if filter.isEmpty { throw ValidationError("--filter is empty: say how the addresses begin") }
      if !message.isEmpty || !address.isEmpty {
        throw ValidationError("--filter goes with neither --message nor --address: they name each message already")
      }
    }
  }

  func run() async throws {
    let settings = try await dryRun ? global.settings() : global.settings(for: "sendboard resend")
    if dryRun {
      let store = try await CompositionRoot.existingStore(settings)
      let scope = try await scope(store, settings.numbering)
      return tell(
        try await store.resend(
          scope, isDryRun: true, operator: settings.operator, now: .now, mayResend: \.isResendable), scope)
    }
    let root = try await CompositionRoot.existing(settings)
    let logger = Log.standardError(settings.logLevel)
    let operations = Operations(root: root, logger: logger)
    let scope = try await scope(root.store, settings.numbering)
    var report = try await operations.resend(scope, isDryRun: true)
    let words = Language.standard.words
    let skipped = report.count.skipped.map { "\($0.count) left alone: \($0.why.name)" }
    try approval.require(
      report.resent, "\(counted(report.resent, "message")) would be sent once more",
      detail: (policy ? [words.question(.policyMended), words.question(.policyNever)] : [])
        + [words.sample(report.count)] + skipped)
    report = try await operations.resend(scope, limit: report.resent, isDryRun: false)
    for campaign in report.campaigns.sorted() { try await root.outbox(logger).drain(campaign) }
    tell(report, scope)
  }

  private func scope(_ store: EventStore, _ plan: NumberingPlan?) async throws -> Scope {
    var scope = Scope(
      campaign: try await store.find(campaign), messages: message.map(MessageID.init(rawValue:)),
      statuses: status, kinds: kind, addressPrefix: filter, includesPolicy: policy)
    scope.despiteList = suppressed ? scope.messages.first : nil
    for address in address {
      let found = try await store.messages(to: Channel.written(address, in: plan), limit: 10_000).filter { message in
        scope.campaign.map { message.campaign == $0 } ?? true
      }
      guard !found.isEmpty else {
        let place = campaign.map { " in '\($0)'" } ?? ""
        throw CommandError(
          "nothing was sent to '\(address)'\(place): 'sendboard messages --address …' finds addresses by their start")
      }
      scope.messages += found.map(\.id)
    }
    return scope
  }

  private func tell(_ report: ResendReport, _ scope: Scope) {
    let campaign = scope.campaign ?? (report.campaigns.count == 1 ? report.campaigns.first : nil)
    let skipped = report.count.skipped
    if output.json {
      var reasons = JSONLine()
      for entry in skipped { reasons.add(entry.why.name, .int(entry.count)) }
      var line = JSONLine()
      line.add("campaign", .string(campaign?.description))
      line.add("resent", .int(report.resent))
      line.add("skipped", .object(reasons))
      line.add("dryRun", .bool(dryRun))
      return StandardOutput.print(line.finished)
    }
    let place = campaign.map { "campaign \($0): " } ?? ""
    print(
      "\(place)\(counted(report.resent, "message")) \(dryRun ? "would get" : report.resent == 1 ? "gets" : "get") a new attempt"
        + (dryRun || report.resent == 0 ? "" : ": \(global.command("sendboard run")) or a dashboard sends it"))
    if dryRun, report.resent > 0 { print("  to \(Language.standard.words.sample(report.count))") }
    for entry in skipped { print("  skipped \(entry.count): \(entry.why.name)") }
    if !policy, report.count.refusedForPolicy > 0 { print("  --policy takes those of a policy along") }
  }
}
