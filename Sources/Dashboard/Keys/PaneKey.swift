import Canvas
import Model
import Words

/// A key that means something, in a pane or everywhere, and what it does. All that is told of keys comes from these: the
/// line at the bottom, the help, the palette, and what may be rebound.
struct PaneKey: Equatable, Sendable {
  /// The keys as they are printed on them, a space between two: `R`, `[ ]`, `Ctrl-L`.
  let key: String
  /// What they do together.
  let hint: Hint
  /// What each of several keys does by itself.
  let parts: [Hint]
  /// What does the same and stays whatever is rebound: told in the help, and no other key's.
  let also: String

  init(_ key: String, _ hint: Hint, parts: [Hint] = [], also: String = "") {
    self.key = key
    self.hint = hint
    self.parts = parts
    self.also = also
  }

  /// What each key does, one by one; nothing for keys that are told as a span of them. Worked out when it is asked for: keys
  /// are told anew in every frame, and what they do is asked when one is pressed.
  var actions: [KeyAction] {
    let hints = parts.isEmpty ? [hint] : parts
    let tokens = tokens
    guard tokens.count == hints.count else { return [] }
    return zip(tokens, hints).compactMap { token, hint in Key(printed: token).map { KeyAction(key: $0, hint: hint) } }
  }

  static let settle = PaneKey("u", .settleUncertain)
  static let resend = PaneKey("R", .resend)

  /// The order of a list that is held whole.
  static let sorting = [
    PaneKey("< >", .sort, parts: [.sortBefore, .sortNext]), PaneKey("I", .sortReversed),
  ]

  /// The keys that mean the same in every pane, in the order in which the help tells of them.
  static let everywhere = [
    PaneKey("Tab", .panes, also: "⇧Tab"), PaneKey("↑↓", .move, also: "j k"),
    PaneKey("g G", .firstLast, parts: [.first, .last]), PaneKey("Enter", .open, also: "l"), PaneKey("Esc", .escape),
    PaneKey(":", .palette), PaneKey("f", .find), PaneKey("B", .singleBatches), PaneKey("a", .course),
    PaneKey("n", .new),
    PaneKey("p r x", .control, parts: [.pause, .resume, .cancel]), PaneKey("R", .resend), PaneKey("W", .whyNotResent),
    PaneKey("N", .suppress), PaneKey("X", .suppressions),
    PaneKey("U", .uncertainOnes), PaneKey("e", .export), PaneKey("y", .copy), PaneKey("o", .link), PaneKey("w", .work),
    PaneKey("z", .zoom),
    PaneKey("Ctrl-L", .reload, also: "F5"), PaneKey("L", .language, also: "F2"), PaneKey("?", .help, also: "F1"),
    PaneKey("q", .quit, also: "Ctrl-C"),
  ]

  /// The keys without those that would do nothing for what is chosen in a list. What acts on what is marked comes first: it
  /// says on how much, before it is pressed.
  ///
  /// - Parameter only: the one status that all rows of the list have, if its filter says so.
  static func fitting(_ keys: [PaneKey], _ list: some ChosenMessages, only: MessageStatus? = nil) -> [PaneKey] {
    let isMarked = list.isAllMarked || !list.marked.isEmpty
    let chosen = list.isAllMarked ? [] : list.chosen
    let isSettled =
      list.isAllMarked
      ? only.map { [.uncertain, .accepted].contains($0) } ?? true : chosen.contains(where: \.mayBeSettled)
    let isResent = list.isAllMarked ? only.map(\.isFailure) ?? true : chosen.contains(where: \.mayBeResent)
    let fitting = keys.filter { ($0 != .settle || isSettled) && ($0 != .resend || isResent) }
    guard isMarked else { return fitting }
    let acting =
      [PaneKey.resend, .settle].filter(fitting.contains)
      + [PaneKey("N", .suppress)] + fitting.filter { [.export, .copy].contains($0.hint) }
    return told(acting, marked: list.count) + fitting.filter { !acting.contains($0) }
  }

  /// The keys without what is about a time to begin, where there is none; and where there is, with it in the place of what
  /// stops a campaign that has begun.
  static func scheduling(_ keys: [PaneKey], _ campaign: CampaignSummary?) -> [PaneKey] {
    guard campaign?.state == .scheduled, let time = keys.first(where: { $0.hint == .startTime }) else {
      return keys.filter { $0.hint != .startTime }
    }
    return keys.filter { $0 != time }.map { $0.hint == .pause ? time : $0 }
  }

  /// The same keys, saying on how many marked rows they act; `0` for the row under the cursor, `nil` for all that the filter
  /// shows.
  static func told(_ keys: [PaneKey], marked: Int?) -> [PaneKey] {
    if marked == 0 { return keys }
    return keys.map { key in
      MarkedDeed.allCases.first { $0.hint == key.hint }.map { PaneKey(key.key, .toMarked($0, marked)) } ?? key
    }
  }

  /// What is printed on each of the keys.
  var tokens: [String] { key.split(separator: " ").map(String.init) }

  func worded(_ state: State) -> KeyHint { KeyHint(state.keyMap.label(self), state.words.hint(hint)) }
}

/// One key and what it does.
struct KeyAction: Equatable, Sendable {
  /// The key before anything is rebound.
  var key: Key
  var hint: Hint
}

extension Hint {
  /// What the action is called in the configuration: a contract, unlike the words. Several words may be said of one
  /// action, as what it is about is chosen.
  var name: String {
    switch self {
    case .resendFailed, .resendThese: "resend"
    case .findAnother: "find"
    case .address, .stateOrNumber: "filter"
    case .toMarked(let deed, _): deed.hint.name
    default: String("\(self)".prefix { $0 != "(" })
    }
  }
}
