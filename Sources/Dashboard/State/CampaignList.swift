import Model

/// The cursor and the filter of the list of campaigns.
struct CampaignList: Equatable, Sendable {
  var cursor = Cursor<CampaignID>()
  /// A part of the name, letters compared without case.
  var filter = ""
  /// The name of a campaign that was launched here and is not listed yet.
  var launched: String?

  /// The campaigns of a snapshot that pass the filter.
  func rows(_ snapshot: Snapshot?) -> [CampaignSummary] {
    guard let snapshot else { return [] }
    guard !filter.isEmpty else { return snapshot.campaigns }
    let wanted = filter.lowercased()
    return snapshot.campaigns.filter { $0.name.lowercased().contains(wanted) }
  }
}

extension State {
  var campaignRows: [CampaignSummary] { campaigns.rows(snapshot) }

  /// The campaign under the cursor.
  var chosenCampaign: CampaignSummary? {
    let rows = campaignRows
    return campaigns.cursor.index(in: rows.map(\.id)).map { rows[$0] }
  }

  func campaign(_ id: CampaignID?) -> CampaignSummary? {
    id.flatMap { id in snapshot?.campaigns.first { $0.id == id } }
  }

  /// How texts name a campaign: `“Summer sale”`, or its number when it is not among the listed.
  func name(of id: CampaignID?) -> String {
    guard let id else { return "all campaigns" }
    return campaign(id).map { "“\($0.name)”" } ?? "campaign \(id)"
  }
}
