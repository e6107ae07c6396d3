import Model
import Words

/// The cursor and the filter of the list of campaigns.
struct CampaignList: Equatable, Sendable {
  var cursor = Cursor<CampaignID>()
  /// What was seen of the campaigns.
  var watch = CampaignWatch()
  /// A part of the name, letters compared without case.
  var filter = ""
  var sorting = Sorting()
  /// Campaigns of which it was told that nobody was there when they were due.
  var toldMissed: Set<CampaignID> = []
  /// What was typed for a time and not taken: it is there to be mended.
  var refusedStart: RefusedStart?
  /// A campaign that was launched here and is not listed yet.
  var launched: Launched?

  struct RefusedStart: Equatable, Sendable {
    var campaign: CampaignID
    var text: String
  }

  /// What is known of a campaign before it has an id: older ones may have the same name.
  struct Launched: Equatable, Sendable {
    var name: String
    /// The newest campaign there was before.
    var after: CampaignID?
  }

  /// The campaigns of a snapshot that pass the filter.
  func rows(_ snapshot: Snapshot?) -> [CampaignSummary] {
    guard let snapshot else { return [] }
    guard !filter.isEmpty else { return snapshot.campaigns }
    let wanted = filter.lowercased()
    return snapshot.campaigns.filter { $0.name.lowercased().contains(wanted) }
  }
}

extension State {
  var campaignRows: [CampaignSummary] {
    panes.campaigns.sorting.sorted(panes.campaigns.rows(snapshot)) { CampaignsPane.value($0, in: $1, self) }
  }

  /// The campaign under the cursor.
  var chosenCampaign: CampaignSummary? {
    let rows = campaignRows
    return panes.campaigns.cursor.index(in: rows.map(\.id)).map { rows[$0] }
  }

  func campaign(_ id: CampaignID?) -> CampaignSummary? {
    id.flatMap { id in snapshot?.campaigns.first { $0.id == id } }
  }

  /// How texts name a campaign: `“Summer sale”`, or its number when it is not among the listed.
  func name(of id: CampaignID?) -> String { label(of: id).text(words) }

  /// The same for a line that has other things to say: a long name is cut short.
  func shortName(of id: CampaignID?) -> String { label(of: id).short(words) }

  /// A campaign by what it is called now.
  func label(of id: CampaignID?) -> CampaignLabel { CampaignLabel(id: id, name: campaign(id)?.name) }
}

extension CampaignSummary {
  var quotedName: String { "“\(name)”" }
}
