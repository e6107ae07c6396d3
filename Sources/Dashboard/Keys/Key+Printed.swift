import Canvas

extension Key {
  /// The key by what is printed on it: `R`, `Space`, `Ctrl-L`, `Alt-x`, `F5`, `↑`. `nil` for what is on no key, or what
  /// terminals send as another one.
  init?(printed text: String) {
    if let named = Self.named[text] {
      self = named
    } else if text.count == 1, let character = text.first, character.isPrinted {
      self = .character(character)
    } else if text.hasPrefix("Ctrl-"), text.count == 6, let letter = text.last?.lowercased().first,
      ("a"..."z").contains(letter), !"hijm".contains(letter)
    {
      // Control with h, i, j and m is Backspace, Tab and Enter.
      self = .control(letter)
    } else if text.hasPrefix("Alt-"), text.count == 5, let character = text.last, character.isPrinted {
      self = .alt(character)
    } else if text.first == "F", let number = Int(text.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// What is printed on a key that may be chosen.
  var printed: String? {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.value == self }?.key
    }
  }

  private static let named: [String: Key] = [
    "Space": .character(" "), "Enter": .enter, "Esc": .escape, "Tab": .tab, "⇧Tab": .backTab, "Insert": .insert,
    "Delete": .delete, "Backspace": .backspace, "Home": .home, "End": .end, "PgUp": .pageUp, "PgDn": .pageDown,
    "↑": .up, "↓": .down, "←": .left, "→": .right,
  ]

  /// Whether the key is the same whatever is chosen: it moves, opens, leads back or out, or helps.
  var isFixed: Bool {
    switch self {
    case .character(let character): character.isNumber || "jkhl".contains(character)
    case .control(let letter): "bcfnpz".contains(letter)
    case .function(let number): [1, 2, 5].contains(number)
    case .enter, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown: true
    case .alt, .insert, .delete: false
    case .paste, .mouse, .focusGained, .focusLost, .resize: true
    }
  }
}

extension Character {
  /// Whether it is on a key: a letter of another script is typed by the same keys as a Latin one.
  fileprivate var isPrinted: Bool {
    asciiValue.map { (0x21...0x7E).contains($0) } ?? false
  }
}
