import Model
import Words

/// The cursor and the filter of the list of campaigns.
struct CampaignList: Equatable, Sendable {
  /// A row, whatever it stands for; the drafts come first.
  enum RowID: Hashable, Sendable {
    case draft(Draft.ID)
    case campaign(CampaignID)
  }

  /// What was done here to a draft and may not have been read yet.
  enum OwnDraft: Equatable, Sendable {
    case kept(Draft)
    case dropped
  }

  var cursor = Cursor<RowID>()
  var own: [Draft.ID: OwnDraft] = [:]
  /// A draft of which it was told that somebody else changed it while it was open here.
  var toldForeign: Draft?
  /// Whether what was typed last could not be kept yet.
  var isDraftUnkept = false
  /// How many drafts were begun here.
  var begun = 0
  /// Drafts that are being launched.
  var launching: [Launching] = []
  /// What was seen of the campaigns.
  var watch = CampaignWatch()
  /// A part of the name, letters compared without case.
  var filter = ""
  var sorting = Sorting()
  /// Campaigns of which it was told that nobody was there when they were due.
  var toldMissed: Set<CampaignID> = []
  /// A campaign that was launched here and is not listed yet.
  var launched: Launched?

  struct Launching: Equatable, Sendable {
    var composition: Composition
    var draft: Draft.ID
  }

  /// What is known of a campaign before it has an id: older ones may have the same name.
  struct Launched: Equatable, Sendable {
    var name: String
    /// The newest campaign there was before.
    var after: CampaignID?
  }

  /// The names of the rows, from the top.
  static func ids(_ drafts: [Draft], _ campaigns: [CampaignSummary]) -> [RowID] {
    drafts.map { .draft($0.id) } + campaigns.map { .campaign($0.id) }
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

  /// What is listed, from the top.
  var campaignListIDs: [CampaignList.RowID] { CampaignList.ids(draftRows, campaignRows) }

  /// The campaign under the cursor.
  var chosenCampaign: CampaignSummary? {
    let (rows, drafts) = (campaignRows, draftRows)
    return panes.campaigns.cursor.index(in: CampaignList.ids(drafts, rows)).flatMap {
      $0 < drafts.count ? nil : rows[$0 - drafts.count]
    }
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
