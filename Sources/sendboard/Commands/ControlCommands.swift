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
    try await Control.act(global, output, campaign, "paused") { try $0.store.pause($1, operator: $2, now: $3) }
  }
}

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a paused campaign go on.", discussion: "Example:\n  sendboard resume May")
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  func run() async throws {
    try await Control.act(global, output, campaign, "resumed") { try $0.store.resume($1, operator: $2, now: $3) }
  }
}

struct CancelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Stop a campaign for good; what waits is never sent.",
    discussion:
      "What is with the provider is finished. A cancelled campaign cannot be resumed. On a terminal it asks first.\n\nExample:\n  sendboard cancel May"
  )
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  @Flag(help: "Do not ask.") var yes = false

  func run() async throws {
    try await Control.act(global, output, campaign, "cancelled", confirm: confirm) {
      try $0.store.cancel($1, operator: $2, now: $3)
    }
  }

  private func confirm(_ campaign: CampaignSummary) throws {
    guard !yes, Question.canBeAsked else { return }
    let waiting = counted(campaign.counts[.queued, default: 0], "message")
    try Question.ask("cancel campaign \(campaign.id) “\(campaign.name)” for good? \(waiting) would never be sent")
  }
}

/// What pause, resume and cancel share.
enum Control {
  static func act(
    _ global: GlobalOptions, _ output: OutputOptions, _ campaign: String, _ done: String,
    confirm: (CampaignSummary) throws -> Void = { _ in },
    _ body: (Workbench, CampaignID, String, Timestamp) throws -> Int
  ) async throws {
    let settings = try await global.settings()
    let bench = try Workbench.existing(settings)
    let chosen = try bench.store.findCampaign(campaign)
    try confirm(chosen)
    let id = chosen.id
    let waiting = try body(bench, id, settings.operator, bench.clock.now())
    if output.json {
      var line = JSONLine()
      line.add("campaign", .string(id.description))
      line.add("state", .string(try bench.store.campaigns(id).first?.state.rawValue))
      line.add("waiting", .int(waiting))
      StandardOutput.print(line.finished)
    } else {
      print("campaign \(id) \(done); \(counted(waiting, "message")) not yet sent")
    }
  }
}
