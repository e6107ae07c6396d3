import Canvas
import Model
import Words

/// The campaigns with their progress, newest first.
enum CampaignsPane: PaneBehavior {
  static let title = PaneName.campaigns
  static let keys =
    [
      PaneKey("Enter", .messages), PaneKey("b", .batches), PaneKey("n", .new), PaneKey("p", .pause),
      PaneKey("r", .resume), PaneKey("x", .cancel), PaneKey("R", .resendFailed), PaneKey("/", .filter),
      PaneKey("t", .startTime),
    ] + PaneKey.sorting

  /// The keys on a draft.
  private static let draftKeys = [
    PaneKey("Enter", .goOnWithDraft), PaneKey("x", .dropDraft), PaneKey("n", .new), PaneKey("/", .filter),
  ]

  static func keys(_ state: State) -> [PaneKey] {
    state.chosenDraft == nil ? PaneKey.scheduling(keys, state.chosenCampaign) : draftKeys
  }

  /// Rows of the table in a region of a given size.
  static func rows(_ rect: Rect) -> Int { max(1, rect.height - 2) }

  static func isLoading(_ state: State) -> Bool { state.snapshot == nil }

  static func isEmpty(_ state: State) -> Bool {
    state.snapshot != nil && state.campaignListIDs.isEmpty
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.campaigns.cursor.move(motion, in: state.campaignListIDs)
      state.followChosenCampaign()
      return []
    }
    switch key {
    case .enter where state.chosenDraft != nil: state.chosenDraft.map { state.openForm($0) }
    case .character("x") where state.chosenDraft != nil: state.chosenDraft.map { state.askToDrop($0) }
    case .enter, .right, .character("l"):
      guard let campaign = state.chosenCampaign else {
        state.say(.noCampaignHere(new: state.key(.new)))
        return []
      }
      state.panes.messages.show(MessageList.Scope(campaign: campaign.id))
      state.drill(to: .messages)
    case .character("b"): state.drill(to: .batches)
    case .character("t"): return state.askStartTime()
    case .character("/"): state.modal = .prompt(Prompt(.campaignName, text: state.panes.campaigns.filter))
    case .escape where !state.panes.campaigns.filter.isEmpty && !state.notices.isStanding:
      state.panes.campaigns.filter = ""
      state.followChosenCampaign()
    default: return nil
    }
    return []
  }

  static var side: Side { .left }
  static func campaign(_ state: State) -> CampaignSummary? { state.chosenCampaign }
  static func scope(_ state: State) -> Scope? { state.chosenCampaign.map { Scope(campaign: $0.id) } }

  static func export(_ state: State) -> ExportOffer? {
    scope(state).map { state.offer($0, count: state.chosenCampaign?.recipients) }
  }
  static func copies(_ state: State) -> Copies { state.chosenCampaign.map(Copies.campaign) ?? .nothing }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.campaigns.cursor.fit(state.campaignListIDs, height: rows(rect))
  }

  static func point(at row: Int, _ state: inout State) -> Bool? {
    let wasThere = state.panes.campaigns.cursor.point(at: row, in: state.campaignListIDs)
    state.followChosenCampaign()
    return wasThere
  }

  static var sorting: WritableKeyPath<State, Sorting>? { \.panes.campaigns.sorting }
  static func sortable(_ state: State) -> [Sorting.Criterion] {
    [.text(0), .text(1), .number(3), .number(4), .number(5), .number(6), .number(7)]
  }

  /// What a campaign has in a column.
  static func value(_ campaign: CampaignSummary, in column: Int, _ state: State) -> Sorting.Value {
    switch column {
    case 0: .text(campaign.name)
    case 1: .text(state.words.state(campaign.state))
    case 3: .number(campaign.recipients == 0 ? 0 : Double(campaign.handedOver) / Double(campaign.recipients))
    case 4: .number(Double(campaign.recipients))
    case 5: .number(Double(campaign.failed))
    case 6: (campaign.isUnderWay ? state.pace.rate(campaign.id) : nil).map(Sorting.Value.number) ?? .nothing
    case 7: state.pace.timeLeft(campaign).map { .number($0.seconds) } ?? .nothing
    default: .nothing
    }
  }

  /// - Parameter longest: columns of the longest name. Beside other panes it is seen whole before a bar that the share tells
  ///   too, and by steps, so that the columns stay where they are from one screen to the next.
  private static func columns(_ words: any Words, longest: Int, _ width: Int) -> [Column] {
    let steps = (longest + 1 + 7) / 8 * 8
    return [
      Column(" " + words.campaigns(.columnName), .flexible(minimum: max(10, min(steps, width * 2 / 5)))),
      Column(words.campaigns(.columnState), .fixed(words.stateWidth)),
      Column(words.campaigns(.columnHanded), .fixed(11), priority: 5),
      Column("%", .fixed(4), .right),
      Column(words.campaigns(.columnRecipients), .fixed(10), .right, priority: 3),
      Column(words.campaigns(.columnFailed), .fixed(7), .right, priority: 2),
      Column(words.campaigns(.columnRate), .fixed(6), .right, priority: 4),
      Column(words.campaigns(.columnLeft), .fixed(words.spanWidth), .right, priority: 1),
    ]
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let (drafts, rows) = (state.draftRows, state.campaignRows)
    let ids = CampaignList.ids(drafts, rows)
    let isFocused = state.focus == .campaigns
    let words = state.words
    let filter =
      state.panes.campaigns.filter.isEmpty
      ? "" : " · \(words.campaigns(.nameContains(state.panes.campaigns.filter)))"
    let body = PaneFrame(
      title: "\(words.pane(title))\(filter)",
      note: state.note(
        state.snapshotLoader.wait(now: state.now),
        MoreMark.join(
          note(state, ids),
          words.term(state.panes.campaigns.cursor.more(of: ids.count, Self.rows(canvas.bounds))))),
      isFocused: isFocused
    ).draw(&canvas, theme)
    let index = state.panes.campaigns.cursor.index(in: ids)
    let top = state.panes.campaigns.cursor.top
    let height = Self.rows(canvas.bounds)
    let shown =
      drafts.dropFirst(top).prefix(height).map { row($0, state) }
      + rows.dropFirst(max(0, top - drafts.count)).prefix(max(0, height - max(0, drafts.count - top))).map {
        row($0, state)
      }
    let isBesideOthers = canvas.size.width < state.size.width
    let longest = isBesideOthers ? rows.map { TextWidth.of(named($0, words)) }.max() ?? 0 : 0
    let empty =
      state.snapshot == nil
      ? words.term(.loading) : words.campaigns(filter.isEmpty ? .empty(new: state.key(.new)) : .noneShown)
    Table(
      columns: state.panes.campaigns.sorting.marked(columns(words, longest: longest, canvas.size.width)), rows: shown,
      selected: index.map { $0 - top },
      isFocused: isFocused,
      emptyText: empty
    ).draw(on: &canvas, in: body, theme: theme)
  }

  static func looksTheSame(_ old: State, _ new: State) -> Bool { old.sharesCampaigns(with: new) }

  private static func note(_ state: State, _ ids: [CampaignList.RowID]) -> String {
    guard let snapshot = state.snapshot else { return "" }
    let place = Figures.position(
      state.panes.campaigns.cursor.index(in: ids).map { $0 + 1 }, of: ids.count)
    let total = snapshot.campaignTotal + state.drafts.count
    return ids.count == total ? place : state.words.campaigns(.of(place, total))
  }

  private static func row(_ draft: Draft, _ state: State) -> Table.Row {
    Table.Row([
      .text(" " + (draft.name.isEmpty ? state.words.campaigns(.unnamed) : draft.name), .muted),
      .text("\(CampaignState.draft.glyph) \(state.words.state(.draft))", .muted),
    ])
  }

  private static func row(_ campaign: CampaignSummary, _ state: State) -> Table.Row {
    let (word, role) = standing(
      campaign, state.standstill(campaign), isMissed: campaign.isMissed(at: state.now), state.words)
    let handed = campaign.handedOver
    let failed = campaign.failed
    let rate = campaign.isUnderWay ? state.pace.rate(campaign.id).map(Figures.rate) ?? "–" : ""
    let left = campaign.isUnderWay ? state.pace.timeLeft(campaign).map(state.words.span) ?? "–" : ""
    return Table.Row([
      .text((state.panes.campaigns.watch.hasChanged(campaign) ? "•" : " ") + named(campaign, state.words)),
      .text(word, role),
      .gauge(campaign.recipients == 0 ? 0 : Double(handed) / Double(campaign.recipients)),
      .text(campaign.share),
      .text(Figures.count(campaign.recipients)), .text(Figures.count(failed), failed > 0 ? .bad : nil),
      .text(rate), .text(left),
    ])
  }

  /// The name, with what it is where it is no mail.
  private static func named(_ campaign: CampaignSummary, _ words: any Words) -> String {
    campaign.channel == .email ? campaign.name : "\(words.term(.texts)) \(campaign.name)"
  }

  /// The state in one word, or what is wrong when something is.
  static func standing(
    _ campaign: CampaignSummary, _ standstill: Standstill?, isMissed: Bool, _ words: any Words
  ) -> (String, Role) {
    switch standstill {
    case .noWorker, .cannotWrite, .unexplained: return ("! \(words.campaigns(.stalled))", .bad)
    case .outOfHours: return ("· \(words.campaigns(.waits))", .warning)
    case .behind: return ("· \(words.campaigns(.waits))", .muted)
    case nil: break
    }
    if isMissed { return ("! \(words.schedule(.missed))", .bad) }
    let dead = campaign.batches.dead
    if campaign.state == .paused {
      // Both matter: it will not go on by itself, and some of it lies elsewhere.
      let sign = campaign.note == nil ? "=" : "!"
      let letters = dead > 9 ? " !+" : dead > 0 ? " !\(dead)" : ""
      return ("\(sign) \(words.state(campaign.state))\(letters)", sign == "!" || dead > 0 ? .bad : campaign.state.role)
    }
    if campaign.note != nil { return ("! \(words.state(campaign.state))", .bad) }
    if dead > 0, !campaign.isUnderWay, campaign.state != .cancelled {
      return ("! \(words.campaigns(.dead(dead)))", .bad)
    }
    if campaign.state == .finished, campaign.count(.uncertain) > 0 {
      return ("? \(words.status(.uncertain))", .warning)
    }
    return ("\(campaign.state.glyph) \(words.state(campaign.state))", campaign.state.role)
  }
}
