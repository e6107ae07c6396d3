import Synchronization
import GRDB
package import Model
import Ports
import SQLiteKit

/// Depths that were costly to count, to be shown again for a while.
struct CountedDepths: Sendable {
  var depths: QueueDepths
  var until: ContinuousClock.Instant
}

extension EmbeddedQueue {
  /// Counts what the queue holds.
  ///
  /// The total is a counter; only messages in flight and delayed are counted, by index. When there are more than
  /// 100,000 of them, the counts are kept for 20 times as long as counting took: SQS's are approximate too.
  package func depths() async throws -> QueueDepths {
    if let kept = countedDepths.withLock({ $0 }), ContinuousClock.now < kept.until { return kept.depths }
    let (now, host) = (store.clock.now(), store.clock.host.now())
    let (statements, retention) = (statements, retention)
    do {
      let started = ContinuousClock.now
      let (depths, mustExpire) = try await store.reader.readUnlessClosed { db in
        let total = try Prepared(db, "SELECT total FROM queue WHERE id = ?").first(statements.number) ?? 0
        let inFlight = try Prepared(db, statements.countInFlight).first(host.milliseconds) ?? 0
        let delayed = try Prepared(db, statements.countDelayed).first(host.milliseconds) ?? 0
        var oldest: Int64?
        if retention != nil { try Prepared(db, statements.oldest).run { oldest = $0.int(1) } }
        let depths = QueueDepths(
          visible: Int(total - inFlight - delayed), inFlight: Int(inFlight), delayed: Int(delayed))
        let limit = now.milliseconds - (retention?.milliseconds ?? 0)
        return (depths, oldest.map { retention != nil && $0 <= limit } ?? false)
      }
      if mustExpire, let retention {
        try await perform { try $0.expire(retention, statements) }
        return try await self.depths()
      }
      let cost = ContinuousClock.now - started
      if depths.inFlight + depths.delayed > 100_000 {
        let kept = CountedDepths(depths: depths, until: started + cost * 20)
        countedDepths.withLock { $0 = kept }
      }
      return depths
    } catch let error as QueueError {
      throw error
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw unavailable(error)
    }
  }
}
