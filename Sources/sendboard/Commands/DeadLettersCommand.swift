import Services
import Ports
import ArgumentParser
import EventStore
import Model
import Words

struct DeadLettersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadletters", abstract: "List, redrive or discard batches that failed too often.",
    discussion: .help(
      """
      Examples:
        sendboard deadletters
        sendboard deadletters redrive --all --yes 150
        sendboard deadletters redrive --campaign May --yes 150
        sendboard deadletters redrive --all --rate 2/s --at-a-time 10 --yes 150
        sendboard deadletters show ID
        sendboard deadletters discard ID --yes 50
      """),
    subcommands: [List.self, Show.self, Redrive.self, Discard.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List dead letters with the reason of their last failure.",
      discussion: "Example:\n  sendboard deadletters list --campaign May --json")
    private static let pageSize = 1000
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Only this campaign's: its id, or its name; may be given several times.") var campaign: [String] = []
    @Flag(help: "Those too whose batch is on its way again, or done: nothing is left to be done about them.")
    var recovered = false

    func run() async throws {
      let settings = try await global.settings()
      let isLooking = settings.readOnly != nil
      let root = isLooking ? nil : try await CompositionRoot.existing(settings)
      let store = if let root { root.store } else { try await CompositionRoot.existingStore(settings) }
      let campaigns = Set(try await store.find(campaign))
      try await root?.deadLetterDesk(Log.standardError(settings.logLevel)).refresh()
      var listing = Listing(
        json: output.json, ["ID", "CAMPAIGN", "BATCH", "RECEIVES", "ENQUEUED", "TO SEND", "REASON"])
      var page = try await store.deadLetters(withRecovered: recovered, limit: Self.pageSize)
      while let last = page.last {
        for letter in page where campaigns.isEmpty || letter.campaign.map(campaigns.contains) == true {
          listing.add(
            Self.line(letter),
            [
              letter.id, letter.campaign?.description ?? "-", letter.batch?.description ?? "-",
              String(letter.receiveCount), letter.enqueuedAt.description, String(letter.recipients), letter.error,
            ])
        }
        page = try await store.deadLetters(after: last, withRecovered: recovered, limit: Self.pageSize)
      }
      if let root, campaigns.isEmpty { await addEvents(root, &listing) }
      let left = recovered ? 0 : try await store.deadLetterTotals().recovered
      if left > 0 {
        StandardError.print(
          "\(left) recovered left out, whose batches are on their way again, or done: --recovered lists them")
      }
      // Looking through a queue hides from others what is on it.
      if isLooking { StandardError.print("as they were last seen: the queues are not looked at with --read-only") }
      listing.end(empty: "no dead letters")
    }

    /// Those of the event queue, which the store knows nothing of.
    private func addEvents(_ root: CompositionRoot, _ listing: inout Listing) async {
      do {
        for letter in try await root.eventLetters()?.list() ?? [] {
          let reason = "an event that was received too often and not stored"
          listing.add(
            Self.line(
              DeadLetter(
                id: letter.id, campaign: nil, batch: nil, receiveCount: letter.receiveCount, enqueuedAt: letter.sentAt,
                error: reason, recipients: 0)),
            [letter.id, "-", "-", String(letter.receiveCount), letter.sentAt.description, "0", reason])
        }
      } catch {
        StandardError.print("the event queue's dead letters could not be looked at: \(error)")
      }
    }

    static func line(_ letter: DeadLetter) -> JSONLine {
      var line = JSONLine()
      line.add("id", .string(letter.id))
      line.add("campaign", .string(letter.campaign?.description))
      line.add("batch", .string(letter.batch?.description))
      line.add("receiveCount", .int(letter.receiveCount))
      line.add("enqueuedAt", letter.enqueuedAt)
      line.add("error", .string(letter.error))
      line.add("recipients", .int(letter.recipients))
      line.add("recovered", .bool(letter.isRecovered))
      return line
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a dead letter: its reason, its body, its own recipients.",
      discussion: .help(
        """
        With --json the body is under 'body', null where the queue does not show it, and the recipients are under 'messages'.

        Example:
          sendboard deadletters show ID
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "Its id as 'deadletters list' shows it.") var id: String

    private static let most = 1000

    func run() async throws {
      let settings = try await global.settings()
      let root = settings.readOnly == nil ? try await CompositionRoot.existing(settings) : nil
      let store = if let root { root.store } else { try await CompositionRoot.existingStore(settings) }
      let desk = root?.deadLetterDesk(Log.standardError(settings.logLevel))
      try await desk?.refresh()
      guard let letter = try await store.deadLetters([id]).first else {
        throw CommandError(.noSuchLetters([id]), ending: ": list them with 'sendboard deadletters'")
      }
      let body = try await desk?.body(of: id)
      var messages: [MessageSummary] = []
      if let batch = letter.batch {
        messages = try await store.messages(MessageQuery(batch: batch, limit: Self.most)).rows
      }
      if output.json {
        var line = List.line(letter)
        line.add("body", .string(body))
        line.add("messages", .list(messages.map { .object(MessageLine.line($0)) }))
        return StandardOutput.print(line.finished)
      }
      let words = Language.standard.words
      print("Letter    \(letter.id)")
      print("Reason    \(words.reason(letter.error))")
      print("Sent      \(letter.enqueuedAt), received \(letter.receiveCount) times")
      if letter.isRecovered { print("State     \(words.letters(.isRecovered))") }
      print("To send   \(letter.recipients)")
      print("Body      \(body ?? "(the queue does not show it now)")")
      var listing = Listing(json: false, ["ID", "ADDRESS", "STATUS", "REASON"])
      for message in messages {
        listing.add(
          MessageLine.line(message),
          [
            message.id.description, message.address, words.standing(message),
            message.reason.map { words.reason($0) } ?? "",
          ])
      }
      listing.end(empty: "it names no batch of this store, and so no recipients")
    }
  }

  struct Redrive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put dead letters back on their queue; nobody gets a second copy.",
      discussion: .help(
        """
        More than one recipient wants the number: typed on a terminal, as --yes N without one. With --rate they go little by
        little; Ctrl-C stops between two letters, and the same command goes on with the rest, as it does after a crash.

        Examples:
          sendboard deadletters redrive --all --yes 150
          sendboard deadletters redrive --campaign May --yes 50
          sendboard deadletters redrive --oldest 10 --yes 500
          sendboard deadletters redrive --all --rate 30/m --at-a-time 5 --yes 150
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Flag(help: "All of them.") var all = false
    @Option(help: "Those of this campaign: its id, or its name; may be given several times.") var campaign: [String] =
      []
    @Option(help: ArgumentHelp("The oldest so many: to see how it goes with these.", valueName: "n"))
    var oldest: Int?
    @Option(help: ArgumentHelp("At most so many letters a second; 30/m a minute.", valueName: "n/s"))
    var rate: LetterRate?
    @Option(help: ArgumentHelp("With --rate: so many together, then a wait.", valueName: "n")) var atATime: Int?
    @Argument(help: "Ids as 'deadletters list' shows them.") var ids: [String] = []

    func validate() throws {
      if [all, !campaign.isEmpty, !ids.isEmpty, oldest != nil].count(where: { $0 }) != 1 {
        throw ValidationError("give ids, or --campaign, or --oldest, or --all")
      }
      if let oldest, oldest < 1 { throw ValidationError("--oldest wants a number from 1 on") }
      if let atATime {
        if rate == nil { throw ValidationError("--at-a-time goes with --rate") }
        guard LetterRate.portions.contains(atATime) else { throw ValidationError("--at-a-time must be 1 to 1000") }
      }
    }

    func run() async throws {
      var rate = rate
      if let atATime { rate?.atATime = atATime }
      let stop = rate == nil ? nil : StopByKey()
      let pace = LetterPace(rate: rate) { await stop?.control.mayGoOn() ?? true }
      try await DeadLettersCommand.act(global, output, approval, "redrive") { store in
        if all { return .all }
        if let oldest { return .oldest(oldest, withRecovered: false) }
        return campaign.isEmpty ? .these(Set(ids)) : .of(Set(try await store.find(campaign)))
      } _: { operations, choice in
        try await operations.redrive(choice, at: pace)
      }
      if stop?.control.isStopped == true {
        StandardError.print("stopped before the end: the same command goes on with the rest")
        throw ExitCode(130)
      }
    }
  }

  struct Discard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give dead letters up for good: who was not tried becomes cancelled.",
      discussion:
        "Who was refused stays refused, and may be resent. More than one recipient wants the number: typed on a terminal, as --yes N without one.\n\nExample:\n  sendboard deadletters discard ID --yes 50"
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Option(help: "Those of this campaign: its id, or its name; may be given several times.") var campaign: [String] =
      []
    @Argument(help: "Ids as 'deadletters list' shows them.") var ids: [String] = []

    func validate() throws {
      if campaign.isEmpty == ids.isEmpty { throw ValidationError("give ids, or --campaign") }
    }

    func run() async throws {
      try await DeadLettersCommand.act(global, output, approval, "discard") { store in
        campaign.isEmpty ? .these(Set(ids)) : .of(Set(try await store.find(campaign)))
      } _: { operations, choice in
        try await operations.discard(choice)
      }
    }
  }
}

extension LetterRate: ExpressibleByArgument {
  /// Reads the option's value.
  package init?(argument: String) { self.init(argument) }
}
