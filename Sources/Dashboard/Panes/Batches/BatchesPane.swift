import Canvas
import Model
import Words

/// How far the figures of a campaign are scrolled.
struct BatchesState: Equatable, Sendable {
  var offset = 0
}

/// The chosen campaign: its batches, and its messages by status.
enum BatchesPane: PaneBehavior {
  static let title = PaneName.batches
  static let keys = [
    PaneKey("Enter", .singleBatches), PaneKey("p", .pause), PaneKey("r", .resume), PaneKey("x", .cancel),
    PaneKey("R", .resendFailed), PaneKey("t", .startTime), PaneKey("↑↓", .scroll), PaneKey("Esc", .back),
  ]

  static func keys(_ state: State) -> [PaneKey] { PaneKey.scheduling(keys, state.chosenCampaign) }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      let rect = Layout(state).rect(.batches)
      let last = max(0, block(state, rect.width, .monochrome).lines.count - (rect.height - 3))
      state.panes.batches.offset = max(0, min(state.panes.batches.offset + motion.lines(page: rect.height - 1), last))
      return []
    }
    switch key {
    case .enter, .right, .character("l"): state.openBatches()
    case .character("t"): return state.askStartTime()
    default: return nil
    }
    return []
  }

  static var side: Side { .left }
  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { .campaigns }
  static func campaign(_ state: State) -> CampaignSummary? { state.chosenCampaign }
  static func scope(_ state: State) -> Scope? { CampaignsPane.scope(state) }
  static func copies(_ state: State) -> Copies { CampaignsPane.copies(state) }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let block = block(state, canvas.size.width, theme)
    let offset = min(state.panes.batches.offset, max(0, block.lines.count - (canvas.size.height - 3)))
    let words = state.words
    let more = words.term(
      .more(above: offset > 0, below: block.lines.count - offset > canvas.size.height - 3))
    // What is wrong needs the room more than a sum that is seen below.
    let count =
      state.chosenCampaign.map {
        $0.line(words) == words.state($0.state) ? words.batches(.count($0.batches.total)) : ""
      } ?? ""
    let body = PaneFrame(
      title: words.batches(state.chosenCampaign == nil ? .title : .titleOf),
      name: state.chosenCampaign.map(\.quotedName) ?? "",
      filter: state.chosenCampaign.map { "\(channelWord($0, words)) · \($0.line(words))" } ?? "",
      note: state.note(nil, MoreMark.join(count, more)), isFocused: state.focus == .batches
    ).draw(&canvas, theme)
    guard let campaign = state.chosenCampaign else {
      guard let draft = state.chosenDraft else {
        canvas.write(words.batches(.none), at: Point(x: 1, y: 1), style: theme[.muted])
        return
      }
      var about = TextBlock(width: max(1, body.width - 2))
      about.wrap(
        words.campaigns(
          .aboutDraft(
            by: draft.operator, moment: state.wallTime.full(draft.changedAt), drop: state.key(.cancel))),
        theme[.muted])
      about.drawBeginning(&canvas, in: body.inset(x: 1))
      return
    }
    var rest = body
    // Batches have no bar of their own: those of a cancelled campaign are all done, and nobody was sent to.
    let labels = labelWidth(words)
    line(&canvas, rest.takeTop(1), words.batches(.batches), labels, labels + 1, batchWords(campaign, words), theme)
    drawProgress(campaign, state, &canvas, rest.takeTop(1), theme)
    block.draw(&canvas, in: rest, from: offset)
  }

  /// Mail needs no word: most campaigns are.
  private static func channelWord(_ campaign: CampaignSummary, _ words: any Words) -> String {
    campaign.channel == .email ? "" : " · \(words.term(.texts))"
  }

  static func looksTheSame(_ old: State, _ new: State) -> Bool {
    guard old.panes.batches == new.panes.batches, old.sharesCampaigns(with: new) else { return false }
    // What is under way or about to be is told with times to come, which are no whole seconds away.
    guard let campaign = new.chosenCampaign else { return true }
    return !campaign.isUnderWay && campaign.state != .scheduled
  }

  private static func line(
    _ canvas: inout Canvas, _ row: Rect, _ label: String, _ width: Int, _ x: Int, _ words: String, _ theme: Theme
  ) {
    canvas.draw(in: row) { canvas in
      canvas.write(label, in: 0..<width, row: 0, style: theme[.label])
      canvas.write(words, at: Point(x: x, y: 0), style: theme[.text])
    }
  }

  /// Columns that the labels before the figures take up.
  private static func labelWidth(_ words: any Words) -> Int {
    [BatchesText.batches, .messages, .handed].map { TextWidth.of(words.batches($0)) }.max() ?? 0
  }

  /// The one bar there is: full only when the provider has everything.
  private static func drawProgress(
    _ campaign: CampaignSummary, _ state: State, _ canvas: inout Canvas, _ row: Rect, _ theme: Theme
  ) {
    let (part, whole) = (campaign.handedOver, campaign.recipients)
    let bar = max(6, min(40, row.width / 6))
    let labels = labelWidth(state.words)
    let left = labels + 1
    let right = left + bar + 6
    let words = messageWords(campaign, state, room: row.width - right)
    line(&canvas, row, state.words.batches(row.width < 60 ? .handed : .messages), labels, right, words, theme)
    canvas.draw(in: row) { canvas in
      Gauge(whole == 0 ? 0 : Double(part) / Double(whole))
        .draw(on: &canvas, in: Rect(x: left, y: 0, width: bar, height: 1), theme: theme)
      canvas.write(
        campaign.share, in: (left + bar + 1)..<(right - 1), row: 0, style: theme[.strong], .right)
    }
  }

  private static func batchWords(_ campaign: CampaignSummary, _ words: any Words) -> String {
    let batches = campaign.batches
    return words.batches(
      .states(
        pending: batches.pending, queued: batches.queued, done: batches.done, isClosed: campaign.state == .cancelled,
        dead: batches.dead))
  }

  private static func messageWords(_ campaign: CampaignSummary, _ state: State, room: Int) -> String {
    var words = state.words.batches(.handedOver(campaign.handedOver, of: campaign.recipients, isLong: room >= 30))
    guard campaign.isUnderWay else { return words }
    if let rate = state.pace.rate(campaign.id) { words += " · \(state.words.batches(.rate(Figures.rate(rate))))" }
    if let left = state.pace.timeLeft(campaign) {
      words += " · \(state.words.batches(.left(left)))"
      let clock = " (\(state.wallTime.minute(state.now + left)))"
      if TextWidth.of(words + clock) <= room { words += clock }
    }
    return words
  }

  /// Where the messages are that the provider is not known to have, when any of them will not go out by itself.
  private static func rest(_ campaign: CampaignSummary, _ words: any Words, _ theme: Theme) -> [Span] {
    let dead = campaign.inDeadLetters
    let isAbout = dead > 0 && campaign.hasBatchesToGo
    let stuck: [(Int, String, Role)] = [
      (dead, "! \(words.batches(.inDeadLetters(dead, isAbout: isAbout)))", .bad),
      (campaign.count(.cancelled), "- \(words.batches(.cancelled(campaign.count(.cancelled))))", .text),
      (campaign.refusedForGood, "✗ \(words.batches(.refused(campaign.refusedForGood)))", .bad),
      (campaign.keptBack, "✗ \(words.batches(.keptBack(campaign.keptBack)))", .text),
      (campaign.count(.uncertain), "? \(words.batches(.uncertain(campaign.count(.uncertain))))", .warning),
    ].filter { $0.0 > 0 }
    guard !stuck.isEmpty else { return [] }
    let waiting = campaign.waiting - dead
    let going = waiting > 0 ? [Span("· \(words.batches(.toGo(waiting, isAbout: isAbout)))", theme[.text])] : []
    return [Span(words.batches(.rest), theme[.label])] + stuck.map { Span($0.1, theme[$0.2]) } + going
  }

  /// Why it stands still, and what would change that.
  private static func standstill(_ campaign: CampaignSummary, _ state: State) -> (String, Role)? {
    switch state.standstill(campaign) {
    case .outOfHours(let window): ("· \(state.words.batches(.waitsUntil(window.opening)))", .warning)
    case .noWorker(let last):
      (
        "! \(state.words.batches(.noWorker(lastSeen: last.map { state.moment($0.seenAt) }, host: last?.host)))", .bad
      )
    case .behind(let other, let left):
      ("· \(state.words.batches(.waitsBehind(state.shortName(of: other), left)))", .muted)
    case .cannotWrite: ("! \(state.words.batches(.cannotWrite))", .bad)
    case .unexplained(let worker):
      (
        "! \(state.words.batches(.unexplained(host: worker.host, since: state.wallTime.minute(worker.since))))", .bad
      )
    case nil: nil
    }
  }

  /// Messages by status at this moment.
  private static func counts(_ campaign: CampaignSummary, _ words: any Words, _ theme: Theme) -> [Span] {
    MessageStatus.inOrder.flatMap { status -> [Span] in
      let apart =
        switch status {
        case .accepted: (campaign.assumed, MessageSummary.assumedLabel(words), Role.warning)
        case .refused: (campaign.retrying, "~ \(words.term(.toBeTriedAgain))", Role.warning)
        case .queued, .cancelled, .sending, .uncertain, .delayed, .delivered, .opened, .clicked, .softBounced,
          .renderFailed, .rejected, .suppressed, .hardBounced, .complained:
          (0, "", Role.text)
        }
      let spans = [
        (campaign.count(status) - apart.0, status.label(words, of: campaign.channel), status.role), apart,
      ].filter { $0.0 > 0 }
      return spans.map { count, label, role in
        Span("\(label.prefix(1)) \(words.batches(.counted(count, String(label.dropFirst(2)))))", theme[role])
      }
    }
  }

  /// What only grows, beside what is at this moment; and what AWS makes of it.
  private static func soFar(_ campaign: CampaignSummary, _ words: any Words, _ theme: Theme) -> [Span] {
    guard campaign.everDelivered > 0 || campaign.reputation.bounced > 0 || campaign.simulated > 0 else { return [] }
    let reputation = campaign.reputation
    let bounce = Threshold.bounces.judge(reputation.bouncePercent, of: reputation.sent, words)
    let complaint = Threshold.complaints.judge(reputation.complaintPercent, of: reputation.sent, words)
    // That all is well needs no word where there is so little room.
    func span(_ judged: Threshold.Judged, _ text: (String) -> BatchesText) -> Span {
      let isFine = judged.role == .good || judged.role == .bar
      return Span(words.batches(text(isFine ? judged.percent : judged.text)), theme[isFine ? .text : judged.role])
    }
    return [
      Span(words.batches(.soFar(campaign.everDelivered)), theme[.text]),
      Span(words.batches(.opened(campaign.everOpened)), theme[.text]),
      Span(words.batches(.clicked(campaign.count(.clicked))), theme[.text]),
      span(bounce, BatchesText.bounce), span(complaint, BatchesText.complaint),
    ]
      + (campaign.simulated > 0 ? [Span(words.batches(.simulated(campaign.simulated)), theme[.muted])] : [])
  }

  /// Everything below the bars.
  private static func block(_ state: State, _ width: Int, _ theme: Theme) -> TextBlock {
    var block = TextBlock(width: width)
    guard let campaign = state.chosenCampaign else { return block }
    let words = state.words
    if let note = campaign.note { block.wrap("! \(state.words.reason(note))", theme[.bad]) }
    if let (text, role) = state.schedule(of: campaign) { block.wrap(text, theme[role]) }
    if let (text, role) = standstill(campaign, state) { block.wrap(text, theme[role]) }
    block.flow(rest(campaign, words, theme), separator: Span("  ", theme[.text]))
    block.flow(counts(campaign, words, theme), separator: Span("  ", theme[.text]))
    block.flow(soFar(campaign, words, theme), separator: Span("  ", theme[.text]))
    if !campaign.subject.isEmpty {
      block.add(Span(words.batches(.subject), theme[.muted]), Span(campaign.subject, theme[.text]))
    }
    block.flow(
      (campaign.rate.map { [Span(words.batches(.atMost(Figures.rate($0.perSecond))), theme[.text])] } ?? [])
        + (campaign.isAdvertising ? [Span(words.batches(.advertises), theme[.text])] : []) + [
          Span(words.batches(.from(campaign.audience)), theme[.muted]),
          Span(words.batches(.by(campaign.operator)), theme[.muted]),
          Span(state.wallTime.full(campaign.createdAt), theme[.muted]),
          Span(
            words.batches(.campaign(channel: words.channel(campaign.channel), campaign.id.description)), theme[.muted]),
        ], separator: Span(" · ", theme[.muted]))
    return block
  }
}

extension CampaignSummary {
  /// Messages that were refused and are not about to be tried again.
  var refusedForGood: Int { max(0, count(.refused) - retrying) }
}
