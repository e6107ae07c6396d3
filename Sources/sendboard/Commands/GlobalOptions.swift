import HTTP
public import ArgumentParser
import Foundation
public import Logging
import Words

/// The options every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The store.", discussion: "Default: $XDG_STATE_HOME/sendboard/sendboard.db", valueName: "file"))
  var store: String?

  @Flag(help: "Look only: nothing is written, and what would change something is refused.")
  var readOnly = false

  @Option(help: ArgumentHelp("The configuration. Default: ~/.config/sendboard/config.yaml", valueName: "file"))
  var config: String?

  @Option(help: "The AWS profile; not used by the embedded default.")
  var profile: String?

  @Option(help: "The AWS region; not used by the embedded default.")
  var region: String?

  @Option(help: ArgumentHelp("The dashboard's language: en, ko. Default: the locale's.", valueName: "code"))
  var language: Language?

  @Option(help: ArgumentHelp("What to log: trace, debug, info, notice, warning, error, critical.", valueName: "level"))
  var logLevel: Logger.Level?

  /// Reads flags over environment over file.
  func settings() async throws -> Settings { try Settings(flags: self) }

  /// Reads them for a command that changes something.
  ///
  /// - Parameter deed: what it is called: `sendboard resend`.
  /// - Throws: ``CommandError``, also when changes are forbidden.
  func settings(for deed: String) async throws -> Settings {
    let settings = try await settings()
    try settings.allow(deed)
    return settings
  }

  /// A command as it must be typed to work on the same store as this one, with the flags that were given.
  func command(_ words: String) -> String {
    let flags = [("--store", store), ("--config", config)].compactMap { flag, value in
      value.map { " \(flag) \(Self.quoted($0))" }
    }
    return "'\(words)\(flags.joined())'"
  }

  /// The text as one word of a shell's line that stands between single quotation marks itself.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,:@%~".contains($0) }
    return isPlain ? text : "\"\(text)\""
  }
}

/// The `--json` flag of the commands that answer with data.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object a line on standard output, and nothing else there.")
  var json = false
}

extension Settings {
  /// Refuses what changes something where only looking is allowed.
  ///
  /// - Throws: ``CommandError``.
  func allow(_ deed: String) throws {
    guard let readOnly else { return }
    throw CommandError("\(readOnly): '\(deed)' would change something and is refused; nothing was changed")
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
