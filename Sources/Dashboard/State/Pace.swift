import Model

/// How fast each campaign goes, from its counters at successive moments.
struct Pace: Equatable, Sendable {
  private struct Sample: Equatable, Sendable {
    var at: Timestamp
    var settled: Int
  }

  private var samples: [CampaignID: [Sample]] = [:]
  /// The rate of all campaigns at successive snapshots, for a sparkline.
  private(set) var rates: [Double] = []

  /// The span over which a rate is taken.
  static var span: Duration { .seconds(30) }
  /// A rate from less than this is not shown.
  static var leastSpan: Duration { .seconds(5) }

  /// Takes the counters of a new snapshot in.
  mutating func note(_ snapshot: Snapshot) {
    var kept: [CampaignID: [Sample]] = [:]
    for campaign in snapshot.campaigns where campaign.isUnderWay {
      var list = samples[campaign.id] ?? []
      let sample = Sample(at: snapshot.at, settled: campaign.tried)
      if let last = list.last, sample.at < last.at { list = [] }
      // A resend is new work, and takes nothing from the pace there was.
      if let last = list.last, sample.settled < last.settled {
        for index in list.indices { list[index].settled -= last.settled - sample.settled }
      }
      if list.count > 1, list[list.count - 1].at - list[list.count - 2].at < .seconds(1) { list.removeLast() }
      list.append(sample)
      while list.count > 2, snapshot.at - list[1].at >= Self.span { list.removeFirst() }
      kept[campaign.id] = list
    }
    samples = kept
    rates.append(snapshot.health.presentRate)
    if rates.count > 120 { rates.removeFirst(rates.count - 120) }
  }

  /// Messages a second that were tried lately; `nil` when it was not watched for long enough to tell.
  func rate(_ campaign: CampaignID) -> Double? {
    guard let list = samples[campaign], let first = list.first, let last = list.last else { return nil }
    let span = last.at - first.at
    guard span >= Self.leastSpan else { return nil }
    return Double(last.settled - first.settled) / span.seconds
  }

  /// How long the campaign needs at its present rate; `nil` when that cannot honestly be said.
  func timeLeft(_ campaign: CampaignSummary) -> Duration? {
    guard campaign.isUnderWay, campaign.hasBatchesToGo, let rate = rate(campaign.id), rate > 0 else { return nil }
    let seconds = (Double(campaign.toGo) / rate).rounded(.up)
    return seconds < 30 * 86_400 ? .seconds(Int64(seconds)) : nil
  }

  /// True when a campaign that has work to do did none for as long as it was watched.
  func standsStill(_ campaign: CampaignSummary) -> Bool {
    guard campaign.isUnderWay, campaign.toGo > 0, let list = samples[campaign.id], let first = list.first,
      let last = list.last, last.at - first.at >= max(.seconds(10), .seconds(3 / (campaign.rate?.perSecond ?? 1)))
    else { return false }
    return first.settled == last.settled
  }

  /// True when something of the campaign was tried lately.
  func moves(_ campaign: CampaignSummary) -> Bool { rate(campaign.id).map { $0 > 0 } ?? false }
}

/// Why a campaign that has work to do does none.
enum Standstill: Equatable {
  /// It may go out only at some hours of the day, and this is none of them.
  case outOfHours(SendWindow)
  /// Nobody sends from this store; who did last, when that is known.
  case noWorker(WorkerPresence?)
  /// Workers are busy with a campaign that was there before; for how long still, when that can be told.
  case behind(CampaignID, Duration?)
  /// This process sends, and has not said so in the store for a while, as it does every few seconds.
  case cannotWrite
  /// Somebody sends, and nothing of this campaign was tried all the same.
  case unexplained(WorkerPresence)
}

extension State {
  /// Why a campaign stands still; `nil` when it does not.
  func standstill(_ campaign: CampaignSummary) -> Standstill? {
    if campaign.isUnderWay, campaign.isOutOfHours, campaign.toGo > 0, let window = campaign.window {
      return .outOfHours(window)
    }
    guard let snapshot, pace.standsStill(campaign) else { return nil }
    guard let worker = snapshot.health.workers.first else {
      return runsWorker ? .cannotWrite : .noWorker(snapshot.health.lastWorker)
    }
    let others = snapshot.campaigns.filter { $0.id != campaign.id && $0.isUnderWay && $0.toGo > 0 && pace.moves($0) }
    guard let first = others.map(\.id).min() else { return .unexplained(worker) }
    // All that go are ahead of it.
    let left = others.map { pace.timeLeft($0) }
    let isKnown = !left.contains(nil)
    return .behind(first, isKnown ? left.compactMap(\.self).max() : nil)
  }
}

extension CampaignSummary {
  /// True while workers are meant to send it.
  var isUnderWay: Bool {
    switch state {
    case .launching, .sending: true
    case .importing, .draft, .scheduled, .paused, .cancelled, .finished: false
    }
  }

  /// Messages that were tried and have an outcome that stays, or will not be tried.
  var tried: Int { max(0, recipients - waiting) }

  /// Messages still to be tried, wherever they are, and those about to be tried again.
  var waiting: Int { count(.queued, .sending) + retrying }

  /// Messages still to be tried, without those that lie in dead letters.
  var toGo: Int {
    let left = waiting
    guard batches.dead > 0, batches.total > 0 else { return left }
    let perBatch = (recipients + batches.total - 1) / batches.total
    return min(left, (batches.pending + batches.queued) * perBatch)
  }

  /// Messages that wait in dead letters.
  ///
  /// Exact once no batch is on its way; until then what the batches on their way cannot hold.
  var inDeadLetters: Int { batches.dead > 0 ? max(0, count(.queued) - (hasBatchesToGo ? toGo : 0)) : 0 }
}

extension State {
  /// Texts a second that were tried lately.
  var textRate: Double {
    (snapshot?.campaigns ?? []).reduce(0) { sum, campaign in
      campaign.channel == .sms && campaign.isUnderWay ? sum + (pace.rate(campaign.id) ?? 0) : sum
    }
  }
}
