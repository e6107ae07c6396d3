import Canvas
import Words

/// The line above a pane: its title, and at the right what it shows. Thick where the keys go.
struct PaneFrame {
  var title: String
  /// Whose it is, after the title; it is shortened when the line is too short for all.
  var name = ""
  /// What narrows it, after the name; never shortened for a long name's sake.
  var filter = ""
  var note = ""
  /// What is marked, before the note: what a key would act on is said whatever else there is room for.
  var mark = ""
  var isFocused: Bool

  /// Draws the line and returns the region below it.
  func draw(_ canvas: inout Canvas, _ theme: Theme) -> Rect {
    var below = canvas.bounds
    let line = below.takeTop(1)
    let lines: LineSet = isFocused ? .thick : .thin
    let style = theme[isFocused ? .borderFocused : .border]
    canvas.horizontalLine(at: line.origin, length: line.width, lines: lines, style: style)
    // The title comes first: a note beside half of it would be about who knows what.
    let shortest = TextWidth.of(title) + min(TextWidth.of(name), Self.leastName) + TextWidth.of(filter)
    let whole = TextWidth.of(title + name + filter)
    let needed = max(min(whole + 2, line.width / 2), min(shortest + 2, line.width * 3 / 4))
    let room = line.width - needed - 6
    let mark = TextWidth.truncate(mark, to: line.width - TextWidth.of(title) - 8)
    let note = MoreMark.join(mark, shortened(note, to: room - (mark.isEmpty ? 0 : TextWidth.of(mark) + 3)))
    let noteWidth = TextWidth.of(note) + 2
    let hasNote = !note.isEmpty
    let left = line.width - 3 - (hasNote ? noteWidth + 1 : 0)
    let titleStyle = isFocused ? theme[.title] : theme[.muted]
    if left > 2 {
      let nameRoom = max(Self.leastName, left - 2 - TextWidth.of(title + filter))
      let cut = TextWidth.truncate(title + name.shortened(to: nameRoom) + filter, to: left - 2)
      canvas.write(" \(cut) ", at: Point(x: 1, y: 0), style: titleStyle, maxWidth: left)
    }
    if hasNote {
      canvas.write(" \(note) ", at: Point(x: line.width - noteWidth - 1, y: 0), style: theme[.muted])
    }
    return below
  }

  /// A note without the parts that there is no room for. What comes first counts the rows, and what comes last is whether
  /// some are cut off: what stands between goes first. A place among all tells of both.
  private func shortened(_ note: String, to width: Int) -> String {
    if TextWidth.of(note) <= width { return note }
    var parts = note.split(separator: " · ").map(String.init)
    while parts.count > 0, TextWidth.of(parts.joined(separator: " · ")) > width {
      parts.remove(at: parts.count > 2 ? parts.count - 2 : parts.count == 2 && parts[0].contains("/") ? 1 : 0)
    }
    return parts.joined(separator: " · ")
  }

  /// Columns a name keeps beside a filter.
  private static let leastName = 6
}

/// What stands at the right above a pane.
enum MoreMark {
  /// A pane's note with the mark behind it.
  static func join(_ note: String, _ more: String) -> String {
    [note, more].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension Words {
  /// How many rows are marked; nothing when none is.
  func marks(_ count: Int) -> String { count == 0 ? "" : term(.marked(count)) }
}

extension Cursor {
  /// Whether there are rows that are not seen, of so many and with room for so many.
  func more(of count: Int, _ room: Int) -> Term { .more(above: top > 0, below: top + room < count) }
}

extension String {
  /// The text in at most so many columns as far as shorter names in quotation marks can do it: what is said of them matters more.
  func withNamesShortened(to columns: Int) -> String {
    var text = self
    var place = text.startIndex
    while TextWidth.of(text) > columns, let open = text[place...].firstIndex(of: "“"),
      let close = text[open...].firstIndex(of: "”")
    {
      let name = String(text[open...close])
      let room = max(Self.leastQuotedName, TextWidth.of(name) - (TextWidth.of(text) - columns))
      let short = name.shortened(to: room)
      let distance = text.distance(from: text.startIndex, to: open) + short.count
      text.replaceSubrange(open...close, with: short)
      place = text.index(text.startIndex, offsetBy: distance)
    }
    return text
  }

  /// Columns that a name keeps with its quotation marks.
  private static var leastQuotedName: Int { 8 }

  /// The text in at most so many columns; a name in quotation marks keeps both of them.
  func shortened(to columns: Int) -> String {
    guard TextWidth.of(self) > columns, hasPrefix("“"), hasSuffix("”") else {
      return TextWidth.truncate(self, to: columns)
    }
    return "“" + TextWidth.truncate(String(dropFirst().dropLast()), to: max(1, columns - 2)) + "”"
  }
}

extension State {
  /// What a pane says of a load that takes long, before anything else it would say; and that it is zoomed.
  func note(_ wait: Duration?, _ note: String) -> String {
    let told = wait.map { words.term(.loadingSince($0)) } ?? note
    return isZoomed ? MoreMark.join(words.term(.zoomed(key(.zoom))), told) : told
  }
}
