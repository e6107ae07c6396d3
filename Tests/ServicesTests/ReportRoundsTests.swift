import Model
import Ports
import Services
import Testing

/// When a provider is asked for reports, and about what; time is an argument.
@Suite struct ReportRoundsTests {
  private static let start = Timestamp(milliseconds: 1_795_222_800_000)
  private static let minute = Duration.seconds(60)

  private func at(_ minutes: Int) -> Timestamp { Self.start + .seconds(60 * minutes) }

  private func since(span: Duration? = nil) -> ReportRounds {
    ReportRounds(.since(every: Self.minute, overlap: .seconds(120), span: span, until: .seconds(72 * 3600)))
  }

  @Test func nothingIsAskedWhereNothingIsOpen() {
    var rounds = since()
    #expect(rounds.questions(open: nil, storedUntil: nil, now: at(0)).isEmpty)
  }

  /// From the oldest that is open, or from where reports are stored up to, with the overlap; and not again before its time.
  @Test func theTimeSinceTheLastQuestionIsAskedAbout() {
    var rounds = since()
    let open = at(0)...at(1)
    #expect(rounds.questions(open: open, storedUntil: nil, now: at(2)) == [.since(at(-2), until: at(2))])
    #expect(rounds.questions(open: open, storedUntil: at(2), now: at(2) + .seconds(59)).isEmpty)
    #expect(rounds.questions(open: open, storedUntil: at(2), now: at(3)) == [.since(at(0), until: at(3))])
    // What was stored before the oldest that is open is of no interest.
    #expect(rounds.questions(open: at(9)...at(9), storedUntil: at(3), now: at(10)) == [.since(at(7), until: at(10))])
  }

  @Test func aLongTimeIsAskedAboutInSpans() {
    var rounds = since(span: .seconds(3600))
    #expect(
      rounds.questions(open: at(0)...at(1), storedUntil: nil, now: at(130)) == [
        .since(at(-2), until: at(58)), .since(at(58), until: at(118)), .since(at(118), until: at(130)),
      ])
  }

  /// A clock that was set back stops nothing and asks for no time that is yet to come.
  @Test func aClockThatWasSetBackStopsNothing() {
    var rounds = since()
    _ = rounds.questions(open: at(0)...at(1), storedUntil: nil, now: at(60))
    let asked = rounds.questions(open: at(0)...at(1), storedUntil: at(60), now: at(10))
    #expect(asked == [.since(at(8), until: at(10))])
  }

  @Test(arguments: [(1, 60), (15, 120), (90, 300), (600, 900), (2000, 3600)])
  func whatIsOldIsAskedAboutSeldom(age: Int, seconds: Int) {
    #expect(ReportRounds.pause(Self.minute, age: Self.minute * age) == .seconds(seconds))
  }

  @Test func eachRequestIsAskedAboutInItsTime() {
    var rounds = ReportRounds(.request(every: Self.minute, until: .seconds(72 * 3600)))
    let open = [(request: "new", at: at(100)), (request: "old", at: at(0))]
    #expect(rounds.questions(requests: open, now: at(100)) == [.request("old")], "nobody has heard of the other yet")
    #expect(rounds.questions(requests: open, now: at(101)) == [.request("new")])
    #expect(rounds.questions(requests: open, now: at(102)) == [.request("new")])
    #expect(rounds.questions(requests: [open[1]], now: at(105)) == [.request("old")], "five minutes for one so old")
  }
}
