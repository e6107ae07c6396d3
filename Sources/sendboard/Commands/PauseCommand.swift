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
    try await Control.act(global, output, campaign, "pause", "paused") {
      try await $0.store.pause($1, operator: $2, now: $3)
    }
  }
}
