import Canvas
import Words

/// A key that means something in a pane, and what it does.
struct PaneKey: Equatable, Sendable {
  /// The key as it is printed on it.
  var key: String
  var hint: Hint

  init(_ key: String, _ hint: Hint) {
    self.key = key
    self.hint = hint
  }

  static let settle = PaneKey("u", .settleUncertain)
  static let resend = PaneKey("R", .resend)

  /// The keys without those that would do nothing for what is chosen in a list.
  static func fitting(_ keys: [PaneKey], _ list: some ChosenMessages) -> [PaneKey] {
    keys.filter { $0 != .settle || list.isAllMarked || !list.settleable.isEmpty }
      .filter { $0 != .resend || list.isAllMarked || !list.resendable.isEmpty }
      .map {
        $0 == .resend && (list.isAllMarked || !list.marked.isEmpty) ? PaneKey("R", .resendMarked(list.count)) : $0
      }
  }

  func worded(_ words: any Words) -> KeyHint { KeyHint(key, words.hint(hint)) }
}
