import Canvas
import Model
import Words

/// Draws a list of messages; Messages and Find share it.
enum MessageTable {
  /// What is left out first for want of room is told by the priorities; Find needs the campaign more than the reason.
  private static func columns(showsCampaign: Bool, _ words: any Words) -> [Column] {
    var all = columns(reason: showsCampaign ? 14 : 22, words)
    if !showsCampaign { all.remove(at: 2) }
    return all
  }

  private static func columns(reason: Int, _ words: any Words) -> [Column] {
    [
      Column("", .fixed(1)),
      Column(words.messages(.columnID), .fixed(8), .right, priority: 7),
      Column(words.messages(.columnCampaign), .flexible(minimum: 12, weight: 2), priority: 5),
      Column(words.messages(.columnAddress), .flexible(minimum: 22, weight: 3)),
      Column(words.messages(.columnSubject), .flexible(minimum: 20, weight: 3), priority: 8),
      Column(words.messages(.columnStatus), .fixed(words.statusWidth)),
      Column(words.messages(.columnTry), .fixed(3), .right, priority: 4),
      Column(words.messages(.columnUpdated), .fixed(8), priority: 2),
      Column(words.messages(.columnReason), .flexible(minimum: reason, weight: 4), priority: 3),
    ]
  }

  static func draw(
    _ list: MessageList, _ state: State, _ canvas: inout Canvas, in rect: Rect, isFocused: Bool, empty: String,
    showsCampaign: Bool, _ theme: Theme
  ) {
    let columns = columns(showsCampaign: showsCampaign, state.words)
    let shown = list.rows.dropFirst(list.top).prefix(max(0, rect.height - 1))
    let rows = shown.map { message -> Table.Row in
      var values = self.values(message, list.marked[message.id] != nil, state)
      if !showsCampaign { values.remove(at: 2) }
      return Table.Row(values)
    }
    Table(
      columns: columns, rows: rows, selected: list.index.map { $0 - list.top }, isFocused: isFocused,
      emptyText: empty
    ).draw(on: &canvas, in: rect, theme: theme)
  }

  private static func values(_ message: MessageSummary, _ isMarked: Bool, _ state: State) -> [Table.Value] {
    [
      .text(isMarked ? "*" : " ", .accent), .text(String(message.id.rawValue), .muted),
      .text(campaign(message.campaign, state)), .text(message.address), .text(message.subject),
      .text(message.label(state.words), message.role), .text(String(message.attempts)),
      .text(state.wallTime.short(message.updatedAt, now: state.now), .muted),
      .text(reason(message, state.words)),
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
