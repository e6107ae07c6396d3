import Canvas
import Dashboard
import Model

/// What an operator watches: single batches, graphs, what is wrong with a campaign.
extension Screens {
  static let watch: [(String, @Sendable () -> Desk)] = [
    ("single batches 80x24", { desk(80, 24) { $0.type("B" + String(repeating: "j", count: 26)) } }),
    ("single batches 40x10", { desk(40, 10) { $0.type("B") } }),
    ("single batches 200x50", { desk(200, 50) { $0.type("BG") } }),
    (
      "single batches filtered 80x24",
      {
        desk(80, 24) {
          $0.type("B/que")
          $0.press(.enter)
        }
      }
    ),
    (
      "messages of a batch 80x24",
      {
        desk(80, 24) {
          $0.type("Bj")
          $0.press(.enter)
        }
      }
    ),
    ("activity 80x24", { desk(80, 24) { $0.type("a") } }),
    ("activity 40x10", { desk(40, 10) { $0.type("ajjj") } }),
    ("activity 200x50", { desk(200, 50) { $0.type("a") } }),
    ("activity of the day 80x24", { desk(80, 24) { $0.type("adG") } }),
    ("changed 80x24", { desk(80, 24) { change(&$0) } }),
    ("changed 40x10", { desk(40, 10) { change(&$0) } }),
    ("scheduled 80x24", { desk(80, 24) { schedule(&$0, in: 3 * 86_400) } }),
    ("missed 80x24", { desk(80, 24) { schedule(&$0, in: -3600) } }),
    ("missed 40x10", { desk(40, 10) { schedule(&$0, in: -3600) } }),
    (
      "start time 80x24",
      {
        desk(80, 24) {
          schedule(&$0, in: 3 * 86_400)
          $0.type("t")
        }
      }
    ),
    ("finished 80x24", { desk(80, 24) { finish(&$0) } }),
    ("finished 40x10", { desk(40, 10) { finish(&$0) } }),
  ]

  /// Time passes, and something goes wrong with two campaigns that the cursor is not on; a third is new.
  private static func change(_ desk: inout Desk) {
    desk.type("j")
    var snapshot = desk.store.snapshot
    snapshot.campaigns[0].batches.dead = 1
    snapshot.campaigns[0].batches.queued -= 1
    snapshot.campaigns[2].state = .cancelled
    snapshot.campaigns.insert(
      Sample.campaign(
        CampaignID(rawValue: 4), "청구서", .launching, recipients: 90, [.queued: 90], .init(pending: 2), subject: ""),
      at: 0)
    snapshot.campaignTotal = 4
    desk.store.snapshot = snapshot
    desk.wait(2)
  }

  /// A campaign that begins so many seconds from now, or should have.
  private static func schedule(_ desk: inout Desk, in seconds: Int) {
    var campaign = Sample.campaign(
      CampaignID(rawValue: 4), "겨울 안내", .scheduled, recipients: 1200, [.queued: 1200], .init(pending: 24),
      subject: "겨울 세일이 시작됩니다")
    campaign.dueAt = Sample.now + .seconds(seconds)
    desk.store.snapshot.campaigns.insert(campaign, at: 0)
    desk.store.snapshot.campaignTotal = 4
    desk.wait(2)
    desk.type("g")
  }

  /// A campaign that is over and not whole, some of it to the mailbox simulator.
  private static func finish(_ desk: inout Desk) {
    var campaign = desk.store.snapshot.campaigns[1]
    campaign.counts = [.queued: 1250, .delivered: 97_000, .opened: 500, .hardBounced: 549, .uncertain: 701]
    campaign.batches = .init(done: 1975, dead: 25)
    campaign.simulated = 20
    campaign.reputation = Reputation(sent: 98_029, bounced: 540)
    desk.store.snapshot.campaigns[1] = campaign
    desk.wait(2)
    desk.type("j")
  }
}
