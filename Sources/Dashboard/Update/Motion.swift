import Canvas

/// A way to move, whichever key asks for it: arrows, vi's letters, or the wheel.
enum Motion: Equatable, Sendable {
  case rows(Int)
  case pages(Int)
  case first, last

  init?(_ key: Key) {
    switch key {
    case .up, .character("k"), .control("p"): self = .rows(-1)
    case .down, .character("j"), .control("n"): self = .rows(1)
    case .pageUp, .control("b"): self = .pages(-1)
    case .pageDown, .control("f"): self = .pages(1)
    case .home, .character("g"): self = .first
    case .end, .character("G"): self = .last
    case .mouse(.scrollUp, _): self = .rows(-3)
    case .mouse(.scrollDown, _): self = .rows(3)
    default: return nil
    }
  }

  /// How far to scroll a text of which a page shows so many lines; the ends are far enough to be clamped.
  func lines(page: Int) -> Int {
    switch self {
    case .rows(let rows): rows
    case .pages(let pages): pages * max(1, page - 1)
    case .first: -1_000_000
    case .last: 1_000_000
    }
  }
}

extension Key {
  /// The key on a keyboard that is switched to Hangul (dubeolsik) by its Latin letter, so that `q` stays `q`.
  var withoutHangul: Key {
    guard case .character(let character) = self, let latin = Self.latin[character] else { return self }
    return .character(latin)
  }

  private static let latin: [Character: Character] = {
    let hangul = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
    return Dictionary(uniqueKeysWithValues: zip(hangul, "qwertyuiopasdfghjklzxcvbnmQWERTOP"))
  }()
}

extension Cursor {
  /// Moves as asked.
  mutating func move(_ motion: Motion, in ids: [ID]) {
    switch motion {
    case .rows(let rows): move(rows, in: ids)
    case .pages(let pages): move(pages * page, in: ids)
    case .first: put(0, in: ids)
    case .last: put(ids.count - 1, in: ids)
    }
  }
}
