import GRDB
import Model

/// Stops campaigns whose failures, or whose account's, would cost the sender its reputation.
///
/// It is asked in the transaction that stores the events it judges by. Crash points: before the commit neither the events nor
/// the stop are on disk, and the same events come again; after it both are. What workers have claimed is finished; a claim asks
/// for the campaign's state in its own transaction.
struct BreakerDesk {
  let db: Database
  let breaker: Breaker
  let now: Timestamp

  /// Who stops a campaign, in the history.
  static let name = "breaker"
  /// The account is judged by what it sent in the last days.
  private static let window = Duration.seconds(7 * 86_400)
  private static let account = Counters.foreign

  /// Stops what is over a limit.
  ///
  /// - Parameter campaigns: those of which something has failed; 0 for mail of other programs.
  func judge(_ campaigns: Set<Int64>) throws {
    guard !campaigns.isEmpty, !breaker.limits.isEmpty else { return }
    let underWay = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, channel FROM campaign WHERE state IN ('launching', 'sending') ORDER BY id"))
    for channel in Channel.allCases {
      let ids: [Int64] = underWay.compactMap { $0["channel"] == channel.rawValue ? $0["id"] : nil }
      guard !ids.isEmpty else { continue }
      for measure in BreakerMeasure.allCases where measure.channel == channel {
        if let trip = try trip(measure, of: Self.account) {
          for id in ids { try stop(id, trip) }
        } else {
          for id in ids where campaigns.contains(id) {
            if let trip = try trip(measure, of: id) { try stop(id, trip) }
          }
        }
      }
    }
  }

  /// Writes down that somebody lets go on what a breaker would stop: until it has grown by half, or for good.
  ///
  /// - Parameter note: why the campaign was stopped. When that was a breaker, the word is about it, though more has arrived since.
  /// - Returns: what would have been stopped by, or was.
  func hold(_ campaign: CampaignID, _ channel: Channel, stoppedBy note: String?, forGood: Bool) throws -> [BreakerTrip]
  {
    let stopped: BreakerTrip? =
      if case .stoppedByBreaker(let trip)? = note.flatMap({ OwnReason(stored: $0) }) { trip } else { nil }
    var trips: [BreakerTrip] = []
    for measure in BreakerMeasure.allCases where measure.channel == channel {
      for place in [campaign.rawValue, Self.account] {
        let isStopped = stopped?.measure == measure && stopped?.isAccount == (place == Self.account)
        let trip = try trip(measure, of: place) ?? (isStopped ? stopped : nil)
        // The account is let off for good by nobody: what another campaign does to it is not this one's word.
        let isForGood = forGood && place != Self.account
        guard trip != nil || isForGood else { continue }
        if let trip { trips.append(trip) }
        try db.execute(
          sql: "INSERT OR REPLACE INTO breakerHold (campaign, measure, rate) VALUES (?, ?, ?)",
          arguments: [place, measure.rawValue, isForGood ? nil : try share(measure, of: place).rate])
      }
    }
    return trips
  }

  private func trip(_ measure: BreakerMeasure, of place: Int64) throws -> BreakerTrip? {
    guard let limit = breaker.limits[measure] else { return nil }
    let hold = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT rate FROM breakerHold WHERE campaign = ? AND measure = ?"),
      arguments: [place, measure.rawValue])
    let resumedAt: Double? = hold?["rate"]
    if hold != nil, resumedAt == nil { return nil }
    let share = try share(measure, of: place)
    guard breaker.verdict(measure, share, resumedAt: resumedAt) == .stop else { return nil }
    return BreakerTrip(
      measure, count: share.count, total: share.total, limit: Share.percent(limit.stop),
      isAccount: place == Self.account)
  }

  private func share(_ measure: BreakerMeasure, of place: Int64) throws -> Share {
    try place == Self.account
      ? FactCounts.share(db, measure, since: now + (.zero - Self.window), to: now)
      : FactCounts.share(db, measure, of: place)
  }

  private func stop(_ id: Int64, _ trip: BreakerTrip) throws {
    let campaign = CampaignID(rawValue: id)
    let reason = OwnReason.stoppedByBreaker(trip).sentence
    guard let name = try CampaignRow.fetch(db, campaign)?.name,
      try CampaignRow.pause(db, campaign, because: reason)
    else { return }
    try History.add(
      db,
      HistoryEntry(
        at: now, operator: Self.name, action: .pause, campaign: campaign, condition: name,
        count: try EventStore.waiting(db, campaign), result: OwnRecord.stopped(because: reason).sentence))
  }
}
