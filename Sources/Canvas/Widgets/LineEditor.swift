/// Edits one line of text.
package struct LineEditor: Hashable, Sendable {
  /// Says what a key did.
  package enum Response: Hashable, Sendable {
    /// Changed the text.
    case changed
    /// Moved the cursor only, or asked for what cannot be done here.
    case handled
    /// Did nothing: the key is for someone else.
    case ignored
  }

  /// Holds what is typed.
  private var characters: [Character]
  /// Counts the characters left of the cursor.
  package private(set) var cursor: Int

  /// Makes an editor with the cursor behind the text.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// Holds the text; setting it puts the cursor behind it.
  package var text: String {
    get { String(characters) }
    set { self = LineEditor(newValue) }
  }

  /// Tells whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Takes a key: typing, arrows, Home, End, Delete, and Control with a, e, b, f, h, d, u, k, w.
  package mutating func handle(_ key: Key) -> Response {
    switch key {
    case .character(let character): return insert(String(character))
    case .paste(let text):
      return insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    case .backspace, .control("h"): return remove((cursor - 1)..<cursor)
    case .delete, .control("d"): return remove(cursor..<(cursor + 1))
    case .control("u"): return remove(0..<cursor)
    case .control("k"): return remove(cursor..<characters.count)
    case .control("w"): return remove(startOfWord..<cursor)
    case .left, .control("b"): return move(to: cursor - 1)
    case .right, .control("f"): return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: characters.count)
    default: return .ignored
    }
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func move(to position: Int) -> Response {
    cursor = min(max(0, position), characters.count)
    return .handled
  }

  /// Inserts and breaks the text into characters anew: a mark typed after its letter, or a letter of decomposed Hangul,
  /// joins what is left of the cursor.
  private mutating func insert(_ text: String) -> Response {
    guard !text.isEmpty else { return .handled }
    let before = Array(String(characters[..<cursor]) + text)
    characters = before + characters[cursor...]
    cursor = before.count
    return .changed
  }

  private mutating func remove(_ range: Range<Int>) -> Response {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return .handled }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .changed
  }
}

extension LineEditor {
  /// Draws the text in the first row of a rectangle, scrolled so that the cursor is seen, which is placed when focused.
  ///
  /// - Parameter isSelected: the whole text is marked, as what the next character replaces.
  package func draw(
    on canvas: inout Canvas, in rect: Rect, placeholder: String = "", isFocused: Bool, theme: Theme,
    isSelected: Bool = false
  ) {
    guard rect.width > 0, rect.height > 0 else { return }
    let style = theme[isFocused ? .inputFocused : .input]
    canvas.draw(in: Rect(x: rect.minX, y: rect.minY, width: rect.width, height: 1)) { canvas in
      canvas.fill(canvas.bounds, style: style)
      if characters.isEmpty {
        canvas.write(placeholder, at: .zero, style: theme[.placeholder].over(style))
      }
      let widths = characters.map { TextWidth.of($0) }
      var start = 0
      var cursorColumn = isFocused ? widths[..<cursor].reduce(0, +) : 0
      // The cursor itself needs a column, also behind the last character.
      while cursorColumn >= rect.width, start < cursor {
        cursorColumn -= widths[start]
        start += 1
      }
      var x = 0
      for index in characters.indices.dropFirst(start) where x < rect.width {
        for glyph in GlyphSequence(String(characters[index])) {
          canvas.put(glyph, at: Point(x: x, y: 0), style: isSelected ? theme[.selection].over(style) : style)
          x += Int(glyph.width)
        }
      }
      if start > 0 { canvas.put(Glyph(narrow: "‹"), at: .zero, style: style) }
      if x > rect.width || (x == rect.width && start + 1 < characters.count && !isFocused) {
        canvas.put(Glyph(narrow: "›"), at: Point(x: rect.width - 1, y: 0), style: style)
      }
      if isFocused { canvas.placeCursor(at: Point(x: cursorColumn, y: 0)) }
    }
  }
}
