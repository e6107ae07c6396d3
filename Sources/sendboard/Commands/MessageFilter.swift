import ArgumentParser
import EventStore
import Model

/// Which messages a command tells of: what the dashboard's lists filter by, and several of each.
struct MessageFilter: ParsableArguments {
  @Option(help: "Only this campaign's: its id, or its name; may be given several times.") var campaign: [String] = []
  @Option(
    help: ArgumentHelp("Only those of this status, such as delivered; may be given several times.", valueName: "status")
  )
  var status: [MessageStatus] = []
  @Option(
    help: ArgumentHelp("Only failures of this kind, such as soft; may be given several times.", valueName: "kind"))
  var kind: [FailureKind] = []
  @Option(
    name: [.customLong("address"), .customLong("filter")],
    help: ArgumentHelp(
      "Only those to addresses that begin so, as '/' in the dashboard: 'kim' takes kim@... and kim.minji@..., but neither sekim@... nor x@kim.kr. "
        + "Capital letters do not matter. May be given several times.", valueName: "text"))
  var address: [String] = []
  @Flag(help: "Only those that count as sent on an operator's word alone ('settle --assume-sent').") var assumed = false

  /// Whether it takes everything.
  var isEmpty: Bool { campaign.isEmpty && status.isEmpty && kind.isEmpty && address.isEmpty && !assumed }

  /// Begins to go over them.
  ///
  /// - Parameters:
  ///   - page: how many are read at once.
  ///   - rendersSubjects: whether each subject is as its recipient reads it.
  /// - Throws: `StoreError`, also when there is no such campaign.
  func walk(_ store: EventStore, page: Int, rendersSubjects: Bool) async throws -> MessageWalk {
    MessageWalk(
      store: store, query: MessageQuery(isAssumed: assumed, rendersSubjects: rendersSubjects, limit: page),
      campaigns: try await store.find(campaign), statuses: status, kinds: kind, prefixes: address)
  }
}

extension EventStore {
  /// Finds the campaign that an option names; `nil` when it is not given.
  ///
  /// - Throws: `StoreError`, also when there is none.
  func find(_ campaign: String?) async throws -> CampaignID? {
    guard let campaign else { return nil }
    return try await findCampaign(campaign).id
  }

  /// Finds the campaigns that an option names.
  ///
  /// - Throws: `StoreError`, also when one is not there.
  func find(_ campaigns: [String]) async throws -> [CampaignID] {
    var ids: [CampaignID] = []
    for campaign in campaigns { ids.append(try await findCampaign(campaign).id) }
    return ids
  }
}
