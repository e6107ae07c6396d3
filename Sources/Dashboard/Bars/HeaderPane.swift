import Canvas
import Model
import Words

/// The state of everything in one or two lines.
enum HeaderPane {
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    canvas.fill(canvas.bounds, style: theme[.bar])
    let area = canvas.bounds.inset(x: 1)
    let clock = self.clock(state, theme)
    let clockWidth = TextWidth.of(clock.text)
    // On one line what is alarming comes before what is idle, and the clock is idle.
    let alarms = canvas.size.height < 2 ? Self.alarms(state, theme) : Segments()
    let hasClock = area.width >= clockWidth + max(16, alarms.width + 2) || state.figuresAge != nil
    if hasClock { canvas.write([clock], at: Point(x: area.maxX - clockWidth, y: 0)) }
    let room = area.width - (hasClock ? clockWidth + 2 : 0)
    guard let health = state.snapshot?.health else {
      canvas.write(state.words.header(.loading), at: Point(x: 1, y: 0), style: theme[.bar], maxWidth: room)
      return
    }
    var rates = Segments()
    var troubles = Segments()
    addTraffic(health, &rates, state, theme)
    addTroubles(health, &troubles, state.words, theme, wide: area.width >= 120)
    if canvas.size.height >= 2 {
      rates.draw(&canvas, in: Rect(x: 1, y: 0, width: room, height: 1), gap: theme[.bar])
      let used = troubles.draw(&canvas, in: Rect(x: 1, y: 1, width: area.width, height: 1), gap: theme[.bar])
      let left = area.width - used - 3
      // A line of zeros says nothing and would still grow, and so redraw an idle screen.
      if left >= 12, state.pace.rates.count > 1, state.pace.rates.contains(where: { $0 > 0 }) {
        let width = min(left, 60, max(1, state.pace.rates.count))
        Sparkline(state.pace.rates).draw(
          on: &canvas, in: Rect(x: area.maxX - width, y: 1, width: width, height: 1), theme: theme)
      }
    } else {
      var line = alarms
      // The first of the alarms stays, whatever else there is.
      for segment in rates.segments { line.add(segment.text, segment.style, priority: segment.priority + 10) }
      line.draw(&canvas, in: Rect(x: 1, y: 0, width: room, height: 1), gap: theme[.bar])
    }
  }

  /// As ``PaneBehavior/looksTheSame(_:_:)`` says it of a pane.
  static func looksTheSame(_ old: State, _ new: State) -> Bool {
    old.snapshot == new.snapshot && old.pace == new.pace && old.figuresAge == nil && new.figuresAge == nil
  }

  /// What wants somebody, the worst first; empty when nothing does.
  private static func alarms(_ state: State, _ theme: Theme) -> Segments {
    guard let health = state.snapshot?.health else { return Segments() }
    var troubles = Segments()
    addTroubles(health, &troubles, state.words, theme, wide: false)
    // The worst are the counts: they stand behind the rates, which tell of days.
    let alarming = troubles.segments.filter(\.isAlarm)
    let counts = alarming.filter { $0.text.hasPrefix("!") }
    let rates = alarming.filter { !$0.text.hasPrefix("!") }
    var alarms = Segments()
    for (place, segment) in (counts + rates).enumerated() {
      alarms.add(segment.text, segment.style, priority: place, isAlarm: true)
    }
    return alarms
  }

  /// The time, or how old the figures are when they are older than they should be.
  private static func clock(_ state: State, _ theme: Theme) -> Span {
    if let age = state.figuresAge {
      return Span(state.words.header(.figuresOld(age)), theme[.bad].over(theme[.bar]))
    }
    return Span(
      state.wallTime.minute(state.now) + (state.size.width < 60 ? "" : " \(state.wallTime.zone)"), theme[.bar])
  }

  private static func addTraffic(_ health: Health, _ line: inout Segments, _ state: State, _ theme: Theme) {
    let words = state.words
    line.add("Sendboard", theme[.title].over(theme[.bar]), priority: 6)
    if state.isReadOnly {
      line.add(words.header(.readOnly), theme[.warning].over(theme[.bar]), priority: 0)
    }
    line.add(words.header(.rate(Figures.rate(health.presentRate))), theme[.strong].over(theme[.bar]), priority: 1)
    let texts = state.textRate
    if texts > 0 {
      line.add(words.header(.texts(Figures.rate(texts))), theme[.strong].over(theme[.bar]), priority: 2)
    }
    line.add(words.header(.inFlight(health.sending)), theme[.bar], priority: 2)
    line.add(words.header(.sendQueue(depths(health.sendQueue))), theme[.bar], priority: 3)
    line.add(words.header(.eventQueue(depths(health.eventQueue))), theme[.bar], priority: 4)
    line.add(words.header(.lag(health.ingestLag)), theme[.bar], priority: 5)
  }

  /// Ready, in flight and delayed: the help says so.
  private static func depths(_ depths: QueueDepths?) -> String {
    guard let depths else { return "?" }
    return "\(Figures.count(depths.visible))+\(Figures.count(depths.inFlight))+\(Figures.count(depths.delayed))"
  }

  private static func addTroubles(
    _ health: Health, _ line: inout Segments, _ words: any Words, _ theme: Theme, wide: Bool
  ) {
    let reputation = health.reputation
    let bounce = Threshold.bounces.judge(reputation.bouncePercent, of: reputation.sent, words)
    let complaint = Threshold.complaints.judge(reputation.complaintPercent, of: reputation.sent, words)
    let share = words.header(.share(reputation.bounced, of: reputation.sent))
    line.add(
      words.header(.bounce(bounce.text)) + (wide ? " (\(share))" : ""),
      theme[bounce.role].over(theme[.bar]), priority: bounce.role == .bad ? 1 : 3, isAlarm: bounce.role == .bad)
    line.add(
      words.header(.complaint(complaint.text)) + (wide ? " (\(Figures.count(reputation.complained)))" : ""),
      theme[complaint.role].over(theme[.bar]), priority: complaint.role == .bad ? 1 : 4,
      isAlarm: complaint.role == .bad)
    func add(_ count: Int, _ text: HeaderText, _ role: Role) {
      line.add(
        "\(count > 0 ? "!" : "")\(words.header(text))",
        count > 0 ? theme[role].over(theme[.bar]) : theme[.bar],
        priority: count == 0 ? 5 : role == .bad ? 1 : 2, isAlarm: count > 0)
    }
    // Counts that ought to be 0; with `!` when they are not.
    add(health.deadLetters, .deadLetters(health.deadLetters, isWide: wide), .bad)
    add(health.uncertain, .uncertain(health.uncertain, isWide: wide), .warning)
    add(health.quarantined, .quarantined(health.quarantined, isWide: wide), .warning)
  }
}

/// From where on AWS minds a percentage.
struct Threshold {
  var high, review, pause: Double
  var places: Int

  /// <https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-bounce.html>.
  static let bounces = Threshold(high: 2, review: 5, pause: 10, places: 2)
  /// <https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-complaint.html>.
  static let complaints = Threshold(high: 0.1, review: 0.1, pause: 0.5, places: 3)

  /// A percentage, the same with a word that says how bad it is, and how that looks.
  typealias Judged = (percent: String, text: String, role: Role)

  /// Says how bad a percentage is.
  func judge(_ percent: Double, of whole: Int, _ words: any Words) -> Judged {
    guard whole > 0 else { return ("–", "–", .bar) }
    let text = "\(Figures.decimal(percent, places: places))%"
    func judged(_ judgement: HeaderText.Judgement, _ role: Role) -> Judged {
      (text, words.header(.judged(text, judgement)), role)
    }
    if percent >= pause { return judged(.pause, .bad) }
    if percent >= review { return judged(.review, .bad) }
    if percent >= high { return judged(.high, .warning) }
    return judged(.fine, .good)
  }
}
