/// Where one group of alerts stands: since when it fires, and what has been told of it. A pure state machine, as Prometheus's
/// Alertmanager has it (<https://prometheus.io/docs/alerting/latest/configuration/>): a store keeps it between two looks.
package struct AlertGroup: Equatable, Sendable {
  /// How long the parts of a story are waited for.
  package struct Times: Equatable, Sendable {
    /// Before the first message, for company; a group that is over by then was never told.
    package var wait = Duration.seconds(30)
    /// Between two messages of news.
    package var interval = Duration.seconds(300)
    /// Before what has not changed is told again.
    package var repetition = Duration.seconds(4 * 3600)

    /// What holds without a word in the configuration.
    package init() {}
  }

  /// What is to be told.
  package enum Message: Equatable, Sendable {
    /// That it fires; or that there is news of it.
    case firing, news
    /// That it still fires.
    case stillFiring
    /// That it is over, and how long it took.
    case resolved(after: Duration)
  }

  /// Since when it fires; it has fired until then when it is over.
  package private(set) var since: Timestamp
  /// When it was over; `nil` while it fires.
  package private(set) var until: Timestamp?
  /// What it says now, and what it said when it was told last, as a hash of what matters in it; `nil` before.
  package private(set) var content: Int64
  package private(set) var told: (content: Int64, at: Timestamp)?

  /// Begins a group that fires.
  package init(content: Int64, at now: Timestamp) { (since, self.content) = (now, content) }

  /// Takes up a group as a store has it.
  package init(since: Timestamp, until: Timestamp?, content: Int64, told: (content: Int64, at: Timestamp)?) {
    (self.since, self.until, self.content, self.told) = (since, until, content, told)
  }

  /// It fires, with what it says now.
  package mutating func fire(_ content: Int64, at now: Timestamp) {
    if let end = until {
      // Told as over, or never told: another story begins. Else it only paused.
      if told == nil || told.map({ $0.at >= end }) == true { self = AlertGroup(content: content, at: now) }
      until = nil
    }
    self.content = content
  }

  /// It fires no more.
  package mutating func resolve(at now: Timestamp) { if until == nil { until = now } }

  /// Whether nothing will be told of it any more.
  package var isOver: Bool { until.map { end in told.map { $0.at >= end } ?? true } ?? false }

  /// What is to be told by now; `nil` for nothing yet.
  package func message(at now: Timestamp, _ times: Times = Times()) -> Message? {
    guard let told else { return until == nil && now - since >= times.wait ? .firing : nil }
    if let until {
      return told.at < until && now - told.at >= times.wait ? .resolved(after: until - since) : nil
    }
    if content != told.content { return now - told.at >= times.interval ? .news : nil }
    return now - told.at >= times.repetition ? .stillFiring : nil
  }

  /// Notes that a message about what it says now is with a channel. Only then: whoever dies before tells it again.
  package mutating func note(toldAt now: Timestamp) { told = (content, now) }

  package static func == (one: Self, other: Self) -> Bool {
    one.since == other.since && one.until == other.until && one.content == other.content
      && one.told?.content == other.told?.content && one.told?.at == other.told?.at
  }
}
