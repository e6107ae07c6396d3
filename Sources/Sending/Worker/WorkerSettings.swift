import Model
import Ports

/// How a worker works.
package struct WorkerSettings: Sendable {
  /// Provider calls at once.
  package var concurrency: Int
  /// Recipients a second; `nil` for the provider's own limit only.
  package var rate: Double?
  /// How long received batches stay hidden: the queue's visibility timeout.
  package var visibility: Duration
  /// Receives after which a batch becomes a dead letter.
  package var maxReceiveCount: Int
  /// How long nothing is received after a batch of another store: each receive brings that batch nearer to its end.
  package var foreignPause: Duration
  /// How long a batch is left alone that this worker cannot serve, or not now while it serves other channels: it comes back
  /// as a new one, for whoever can.
  package var detour = Duration.seconds(30)
  /// How long a worker of several channels waits for one's provider with a batch in hand.
  package var patience = Duration.seconds(3)
  /// How long a receive waits for a batch; one of no more than ``QueueLimits/shortWait`` is not cut off by a stop.
  package var poll = QueueLimits.longestWait

  /// Makes a value from its parts.
  package init(
    concurrency: Int = 5, rate: Double? = nil, visibility: Duration = QueuePolicy.standard.visibilityTimeout,
    maxReceiveCount: Int = QueuePolicy.standard.maxReceiveCount,
    foreignPause: Duration = .seconds(60)
  ) {
    self.foreignPause = foreignPause
    self.maxReceiveCount = maxReceiveCount
    self.concurrency = concurrency
    self.rate = rate
    self.visibility = visibility
  }

  /// How long a claim is its worker's unless it is renewed: whoever receives its batch later takes that worker for dead.
  ///
  /// Half of the visibility timeout: a living worker renews it before that.
  var lease: Duration { visibility / 2 }
}
