import ArgumentParser
import EventStore
import Model

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Let a paused campaign go on.",
    discussion:
      "More than one message wants the number: typed on a terminal, as --yes N without one.\n\nWhat the breaker has stopped goes on until what it was stopped for has grown by half; with --without-breaker override nothing stops it any more.\n\nExamples:\n  sendboard resume May --yes 5000\n  sendboard resume May --without-breaker override"
  )
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var approval: ApprovalOptions
  @Argument(help: "The campaign's id, or its name.") var campaign: String

  @Option(
    help: ArgumentHelp("In an emergency: no breaker of its own stops it again. Type override.", valueName: "override"))
  var withoutBreaker: String?

  func validate() throws {
    if let withoutBreaker, withoutBreaker != "override" {
      throw ValidationError(
        "--without-breaker wants the word 'override', typed out: the campaign would be stopped by no rate")
    }
  }

  func run() async throws {
    try await Control.act(global, output, campaign, "resume", "resumed", confirm: confirm) {
      try await $0.store.resume($1, withoutBreaker: withoutBreaker != nil, operator: $2, now: $3)
    }
  }

  private func confirm(_ campaign: CampaignSummary) throws {
    // Of one that cannot be resumed the store says why.
    guard campaign.state.after(.resume) != nil else { return }
    let waiting = campaign.toBeSent
    try approval.require(waiting, "\(counted(waiting, "message")) of “\(campaign.name)” would go out")
  }
}
