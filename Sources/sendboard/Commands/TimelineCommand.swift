import ArgumentParser
import EventStore
import Model
import Words

struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Tell everything known about a message, or about all messages to an address.",
    discussion: .help(
      """
      Oldest first, with the exact reason the receiving server gave.

      Examples:
        sendboard timeline kim@example.com
        sendboard timeline 1234
        sendboard mail 1234
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("A message's id, or an address.", valueName: "message-or-address")) var subject: String

  func run() async throws {
    let settings = try await global.settings()
    let store = try await CompositionRoot.existingStore(settings)
    let messages = try await find(in: store, settings.numbering)
    guard !messages.isEmpty else {
      throw CommandError(
        "nothing is known about '\(subject)': give a message's id or a whole address; 'sendboard messages --address …' finds addresses by their beginning"
      )
    }
    var events: [Event] = []
    for message in messages { events += try await store.timeline(message.id) }
    events.sort { $0.precedes($1) }
    var listing = Listing(json: output.json, ["AT", "MESSAGE", "TRY", "EVENT", "STATUS", "REASON"])
    let words = Language.standard.words
    for event in events {
      listing.add(
        line(event),
        [
          event.at.description, event.message.description, String(event.attempt), words.event(event.type),
          event.status.map(words.status) ?? "", event.reason.map { words.reason($0) } ?? "",
        ])
    }
    listing.end(empty: "no events yet")
    guard !output.json else { return }
    for message in messages { explain(message, try await MessageContent(of: message.id, in: store)) }
    guard messages.first?.id.description != subject else { return }
    let person = try await store.person(subject, limit: 1000, now: .now)
    print("\naddress: \(words.person(PersonText(obstacleOf: person) { String($0.description.prefix(10)) }))")
  }

  private func find(in store: EventStore, _ plan: NumberingPlan?) async throws -> [MessageSummary] {
    if let number = Int64(subject.hasPrefix("#") ? String(subject.dropFirst()) : subject),
      let message = try await store.message(MessageID(rawValue: number))
    {
      return [message]
    }
    return try await store.messages(to: Channel.written(subject, in: plan), limit: 1000)
  }

  private func explain(_ message: MessageSummary, _ content: MessageContent?) {
    let campaign = message.campaign.map { "campaign \($0)" } ?? "sent by another program"
    print("\nmessage \(message.id) (\(campaign))")
    let words = Language.standard.words
    if let content {
      print("  from \(content.sender)".withoutControls())
      if !content.subject.isEmpty { print("  subject \(content.subject)".withoutControls()) }
      if !content.data.isEmpty { print("  data \(words.data(content))".withoutControls()) }
    }
    if let classification = message.classification {
      print("  \(words.advice(classification.advice(on: message.reason)))")
    }
    // The last event need not be the one that counts: what came back may have come before our own word of it.
    print("status: \(words.standing(message))")
  }

  private func line(_ event: Event) -> JSONLine {
    var line = JSONLine()
    line.add("message", .string(event.message.description))
    line.add("at", event.at)
    line.add("type", .string(event.type.name))
    line.add("source", .string(event.source.rawValue))
    line.add("status", .string(event.status?.name))
    line.add("reason", .string(event.reason))
    line.add("attempt", .int(event.attempt))
    line.add(
      "advice",
      .string(
        event.classification.map { Language.standard.words.advice($0.advice(on: event.reason)) }))
    line.add("detail", .string(event.detail))
    return line
  }
}
