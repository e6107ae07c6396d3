import Services
import Ports
import ArgumentParser
import EventStore
import Model

struct DeadLettersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadletters", abstract: "List, redrive or discard batches that failed too often.",
    discussion: """
      Examples:
        sendboard deadletters
        sendboard deadletters redrive --all --yes 150
        sendboard deadletters redrive --campaign May --yes 150
        sendboard deadletters discard ID --yes 50
      """,
    subcommands: [List.self, Redrive.self, Discard.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List dead letters with the reason of their last failure.",
      discussion: "Example:\n  sendboard deadletters list --campaign May --json")
    private static let pageSize = 1000
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Only this campaign's: its id, or its name; may be given several times.") var campaign: [String] = []

    func run() async throws {
      let settings = try await global.settings()
      let isLooking = settings.readOnly != nil
      let bench = isLooking ? nil : try await CompositionRoot.existing(settings)
      let store = if let bench { bench.store } else { try await CompositionRoot.existingStore(settings) }
      let campaigns = Set(try await store.find(campaign))
      try await bench?.deadLetterDesk(Log.standardError(settings.logLevel)).refresh()
      var listing = Listing(
        json: output.json, ["ID", "CAMPAIGN", "BATCH", "RECEIVES", "ENQUEUED", "TO SEND", "REASON"])
      var page = try await store.deadLetters(limit: Self.pageSize)
      while let last = page.last {
        for letter in page where campaigns.isEmpty || letter.campaign.map(campaigns.contains) == true {
          listing.add(
            line(letter),
            [
              letter.id, letter.campaign?.description ?? "-", letter.batch?.description ?? "-",
              String(letter.receiveCount), letter.enqueuedAt.description, String(letter.recipients), letter.error,
            ])
        }
        page = try await store.deadLetters(after: last, limit: Self.pageSize)
      }
      if let bench, campaigns.isEmpty { await addEvents(bench, &listing) }
      // Looking through a queue hides from others what is on it.
      if isLooking { StandardError.print("as they were last seen: the queues are not looked at with --read-only") }
      listing.end(empty: "no dead letters")
    }

    /// Those of the event queue, which the store knows nothing of.
    private func addEvents(_ bench: CompositionRoot, _ listing: inout Listing) async {
      do {
        for letter in try await bench.eventLetters()?.list() ?? [] {
          let reason = "an event that was received too often and not stored"
          listing.add(
            line(
              DeadLetter(
                id: letter.id, campaign: nil, batch: nil, receiveCount: letter.receiveCount, enqueuedAt: letter.sentAt,
                error: reason, recipients: 0)),
            [letter.id, "-", "-", String(letter.receiveCount), letter.sentAt.description, "0", reason])
        }
      } catch {
        StandardError.print("the event queue's dead letters could not be looked at: \(error)")
      }
    }

    private func line(_ letter: DeadLetter) -> JSONLine {
      var line = JSONLine()
      line.add("id", .string(letter.id))
      line.add("campaign", .string(letter.campaign?.description))
      line.add("batch", .string(letter.batch?.description))
      line.add("receiveCount", .int(letter.receiveCount))
      line.add("enqueuedAt", letter.enqueuedAt)
      line.add("error", .string(letter.error))
      line.add("recipients", .int(letter.recipients))
      return line
    }
  }

  struct Redrive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put dead letters back on their queue: only who was not accepted yet is sent to.",
      discussion: """
        More than one recipient wants the number: typed on a terminal, as --yes N without one.

        Examples:
          sendboard deadletters redrive --all --yes 150
          sendboard deadletters redrive --campaign May --yes 50
        """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Flag(help: "All of them.") var all = false
    @Option(help: "Those of this campaign: its id, or its name; may be given several times.") var campaign: [String] =
      []
    @Argument(help: "Ids as 'deadletters list' shows them.") var ids: [String] = []

    func validate() throws {
      if [all, !campaign.isEmpty, !ids.isEmpty].count(where: { $0 }) != 1 {
        throw ValidationError("give ids, or --campaign, or --all")
      }
    }

    func run() async throws {
      try await DeadLettersCommand.act(global, output, approval, "redrive") { store in
        if all { return .all }
        return campaign.isEmpty ? .these(Set(ids)) : .of(Set(try await store.find(campaign)))
      } _: { operations, choice in
        try await operations.redrive(choice)
      }
    }
  }

  struct Discard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give dead letters up for good: who was not tried becomes cancelled.",
      discussion:
        "Who was refused stays refused, and may be resent. More than one recipient wants the number: typed on a terminal, as --yes N without one.\n\nExample:\n  sendboard deadletters discard 3f2a… --yes 50"
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
