import Ports
import ArgumentParser
import EventStore
import Model

/// What pause, resume and cancel share.
enum Control {
  static func act(
    _ global: GlobalOptions, _ output: OutputOptions, _ campaign: String, _ deed: String, _ done: String,
    confirm: (CampaignSummary) throws -> Void = { _ in },
    _ body: (CompositionRoot, CampaignID, String, Timestamp) async throws -> Int
  ) async throws {
    let settings = try await global.settings(for: "sendboard \(deed)")
    let root = try await CompositionRoot.existing(settings)
    let chosen = try await root.store.findCampaign(campaign)
    try confirm(chosen)
    let id = chosen.id
    let waiting = try await body(root, id, settings.operator, root.clock.now())
    if output.json {
      var line = JSONLine()
      line.add("campaign", .string(id.description))
      line.add("state", .string(try await root.store.campaigns(id).first?.state.rawValue))
      line.add("waiting", .int(waiting))
      StandardOutput.print(line.finished)
    } else {
      print("campaign \(id) \(done); \(counted(waiting, "message")) not yet sent")
    }
  }
}
