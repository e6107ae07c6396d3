import ArgumentParser
import EventStore
import Model

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
    try await Control.act(global, output, campaign, "cancel", "cancelled", confirm: confirm) {
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
