package import Model

/// What a resend did, or would do.
package struct ResendReport: Equatable, Sendable {
  /// The campaigns of which messages were taken.
  package var campaigns: Set<CampaignID>
  /// Messages that get a new attempt.
  package var resent: Int
  /// The first addresses that are sent to.
  package var sample: [String]
  /// Messages that do not, by the reason why.
  package var skipped: [SkipReason: Int]

  /// Makes a value from its parts.
  package init(
    campaigns: Set<CampaignID> = [], resent: Int = 0, sample: [String] = [], skipped: [SkipReason: Int] = [:]
  ) {
    self.campaigns = campaigns
    self.resent = resent
    self.sample = sample
    self.skipped = skipped
  }

  /// The same for whoever asks before it is done.
  package var count: ScopeCount {
    ScopeCount(
      taken: resent, sample: sample,
      skipped: skipped.sorted { $0.key.name < $1.key.name }.map { .init(why: $0.key, count: $0.value) })
  }

  mutating func skip(_ why: SkipReason, _ count: Int = 1) { skipped[why, default: 0] += count }
}
