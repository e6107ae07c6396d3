import Model
import Ports
import Testing

@testable import sendboard

/// When a drain has waited long enough, by looks that are made up.
@Suite struct DrainWaitTests {
  private let start = ContinuousClock.now

  private func still(_ wait: inout DrainWait, _ left: DrainWait.Left, after seconds: Int) -> Duration {
    wait.note(left, at: start + .seconds(seconds))
  }

  @Test func whatGoesBackAndForthMovesNothing() {
    var wait = DrainWait()
    // A batch of another store: taken, put back for half a minute, seen again. Its messages are claimed in turn.
    for second in 0..<600 {
      let depths = [
        QueueDepths(visible: 1), QueueDepths(inFlight: 1), QueueDepths(delayed: 1),
      ][second % 3]
      let left = DrainWait.Left(
        batches: BatchesLeft(queued: 1), sending: second % 2, accepted: 7, sendQueue: depths,
        eventQueue: QueueDepths(visible: 1 + second % 5))
      #expect(still(&wait, left, after: second) == .seconds(second))
    }
  }

  @Test func whatGetsLessMoves() {
    var wait = DrainWait()
    var left = DrainWait.Left(
      batches: BatchesLeft(pending: 1, queued: 2), sending: 1, accepted: 1, sendQueue: QueueDepths(visible: 3),
      eventQueue: QueueDepths(visible: 3))
    #expect(still(&wait, left, after: 0) == .zero)
    #expect(still(&wait, left, after: 10) == .seconds(10))
    left.accepted = 2
    #expect(still(&wait, left, after: 20) == .zero)
    left.batches.queued = 1
    #expect(still(&wait, left, after: 30) == .zero)
    left.eventQueue = QueueDepths(inFlight: 2)
    #expect(still(&wait, left, after: 40) == .zero)
    // More than there was is no progress, and less than that was seen before.
    left.eventQueue = QueueDepths(visible: 9)
    #expect(still(&wait, left, after: 50) == .seconds(10))
    left.eventQueue = QueueDepths(visible: 2)
    #expect(still(&wait, left, after: 60) == .seconds(20))
    left.sendQueue = QueueDepths(visible: 2)
    #expect(still(&wait, left, after: 70) == .zero)
    // Other work may have come: from then on its own counts.
    left.batches.pending = 5
    #expect(still(&wait, left, after: 80) == .zero)
    left.eventQueue = QueueDepths(visible: 9)
    #expect(still(&wait, left, after: 90) == .seconds(10))
  }

  @Test func itSaysWhatItWaitsFor() {
    let gone = DrainWait.Left(sendQueue: QueueDepths(inFlight: 2))
    #expect(DrainWait.words(gone) == "2 batches that another worker holds, or one held that is gone")
    let foreign = DrainWait.Left(sendQueue: QueueDepths(visible: 1, delayed: 1))
    #expect(DrainWait.words(foreign) == "2 batches on the queue that no worker of this store may send")
    let own = DrainWait.Left(
      batches: BatchesLeft(pending: 1, queued: 2), sending: 1, sendQueue: QueueDepths(visible: 2),
      eventQueue: QueueDepths(visible: 1), silent: ["events"])
    #expect(
      DrainWait.words(own)
        == "1 batch not on the queue yet, 2 batches to be sent, 1 message claimed by a worker that has not said what "
        + "became of them, 1 event to be taken in, the queue events, which does not answer")
    #expect(DrainWait.words(DrainWait.Left()) == "")
  }
}
