import Canvas
import Dashboard
import Foundation
import Model
import Testing
import Words

/// The log: what this dashboard saw, and what is kept on disk of before and of others.
@Suite struct LogPaneTests {
  private static func record(_ ago: Int, _ event: Occurrence, _ level: LogRecord.Level = .error) -> LogRecord {
    LogRecord(at: Sample.ago(ago), level: level, event: event, process: "host:1")
  }

  static let kept = LogPage(
    records: [
      record(90_000, .outOfOrder("send (receive)", .call(.throttled, call: "SQS ReceiveMessage", said: "slow down"))),
      record(89_900, .worksAgain("send (receive)"), .information),
      record(600, .deadLetters(3, new: 2)),
      record(60, .paused(campaign: "3", name: "여름 세일 안내", why: "the provider paused the account")),
    ], own: "host:2")

  @Test func whatHappenedBeforeTheStartIsShownByDays() {
    var desk = Desk()
    desk.store.log = Self.kept
    desk.type("6")
    let lines = desk.screen().split(separator: "\n").map(String.init)
    let today = lines.firstIndex { $0.hasPrefix("2026-11-21") }
    let before = lines.firstIndex { $0.hasPrefix("2026-11-20") }
    #expect(today != nil && before != nil && (today ?? 9) < (before ?? 0), "the latest day first")
    #expect(desk.screen().contains("3 dead letters, 2 of them new"))
    #expect(desk.screen().contains("AWS wants fewer calls"))
    desk.type("L")
    #expect(desk.screen().contains("DLQ 3건, 새로 2건"), "it is kept as codes")
    #expect(!desk.screen().contains("AWS wants"))
  }

  @Test func whatIsSeenHereIsNotSaidTwice() {
    var desk = Desk()
    let fault = ComponentFault(component: "SES", since: Sample.now + .seconds(1), problem: .said("no answer"))
    desk.store.snapshot.health.faults = [fault]
    desk.store.log = LogPage(
      records: [
        LogRecord(at: fault.since, level: .error, event: .outOfOrder("SES", fault.problem), process: "host:1"),
        LogRecord(at: fault.since, level: .error, event: .failed("pause", about: "May", why: "x"), process: "host:2"),
        LogRecord(at: fault.since, level: .error, event: .failed("pause", about: "June", why: "y"), process: "host:1"),
      ], own: "host:2")
    desk.wait(6)
    desk.type("6")
    let text = desk.screen()
    // Once in the log, and once in the line at the bottom.
    #expect(text.components(separatedBy: "no answer").count == 3, "\(text)")
    #expect(!text.contains("· May") && text.contains("· June"), "another process's commands are news")
  }

  @Test func aCommandThatFailsIsKept() {
    var desk = Desk()
    desk.act(.failed(.pause(Sample.summer), Problem(.store(.locked))))
    #expect(
      desk.effects.contains(
        .record(
          .error,
          .failed("pause", about: "“여름 세일 안내”", why: "the store is locked: end the other program, or wait"))))
  }

  @Test func itIsToldThatNothingIsKept() {
    var desk = Desk()
    desk.store.log = LogPage(records: [], problem: "No space left on device")
    desk.type("6")
    #expect(desk.screen().contains("not kept: No space left on device"))
  }

  @Test func whatSeveralProcessesSayAtOnceIsSaidOnce() {
    func record(_ second: Int, _ process: String, _ event: Occurrence = .deadLetters(3, new: 1)) -> LogRecord {
      LogRecord(at: Sample.now + .seconds(second), level: .error, event: event, process: process)
    }
    let all = [
      record(0, "a"), record(1, "b"), record(1, "c"), record(2, "a"), record(60, "b"),
      record(61, "b", .worksAgain("SES")),
    ]
    #expect(all.withoutEchoes == [all[0], all[3], all[4], all[5]], "the same process says it again for a reason")
  }

  @Test func whatIsKeptIsReadAgain() {
    for event in [
      Occurrence.outOfOrder("send (receive)", .call(.throttled, call: "x", said: "y")), .worksAgain("SES"),
      .deadLetters(3, new: 2), .uncertain(1, new: 1), .paused(campaign: "3", name: "n", why: "the provider paused it"),
      .triedAgain(12, campaign: "3", name: "n", why: "the rate is exceeded"),
      .paused(campaign: "3", name: "n", why: nil), .goesOn(campaign: "3", name: "n"),
      .failed("pause", about: "May", why: "x"), .said("anything\u{1F}at all"),
    ] {
      #expect(Occurrence(code: event.code, arguments: event.arguments) == event)
    }
    #expect(Occurrence(code: "a later version's", arguments: []) == nil)
    #expect(Occurrence(code: "deadLetters", arguments: ["3"]) == nil)
    #expect(Occurrence(code: "deadLetters", arguments: ["3", "x"]) == nil)
  }
}
