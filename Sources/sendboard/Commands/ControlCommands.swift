import ArgumentParser
import EventStore
import Model

struct PauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Stop handing a campaign's messages over, until it is resumed.",
    discussion: "What is with the provider is finished.\n\nExample:\n  sendboard pause May")
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  func run() async throws {
    try await Control.act(global, output, campaign, "paused") { try await $0.store.pause($1, operator: $2, now: $3) }
  }
}

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a paused campaign go on.",
    discussion:
      "More than one message wants the number: typed on a terminal, as --yes N without one.\n\nExample:\n  sendboard resume May --yes 5000"
  )
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var approval: ApprovalOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  func run() async throws {
    try await Control.act(global, output, campaign, "resumed", confirm: confirm) {
      try await $0.store.resume($1, operator: $2, now: $3)
    }
  }

  private func confirm(_ campaign: CampaignSummary) throws {
    // Of one that cannot be resumed the store says why.
    guard campaign.state.after(.resume) != nil else { return }
    let waiting = campaign.toBeSent
    try approval.require(waiting, "\(counted(waiting, "message")) of “\(campaign.name)” would go out")
  }
}

struct CancelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Stop a campaign for good; what waits is never sent.",
    discussion:
      "What is with the provider is finished. A cancelled campaign cannot be resumed. On a terminal it asks first; without one it wants --yes.\n\nExample:\n  sendboard cancel May --yes"
  )
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  @Flag(help: "Do not ask.") var yes = false

  func run() async throws {
    try await Control.act(global, output, campaign, "cancelled", confirm: confirm) {
      try await $0.store.cancel($1, operator: $2, now: $3)
    }
  }

  private func confirm(_ campaign: CampaignSummary) throws {
    guard !yes, campaign.state.after(.cancel) != nil else { return }
    let waiting = counted(campaign.toBeSent, "message")
    let what = "campaign \(campaign.id) “\(campaign.name)”"
    guard Question.canBeAsked else {
      throw CommandError(
        "\(waiting) of \(what) would never be sent: nothing was done, for nobody is there to ask; give --yes to do it")
    }
    try Question.ask("cancel \(what) for good? \(waiting) would never be sent")
  }
}

/// What pause, resume and cancel share.
enum Control {
  static func act(
    _ global: GlobalOptions, _ output: OutputOptions, _ campaign: String, _ done: String,
    confirm: (CampaignSummary) throws -> Void = { _ in },
    _ body: (CompositionRoot, CampaignID, String, Timestamp) async throws -> Int
  ) async throws {
    let settings = try await global.settings()
    let bench = try await CompositionRoot.existing(settings)
    let chosen = try await bench.store.findCampaign(campaign)
    try confirm(chosen)
    let id = chosen.id
    let waiting = try await body(bench, id, settings.operator, bench.clock.now())
    if output.json {
      var line = JSONLine()
      line.add("campaign", .string(id.description))
      line.add("state", .string(try await bench.store.campaigns(id).first?.state.rawValue))
      line.add("waiting", .int(waiting))
      StandardOutput.print(line.finished)
    } else {
      print("campaign \(id) \(done); \(counted(waiting, "message")) not yet sent")
    }
  }
}
