import Canvas
import Model
import Words

/// Draws messages; Messages and Find share it.
struct MessageTable {
  /// A row that is drawn.
  struct Row {
    fileprivate var values: [Table.Value]
  }

  var rows: [Row]
  /// The row under the cursor, of those that are drawn.
  var selected: Int?
  var isFocused: Bool
  var empty: String
  var showsCampaign: Bool
  /// Columns that no address is wider than.
  var addressWidth = 0
  /// What the last column says.
  var lastColumn: MessagesText
  var sorting = Sorting()

  /// The columns by which messages are sorted, all of them shown, and what the store is asked for.
  static let sortable: [(Sorting.Criterion, MessageQuery.Column)] = [
    (.text(2), .campaign), (.text(3), .address), (.text(4), .subject), (.text(5), .status), (.number(6), .tries),
    (.number(7), .updated), (.text(8), .classification),
  ]

  static func sortable(showsCampaign: Bool) -> [Sorting.Criterion] {
    sortable.map(\.0).filter { showsCampaign || !common.contains($0.index) }
  }

  /// What is left out first for want of room is told by the priorities; Find needs the campaign more than the reason.
  private func columns(_ words: any Words, _ width: Int) -> [Column] {
    // In a wide window an address is seen whole before a subject that all of them have. By steps, so that the columns stay
    // where they are from one page to the next.
    let steps = (addressWidth + 7) / 8 * 8
    let least = width >= 100 ? max(22, min(steps, width * 2 / 5)) : 22
    let all = [
      Column("", .fixed(1)),
      Column(words.messages(.columnID), .fixed(8), .right, priority: 7),
      Column(words.messages(.columnCampaign), .flexible(minimum: 12, weight: 2), priority: 5),
      Column(words.messages(.columnAddress), .flexible(minimum: least, weight: 3)),
      Column(words.messages(.columnSubject), .flexible(minimum: 20, weight: 3), priority: 8),
      Column(words.messages(.columnStatus), .fixed(words.statusWidth)),
      Column(words.messages(.columnTry), .fixed(3), .right, priority: 4),
      Column(words.messages(.columnUpdated), .fixed(8), priority: 2),
      Column(words.messages(lastColumn), .flexible(minimum: showsCampaign ? 14 : 22, weight: 4), priority: 3),
    ]
    return sorting.marked(all)
  }

  /// What all rows have in common when they are of one campaign: the pane's title and the course tell it once.
  private static let common = [2, 4]

  private func shown<Item>(_ items: [Item]) -> [Item] {
    guard !showsCampaign else { return items }
    var items = items
    for column in Self.common.reversed() { items.remove(at: column) }
    return items
  }

  func draw(_ words: any Words, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    Table(
      columns: shown(columns(words, rect.width)), rows: rows.map { Table.Row(shown($0.values)) }, selected: selected,
      isFocused: isFocused, emptyText: empty
    ).draw(on: &canvas, in: rect, theme: theme)
  }
}

extension MessageTable.Row {
  /// A message. No initializer: one would be given a copy of the whole state for each row.
  ///
  /// - Parameter found: the value in which the message was found; `nil` to tell the reason of its failure.
  static func of(_ message: MessageSummary, isMarked: Bool, found: String? = nil, _ state: State) -> Self {
    Self(values: [
      .text(isMarked ? "*" : " ", .accent), .text(String(message.id.rawValue), .muted),
      .text(campaign(message.campaign, state)), .text(message.address), .text(message.subject),
      .text(message.label(state.words), message.role), .text(String(message.attempts)),
      .text(state.wallTime.short(message.updatedAt, now: state.now), .muted),
      .text(found ?? reason(message, state.words)),
    ])
  }

  /// A campaign among the messages that were found.
  init(_ campaign: FoundCampaign, _ words: any Words) {
    values = [
      .text(""), .text("", .muted), .text(words.messages(.aCampaign), .muted), .text(campaign.name, .accent),
      .text(campaign.subject), .text(""), .text(""), .text(""), .text(campaign.subject),
    ]
  }

  /// The server's words without the `smtp;` that every one of them begins with; the timeline has them whole.
  private static func reason(_ message: MessageSummary, _ words: any Words) -> String {
    guard let reason = message.reason else { return message.classification.map(words.classification) ?? "" }
    return reason.hasPrefix("smtp; ") ? String(reason.dropFirst(6)) : words.reason(reason)
  }

  private static func campaign(_ id: CampaignID?, _ state: State) -> String {
    guard let id else { return state.words.messages(.anotherProgram) }
    return state.campaign(id)?.name ?? state.words.term(.campaign(id.description))
  }
}
