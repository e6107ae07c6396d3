/// The figures of the dashboard's header.
package struct Health: Equatable, Sendable {
  /// Counts what the send queue holds; `nil` while that is not known.
  package var sendQueue: QueueDepths?
  /// Counts what the event queue holds; `nil` while that is not known.
  package var eventQueue: QueueDepths?
  /// Counts dead letters.
  package var deadLetters: Int
  /// Messages claimed and without an outcome yet.
  package var sending: Int
  /// Messages handed to the provider a second, over the last seconds.
  package var rate: Double
  /// Messages by status, over all campaigns and foreign mail.
  package var counts: [MessageStatus: Int]
  /// Messages the provider took, over all campaigns and foreign mail, since the beginning.
  package var accepted: Int
  /// What AWS judges the account by, of the last seven days.
  package var reputation: Reputation
  /// The same of the last 24 hours.
  package var lastDay: Reputation
  /// Processes that send from this store at the moment.
  package var workers: [WorkerPresence]
  /// The process that was heard of last, when none sends at the moment.
  package var lastWorker: WorkerPresence?
  /// How long ago the newest ingested event happened at the provider when it was stored; `nil` before the first.
  package var ingestLag: Duration?
  /// Counts quarantined input.
  package var quarantined: Int
  /// Counts uncertain messages.
  package var uncertain: Int
  /// Lists what this process cannot use now; the longest standing first.
  package var faults: [ComponentFault]

  /// Makes a value from its parts.
  package init(
    sendQueue: QueueDepths? = .init(), eventQueue: QueueDepths? = .init(), deadLetters: Int = 0, sending: Int = 0,
    rate: Double = 0, counts: [MessageStatus: Int] = [:], accepted: Int = 0, reputation: Reputation = Reputation(),
    lastDay: Reputation = Reputation(), workers: [WorkerPresence] = [], lastWorker: WorkerPresence? = nil,
    ingestLag: Duration? = nil,
    quarantined: Int = 0, uncertain: Int = 0, faults: [ComponentFault] = []
  ) {
    self.sendQueue = sendQueue
    self.eventQueue = eventQueue
    self.deadLetters = deadLetters
    self.sending = sending
    self.rate = rate
    self.counts = counts
    self.accepted = accepted
    self.reputation = reputation
    self.lastDay = lastDay
    self.workers = workers
    self.lastWorker = lastWorker
    self.ingestLag = ingestLag
    self.quarantined = quarantined
    self.uncertain = uncertain
    self.faults = faults
  }

  /// The rate, or 0 when nothing is in flight and nothing waits on the queue: an average lags behind the end.
  package var presentRate: Double { sending == 0 && sendQueue?.total == 0 ? 0 : rate }
}
