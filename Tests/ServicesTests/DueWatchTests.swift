import Model
import Testing

@testable import Services

@Suite struct DueWatchTests {
  private let start = Timestamp(milliseconds: 1_000_000)

  @Test func itIsLookedWhenTheNextIsDueOrSomebodyHasCommitted() {
    var watch = DueWatch()
    #expect(watch.mayHaveCome(by: start, 1), "nothing is known yet")
    watch.next(start + .seconds(10), as: 1)
    #expect(!watch.mayHaveCome(by: start + .milliseconds(9_999), 1))
    #expect(watch.mayHaveCome(by: start + .seconds(10), 1))
    #expect(watch.mayHaveCome(by: start, 2), "somebody may have scheduled another")
    watch.next(nil, as: 2)
    #expect(!watch.mayHaveCome(by: start + .seconds(86_400), 2))
    watch.forget()
    #expect(watch.mayHaveCome(by: start, 2))
  }

  @Test func nobodyLooksBeforeTheNextAndNobodySleepsPastIt() {
    var watch = DueWatch()
    #expect(watch.pause(upTo: .seconds(2), from: start) == .seconds(2))
    watch.next(start + .milliseconds(700), as: 1)
    #expect(watch.pause(upTo: .seconds(2), from: start) == .milliseconds(700))
    #expect(watch.pause(upTo: .seconds(2), from: start + .seconds(1)) == .milliseconds(1))
    watch.next(start + .seconds(60), as: 1)
    #expect(watch.pause(upTo: .seconds(2), from: start) == .seconds(2))
  }
}
