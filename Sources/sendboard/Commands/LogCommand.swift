import ArgumentParser
import Model
import Words

struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Tell what happened: faults, throttling, links, dead letters, pauses; oldest first.",
    discussion: .help(
      """
      It is kept beside the store by every process that works on it, up to about two megabytes. With --json a line has a code
      with its arguments, which stay the same in every language, and the same in English under 'text'.

      Examples:
        sendboard log --since 2h
        sendboard log --since 2026-11-20 --level error --json
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "Only what happened since: a time (ISO 8601), a day, or a span such as 90s, 15m, 2h, 3d.", valueName: "when"))
  var since: Moment?
  @Option(help: ArgumentHelp("Only what matters so much: information, warning or error.", valueName: "level"))
  var level: LogRecord.Level = .information

  func run() async throws {
    let settings = try await global.settings()
    try CompositionRoot.requireStore(settings)
    var listing = Listing(json: output.json, ["AT", "LEVEL", "WHAT"])
    let words = Language.standard.words
    let records = LogBook.read(CompanionFiles(of: settings.storePath).log, since: since?.before(.now))
    for record in records where record.level >= level {
      let text = words.log(record.event)
      listing.add(LogLine.json(record, text: text), [record.at.description, record.level.rawValue, text])
    }
    listing.end(empty: "nothing happened" + (since == nil ? " yet" : " since then"))
  }
}

/// A moment as it is typed: a time, a day, or how long ago.
enum Moment: Equatable, ExpressibleByArgument {
  case at(Timestamp)
  case ago(Duration)

  init?(argument text: String) {
    if let time = Timestamp(iso8601: text) ?? Timestamp(iso8601: text + "T00:00:00Z") {
      self = .at(time)
    } else if let unit = text.last, let number = Int64(text.dropLast()), number >= 0, number < 1_000_000 {
      switch unit {
      case "s": self = .ago(.seconds(number))
      case "m": self = .ago(.seconds(number * 60))
      case "h": self = .ago(.seconds(number * 3600))
      case "d": self = .ago(.seconds(number * 86_400))
      default: return nil
      }
    } else {
      return nil
    }
  }

  /// The moment, seen from a time.
  func before(_ now: Timestamp) -> Timestamp {
    switch self {
    case .at(let time): time
    case .ago(let span): now + (.zero - span)
    }
  }
}

extension LogRecord.Level: ExpressibleByArgument {}
