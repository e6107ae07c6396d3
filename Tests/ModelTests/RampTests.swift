import Model
import Testing

@Suite struct RampTests {
  private let began = Timestamp(milliseconds: 1_000_000)

  @Test func aStageWaitsForNewsOrAMinute() {
    var ramp = Ramp()
    #expect(ramp.limit == 100)
    #expect(ramp.advance(sent: 99, decided: 99, last: began, now: began + .seconds(100)) == nil && ramp.limit == 100)
    let due = ramp.advance(sent: 100, decided: 89, last: began, now: began + .seconds(1))
    #expect(due == began + .seconds(60) && ramp.limit == 100)
    #expect(ramp.advance(sent: 100, decided: 90, last: began, now: began + .seconds(1)) == nil && ramp.limit == 500)
    #expect(ramp.advance(sent: 500, decided: 100, last: began, now: began + .seconds(59)) != nil && ramp.limit == 500)
    #expect(ramp.advance(sent: 500, decided: 0, last: began, now: began + .seconds(60)) == nil && ramp.limit == 2500)
    #expect(ramp.advance(sent: 2500, decided: 2250, last: began, now: began) == nil && ramp.isOver)
    #expect(ramp.limit == nil)
  }

  /// Batches are whole: more may have gone out than a stage has room for, and one look then passes several.
  @Test func severalMayPassAtOnce() {
    var ramp = Ramp()
    _ = ramp.advance(sent: 1000, decided: 1000, last: began, now: began)
    #expect(ramp.passed == 2)
  }
}
