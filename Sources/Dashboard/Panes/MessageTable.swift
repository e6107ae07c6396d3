import Canvas
import Model

/// Draws a list of messages; Messages and Find share it.
enum MessageTable {
  private static let columns = [
    Column("", .fixed(1)),
    Column("Id", .fixed(8), .right, priority: 7),
    Column("Campaign", .flexible(minimum: 12, weight: 2), priority: 5),
    Column("Address", .flexible(minimum: 14, weight: 3)),
    Column("Subject", .flexible(minimum: 20, weight: 3), priority: 8),
    Column("Status", .fixed(14)),
    Column("Try", .fixed(3), .right, priority: 4),
    Column("Updated", .fixed(8), priority: 2),
    Column("Reason", .flexible(minimum: 14, weight: 4), priority: 3),
  ]

  static func draw(
    _ list: MessageList, _ state: State, _ canvas: inout Canvas, in rect: Rect, isFocused: Bool, empty: String,
    showsCampaign: Bool, _ theme: Theme
  ) {
    let kept = columns.indices.filter { showsCampaign || columns[$0].title != "Campaign" }
    let shown = list.rows.dropFirst(list.top).prefix(max(0, rect.height - 1))
    let rows = shown.map { message -> Table.Row in
      let values = self.values(message, list.marked.contains(message.id), state)
      return Table.Row(kept.map { values[$0] })
    }
    Table(
      columns: kept.map { columns[$0] }, rows: rows, selected: list.index.map { $0 - list.top }, isFocused: isFocused,
      emptyText: empty
    ).draw(on: &canvas, in: rect, theme: theme)
  }

  private static func values(_ message: MessageSummary, _ isMarked: Bool, _ state: State) -> [Table.Value] {
    [
      .text(isMarked ? "*" : " ", .accent), .text(String(message.id.rawValue), .muted),
      .text(campaign(message.campaign, state)), .text(message.address), .text(message.subject),
      .text(message.status.label, message.status.role), .text(String(message.attempts)),
      .text(state.wallTime.short(message.updatedAt, now: state.now), .muted),
      .text(message.reason ?? message.classification?.line ?? ""),
    ]
  }

  private static func campaign(_ id: CampaignID?, _ state: State) -> String {
    guard let id else { return "(another program)" }
    return state.campaign(id)?.name ?? "campaign \(id)"
  }
}
