import Model

/// What an operator has seen of the campaigns: what is wrong with one, when they last looked.
///
/// They look at a campaign when the cursor is on it, and at all of them when they leave the list.
struct CampaignWatch: Equatable, Sendable {
  /// What of a campaign is worth another look when it changes: not what goes on as it should.
  private struct Trouble: Equatable, Sendable {
    var state: CampaignState
    var failed, dead, uncertain: Int
    var note: String?

    init(_ campaign: CampaignSummary) {
      state = campaign.state
      failed = campaign.failed
      dead = campaign.batches.dead
      uncertain = campaign.count(.uncertain)
      note = campaign.note
    }
  }

  /// `nil` until there was anything to look at.
  private var seen: [CampaignID: Trouble]?

  /// Takes everything that is shown for seen, and forgets what is listed no more.
  mutating func look(at campaigns: [CampaignSummary]) {
    seen = Dictionary(campaigns.map { ($0.id, Trouble($0)) }) { first, _ in first }
  }

  /// Takes one campaign for seen.
  mutating func look(at campaign: CampaignSummary) { seen?[campaign.id] = Trouble(campaign) }

  /// Whether a campaign is new, or what is wrong with it has changed since it was seen.
  func hasChanged(_ campaign: CampaignSummary) -> Bool {
    seen.map { $0[campaign.id] != Trouble(campaign) } ?? false
  }

  /// Whether anything was seen yet.
  var hasBegun: Bool { seen != nil }
}

extension State {
  /// Notes what the operator has seen of the campaigns.
  ///
  /// - Parameter wasThere: whether they were in the list before.
  mutating func watchCampaigns(wasThere: Bool) {
    guard let snapshot else { return }
    if !panes.campaigns.watch.hasBegun || (wasThere && focus != .campaigns) {
      panes.campaigns.watch.look(at: snapshot.campaigns)
    }
    if focus == .campaigns, let chosen = chosenCampaign { panes.campaigns.watch.look(at: chosen) }
  }
}
