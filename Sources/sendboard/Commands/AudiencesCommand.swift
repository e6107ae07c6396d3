import ArgumentParser
import Foundation
import Model

struct AudiencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audiences", abstract: "List the named audiences of the configuration and what they ask for.",
    discussion: .help(
      """
      An administrator describes them in the configuration, under 'audiences'; 'send --audience NAME --param k=v' sends to one.
      Credentials and queries are not shown.

      Example:
        sendboard audiences
        sendboard send --audience overdue --param day=2026-11-01 --param tier=gold \\
          --name Reminder --from billing@example.com \\
          --subject 'Your invoice' --text reminder.txt --dry-run
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let settings = try await global.settings()
    var listing = Listing(json: output.json, ["NAME", "FROM", "PARAMETERS", "TITLE"])
    for audience in settings.audiences {
      listing.add(
        line(audience),
        [
          audience.name, audience.origin.kind, audience.parameters.map(\.usage).joined(separator: " "), audience.title,
        ])
    }
    listing.end(
      empty: "no named audience is described: an administrator does that in the configuration, under 'audiences'")
  }

  private func line(_ audience: NamedAudience) -> JSONLine {
    var line = JSONLine()
    line.add("name", .string(audience.name))
    line.add("title", .string(audience.title))
    line.add("from", .string(audience.origin.kind))
    line.add("parameters", .list(audience.parameters.map { .object(self.line($0)) }))
    return line
  }

  private func line(_ parameter: AudienceParameter) -> JSONLine {
    var line = JSONLine()
    line.add("name", .string(parameter.name))
    line.add("type", .string(parameter.kind.name))
    if case .choice(let choices) = parameter.kind { line.add("choices", .list(choices.map { .string($0) })) }
    line.add("default", .string(parameter.standard))
    return line
  }
}

extension NamedAudience.Origin {
  /// What kind of place it is.
  var kind: String {
    switch self {
    case .sqlite: "sqlite"
    case .database: "database"
    case .command: "command"
    }
  }
}

extension AudienceParameter.Kind {
  /// As the configuration names it.
  var name: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .choice: "choice"
    }
  }
}

extension AudienceParameter {
  /// How it is given: `day=DATE`, in brackets where it need not be.
  var usage: String {
    let value =
      switch kind {
      case .text: "TEXT"
      case .number: "NUMBER"
      case .date: "DATE"
      case .choice(let choices): choices.joined(separator: "|")
      }
    return standard.map { "[\(name)=\(value), else \($0)]" } ?? "\(name)=\(value)"
  }
}
