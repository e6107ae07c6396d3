import Canvas
import Model
import Words

/// What a resend leaves alone, with the reasons, to be looked at one by one.
struct LeftAloneList: Equatable, Sendable {
  var scope: Scope
  var entries: [LeftAlone]
  var cursor = 0
  /// What was marked in the list of messages, which the way to an entry turns to others.
  var marks = MessageMarks()
  /// The question it was asked from, to which Esc leads back.
  var question: Pick?

  var count: Int { entries.reduce(0) { $0 + $1.count } }

  mutating func move(_ rows: Int) { cursor = max(0, min(cursor + rows, entries.count - 1)) }
}

extension State {
  /// Asks for what may not be resent of what is marked, or of the row.
  mutating func listLeftAlone() -> [Effect] {
    guard let scope else {
      say(.chooseWhatToResend(resend: key(.resend)))
      return []
    }
    return count(.leftAlone(scope))
  }

  /// Shows it, now that it is known.
  mutating func receive(_ scope: Scope, _ entries: [LeftAlone]) {
    guard case .counting(.leftAlone(scope), _, let question) = modal else { return }
    modal = question.map(Modal.pick)
    guard !entries.isEmpty else { return say(.nothingLeftAlone) }
    modal = .leftAlone(LeftAloneList(scope: scope, entries: entries, question: question))
  }

  mutating func press(_ key: Key, in list: LeftAloneList) {
    var list = list
    if let motion = Motion(key) {
      list.move(motion.lines(page: max(2, size.height - 8)))
      modal = .leftAlone(list)
      return
    }
    switch key {
    case .escape, .character("q"): modal = list.question.map(Modal.pick)
    case .enter, .right, .character("l"): open(list)
    default: notices.say(words.leftAlone(.keys))
    }
  }

  /// Shows the messages of the entry under the cursor; Esc leads back to the list.
  private mutating func open(_ list: LeftAloneList) {
    var list = list
    list.marks = panes.messages.marks
    guard list.entries.indices.contains(list.cursor) else { return }
    let entry = list.entries[list.cursor]
    modal = nil
    if let message = entry.message {
      drill(to: .timeline, from: list)
      panes.timeline.opened = message
      return
    }
    var status: MessageStatus?
    if case .uncertain = entry.why { status = .uncertain }
    if case .notFailed(let its) = entry.why { status = its }
    drill(to: .messages, from: list)
    panes.messages.show(
      MessageList.Scope(
        campaign: list.scope.campaign, status: status, classification: entry.classification,
        prefix: list.scope.addressPrefix ?? ""))
  }
}

/// Draws the list in the middle of the screen.
enum LeftAloneBox {
  static func draw(_ list: LeftAloneList, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    let words = state.words
    let (box, title, rows, top, room) = place(list, words, in: rect)
    let keys = words.leftAlone(.keys)
    canvas.fill(box, style: theme[.dialog])
    canvas.box(box, lines: .thick, style: theme[.dialogBorder])
    canvas.write(
      " \(title) ", at: Point(x: box.minX + 2, y: box.minY), style: theme[.warning], maxWidth: max(0, box.width - 4))
    let more = words.term(.more(above: top > 0, below: top + room < rows.count))
    canvas.draw(in: box.inset(x: 2, y: 1)) { canvas in
      for (row, text) in rows.dropFirst(top).prefix(room).enumerated() {
        let isSelected = top + row == list.cursor
        canvas.write(
          TextWidth.fit(text, to: canvas.size.width), at: Point(x: 0, y: row),
          style: theme[isSelected ? .selection : .dialog])
      }
      canvas.write(MoreMark.join(keys, more), at: Point(x: 0, y: room + 1), style: theme[.dialog])
    }
  }

  /// The entry at a point.
  static func row(at point: Point, _ list: LeftAloneList, _ words: any Words, in rect: Rect) -> Int? {
    let (box, _, rows, top, room) = place(list, words, in: rect)
    let row = point.y - box.minY - 1
    guard box.inset(x: 1, y: 1).contains(point), (0..<room).contains(row), top + row < rows.count else {
      return nil
    }
    return top + row
  }

  /// Where the list stands, what it says, the first row that is seen, and how many there is room for.
  private static func place(
    _ list: LeftAloneList, _ words: any Words, in rect: Rect
  ) -> (box: Rect, title: String, rows: [String], top: Int, room: Int) {
    let digits = list.entries.map { TextWidth.of(Figures.count($0.count)) }.max() ?? 0
    let reasons = list.entries.map { words.skipped($0.why) }
    let alike = Dictionary(zip(reasons, repeatElement(1, count: reasons.count)), uniquingKeysWith: +).filter {
      $0.value > 1
    }
    let rows = zip(list.entries, reasons).map { entry, reason in
      // Several causes of one code are several entries, each with messages of its own.
      let cause = alike[reason] == nil ? nil : entry.classification.map(words.classification)
      let why = cause.map { "\(reason) · \($0)" } ?? reason
      return entry.address.map { "\($0)  \(why)" }
        ?? "\(TextWidth.fit(Figures.count(entry.count), to: digits, .right))  \(why)"
    }
    let title = words.leftAlone(.title(list.count))
    let keys = words.leftAlone(.keys)
    let wish = (rows + [title + "    ", keys]).map { TextWidth.of($0) }.max() ?? 0
    let width = max(1, min(rect.width - 4, wish))
    let wanted = max(1, min(rows.count, rect.height - 4))
    let box = rect.centered(Size(width: width + 4, height: wanted + 4))
    // A window may be lower than the box without any row.
    let room = max(0, box.height - 4)
    return (box, title, rows, max(0, min(list.cursor - room / 2, rows.count - room)), room)
  }
}
