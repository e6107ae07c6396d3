/// A campaign with its counters, as a screen or `campaigns --json` shows it.
package struct CampaignSummary: Equatable, Sendable {
  /// Batches by state.
  package struct Batches: Equatable, Sendable {
    /// Not on the queue yet; on it, or with a worker; worked off; given up after too many receives.
    package var pending, queued, done, dead: Int
    /// All batches of the campaign.
    package var total: Int { pending + queued + done + dead }
    /// Makes a value from its parts.
    package init(pending: Int = 0, queued: Int = 0, done: Int = 0, dead: Int = 0) {
      self.pending = pending
      self.queued = queued
      self.done = done
      self.dead = dead
    }
  }

  /// Names it within its store.
  package var id: CampaignID
  /// Names it for people; need not be unique.
  package var name: String
  /// Says how it reaches its recipients.
  package var channel: Channel
  /// Says where it stands.
  package var state: CampaignState
  /// Names who did it: the login name at the terminal.
  package var `operator`: String
  /// Says when it was launched.
  package var createdAt: Timestamp
  /// Says when it is to begin, or was; `nil` when it began as it was launched.
  package var dueAt: Timestamp?
  /// Says where the recipients came from: a file name or a named query.
  package var audience: String
  /// Holds the subject line; empty for SMS.
  package var subject: String
  /// Counts its recipients.
  package var recipients: Int
  /// Messages by status; a status without messages is absent.
  package var counts: [MessageStatus: Int]
  /// Counts its batches by state.
  package var batches: Batches
  /// Messages that were refused for a reason that passes, and whose batch is about to try them again: no failures yet.
  package var retrying: Int
  /// Messages that count as accepted on the operator's word alone.
  package var assumed: Int
  /// What AWS judges a sender by.
  package var reputation: Reputation
  /// Messages to the provider's mailbox simulator: no rate counts them.
  package var simulated: Int
  /// Why it is not sending, when something other than the operator stopped it.
  package var note: String?
  /// How fast it goes at most, by each worker; `nil` for as fast as the provider takes.
  package var rate: SendRate?
  /// Whether it advertises.
  package var isAdvertising: Bool
  /// The hours of the day in which it may go out; `nil` for all.
  package var window: SendWindow?
  /// Whether it waits for its window to open.
  package var isOutOfHours: Bool
  /// Messages that were kept back, for their address is on the own suppression list: nobody was handed them.
  package var keptBack: Int

  /// Makes a value from its parts.
  package init(
    id: CampaignID, name: String, channel: Channel, state: CampaignState, operator: String, createdAt: Timestamp,
    audience: String, subject: String, recipients: Int, counts: [MessageStatus: Int], batches: Batches,
    retrying: Int = 0, assumed: Int = 0, reputation: Reputation = Reputation(), simulated: Int = 0,
    note: String? = nil, dueAt: Timestamp? = nil, rate: SendRate? = nil, isAdvertising: Bool = false,
    window: SendWindow? = nil,
    isOutOfHours: Bool = false, keptBack: Int = 0
  ) {
    self.id = id
    self.name = name
    self.channel = channel
    self.state = state
    self.operator = `operator`
    self.createdAt = createdAt
    self.audience = audience
    self.subject = subject
    self.recipients = recipients
    self.counts = counts
    self.batches = batches
    self.retrying = retrying
    self.assumed = assumed
    self.reputation = reputation
    self.simulated = simulated
    self.note = note
    self.rate = rate
    self.isAdvertising = isAdvertising
    self.window = window
    self.isOutOfHours = isOutOfHours
    self.keptBack = keptBack
    self.dueAt = dueAt
  }

  /// So late a scheduled campaign may still begin by itself: as long as a restart takes. Whoever comes later asks.
  package static let lateness = Duration.seconds(300)

  /// Whether it was due and nobody was there to begin it, or something holds it: it waits for somebody's word.
  package func isMissed(at now: Timestamp) -> Bool {
    state == .scheduled && (note != nil || dueAt.map { now - $0 > Self.lateness } ?? false)
  }

  /// Messages of the given statuses.
  package func count(_ statuses: MessageStatus...) -> Int { statuses.reduce(0) { $0 + (counts[$1] ?? 0) } }

  /// Messages that go out when the campaign goes on: never tried, or about to be tried again.
  package var toBeSent: Int { count(.queued) + retrying }

  /// Messages the provider is known to have taken.
  package var handedOver: Int {
    max(0, counts.reduce(0) { $0 + ($1.key.provesAcceptance ? $1.value : 0) } - keptBack)
  }

  /// Messages known to have failed; those that are uncertain, or about to be tried again, are not among them.
  package var failed: Int { max(0, counts.reduce(0) { $0 + ($1.key.isFailure ? $1.value : 0) } - retrying) }

  /// Messages that have arrived, whatever became of them since: who opens or clicks one has it, and so has who complains.
  package var everDelivered: Int { counts.reduce(0) { $0 + ($1.key.hasArrived ? $1.value : 0) } }

  /// Messages that were opened, clicked ones among them.
  package var everOpened: Int { count(.opened, .clicked) }

  /// True while batches are on their way: neither done nor dead.
  package var hasBatchesToGo: Bool { batches.pending + batches.queued > 0 }
}
