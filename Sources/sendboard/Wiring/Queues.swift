import Ports
import Sandbox

/// The queues of a store: embedded ones, or those of SQS.
struct Queues {
  var send: any MessageQueue
  var deadLetters: any MessageQueue
  /// Where SES's events come from, when it serves a channel.
  var sesEvents: (any MessageQueue)?
  /// The embedded event queue, when the simulator serves a channel.
  var simulatedEvents: EmbeddedQueue?

  /// - Throws: `QueueStoreError`; ``CommandError`` when a queue is not in the configuration.
  init(_ settings: Settings, _ cloud: AWSConnection?, _ clock: WallClock) async throws {
    let isSimulated = settings.cloud.uses(.simulator)
    var embedded: QueueStore?
    if settings.cloud.queue == .embedded || isSimulated {
      let files = CompanionFiles(of: settings.storePath)
      files.moveOldQueues()
      let queues = try await QueueStore.open(path: files.queues, clock: clock)
      OpenFiles.add { try queues.close() }
      embedded = queues
    }
    simulatedEvents = isSimulated ? try await embedded?.queue("events", policy: settings.policy) : nil
    if settings.cloud.hearsFromAWS {
      guard let cloud else { throw CommandError("provider: nothing is set up to take events from") }
      // Whoever reads of a trouble must know which of two it is.
      sesEvents = try cloud.queue(
        \.eventQueue, "eventQueue", named: isSimulated ? "ses-events" : "events", for: "provider: ses")
    }
    if settings.cloud.queue == .sqs, let cloud {
      send = try cloud.queue(\.sendQueue, "sendQueue", named: "send", for: "queue: sqs")
      deadLetters = try cloud.queue(
        \.deadLetterQueue, "deadLetterQueue", named: "send-dead-letters", for: "queue: sqs")
    } else {
      guard let embedded else { throw CommandError("queue: nothing is set up to queue with") }
      let dead = try await embedded.deadLetterQueue("send-dead-letters", policy: settings.policy)
      deadLetters = dead
      send = try await embedded.queue("send", policy: settings.policy, deadLetters: dead)
    }
  }
}
