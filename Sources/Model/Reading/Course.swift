/// How far back a graph goes.
package enum CourseSpan: CaseIterable, Sendable {
  /// The last hour, by the minute.
  case hour
  /// The last day, by quarters of an hour.
  case day

  /// Minutes in one step of the graph.
  package var stepMinutes: Int {
    switch self {
    case .hour: 1
    case .day: 15
    }
  }

  /// Counts the steps.
  package var steps: Int {
    switch self {
    case .hour: 60
    case .day: 96
    }
  }
}

/// What a graph shows.
package enum CourseSeries: CaseIterable, Sendable {
  /// What the provider took, what is known to have arrived, and what failed, each a second.
  case sent, delivered, failed
  /// What the queues held.
  case sendQueue, eventQueue
}

/// How rates and queues went: one point for each step, the present one last.
package struct Course: Equatable, Sendable {
  /// One step of it.
  package struct Point: Equatable, Sendable {
    /// Messages a second, on an average over what was recorded of the step; `nil` when nothing was of that.
    package var sent, delivered, failed: Double?
    /// The most that each queue was seen to hold; `nil` when nobody knew.
    package var sendQueue, eventQueue: Int?

    /// Makes a value from its parts.
    package init(
      sent: Double? = nil, delivered: Double? = nil, failed: Double? = nil, sendQueue: Int? = nil,
      eventQueue: Int? = nil
    ) {
      self.sent = sent
      self.delivered = delivered
      self.failed = failed
      self.sendQueue = sendQueue
      self.eventQueue = eventQueue
    }

    /// The point's value in a series; `nil` when it is not known.
    package subscript(series: CourseSeries) -> Double? {
      switch series {
      case .sent: sent
      case .delivered: delivered
      case .failed: failed
      case .sendQueue: sendQueue.map(Double.init)
      case .eventQueue: eventQueue.map(Double.init)
      }
    }
  }

  /// How far back it goes.
  package var span: CourseSpan
  /// When the present step began: the last point's.
  package var last: Timestamp
  /// The points, oldest first; `nil` where nothing was recorded, which is not zero.
  package var points: [Point?]

  /// Makes a value from its parts.
  package init(span: CourseSpan, last: Timestamp, points: [Point?]) {
    self.span = span
    self.last = last
    self.points = points
  }

  /// When the step of a point began.
  package func begin(of index: Int) -> Timestamp {
    last + .seconds((index - points.count + 1) * span.stepMinutes * 60)
  }
}
