import ArgumentParser
import EventStore
import Model

struct SettleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Give your word on uncertain messages.",
    discussion: """
      A message is uncertain when a worker stopped, or a call broke, before the provider's answer was on record. An
      event settles it by itself. Sending again risks a second copy; assuming it sent risks none.

      Examples:
        sendboard messages --status uncertain
        sendboard settle 12 13 --assume-sent
        sendboard settle 12 --resend
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Ids of uncertain messages.") var messages: [Int64]
  @Flag(help: "Send them again, at the risk of a second copy.") var resend = false
  @Flag(help: "Take them as sent.") var assumeSent = false

  func validate() throws {
    if resend == assumeSent { throw ValidationError("give --resend or --assume-sent") }
  }

  func run() async throws {
    let settings = try await global.settings()
    let bench = try Workbench.existing(settings)
    let count = try bench.store.settle(
      messages.map(MessageID.init(rawValue:)), resend ? .resend : .assumeSent, operator: settings.operator,
      now: bench.clock.now())
    if output.json {
      var line = JSONLine()
      line.add("settled", .int(count))
      line.add("verdict", .string(resend ? "resend" : "assumeSent"))
      StandardOutput.print(line.finished)
    } else {
      print("\(counted(count, "message")) \(resend ? "sent on again" : "taken as sent")")
    }
  }
}
