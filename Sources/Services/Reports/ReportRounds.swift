package import Model
package import Ports

/// When a provider is asked for reports, and about what. Neither waits nor reads a clock.
package struct ReportRounds: Sendable {
  /// Between two looks whether there is anything to ask.
  static let look = Duration.seconds(5)

  private let rhythm: ReportRhythm
  private var askedAt: Timestamp?
  /// When each request was asked about last.
  private var asked: [String: Timestamp] = [:]

  /// Begins.
  package init(_ rhythm: ReportRhythm) { self.rhythm = rhythm }

  /// For how long a message is asked about.
  package var until: Duration {
    switch rhythm {
    case .since(_, _, _, let until), .request(_, let until): until
    }
  }

  /// How long to wait between two questions about something so old: most is heard within minutes, the rest takes hours.
  package static func pause(_ every: Duration, age: Duration) -> Duration {
    let factor =
      switch age {
      case ..<Duration.seconds(600): 1
      case ..<Duration.seconds(3600): 2
      case ..<Duration.seconds(6 * 3600): 5
      case ..<Duration.seconds(24 * 3600): 15
      default: 60
      }
    return every * factor
  }

  /// How long to leave the store alone: who has asked knows that nothing is due before.
  var pause: Duration {
    switch rhythm {
    case .since(let every, _, _, _): askedAt == nil ? Self.look : max(Self.look, every)
    case .request: asked.isEmpty ? Self.look : Self.look * 3
    }
  }

  /// Whether the time since the last question is to be asked about.
  ///
  /// - Parameter latest: when the latest message was handed over that nobody has heard of.
  package func isDue(latest: Timestamp, now: Timestamp) -> Bool {
    guard case .since(let every, _, _, _) = rhythm else { return false }
    guard let askedAt, now >= askedAt else { return true }
    return now - askedAt >= Self.pause(every, age: now - latest)
  }

  /// What to ask about the time since the last question: spans one after the other.
  ///
  /// - Parameters:
  ///   - open: when the oldest and the latest message was handed over that nobody has heard of; `nil` when there is none.
  ///   - storedUntil: up to when reports are stored.
  package mutating func questions(
    open: ClosedRange<Timestamp>?, storedUntil: Timestamp?, now: Timestamp
  ) -> [ReportQuestion] {
    guard case .since(_, let overlap, let span, _) = rhythm, let open, isDue(latest: open.upperBound, now: now) else {
      return []
    }
    askedAt = now
    // Before the oldest that is open there is nothing to hear.
    var from = max(storedUntil ?? open.lowerBound, open.lowerBound) + (.zero - overlap)
    if from >= now { from = now + (.zero - overlap) }
    var questions: [ReportQuestion] = []
    while from < now {
      let to = span.map { min(now, from + $0) } ?? now
      questions.append(.since(from, until: to))
      from = to
    }
    return questions
  }

  /// Which requests to ask about.
  package mutating func questions(requests: [(request: String, at: Timestamp)], now: Timestamp) -> [ReportQuestion] {
    guard case .request(let every, _) = rhythm else { return [] }
    let open = Set(requests.map(\.request))
    asked = asked.filter { open.contains($0.key) }
    var questions: [ReportQuestion] = []
    for (request, at) in requests {
      if let last = asked[request], now >= last, now - last < Self.pause(every, age: now - at) { continue }
      // Nobody has heard anything within so few seconds.
      if asked[request] == nil, now >= at, now - at < Self.look { continue }
      asked[request] = now
      questions.append(.request(request))
    }
    return questions
  }
}
