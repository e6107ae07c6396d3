import Canvas
import Model
import Words

/// What happened to one message, with the exact reasons and what to do.
enum TimelinePane: PaneBehavior {
  static let title = PaneName.timeline
  static let keys = [
    PaneKey("↑↓", .scroll), PaneKey("Esc", .back), PaneKey("m", .mail), PaneKey.settle, PaneKey.resend,
    PaneKey("[ ]", .otherMessage, parts: [.messageBefore, .nextMessage]), PaneKey("y", .copy), PaneKey("t", .attempts),
    PaneKey("v", .rawEvents),
    PaneKey("A", .sameAddress), PaneKey("o", .link),
  ]

  static func keys(_ state: State) -> [PaneKey] {
    let message = state.panes.timeline.shows(state.wantedTimeline) ? state.panes.timeline.summary : nil
    let isUncertain = message?.status == .uncertain || message?.isAssumed == true
    return keys.filter {
      ($0 != .settle || isUncertain) && ($0 != .resend || message?.mayBeResent == true)
        && ($0.key != "[ ]" || listCount(state) > 1) && ($0.key != "t" || state.panes.timeline.attemptCount > 1)
        && ($0.key != "o" || !state.links.isEmpty)
    }
  }

  /// Whether the timeline was opened from what was found.
  private static func isFound(_ state: State) -> Bool { state.trail.last?.pane == .find }

  /// Rows of the list the timeline was opened from.
  private static func listCount(_ state: State) -> Int {
    isFound(state) ? state.panes.find.rows.count : state.panes.messages.rows.count
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.timeline.offset += motion.lines(page: Layout(state).rect(.timeline).height - 1)
      return []
    }
    switch key {
    case .character("u"):
      state.askVerdict(state.shownMessage.map { [$0] } ?? [])
    case .character("v"):
      state.panes.timeline.showsRaw.toggle()
      state.panes.timeline.showsAttempts = false
    case .character("m"): state.openMail(state.wantedTimeline)
    case .character("t"):
      guard state.panes.timeline.attemptCount > 1 else {
        state.say(.oneAttempt)
        return []
      }
      state.panes.timeline.showsAttempts.toggle()
      (state.panes.timeline.offset, state.panes.timeline.firstAttempt) = (0, 1_000_000)
    case .right where state.panes.timeline.showsAttempts, .character("l") where state.panes.timeline.showsAttempts:
      state.panes.timeline.firstAttempt += 1
    case .left where (attempts(state)?.top ?? 0) > 0, .character("h") where (attempts(state)?.top ?? 0) > 0:
      state.panes.timeline.firstAttempt -= 1
    case .escape where state.panes.timeline.showsAttempts && !state.notices.isStanding:
      state.panes.timeline.showsAttempts = false
    case .character("A"): state.findSameAddress(state.shownMessage)
    case .character("]"): step(1, &state)
    case .character("["): step(-1, &state)
    case .left, .character("h"): return state.press(.escape)
    default: return nil
    }
    return []
  }

  /// Goes to the neighbour in the list the timeline was opened from.
  private static func step(_ delta: Int, _ state: inout State) {
    if isFound(state) { state.panes.find.move(delta) } else { state.panes.messages.move(delta) }
    let next = isFound(state) ? state.panes.find.current?.id : state.panes.messages.cursor
    guard let next, next != state.panes.timeline.opened else {
      let list = state.panes.messages
      let isLoading = !isFound(state) && (delta > 0 ? list.hasLater : list.hasEarlier)
      if isLoading {
        state.notices.say(state.words.term(.loading))
      } else {
        state.say(listCount(state) < 2 ? .noOtherMessage : .endOfList(isLast: delta > 0))
      }
      return
    }
    state.panes.timeline.opened = next
  }

  /// The attempts beside each other, when they are to be shown so.
  private static func attempts(_ state: State, width: Int? = nil) -> AttemptsView? {
    let timeline = state.panes.timeline
    guard timeline.showsAttempts, timeline.attemptCount > 1, let message = timeline.summary else { return nil }
    var names = timeline.providerIDs
    // The message's own is that of the attempt that counts, which need not be the last.
    let counting = timeline.deciding.map { timeline.events[$0].attempt } ?? timeline.attemptCount
    if let id = message.providerID { names[counting] = id }
    return AttemptsView(
      attempts: AttemptSummary.all(
        of: timeline.events, count: timeline.attemptCount, isForeign: message.campaign == nil),
      providerIDs: names, first: timeline.firstAttempt, width: width ?? Layout(state).rect(.timeline).width)
  }

  static func message(_ state: State) -> MessageSummary? { state.shownMessage }

  static func copies(_ state: State) -> Copies {
    guard let message = state.shownMessage else { return .nothing }
    let timeline = state.panes.timeline
    var whole = state
    whole.panes.timeline.showsAttempts = false
    let lines = block(whole, 10_000, .monochrome).lines.map { $0.map(\.text).joined() }
    return .choice(of: [
      .init("a", .address, message.address), .init("i", .messageID, message.id.description),
      .init("p", .providerID, message.providerID ?? ""), .init("w", .words, message.reason ?? ""),
      .init("t", .timeline, lines.joined(separator: "\n")),
      .init("r", .rawEvents, timeline.events.compactMap(\.detail).joined(separator: "\n")),
    ])
  }

  /// How far the timeline can be scrolled.
  static func lastOffset(_ state: State, _ rect: Rect) -> Int {
    guard state.panes.timeline.offset > 0, state.panes.timeline.shows(state.wantedTimeline) else { return 0 }
    return max(0, block(state, rect.width, .monochrome).lines.count - (rect.height - 1))
  }

  static var side: Side { .detail }
  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { isFound(state) ? .find : .messages }
  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.shownMessage?.campaign) }
  static func scope(_ state: State) -> Scope? { State.scope(of: state.shownMessage.map { [$0] } ?? []) }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.timeline.offset = max(0, min(state.panes.timeline.offset, lastOffset(state, rect)))
    guard state.panes.timeline.showsAttempts else { return }
    if let view = attempts(state, width: rect.width) {
      state.panes.timeline.firstAttempt = view.top
    } else if state.panes.timeline.shows(state.wantedTimeline) {
      state.panes.timeline.showsAttempts = false
    }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let timeline = state.panes.timeline
    let wanted = state.wantedTimeline
    let isFocused = state.focus == .timeline
    let words = state.words
    let view = timeline.shows(wanted) ? attempts(state, width: canvas.size.width) : nil
    let title =
      view == nil
      ? words.timeline(wanted.map { .titleOf($0.description) } ?? .title)
      : words.attempts(.title(wanted?.description ?? ""))
    let block = timeline.shows(wanted) ? block(state, canvas.size.width, theme) : TextBlock(width: 1)
    var count = timeline.shows(wanted) ? words.timeline(.events(timeline.events.count + timeline.earlier)) : ""
    let more = words.term(
      .more(above: timeline.offset > 0, below: block.lines.count - timeline.offset > canvas.size.height - 1))
    if let view { count = view.note(words) }
    if !more.isEmpty { count = canvas.size.width < 60 ? more : MoreMark.join(count, more) }
    let body = PaneFrame(
      title: title, note: state.note(timeline.loader.wait(now: state.now), count), isFocused: isFocused
    ).draw(&canvas, theme)
    guard timeline.shows(wanted) else {
      canvas.write(
        wanted == nil ? words.timeline(.none) : words.term(.loading), at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    block.draw(&canvas, in: body, from: timeline.offset)
  }

  private static func block(_ state: State, _ width: Int, _ theme: Theme) -> TextBlock {
    var block = TextBlock(width: width)
    guard let message = state.panes.timeline.summary else { return block }
    if let view = attempts(state, width: width) { return view.block(state, theme) }
    head(message, state, &block, theme)
    var day = ""
    var attempt = 1
    if state.panes.timeline.earlier > 0 {
      block.wrap(state.words.timeline(.earlier(state.panes.timeline.earlier)), theme[.muted])
    }
    let deciding = state.panes.timeline.deciding
    var before: Timestamp?
    for (index, event) in state.panes.timeline.events.enumerated() {
      if state.wallTime.date(event.at) != day {
        day = state.wallTime.date(event.at)
        block.add(Span("\(day) \(state.wallTime.zone)", theme[.muted]))
      }
      if event.attempt != attempt {
        attempt = event.attempt
        block.add(Span(state.words.timeline(.attempt(attempt)), theme[.accent]))
      }
      let gap = before.map { event.at - $0 }
      add(event, message, state, &block, gap: gap, isDeciding: index == deciding, theme)
      before = event.at
    }
    // Events stand in the order of their times, and the last of them need not be the one that counts.
    block.add(
      Span(state.words.timeline(.status), theme[.muted]), Span(message.label(state.words), theme[message.role]))
    return block
  }

  private static func head(_ message: MessageSummary, _ state: State, _ block: inout TextBlock, _ theme: Theme) {
    let words = state.words
    let tries = words.timeline(.attempts(message.attempts))
    block.flow(
      [
        Span(message.label(words), theme[message.role]), Span(message.address, theme[.strong]),
        Span(tries, theme[.text]),
      ],
      separator: Span("  ", theme[.text]))
    if let classification = message.classification {
      block.hanging(words.timeline(.why), words.classification(classification), theme[.text])
      if let reason = message.reason {
        block.wrap(words.reason(reason), theme[message.status.role], indent: TextWidth.of(words.timeline(.why)))
      }
      block.hanging(words.term(.toDo), words.advice(classification.advice(on: message.reason)), theme[.strong])
    } else if message.status == .uncertain {
      block.hanging(words.term(.toDo), words.timeline(.uncertain(settle: state.key(.settleUncertain))), theme[.strong])
    }
    if message.isAssumed {
      block.hanging(words.term(.toDo), words.timeline(.assumed(settle: state.key(.settleUncertain))), theme[.strong])
    }
    let content = state.panes.timeline.content
    let subject = content?.subject ?? message.subject
    if !subject.isEmpty { block.hanging(words.timeline(.subject), subject, theme[.text]) }
    if let content {
      block.hanging(words.timeline(.sender), content.sender, theme[.text])
      if !content.data.isEmpty { block.hanging(words.timeline(.data), words.data(content), theme[.text]) }
    }
    let origin = message.campaign == nil ? words.term(.anotherProgram) : state.name(of: message.campaign)
    block.flow(
      [
        Span(words.timeline(.from(origin)), theme[.muted]),
        Span(words.timeline(.providerID(message.providerID)), theme[.muted]),
      ], separator: Span(" · ", theme[.muted]))
  }

  private static func add(
    _ event: Event, _ message: MessageSummary, _ state: State, _ block: inout TextBlock, gap: Duration?,
    isDeciding: Bool, _ theme: Theme
  ) {
    let role = event.status?.role ?? .text
    let glyph = event.status?.glyph ?? " "
    let source = event.source == .provider ? "" : "  \(state.words.timeline(.by(state.words.source(event.source))))"
    block.add(
      Span(state.wallTime.exact(event.at), theme[.muted]),
      // A narrow screen needs its room for what happened.
      Span(block.width < 60 ? " " : gapColumn(gap, state.words), theme[.muted]),
      Span("\(glyph) \(state.words.event(event.type))", theme[role]),
      Span(event.classification.map { "  \(state.words.classification($0))" } ?? "", theme[.text]),
      Span(source, theme[.muted]),
      Span(isDeciding ? "  \(state.words.timeline(.decides))" : "", theme[.accent]))
    let indent = min(15, block.width / 5)
    if let reason = event.reason, !reason.isEmpty {
      block.wrap(state.words.reason(reason), theme[.text], indent: indent)
    }
    if let advice = event.classification?.advice(on: event.reason), event.classification != message.classification {
      block.wrap("→ \(state.words.advice(advice))", theme[.muted], indent: indent)
    }
    if state.panes.timeline.showsRaw, let detail = event.detail {
      block.wrap(detail, theme[.muted], indent: indent)
    }
  }

  /// A span of time, in milliseconds where it is less than a second.
  static func gap(_ span: Duration, _ words: any Words) -> String {
    span < .seconds(1) ? "\(span.milliseconds)ms" : words.span(span)
  }

  /// How long after the event before it this one happened; of the same width for all.
  private static func gapColumn(_ gap: Duration?, _ words: any Words) -> String {
    let text = gap.map { "+\(Self.gap($0, words))" } ?? ""
    return String(repeating: " ", count: max(1, 9 - TextWidth.of(text))) + text + " "
  }
}

extension TimelinePane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.timeline.loader }
  static func wanted(_ state: State) -> Load? { state.wantedTimeline.map(Load.timeline) }

  static func show(_ answer: Answer, _ state: inout State) {
    guard case .timeline(let summary, let events, let earlier, let content) = answer else { return }
    state.panes.timeline.receive(summary, events, earlier: earlier, content, wanted: state.wantedTimeline)
  }
}

extension State {
  /// The message whose timeline is to be shown: the opened one, or beside a list the one under its cursor.
  var wantedTimeline: MessageID? {
    if focus == .timeline { return panes.timeline.opened }
    return focus == .find ? panes.find.current?.id : panes.messages.cursor
  }

  /// The message whose timeline is shown.
  var shownMessage: MessageSummary? { panes.timeline.shows(wantedTimeline) ? panes.timeline.summary : nil }
}
