import ArgumentParser
import Dashboard
import Words

struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the dashboard's actions with their names and keys.",
    discussion: .help(
      """
      Another key is given to an action by its name, in the configuration:

        keys:
          pause: P
          markAllShown: 'Ctrl-A'

      Digits, arrows, Enter, Esc, Tab, j, k, h and l stay what they are, and so do F1, F2, F5 and Ctrl-C.

      Example:
        sendboard keys
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let keys = try await global.settings().keyMap()
    let words = Language.english.words
    var listing = Listing(json: output.json, ["ACTION", "KEY", "WHERE", "WHAT IT DOES"])
    for action in keys.named {
      let place = action.panes.isEmpty ? "everywhere" : action.panes.map(words.pane).joined(separator: ", ")
      listing.add(line(action, words), [action.name, action.key, place, words.meaning(action.hint)])
    }
    listing.end(empty: "")
  }

  private func line(_ action: KeyMap.Named, _ words: any Words) -> JSONLine {
    var line = JSONLine()
    line.add("action", .string(action.name))
    line.add("key", .string(action.key))
    line.add("panes", .list(action.panes.map { .string("\($0)") }))
    line.add("meaning", .string(words.meaning(action.hint)))
    return line
  }
}
