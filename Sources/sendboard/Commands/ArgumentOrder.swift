import ArgumentParser

/// Lets the options that every command takes stand before the command, too, as they do for git and docker: the parser knows them only
/// behind it.
struct ArgumentOrder {
  private let root: any ParsableCommand.Type
  /// Those with a value, and those without.
  private static let options: Set<String> = [
    "--store", "--config", "--profile", "--region", "--language", "--log-level",
  ]
  private static let flags: Set<String> = ["--read-only", "--json"]

  /// - Parameter root: the command that the others are of.
  init(_ root: any ParsableCommand.Type) { self.root = root }

  /// Moves the general options that stand before a command, or between it and a command of its own, behind both.
  ///
  /// Where no command follows, everything stays as it is, as it does from the first option on that only some commands take: what
  /// belongs to it cannot be told.
  func behindCommand(_ arguments: [String]) -> [String] {
    var command: any ParsableCommand.Type = root
    var names: [String] = []
    var moved: [String] = []
    var rest = arguments[...]
    while true {
      let (options, after) = Self.options(at: rest)
      guard let name = after.first,
        let next = command.configuration.subcommands.first(where: { Self.name(of: $0) == name })
      else { break }
      moved += options
      names.append(name)
      command = next
      rest = after.dropFirst()
    }
    if names.isEmpty, let word = Self.options(at: rest).after.first, !word.hasPrefix("-") {
      // A word that is no command: the options would hide it.
      return Array(Self.options(at: rest).after) + Self.options(at: rest).options
    }
    return names + moved + rest
  }

  /// A command's word; the parser makes it of the type's name where none is given.
  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  /// The general options at the beginning of some words.
  private static func options(at words: ArraySlice<String>) -> (options: [String], after: ArraySlice<String>) {
    var options: [String] = []
    var rest = words
    while let word = rest.first {
      if flags.contains(word) || Self.options.contains(where: { word.hasPrefix("\($0)=") }) {
        options.append(word)
        rest = rest.dropFirst()
      } else if Self.options.contains(word), rest.count > 1 {
        options += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    return (options, rest)
  }
}
