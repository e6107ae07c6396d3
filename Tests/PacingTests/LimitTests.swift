import Pacing
import Testing
import TestSupport

/// What waits for limits is built of.
@Suite struct LimitTests {
  private let start = ContinuousClock.now

  @Test func theStricterOfTwoLimitsHolds() {
    typealias Word = Turn<String>
    let (early, late) = (start + .seconds(1), start + .seconds(2))
    #expect(Word.go(5).and(.go(3)) == .go(3))
    #expect(Word.go(5).and(.wait(until: early)) == .wait(until: early))
    #expect(Word.wait(until: early).and(.go(5)) == .wait(until: early))
    #expect(Word.wait(until: early).and(.wait(until: late)) == .wait(until: late))
    // What only an event can end is not over at an instant.
    #expect(Word.wait(until: early).and(.wait(until: nil)) == .wait(until: nil))
    #expect(Word.wait(until: nil).and(.stopped("x")) == .stopped("x"))
    #expect(Word.stopped("x").and(.go(1)) == .stopped("x"))
  }

  @Test func anOutageIsFeltOutWithOneCallAtATimeAndLaterAfterEachFailure() {
    var outage = Outage()
    var now = start
    // Five calls are under way together when it begins.
    for _ in 0..<5 {
      #expect(outage.turn(for: 50, at: now) == .go(50))
      outage.permit()
      outage.begin(isPermitted: true)
    }
    outage.fail(at: now)
    outage.end()
    // While any of them is not answered, only its end helps.
    #expect(outage.turn(for: 50, at: now + .seconds(60)) == .wait(until: nil))
    for _ in 0..<4 { outage.end() }
    for pause in [0.5, 1, 2, 4, 8, 16, 30, 30] {
      #expect(outage.turn(for: 50, at: now) == .wait(until: now + .seconds(pause)))
      now += .seconds(pause)
      #expect(outage.turn(for: 50, at: now) == .go(50))
      outage.permit()
      // Nobody else while one is permitted, nor while it is made.
      #expect(outage.turn(for: 50, at: now) == .wait(until: nil))
      outage.begin(isPermitted: true)
      #expect(outage.turn(for: 50, at: now) == .wait(until: nil))
      outage.fail(at: now)
      outage.end()
    }
    now += .seconds(30)
    outage.permit()
    // The one that was permitted found nothing to send: the next may.
    outage.giveBack()
    #expect(outage.turn(for: 50, at: now) == .go(50))
    outage.permit()
    outage.begin(isPermitted: true)
    outage.recover()
    outage.end()
    for _ in 0..<5 { #expect(outage.turn(for: 50, at: now) == .go(50)) }
  }

  @Test func aBellWakesEverybodyAndNothingIsMissed() async throws {
    let bell = Bell()
    let time = Timekeeper(ManualClock())
    let heard = bell.rings
    bell.ring()
    // It rang between the look and the wait.
    try await bell.wait(since: heard, until: nil, by: time)
    try await bell.wait(since: heard, until: time.now + .seconds(3600), by: time)
    let now = bell.rings
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        let until = number % 2 == 0 ? nil : time.now + .seconds(3600)
        group.addTask { try await bell.wait(since: now, until: until, by: time) }
      }
      bell.ring()
      try await group.waitForAll()
    }
  }

  @Test func aWaitEndsAtItsInstantAndNotBefore() async throws {
    let clock = ManualClock()
    let time = Timekeeper(clock)
    let bell = Bell()
    let until = time.now + .seconds(10)
    let waiting = Task { try await bell.wait(since: 0, until: until, by: time) }
    try await clock.untilAsleep()
    clock.advance(by: .seconds(9))
    #expect(clock.sleepers == 1)
    clock.advance(by: .seconds(1))
    try await waiting.value
    #expect(time.now == until)
  }

  @Test(arguments: [true, false]) func aCancelledWaitEnds(isEndless: Bool) async throws {
    let clock = ManualClock()
    let time = Timekeeper(clock)
    let bell = Bell()
    for _ in 0..<100 {
      let until = isEndless ? nil : time.now + .seconds(10)
      let waiting = Task { try await bell.wait(since: 0, until: until, by: time) }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
    }
    #expect(clock.sleepers == 0)
  }

  @Test func whatComesBackIsTakenOnce() {
    let returns = Returns<Int>()
    returns.put(1)
    returns.put(2)
    #expect(returns.bell.rings == 2)
    #expect(returns.takeAll() == [1, 2])
    #expect(returns.takeAll().isEmpty)
  }
}
