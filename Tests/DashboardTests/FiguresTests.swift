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
      $0.health.reputation = Reputation(sent: accepted, bounced: bounced)
    }
    #expect(desk.screen().contains(words + "  "))
  }

  @Test(arguments: [(0, "0.000% ok"), (99, "0.099% ok"), (100, "0.100% REVIEW"), (500, "0.500% PAUSE")])
  func complaintsToo(complained: Int, words: String) {
    let desk = desk {
      $0.health.reputation = Reputation(sent: 100_000, complained: complained)
    }
    #expect(desk.screen().contains("complaint \(words)  "))
  }

  @Test func allButOneIsNotAll() {
    let desk = desk {
      $0.campaigns[0].recipients = 1_000_000
      $0.campaigns[0].counts = [.queued: 1, .delivered: 999_999]
      $0.campaigns[1].recipients = 1_000_000
      $0.campaigns[1].counts = [.queued: 999_999, .delivered: 1]
      $0.campaigns[1].state = .paused
      $0.campaigns[2].counts = [.delivered: 350]
    }
    let rows = desk.screen().split(separator: "\n")
    #expect(rows.first { $0.contains("여름") }?.contains(" 99% ") == true)
    #expect(rows.first { $0.contains("Contract") }?.contains(" <1% ") == true)
    #expect(rows.first { $0.contains("전자서명") }?.contains(" 100% ") == true)
  }

  @Test func onlyWhatWasHandedOverIsProgress() {
    // 57 of 60 batches are dead: 2,850 wait in them, and the newcomer read "100% 3,000 of 3,000".
    let desk = desk {
      $0.campaigns[0].state = .finished
      $0.campaigns[0].recipients = 3000
      $0.campaigns[0].counts = [.queued: 2850, .delivered: 140, .refused: 7, .uncertain: 3]
      $0.campaigns[0].batches = .init(done: 3, dead: 57)
    }
    #expect(desk.screen().contains(" -2k 140 of 3,000 handed over"))
    #expect(desk.screen().contains("The rest  ! 2,850 in dead letters  ✗ 7 refused  ? 3 uncertain"))
    #expect(!desk.screen().contains("100%"))
  }

  @Test func whatIsOnlyKnownRoughlyIsSaidSo() {
    func rest(dead: Int) -> String? {
      let desk = desk {
        $0.campaigns[0].counts = [.queued: 500, .delivered: 1490, .refused: 10]
        $0.campaigns[0].batches = .init(queued: 10 - dead, done: 30, dead: dead)
      }
      return desk.screen().split(separator: "\n").first { $0.contains("The rest") }.map(String.init)
    }
    #expect(rest(dead: 0)?.hasPrefix("The rest  ✗ 10 refused  · 500 to go") == true)
    // Batches are of 50 here; what the six on their way cannot hold must be in the four dead ones.
    #expect(rest(dead: 4)?.hasPrefix("The rest  ! about 200 in dead letters  ✗ 10 refused  · about 300 to go") == true)
  }

  @Test func whatWasCancelledIsNoProgress() {
    let desk = desk {
      $0.campaigns[0].state = .cancelled
      $0.campaigns[0].recipients = 3000
      $0.campaigns[0].counts = [.cancelled: 1850, .delivered: 1150]
      $0.campaigns[0].batches = .init(done: 60)
    }
    #expect(desk.screen().contains(" 38% 1,150 of 3,000 handed over"))
    #expect(desk.screen().contains("The rest  - 1,850 cancelled"))
    #expect(!desk.screen().contains("3,000 handed over · "), "nothing is left to wait for")
  }

  @Test func oneWhoWasNotHandedOverIsNotRoundedAway() {
    for status in [MessageStatus.refused, .uncertain, .cancelled, .queued] {
      let desk = desk {
        $0.campaigns = [$0.campaigns[0]]
        $0.campaigns[0].recipients = 1_000_000
        $0.campaigns[0].counts = [status: 1, .delivered: 999_999]
        $0.campaigns[0].state = .finished
        $0.campaigns[0].batches = .init(done: 20_000)
      }
      let rows = desk.screen().split(separator: "\n").filter { $0.contains("여름") || $0.contains("Messages ") }
      #expect(rows.allSatisfy { !$0.contains("100%") }, "\(status)")
      #expect(rows.contains { $0.contains("  -1 999,999 of 1,000,000 handed over") }, "it is over: one is missing")
    }
  }

  @Test func failedIsTheSameInCampaignsAndFailures() {
    var desk = desk { $0.campaigns[0].counts[.uncertain] = 2 }
    // 20 soft, 15 hard, 1 complaint; nobody knows of the 2 whether they failed.
    #expect(desk.screen().split(separator: "\n").first { $0.contains("여름") }?.contains("  36  ") == true)
    desk.store.isSilent = true
    desk.type("3")
    desk.act(
      .answered(
        .failures(
          Sample.summer,
          [
            FailureCount(classification: Sample.mailboxFull, count: 20),
            FailureCount(classification: Sample.noSuchUser, count: 15),
            FailureCount(classification: Classification(kind: .complaint, cause: "Complaint"), count: 1),
            FailureCount(classification: Classification(kind: .delay, cause: "MailboxFull"), count: 5),
          ])))
    #expect(desk.screen().contains(" 36 failed · 5 delayed · 2 uncertain ━"))
  }

  @Test func theRateIsNothingOnceNothingIsUnderWay() {
    let desk = desk {
      $0.health.sending = 0
      $0.health.sendQueue = .init()
    }
    #expect(desk.screen().contains(" 0 msg/s"))
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

  /// A campaign that stands still says why: nobody sends, others come first, or nobody knows.
  @Test func aStandstillIsExplained() {
    func watched(sends: Bool = false, _ change: (inout Snapshot, Int) -> Void) -> String {
      var desk = Desk(width: 200, height: 50, isLoaded: false, runsWorker: sends)
      for second in 0...12 {
        desk.store.snapshot = Sample.snapshot
        change(&desk.store.snapshot, second)
        desk.act(.tick(Sample.now + .seconds(second)))
      }
      return desk.screen()
    }
    let worker = WorkerPresence(
      process: "a", host: "mail-1", pid: 7, provider: "ses", since: Sample.ago(600), seenAt: Sample.now)
    let nobody = watched { _, _ in }
    #expect(nobody.contains("! no worker alive, and none was seen before; 'sendboard run' starts one"))
    let gone = watched { snapshot, _ in
      snapshot.health.lastWorker = worker
      snapshot.health.lastWorker?.seenAt = Sample.ago(1800)
    }
    #expect(gone.contains("! no worker alive: last seen 08:35 on mail-1; 'sendboard run' starts one"))
    let yesterday = watched { snapshot, _ in
      snapshot.health.lastWorker = worker
      snapshot.health.lastWorker?.seenAt = Sample.ago(86_400)
    }
    #expect(yesterday.contains("last seen 2026-11-20 09:05 on mail-1"))
    // Who sends from here is alive: a lock keeps it from saying so.
    let locked = watched(sends: true) { snapshot, _ in snapshot.health.lastWorker = worker }
    #expect(locked.contains("! stalled: the worker here cannot write to the store, which may be locked"))
    #expect(!locked.contains("no worker alive"))
    let unexplained = watched { snapshot, _ in snapshot.health.workers = [worker] }
    #expect(unexplained.contains("! stalled: nothing was tried lately, though mail-1 sends since 08:55"))
    let behind = watched { snapshot, second in
      snapshot.health.workers = [worker]
      snapshot.campaigns[1].state = .sending
      snapshot.campaigns[1].counts = [.queued: 5000 - 50 * second, .delivered: 95_000 + 50 * second]
      snapshot.campaigns[1].batches = .init(queued: 100 - second, done: 1900 + second)
    }
    // 4,400 are to go at 50 a second: 88 seconds.
    #expect(behind.contains("· waits behind “Contract reminder”, about 1 min"))
    #expect(behind.contains(#/여름 세일 안내 +· waits /#))
    #expect(!behind.contains("stalled"))
  }

  /// At an hour at which it may not go out a campaign waits, whoever sends, and is no disorder.
  @Test func outOfHoursACampaignWaits() {
    var desk = desk {
      $0.campaigns[0].window = .korea
      $0.campaigns[0].isOutOfHours = true
    }
    #expect(desk.screen().contains("· waits until 08:00 KST") && desk.screen().contains(#/여름 세일 안내 +· waits /#))
    desk.type("L")
    #expect(desk.screen().contains("08:00 KST까지 대기"))
  }

  @Test func pausedIsSeenBesideDeadLetters() {
    let desk = desk {
      $0.campaigns[0].state = .paused
      $0.campaigns[0].batches = .init(pending: 10, done: 28, dead: 2)
      $0.campaigns[2].batches = .init(pending: 10, dead: 12)
    }
    let rows = desk.screen().split(separator: "\n")
    #expect(rows.first { $0.contains("여름") }?.contains("= paused !2 ") == true)
    #expect(rows.first { $0.contains("전자서명") }?.contains("! paused !+ ") == true)
  }

  @Test func whatIsTriedAgainIsNoFailureAndNoProgress() {
    var desk = Desk(isLoaded: false)
    for second in 0...10 {
      // 300 of them are refused at any moment, and tried again; 10 a second get through.
      desk.store.snapshot.campaigns[0].counts = [
        .queued: 1000 - 10 * second, .refused: 305, .delivered: 695 + 10 * second,
      ]
      desk.store.snapshot.campaigns[0].retrying = 300
      desk.act(.tick(Sample.now + .seconds(second)))
    }
    let row = desk.screen().split(separator: "\n").first { $0.contains("여름") }
    #expect(row?.contains("      5 ") == true, "\(row ?? "")")
    // 900 queued and 300 to be tried again, at 10 a second.
    #expect(desk.screen().contains("10/s · 2m00s left"))
    #expect(desk.screen().contains("✗ 5 refused"))
    #expect(desk.screen().contains("~ 300 to be tried again"))
  }

  @Test func theRateStaysWhenWorkIsAdded() {
    var desk = Desk(isLoaded: false)
    for second in 0...12 {
      // At the eleventh second 400 are resent.
      let resent = second > 10 ? 400 : 0
      desk.store.snapshot.campaigns[0].counts = [
        .queued: 1000 - 50 * second + resent, .softBounced: 400 - resent, .delivered: 600 + 50 * second,
      ]
      desk.act(.tick(Sample.now + .seconds(second)))
    }
    // Of the 12 steps of 50, that which came with the 400 cannot be told apart: 550 in 12 seconds, and 800 to go.
    #expect(desk.screen().contains("46/s · 18s left"))
  }

  @Test func theOperatorsWordIsCountedApart() {
    let desk = desk {
      $0.campaigns[0].counts[.accepted] = 30
      $0.campaigns[0].assumed = 12
    }
    #expect(desk.screen().contains("↑ 18 accepted  ? 12 assumed"))
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

/// What is drawn again though nothing happened costs an operator's line and the eye.
@Suite struct StillnessTests {
  @Test func aWideHeaderStaysAsItIsWhileNothingIsSent() {
    var desk = Desk(width: 200, height: 50, isLoaded: false)
    desk.store.snapshot.health.rate = 0
    desk.store.snapshot.health.ingestLag = nil
    desk.wait(10)
    let before = header(desk)
    let asked = desk.effects.count
    desk.wait(30)
    #expect(desk.effects.count > asked + 2)
    #expect(header(desk) == before)
  }

  @Test func aWideHeaderShowsHowTheRateWent() {
    var desk = Desk(width: 200, height: 50)
    desk.store.snapshot.health.rate = 120
    desk.wait(30)
    #expect(header(desk).contains("█"))
  }

  /// The header's second line: the first one has the clock.
  private func header(_ desk: Desk) -> Substring { desk.screen().split(separator: "\n")[1] }
}
