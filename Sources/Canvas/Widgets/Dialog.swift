/// Asks before something is done that cannot be undone.
///
/// Enter alone never confirms: a key held down, or pressed once too often, must not send a hundred thousand mails.
package struct Dialog: Hashable, Sendable {
  /// Says what the operator must do to confirm.
  package enum Confirmation: Hashable, Sendable {
    /// Press `y`.
    case yes
    /// Type this word or number, then Enter. Case, and commas in numbers, do not matter.
    case typing(String)
    /// Nothing: it is a message only, and Enter or Escape closes it.
    case none
  }

  /// Says what has become of it.
  package enum Response: Hashable, Sendable {
    /// Waits still.
    case pending
    /// Was confirmed.
    case confirmed
    /// Was given up, or a message was read.
    case cancelled
  }

  /// Names what is to be done.
  package var title: String
  /// Says what will happen, a paragraph an element; long ones are broken into lines.
  package var body: [String]
  /// Says what confirms.
  package var confirmation: Confirmation
  /// Holds what is typed so far.
  package private(set) var editor = LineEditor()

  /// Lines of the body above those that are shown: a small screen does not hold all.
  package private(set) var offset = 0

  /// Makes a question.
  package init(_ title: String, body: [String], confirmation: Confirmation) {
    self.title = title
    self.body = body
    self.confirmation = confirmation
  }

  /// Takes a key. While the dialog is open, all keys are for it.
  package mutating func handle(_ key: Key) -> Response {
    if key == .escape || key == .control("g") { return .cancelled }
    switch key {
    case .down, .pageDown:
      offset += key == .down ? 1 : 5
      return .pending
    case .up, .pageUp:
      offset = max(0, offset - (key == .up ? 1 : 5))
      return .pending
    default: break
    }
    switch confirmation {
    case .none:
      return key == .enter ? .cancelled : .pending
    case .yes:
      switch key {
      case .character("y"), .character("Y"): return .confirmed
      case .character("n"), .character("N"), .character("q"): return .cancelled
      default: return .pending
      }
    case .typing(let word):
      if key == .enter { return Self.folded(editor.text) == Self.folded(word) ? .confirmed : .pending }
      _ = editor.handle(key)
      return .pending
    }
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0 != "," && $0 != " " })
  }

  /// Holds what the dialog says by itself, in the reader's language.
  package struct Labels {
    /// Say what a key does.
    package var close, yes, no, back, whenTyped: String
    /// Asks for a word to be typed.
    package var type: (String) -> String

    /// Makes labels.
    package init(
      close: String, yes: String, no: String, back: String, whenTyped: String, type: @escaping (String) -> String
    ) {
      self.close = close
      self.yes = yes
      self.no = no
      self.back = back
      self.whenTyped = whenTyped
      self.type = type
    }
  }

  /// Draws the question in the middle, over what is there.
  package func draw(on canvas: inout Canvas, in rect: Rect, labels: Labels, theme: Theme) {
    let hints = self.hints(labels)
    let (box, lines) = place(in: rect)
    let typed = typedLines
    canvas.fill(box, style: theme[.dialog])
    canvas.box(box, lines: .thick, style: theme[.dialogBorder])
    canvas.draw(in: box.inset(x: 2)) { canvas in
      canvas.write(" \(title) ", at: .zero, style: theme[.warning])
      let last = canvas.size.height - 2
      let room = max(0, last - 1 - typed)
      let shown = lines.dropFirst(min(offset, max(0, lines.count - room))).prefix(room)
      for (row, line) in shown.enumerated() {
        canvas.write(line, at: Point(x: 0, y: row + 1), style: theme[.dialog])
      }
      if shown.count < lines.count {
        let mark = "↓↑ +\(lines.count - shown.count)"
        canvas.write(
          " \(mark) ", at: Point(x: max(0, canvas.size.width - TextWidth.of(mark) - 2), y: 0), style: theme[.warning])
      }
      if case .typing(let word) = confirmation {
        let used = canvas.write(labels.type(word), at: Point(x: 0, y: last - 2), style: theme[.dialog])
        let field = Rect(x: used, y: last - 2, width: canvas.size.width - used, height: 1)
        editor.draw(on: &canvas, in: field, isFocused: true, theme: theme)
      }
      KeyHints(hints).draw(
        on: &canvas, in: Rect(x: 0, y: last, width: canvas.size.width, height: 1), theme: theme)
    }
  }

  /// Returns the key of the answer that stands at a point of where the question is drawn.
  package func answer(at point: Point, in rect: Rect, labels: Labels) -> String? {
    let box = place(in: rect).box
    let inside = box.inset(x: 2)
    guard point.y == inside.maxY - 2, inside.contains(point) else { return nil }
    let hints = self.hints(labels)
    let place = KeyHints(hints).places(width: inside.width).first { $0.columns.contains(point.x - inside.minX) }
    return place.map { hints[$0.index].key }
  }

  /// Lines of the field to type into.
  private var typedLines: Int { if case .typing = confirmation { 2 } else { 0 } }

  /// Where the question stands, and its text in lines.
  private func place(in rect: Rect) -> (box: Rect, lines: [String]) {
    let wish = max(body.map { TextWidth.of($0) }.max() ?? 0, TextWidth.of(title) + 4, 36)
    let width = min(max(0, rect.width - 6), min(wish, 72))
    let lines = body.flatMap { TextWidth.wrap($0, to: width) }
    return (rect.centered(Size(width: width + 4, height: lines.count + typedLines + 4)), lines)
  }

  private func hints(_ labels: Labels) -> [KeyHint] {
    switch confirmation {
    case .none: [KeyHint("Enter", labels.close)]
    case .yes: [KeyHint("y", labels.yes), KeyHint("n", labels.no), KeyHint("Esc", labels.back)]
    case .typing: [KeyHint("Enter", labels.whenTyped), KeyHint("Esc", labels.back)]
    }
  }
}
