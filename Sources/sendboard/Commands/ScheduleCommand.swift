import ArgumentParser
import EventStore
import Model
import Words

struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "List campaigns that begin at a time, change the time, or begin them now.",
    discussion: .help(
      """
      A campaign is scheduled with 'sendboard send --at', or in the dashboard. It begins by itself when it is due, as long as a \
      dashboard or 'sendboard run' is there; what nobody was there for is not sent late, but waits for your word.

      Examples:
        sendboard schedule
        sendboard schedule set May --at '2026-12-01 09:30'
        sendboard schedule now May --yes 1200
        sendboard cancel May
      """),
    subcommands: [List.self, Change.self, Now.self], defaultSubcommand: List.self)

  /// What can be said of a time.
  static let timeHelp = "When: 2026-12-01 09:30, or 09:30; a zone may follow (+09:00, Z, Asia/Seoul)."

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List scheduled campaigns, the next first.", discussion: "Example:\n  sendboard schedule --json")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let store = try await CompositionRoot.existingStore(try await global.settings())
      var listing = Listing(json: output.json, ["ID", "NAME", "DUE", "RECIPIENTS", "OPERATOR", "NOTE"])
      let scheduled = try await store.campaigns().filter { $0.state == .scheduled }
      for campaign in scheduled.sorted(by: { ($0.dueAt ?? $0.createdAt, $0.id) < ($1.dueAt ?? $1.createdAt, $1.id) }) {
        let isMissed = campaign.isMissed(at: .now)
        var line = JSONLine()
        line.add("id", .string(campaign.id.description))
        line.add("name", .string(campaign.name))
        line.add("dueAt", .string(campaign.dueAt?.description))
        line.add("recipients", .int(campaign.recipients))
        line.add("operator", .string(campaign.operator))
        line.add("missed", .bool(isMissed))
        listing.add(
          line,
          [
            campaign.id.description, campaign.name, campaign.dueAt?.description ?? "", String(campaign.recipients),
            campaign.operator, isMissed ? "nothing ran then: 'schedule set' or 'schedule now'" : "",
          ])
      }
      listing.end(empty: "nothing is scheduled")
    }
  }

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Have a scheduled campaign begin at another time.",
      discussion: "Example:\n  sendboard schedule set May --at '2026-12-01 09:30 Asia/Seoul'")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The campaign's id, or its name.") var campaign: String
    @Option(help: ArgumentHelp(ScheduleCommand.timeHelp, valueName: "time")) var at: String

    func run() async throws {
      let due = try StartTime.read(at, now: .now)
      try await Control.act(global, output, campaign, "schedule set", "begins at \(due)") {
        try await $0.store.reschedule($1, at: due, operator: $2, now: $3)
      }
    }
  }

  struct Now: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin a scheduled campaign at once.", discussion: "Example:\n  sendboard schedule now May --yes 1200")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Argument(help: "The campaign's id, or its name.") var campaign: String

    func run() async throws {
      try await Control.act(global, output, campaign, "schedule now", "begins", confirm: confirm) {
        try await $0.store.beginNow($1, operator: $2, now: $3)
      }
    }

    private func confirm(_ campaign: CampaignSummary) throws {
      guard campaign.state == .scheduled else { return }
      try approval.require(
        campaign.toBeSent,
        "\(counted(campaign.toBeSent, "message")) of campaign \(campaign.id) “\(campaign.name)” would be sent now")
    }
  }
}
