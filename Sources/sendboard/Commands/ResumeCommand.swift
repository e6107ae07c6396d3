import ArgumentParser
import EventStore
import Model

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
    try await Control.act(global, output, campaign, "resume", "resumed", confirm: confirm) {
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
