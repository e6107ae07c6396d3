import Canvas
import Model
import Words

/// What was sent, arrived and failed a second, and what the queues held, in the last hour or day.
enum CoursePane: PaneBehavior {
  static let title = PaneName.course
  static let keys = [PaneKey("d", .hourOrDay), PaneKey("↑↓", .scroll), PaneKey("Esc", .back)]

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.course.move(motion.lines(page: shown(Layout(state).rect(.course)) + 1))
      return []
    }
    switch key {
    case .character("d"), .character(" "), .left, .right, .character("h"), .character("l"): state.panes.course.turn()
    default: return nil
    }
    return []
  }

  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? { .campaigns }
  static func campaign(_ state: State) -> CampaignSummary? { nil }

  static func fit(_ state: inout State, _ rect: Rect) {
    state.panes.course.fit(shown(rect))
  }

  /// Rows of a graph at least: its name, three of columns, the axis and the times.
  private static let leastHeight = 6

  /// Counts the graphs that there is room for.
  private static func shown(_ rect: Rect) -> Int {
    max(1, min(CourseSeries.allCases.count, (rect.height - 1) / leastHeight))
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let words = state.words
    let pane = state.panes.course
    let shown = shown(canvas.bounds)
    let all = CourseSeries.allCases
    let hasGap = pane.course?.points.contains { $0 == nil } ?? false
    let more = words.term(.more(above: pane.offset > 0, below: pane.offset + shown < all.count))
    let parts = [words.course(.step(pane.span)), hasGap ? words.course(.gap) : "", more]
    var rest = PaneFrame(
      title: words.course(.title(pane.span)),
      note: state.note(
        pane.loader.wait(now: state.now), parts.filter { !$0.isEmpty }.joined(separator: " · ")),
      isFocused: state.focus == .course
    ).draw(&canvas, theme)
    guard let course = pane.course else {
      canvas.write(words.term(.loading), at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    let height = rest.height / shown
    for series in all.dropFirst(pane.offset).prefix(shown) {
      canvas.draw(in: rest.takeTop(height)) { draw(series, course, state, &$0, theme) }
    }
  }

  private static func draw(
    _ series: CourseSeries, _ course: Course, _ state: State, _ canvas: inout Canvas, _ theme: Theme
  ) {
    let words = state.words
    let values = course.points.map { $0?[series] }
    let name = words.course(.series(series))
    guard let greatest = values.compactMap(\.self).max() else {
      canvas.write(
        [Span(name, theme[.strong]), Span("  \(words.course(.nothing))", theme[.muted])], at: .zero)
      return
    }
    let text = words.course(
      .latest(values.last.flatMap(\.self).map { label($0, series) }, greatest: label(greatest, series)))
    let used = canvas.write(name, at: .zero, style: theme[.strong])
    if used + 2 + TextWidth.of(text) <= canvas.size.width {
      canvas.write(text, at: Point(x: canvas.size.width - TextWidth.of(text), y: 0), style: theme[.text])
    }
    Chart(values, marks: marks(course, state.wallTime)).draw(
      on: &canvas, in: Rect(x: 0, y: 1, width: canvas.size.width, height: canvas.size.height - 1), theme: theme
    ) { label($0, series) }
  }

  private static func label(_ value: Double, _ series: CourseSeries) -> String {
    switch series {
    case .sent, .delivered, .failed: Figures.rate(value)
    case .sendQueue, .eventQueue: value < 1 && value > 0 ? Figures.rate(value) : Figures.count(Int(value.rounded()))
    }
  }

  /// The times below the axis: every quarter of an hour, or every fourth hour.
  private static func marks(_ course: Course, _ wallTime: WallTime) -> [Chart.Mark] {
    course.points.indices.compactMap { index in
      let time = wallTime.minute(course.begin(of: index))
      guard let minute = Int(time.suffix(2)), let hour = Int(time.prefix(2)) else { return nil }
      let isMarked =
        switch course.span {
        case .hour: minute.isMultiple(of: 15)
        case .day: minute == 0 && hour.isMultiple(of: 4)
        }
      return isMarked ? Chart.Mark(index, time) : nil
    }
  }
}

extension CoursePane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.course.loader }
  static func wanted(_ state: State) -> Load? { .course(state.panes.course.span) }
  static func poll(_ state: State) -> Duration? { State.idlePoll }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .course(let course) = answer { state.panes.course.receive(course) }
  }
}
