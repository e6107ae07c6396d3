import Dashboard
import Model
import Words

extension Settings {
  /// Which keys were chosen for what in the dashboard.
  ///
  /// Asked for by what has a screen only: nobody's mail waits for a key.
  ///
  /// - Throws: ``CommandError`` that names the file and the line of what cannot be.
  func keyMap() throws -> KeyMap {
    let document = sources.own
    do throws(KeyMapProblem) {
      return try KeyMap(document.keys.map { ($0.action, $0.key) })
    } catch {
      let choice = document.keys.first { $0.action == error.name }
      let words = Self.words(of: error, key: choice?.key ?? "", in: document)
      throw CommandError("\(document.path):\(choice?.line ?? 1): keys.\(error.name): \(words)", underlying: error)
    }
  }

  private static func words(of problem: KeyMapProblem, key: String, in document: ConfigurationDocument) -> String {
    switch problem.code {
    case .unknownAction:
      let guess = KeyMap.names.nearest(to: problem.name).map { "; did you mean '\($0)'?" } ?? ":"
      return "there is no action of that name\(guess) 'sendboard keys' lists them"
    case .unknownKey:
      return "'\(key)' is no key of its own: give one character, such as P or '#', or Space, Ctrl-X, Alt-x or F6"
    case .fixedKey:
      return "'\(key)' moves, opens, leads back, helps or ends, and stays what it is"
    case .taken(let other, let place):
      let line = document.keys.first { $0.action == other }.map { " (line \($0.line))" } ?? ""
      return "'\(key)' is '\(other)'\(line) in \(Language.english.words.pane(place)) already"
    }
  }
}
