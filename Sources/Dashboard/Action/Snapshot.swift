package import Model

/// The figures of one moment: the header's and each campaign's.
package struct Snapshot: Equatable, Sendable {
  /// The newest campaigns, newest first; a few hundred at most.
  package var campaigns: [CampaignSummary]
  /// Campaigns in the store, also those not listed.
  package var campaignTotal: Int
  /// What is being composed.
  package var drafts: [Draft]
  /// What was typed last where it is asked for again, by the names of the fields.
  package var typedLast: [String: String]
  /// Holds the header's figures.
  package var health: Health
  /// When the figures were read.
  package var at: Timestamp

  /// Makes a snapshot; without a total, one that lists every campaign.
  package init(
    campaigns: [CampaignSummary], campaignTotal: Int? = nil, health: Health, at: Timestamp, drafts: [Draft] = [],
    typedLast: [String: String] = [:]
  ) {
    self.drafts = drafts
    self.typedLast = typedLast
    self.campaigns = campaigns
    self.campaignTotal = campaignTotal ?? campaigns.count
    self.health = health
    self.at = at
  }
}
