import Canvas
import Model
import Words

/// A choice between several things to do, none of which is lost by Esc.
struct Pick: Equatable, Sendable {
  struct Option: Equatable, Sendable {
    var key: Character
    var label: String
    var picked: Picked
  }

  /// What is done.
  enum Picked: Equatable, Sendable {
    case copy(CopyText.Thing, String)
    case link(LinkTemplate, MessageSummary)
    /// A question of its own comes first.
    case ask(Confirmation)
    /// What may be resent of a scope is counted first.
    case resend(Scope)
    /// What of it is left alone is listed.
    case leftAlone(Scope)
  }

  var title: String
  var lines: [String]
  var options: [Option]
  /// What Esc does.
  var leave: String
}

extension State {
  mutating func press(_ key: Key, in pick: Pick) -> [Effect] {
    if key == .escape {
      modal = nil
      return []
    }
    guard case .character(let character) = key, let option = pick.options.first(where: { $0.key == character }) else {
      say(.choices(keys: pick.options.map { String($0.key) }, leave: pick.leave))
      return []
    }
    modal = nil
    switch option.picked {
    case .copy(let thing, let text): return copy(thing, text)
    case .link(let link, let message): return open(link, message)
    case .ask(let confirmation): ask(confirmation)
    case .resend(let scope): return count(.resendable(scope))
    case .leftAlone(let scope): return count(.leftAlone(scope), from: pick)
    }
    return []
  }
}
