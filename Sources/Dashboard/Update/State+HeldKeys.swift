import Canvas
import Model
import Words

/// Keys that were pressed before it is known what they are about: who types faster than the store answers is obeyed all the
/// same, key by key.
struct HeldKeys: Equatable, Sendable {
  fileprivate(set) var keys: [Key] = []
  /// When the first of them was pressed.
  fileprivate var since = Timestamp(milliseconds: 0)

  /// More are not held, nor for longer: who waited so long has done something else meanwhile.
  static let most = 256
  static let longest = Duration.seconds(2)
}

extension State {
  /// Holds a key back that is about a row which is not known yet, and what comes behind such a one.
  ///
  /// - Returns: whether it is held.
  mutating func hold(_ key: Key, meaning meant: Key?) -> Bool {
    // Whoever wants out gets out, whatever the store does.
    if key == .escape || key == .control("c") || meant == .character("q") {
      held.keys = []
      return false
    }
    guard !held.keys.isEmpty || (focus.behavior.isLoading(self) && meant.map(isAboutARow) ?? false) else {
      return false
    }
    if held.keys.isEmpty { held.since = now }
    if held.keys.count < HeldKeys.most { held.keys.append(key) }
    return true
  }

  /// Lets go of what is held, since what it is about cannot be read; that is said already.
  mutating func dropHeldKeys() { held.keys = [] }

  private func isAboutARow(_ key: Key) -> Bool {
    if Motion(key) != nil || key == .enter { return true }
    return KeyMap.actions(in: focus).first { $0.key == key }?.hint.needsARow ?? false
  }

  /// Does what the held keys mean, once it is known; later they mean nothing any more, and that is said.
  mutating func obeyHeldKeys() -> [Effect] {
    guard !held.keys.isEmpty else { return [] }
    if now - held.since > HeldKeys.longest {
      say(.keysDropped(held.keys.count))
      held.keys = []
      return []
    }
    guard !focus.behavior.isLoading(self) else { return [] }
    let keys = held.keys
    held.keys = []
    fit()
    return keys.flatMap { key in
      let effects = press(key)
      fit()
      return effects
    }
  }
}
