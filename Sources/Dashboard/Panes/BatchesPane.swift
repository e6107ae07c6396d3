import Canvas
import Model

/// The chosen campaign: its batches, and its messages by status.
enum BatchesPane: PaneBehavior {
  static let keys = [
    KeyHint("Enter", "messages"), KeyHint("p", "pause"), KeyHint("r", "resume"), KeyHint("x", "cancel"),
    KeyHint("R", "resend failed"), KeyHint("↑↓", "scroll"), KeyHint("Esc", "back"),
  ]

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      let rect = Layout(state).rect(.batches)
      let last = max(0, block(state, rect.width, .monochrome).lines.count - (rect.height - 1))
      state.batchesOffset = max(0, min(state.batchesOffset + motion.lines(page: rect.height - 1), last))
      return []
    }
    switch key {
    case .enter, .right, .character("l"): return CampaignsPane.press(.enter, &state)
    case .left, .character("h"): return nil
    default: return nil
    }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let name = state.chosenCampaign.map { " of “\($0.name)”" } ?? ""
    let body = PaneFrame(
      title: "Batches\(name)",
      note: state.chosenCampaign.map { "\(Figures.count($0.batches.total, "batch", plural: "batches"))" } ?? "",
      isFocused: state.focus == .batches
    ).draw(&canvas, theme)
    guard let campaign = state.chosenCampaign else {
      canvas.write("no campaign is chosen", at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    var rest = body
    gauge(
      &canvas, rest.takeTop(1), "Batches", campaign.batches.done, campaign.batches.total, batchWords(campaign), theme)
    gauge(
      &canvas, rest.takeTop(1), "Messages", campaign.tried, campaign.recipients, messageWords(campaign, state), theme)
    block(state, rest.width, theme).draw(&canvas, in: rest, from: state.focus == .batches ? state.batchesOffset : 0)
  }

  private static func gauge(
    _ canvas: inout Canvas, _ row: Rect, _ label: String, _ part: Int, _ whole: Int, _ words: String, _ theme: Theme
  ) {
    canvas.draw(in: row) { canvas in
      let bar = max(6, min(40, canvas.size.width / 6))
      canvas.write(label, in: 0..<8, row: 0, style: theme[.label])
      Gauge(whole == 0 ? 0 : Double(part) / Double(whole))
        .draw(on: &canvas, in: Rect(x: 9, y: 0, width: bar, height: 1), theme: theme)
      canvas.write(Figures.percent(part, of: whole), in: (bar + 10)..<(bar + 14), row: 0, style: theme[.strong], .right)
      canvas.write(words, at: Point(x: bar + 15, y: 0), style: theme[.text])
    }
  }

  private static func batchWords(_ campaign: CampaignSummary) -> String {
    let batches = campaign.batches
    let dead = batches.dead > 0 ? "! \(Figures.count(batches.dead)) dead" : "0 dead"
    return "\(Figures.count(batches.pending)) pending · \(Figures.count(batches.queued)) queued · "
      + "\(Figures.count(batches.done)) done · \(dead)"
  }

  private static func messageWords(_ campaign: CampaignSummary, _ state: State) -> String {
    var words = "\(Figures.count(campaign.tried)) of \(Figures.count(campaign.recipients))"
    guard campaign.isUnderWay else { return words }
    if let rate = state.pace.rate(campaign.id) { words += " · \(Figures.rate(rate))/s" }
    if let left = state.pace.timeLeft(campaign) {
      words += " · \(Figures.span(left)) left (\(state.wallTime.minute(state.now + left)))"
    }
    return words
  }

  /// Everything below the bars.
  private static func block(_ state: State, _ width: Int, _ theme: Theme) -> TextBlock {
    var block = TextBlock(width: width)
    guard let campaign = state.chosenCampaign else { return block }
    if let note = campaign.note { block.wrap("! \(note)", theme[.bad]) }
    if state.pace.isStalled(campaign) {
      block.wrap("! stalled: nothing was tried lately; is a worker running?", theme[.bad])
    }
    let counts = MessageStatus.inOrder.compactMap { status -> Span? in
      guard let count = campaign.counts[status], count > 0 else { return nil }
      return Span("\(status.glyph) \(Figures.count(count)) \(status.name)", theme[status.role])
    }
    block.flow(counts, separator: Span("  ", theme[.text]))
    if !campaign.subject.isEmpty { block.add(Span("Subject  ", theme[.muted]), Span(campaign.subject, theme[.text])) }
    block.flow(
      [
        Span("from \(campaign.audience)", theme[.muted]), Span("by \(campaign.operator)", theme[.muted]),
        Span(state.wallTime.full(campaign.createdAt), theme[.muted]),
        Span("\(campaign.channel.rawValue), campaign \(campaign.id)", theme[.muted]),
      ], separator: Span(" · ", theme[.muted]))
    return block
  }
}
