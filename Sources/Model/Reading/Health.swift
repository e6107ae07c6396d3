/// The figures of the dashboard's header.
public struct Health: Equatable, Sendable {
  /// Counts what the send queue holds; `nil` while that is not known.
  public var sendQueue: QueueDepths?
  /// Counts what the event queue holds; `nil` while that is not known.
  public var eventQueue: QueueDepths?
  /// Counts dead letters.
  public var deadLetters: Int
  /// Messages claimed and without an outcome yet.
  public var sending: Int
  /// Messages handed to the provider a second, over the last seconds.
  public var rate: Double
  /// Messages the provider took, over all campaigns and foreign mail, since the beginning.
  public var accepted: Int
  /// What AWS judges the account by, of the last seven days.
  public var reputation: Reputation
  /// Processes that send from this store at the moment.
  public var workers: [WorkerPresence]
  /// How long ago the newest ingested event happened at the provider when it was stored; `nil` before the first.
  public var ingestLag: Duration?
  /// Counts quarantined input.
  public var quarantined: Int
  /// Counts uncertain messages.
  public var uncertain: Int
  /// Lists what this process cannot use now; the longest standing first.
  public var troubles: [Trouble]

  /// Makes a value from its parts.
  public init(
    sendQueue: QueueDepths? = .init(), eventQueue: QueueDepths? = .init(), deadLetters: Int = 0, sending: Int = 0,
    rate: Double = 0, accepted: Int = 0, reputation: Reputation = Reputation(), workers: [WorkerPresence] = [],
    ingestLag: Duration? = nil,
    quarantined: Int = 0, uncertain: Int = 0, troubles: [Trouble] = []
  ) {
    self.sendQueue = sendQueue
    self.eventQueue = eventQueue
    self.deadLetters = deadLetters
    self.sending = sending
    self.rate = rate
    self.accepted = accepted
    self.reputation = reputation
    self.workers = workers
    self.ingestLag = ingestLag
    self.quarantined = quarantined
    self.uncertain = uncertain
    self.troubles = troubles
  }

  /// The rate, or 0 when nothing is in flight and nothing waits on the queue: an average lags behind the end.
  public var presentRate: Double { sending == 0 && sendQueue?.total == 0 ? 0 : rate }
}
