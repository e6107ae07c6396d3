import Canvas
import Words

/// A pane that is a table of rows, and below it a few lines about the row under the cursor.
struct PaneList<Item, ID: Hashable & Sendable> {
  /// The line above, without what it says of a load and of rows that are not seen.
  var frame: PaneFrame
  /// What is shown, and by what its rows are told apart.
  var items: [Item]
  var ids: [ID]
  var cursor: Cursor<ID>
  var columns: [Column]
  /// What stands there when there are no rows.
  var emptyText: String
  /// How many rows there are in all, when not all of them are held.
  var total: Int?
  /// How long a load has taken, when that is to be said.
  var wait: Duration?
  var footer: ListFooter

  /// Draws it.
  ///
  /// - Parameters:
  ///   - row: makes the row of what is shown.
  ///   - about: tells of the row under the cursor.
  func draw(
    _ state: State, _ canvas: inout Canvas, _ theme: Theme, row: (Item) -> Table.Row,
    about: (Item, inout TextBlock) -> Void
  ) {
    let more = state.words.term(cursor.more(of: items.count, footer.rows(in: canvas.bounds)))
    var frame = frame
    let selected = cursor.index(in: ids)
    let place = selected.map { Figures.position($0 + 1, of: total ?? items.count) } ?? ""
    frame.note = state.note(wait, [place, frame.note, more].filter { !$0.isEmpty }.joined(separator: " · "))
    var body = frame.draw(&canvas, theme)
    let below = body.takeBottom(footer.lines(in: canvas.bounds))
    let shown = items.dropFirst(cursor.top).prefix(max(0, body.height - 1))
    Table(
      columns: columns, rows: shown.map(row), selected: selected.map { $0 - cursor.top },
      isFocused: frame.isFocused, emptyText: emptyText
    ).draw(on: &canvas, in: body, theme: theme)
    guard let selected else { return }
    var block = TextBlock(width: below.width)
    about(items[selected], &block)
    block.drawBeginning(&canvas, in: below)
  }
}

/// How many lines stand below a list.
struct ListFooter: Sendable {
  /// Lines on a pane of at least so many; the tallest first.
  var steps: [(height: Int, lines: Int)]

  /// Counts them.
  func lines(in rect: Rect) -> Int { steps.first { rect.height >= $0.height }?.lines ?? 0 }

  /// Counts the list's rows, which are below the frame and the titles of the columns.
  func rows(in rect: Rect) -> Int { max(1, rect.height - 2 - lines(in: rect)) }
}
