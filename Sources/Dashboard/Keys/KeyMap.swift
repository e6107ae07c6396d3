import Canvas
package import Words

/// Which keys the operator chose for what: pressed keys are turned into those that the panes know, and these into what is
/// told. One that holds a collision cannot be made.
package struct KeyMap: Equatable, Sendable {
  /// The keys that were chosen, by the names of actions.
  private let chosen: [String: Key]

  /// Nothing is rebound.
  package static let standard = KeyMap(chosen: [:])

  private init(chosen: [String: Key]) { self.chosen = chosen }

  /// Takes over what was chosen.
  ///
  /// - Parameter choices: names of actions, each once, with what is printed on their keys.
  /// - Throws: ``KeyMapProblem``, the first there is.
  package init(_ choices: [(name: String, key: String)]) throws(KeyMapProblem) {
    var chosen: [String: Key] = [:]
    for choice in choices {
      guard Self.bindable.contains(where: { $0.hint.name == choice.name }) else {
        throw KeyMapProblem(code: .unknownAction, name: choice.name)
      }
      guard let key = Key(printed: choice.key) else { throw KeyMapProblem(code: .unknownKey, name: choice.name) }
      guard !key.isFixed else { throw KeyMapProblem(code: .fixedKey, name: choice.name) }
      chosen[choice.name] = key
    }
    self.init(chosen: chosen)
    // The latest choice is told first: with what was chosen before it there may have been nothing wrong.
    for choice in choices.reversed() {
      for pane in Pane.allCases {
        if let other = self.other(than: choice.name, in: pane) {
          throw KeyMapProblem(code: .taken(by: other, place: pane.behavior.title), name: choice.name)
        }
      }
    }
  }

  /// The key that was chosen for an action; one that opens with Enter stays, whatever it is called.
  private func choice(for action: KeyAction) -> Key? {
    // Asked of every key in every frame, and a name is made by reflection.
    chosen.isEmpty || action.key.isFixed ? nil : chosen[action.hint.name]
  }

  /// The action that has the key of another one in a pane.
  private func other(than name: String, in pane: Pane) -> String? {
    let actions = Self.actions(in: pane)
    guard let key = actions.lazy.compactMap({ $0.hint.name == name ? choice(for: $0) : nil }).first else { return nil }
    if let taken = actions.first(where: { $0.hint.name != name && (choice(for: $0) ?? $0.key) == key }) {
      return taken.hint.name
    }
    return Self.keys(in: pane).first { $0.hint.name != name && $0.alsoKeys.contains(key) }?.hint.name
  }

  /// What a key that was pressed means in a pane, as the panes know it; `nil` for one that means nothing any more.
  func meaning(of key: Key, in pane: Pane) -> Key? {
    guard !chosen.isEmpty else { return key }
    let actions = Self.actions(in: pane)
    if let action = actions.first(where: { choice(for: $0) == key }) { return action.key }
    let former = actions.first { $0.key == key }
    return former.flatMap { choice(for: $0) } == nil ? key : nil
  }

  /// What is printed on the keys now, as the line at the bottom names them.
  func label(_ keys: PaneKey) -> String {
    if chosen.isEmpty { return keys.key }
    let actions = keys.actions
    guard !actions.isEmpty else { return keys.key }
    return zip(keys.tokens, actions).map { token, action in choice(for: action)?.printed ?? token }
      .joined(separator: " ")
  }

  /// The key of an action, wherever it is one.
  func label(of hint: Hint) -> String {
    // A name is made by reflection, and every frame tells the key of the help.
    if chosen.isEmpty, let action = Self.bindable.first(where: { $0.hint == hint }) { return action.key.printed ?? "–" }
    let name = hint.name
    return (chosen[name] ?? Self.first[name])?.printed ?? "–"
  }

  /// What is printed on the key of an action.
  func label(of action: KeyAction) -> String { choice(for: action)?.printed ?? action.key.printed ?? "–" }
}

/// What there is to choose a key for.
extension KeyMap {
  /// An action that has a name in the configuration.
  package struct Named: Equatable, Sendable {
    /// What the configuration calls it.
    package var name: String
    /// The key that it has.
    package var key: String
    /// What it does.
    package var hint: Hint
    /// The panes that it is in; none for everywhere.
    package var panes: [PaneName]
  }

  /// Everything that may be given another key, each once, with the key that it has.
  package var named: [Named] {
    var all: [Named] = []
    for action in PaneKey.everywhere.flatMap(\.actions) where !action.key.isFixed {
      all.append(Named(name: action.hint.name, key: label(of: action), hint: action.hint, panes: []))
    }
    for pane in Pane.allCases {
      for action in pane.behavior.keys.flatMap(\.actions) where !action.key.isFixed {
        if let index = all.firstIndex(where: { $0.name == action.hint.name }) {
          if !all[index].panes.isEmpty { all[index].panes.append(pane.behavior.title) }
        } else {
          all.append(
            Named(
              name: action.hint.name, key: label(of: action), hint: action.hint, panes: [pane.behavior.title]))
        }
      }
    }
    return all
  }

  /// The names that may be given.
  package static var names: [String] { standard.named.map(\.name) }

  private static let bindable: [KeyAction] =
    (PaneKey.everywhere + Pane.allCases.flatMap { $0.behavior.keys }).flatMap(\.actions).filter { !$0.key.isFixed }

  /// The first key of each action, before anything is rebound.
  private static let first: [String: Key] = Dictionary(bindable.map { ($0.hint.name, $0.key) }) { first, _ in first }

  /// The keys that mean something in a pane: its own, and those from everywhere that it gives no other meaning.
  static func keys(in pane: Pane) -> [PaneKey] { byPane[pane]?.keys ?? [] }

  /// The same, key by key.
  static func actions(in pane: Pane) -> [KeyAction] { byPane[pane]?.actions ?? [] }

  private static let byPane: [Pane: (keys: [PaneKey], actions: [KeyAction])] = Dictionary(
    uniqueKeysWithValues: Pane.allCases.map { pane in
      let keys = pane.behavior.keys + PaneKey.everywhere
      var actions: [KeyAction] = []
      for action in keys.flatMap(\.actions) where !actions.contains(where: { $0.key == action.key }) {
        actions.append(action)
      }
      return (pane, (keys, actions))
    })
}

extension PaneKey {
  /// The keys that do the same and stay.
  fileprivate var alsoKeys: [Key] { also.split(separator: " ").compactMap { Key(printed: String($0)) } }
}

/// Why keys cannot be as they were chosen.
package struct KeyMapProblem: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Code: Equatable, Sendable {
    /// No action has the name.
    case unknownAction
    /// There is no such key, or terminals send it as another one.
    case unknownKey
    /// The key moves, opens, leads back or helps, and stays.
    case fixedKey
    /// Another action has the key in a pane.
    case taken(by: String, place: PaneName)
  }

  /// What is wrong.
  package let code: Code
  /// The action that the choice is for.
  package let name: String
}
