import Canvas
import Dashboard
import Model
import Testing

/// What the figures say, by way of the screen.
@Suite struct FiguresTests {
  private func desk(_ change: (inout Snapshot) -> Void) -> Desk {
    var desk = Desk(isLoaded: false)
    change(&desk.store.snapshot)
    desk.act(.tick(Sample.now))
    return desk
  }

  @Test(arguments: [
    (0, 0, "bounce –"), (1000, 19, "bounce 1.90% ok"), (1000, 20, "bounce 2.00% high"),
    (1000, 50, "bounce 5.00% REVIEW"), (1000, 100, "bounce 10.00% PAUSE"),
  ])
  func bouncesAreJudgedByTheThresholdsOfAWS(accepted: Int, bounced: Int, words: String) {
    let desk = desk {
      $0.health.accepted = accepted
      $0.health.bounced = bounced
    }
    #expect(desk.screen().contains(words + "  "))
  }

  @Test(arguments: [(0, "0.000% ok"), (99, "0.099% ok"), (100, "0.100% REVIEW"), (500, "0.500% PAUSE")])
  func complaintsToo(complained: Int, words: String) {
    let desk = desk {
      $0.health.accepted = 100_000
      $0.health.complained = complained
    }
    #expect(desk.screen().contains("complaint \(words)  "))
  }

  @Test func allButOneIsNotAll() {
    let desk = desk {
      $0.campaigns[0].recipients = 1_000_000
      $0.campaigns[0].counts = [.queued: 1, .delivered: 999_999]
      $0.campaigns[1].recipients = 1_000_000
      $0.campaigns[1].counts = [.queued: 999_999, .delivered: 1]
      $0.campaigns[2].counts = [.delivered: 350]
    }
    let rows = desk.screen().split(separator: "\n")
    #expect(rows.first { $0.contains("여름") }?.contains(" 99% ") == true)
    #expect(rows.first { $0.contains("Contract") }?.contains(" <1% ") == true)
    #expect(rows.first { $0.contains("전자서명") }?.contains(" 100% ") == true)
  }

  @Test func timeLeftIsSaidOnlyWhenItIsKnown() {
    var desk = Desk()
    #expect(!desk.screen().contains(" left ("), "one snapshot says nothing of a rate")
    Screens.progress(&desk)
    // 50 a second for ten seconds, 280 queued and 5 sending: 285 / 50 rounded up.
    #expect(desk.screen().contains("50/s · 6s left (09:06)"))
    // Nothing moves any more.
    desk.wait(45)
    #expect(desk.screen().contains("! stalled"))
    #expect(!desk.screen().contains(" left ("))
    // A pause is not a stall.
    desk.store.snapshot.campaigns[0].state = .paused
    desk.wait(2)
    #expect(!desk.screen().contains("stalled"))
    #expect(!desk.screen().contains("/s · "))
  }

  @Test func deadBatchesAreNotWaitedFor() {
    var desk = Desk(isLoaded: false)
    for second in 0...10 {
      desk.store.snapshot.campaigns[0].counts = [.queued: 1500 - 100 * second, .delivered: 500 + 100 * second]
      // 40 batches of 50; 8 of them dead: 400 of the queued messages lie in dead letters.
      desk.store.snapshot.campaigns[0].batches = .init(queued: 22 - 2 * second, done: 10 + 2 * second, dead: 8)
      desk.act(.tick(Sample.now + .seconds(second)))
    }
    // At last 500 are queued, of which 2 batches of 50 are under way.
    #expect(desk.screen().contains("100/s · 1s left"))
  }

  @Test func colourIsNeverTheOnlySign() {
    for (name, make) in Screens.all {
      let desk = make()
      #expect(desk.screen(.standard) == desk.screen(.monochrome), "\(name)")
      let canvas = desk.canvas(.monochrome)
      let isColourless = canvas.cells.allSatisfy {
        $0.style.foreground == .default && $0.style.background == .default
      }
      #expect(isColourless, "\(name)")
    }
  }
}
