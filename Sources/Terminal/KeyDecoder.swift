import Canvas
internal import CNcurses

/// Turns what curses reads into keys.
///
/// Escape and a character read at one go are one key with Alt, as terminals send it, and not two: an Escape closes a
/// question or a form, and the character would then be a command.
struct KeyDecoder: Hashable, Sendable {
  /// Holds one thing read.
  enum Unit: Hashable, Sendable {
    /// Read a character.
    case scalar(Unicode.Scalar)
    /// Read a key that curses knows by number.
    case code(Int32)
    /// Read a movement of the mouse.
    case mouse(MouseAction, Point)
  }

  /// Lists sequences that terminals send and terminfo leaves out, or gets wrong when `TERM` is not quite right.
  static let sequences: [(String, Int32)] = [
    ("\u{1B}[200~", Code.pasteStart), ("\u{1B}[201~", Code.pasteEnd),
    ("\u{1B}[I", Code.focusGained), ("\u{1B}[O", Code.focusLost),
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
    ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END), ("\u{1B}[7~", KEY_HOME), ("\u{1B}[8~", KEY_END),
    ("\u{1B}[Z", KEY_BTAB), ("\u{1B}[3~", KEY_DC),
  ]

  /// Names keys by numbers that curses leaves free.
  enum Code {
    static let pasteStart: Int32 = 3001
    static let pasteEnd: Int32 = 3002
    static let focusGained: Int32 = 3003
    static let focusLost: Int32 = 3004
  }

  /// When an Escape came with nothing behind it, at the end of what was read last.
  private var loneEscape: ContinuousClock.Instant?
  /// When the rest of an Escape came so far without its end.
  private var openRest: ContinuousClock.Instant?
  /// What comes so soon behind an Escape is the rest of it, which the line has held up: nobody presses two keys so fast.
  private static let lateness = Duration.milliseconds(50)
  /// A whole sequence that comes behind an Escape was typed by nobody, and may be later still.
  private static let latenessOfSequence = Duration.milliseconds(400)

  /// Holds a paste that has not ended; its pieces may come in several reads.
  private var pasted: String?
  /// More than that is not a paste any more but a lost end of one.
  private static let longestPaste = 1 << 20

  /// Tells whether a paste has begun and not ended.
  var isPasting: Bool { pasted != nil }

  /// Ends a paste whose end does not come.
  mutating func abandonPaste() -> [Key] {
    defer { pasted = nil }
    return pasted.map { [.paste($0)] } ?? []
  }

  /// Returns the keys in what was read at one go.
  ///
  /// - Parameter now: when it was read.
  mutating func decode(_ units: [Unit], at now: ContinuousClock.Instant) -> [Key] {
    var keys: [Key] = []
    var index = restOfEscape(units, at: now)
    let rest = index
    if rest > 0, rest == units.count, !Self.isFinal(units[rest - 1], alone: openRest == nil && rest == 1) {
      openRest = now
    } else {
      openRest = nil
    }
    defer { if index > 0 { loneEscape = keys.last == .escape && units[index - 1] == .scalar("\u{1B}") ? now : nil } }
    while index < units.count {
      let unit = units[index]
      index += 1
      if let text = pasted {
        if unit == .code(Code.pasteEnd) || text.unicodeScalars.count > Self.longestPaste {
          keys += abandonPaste()
        } else if case .scalar(let scalar) = unit {
          pasted?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
        }
        continue
      }
      switch unit {
      case .code(Code.pasteStart): pasted = ""
      case .code(let code): if let key = Self.key(forCode: code) { keys.append(key) }
      case .mouse(let action, let point): keys.append(.mouse(action, point))
      case .scalar("\u{1B}"):
        if let end = Self.endOfSequence(units, from: index) {
          index = end
        } else if let character = Self.typed(units, at: index) {
          keys.append(.alt(character))
          index += 1
        } else {
          keys.append(.escape)
        }
      case .scalar(let scalar): if let key = Self.key(forScalar: scalar) { keys.append(key) }
      }
    }
    return keys
  }

  /// Returns where the rest of an Escape ends that was taken for one alone: it was a sequence, or a key with Alt, and is no
  /// command now. 0 when there is none.
  private func restOfEscape(_ units: [Unit], at now: ContinuousClock.Instant) -> Int {
    guard !isPasting else { return 0 }
    if let openRest, now - openRest < Self.lateness {
      return units.firstIndex { !Self.isParameter($0) }.map { Self.typed(units, at: $0) == nil ? $0 : $0 + 1 }
        ?? units.count
    }
    guard let loneEscape, now - loneEscape < Self.latenessOfSequence, Self.typed(units, at: 0) != nil else { return 0 }
    if let end = Self.endOfSequence(units, from: 0) { return end }
    guard now - loneEscape < Self.lateness else { return 0 }
    guard units[0] == .scalar("[") || units[0] == .scalar("O") else { return 1 }
    // Its end is later still.
    return units.dropFirst().firstIndex { if case .scalar(let scalar) = $0 { scalar.value > 0x3F } else { true } }
      ?? units.count
  }

  /// Whether a unit may stand between the beginning of a sequence and its end.
  private static func isParameter(_ unit: Unit) -> Bool {
    if case .scalar(let scalar) = unit { (0x20...0x3F).contains(scalar.value) } else { false }
  }

  /// Whether nothing more follows a unit of an Escape's rest; `[` and `O` by themselves begin one.
  private static func isFinal(_ unit: Unit, alone: Bool) -> Bool {
    if alone, unit == .scalar("[") || unit == .scalar("O") { return false }
    return !isParameter(unit)
  }

  /// Returns where a control sequence ends that nobody knows, so that its letters are not taken for keys.
  ///
  /// ECMA-48, section 5.4: parameters 30–3F, intermediates 20–2F, a final 40–7E.
  private static func endOfSequence(_ units: [Unit], from start: Int) -> Int? {
    guard start + 1 < units.count, units[start] == .scalar("[") || units[start] == .scalar("O") else { return nil }
    var index = start + 1
    while index < units.count, case .scalar(let scalar) = units[index] {
      index += 1
      if (0x40...0x7E).contains(scalar.value) { return index }
      guard (0x20...0x3F).contains(scalar.value) else { return nil }
    }
    return nil
  }

  /// Returns the character at a place, unless it is a control character or none.
  private static func typed(_ units: [Unit], at index: Int) -> Character? {
    guard index < units.count, case .scalar(let scalar) = units[index], scalar != "\u{1B}",
      case .character(let character) = key(forScalar: scalar)
    else { return nil }
    return character
  }

  private static func key(forScalar scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x00: .control("@")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  private static func key(forCode code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END, KEY_LL: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case KEY_BTAB: .backTab
    case Code.focusGained: .focusGained
    case Code.focusLost: .focusLost
    case (KEY_F0 + 1)...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }
}
