import Model

/// How rates and queues went, and which of the graphs are seen.
struct CourseState: Equatable, Sendable {
  private(set) var span = CourseSpan.hour
  private(set) var course: Course?
  /// The first graph that is seen.
  private(set) var offset = 0
  var loader = Loader()

  /// Turns to the other span; what was shown goes at once.
  mutating func turn() {
    span = span == .hour ? .day : .hour
    course = nil
  }

  mutating func receive(_ new: Course) {
    if new.span == span { course = new }
  }

  mutating func move(_ delta: Int) { offset = max(0, offset + min(delta, CourseSeries.allCases.count)) }

  /// Keeps as many graphs on the screen as there is room for.
  mutating func fit(_ shown: Int) { offset = max(0, min(offset, CourseSeries.allCases.count - shown)) }
}
