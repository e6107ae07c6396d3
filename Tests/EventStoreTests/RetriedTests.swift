import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// Who was refused for a reason that passes has not failed while the batch tries again by itself.
@Suite struct RetriedTests {
  @Test func aRowSaysThatItIsTriedAgain() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(2, batchSize: 1)
    let batches = try await fixture.queueAll().map(\.batch)
    for (batch, cause) in zip(batches, [Refusal.Cause.throttled, .invalidParameter]) {
      _ = try await fixture.store.record(
        try await fixture.claim(batch).map {
          .init(message: $0.message, attempt: $0.attempt, .refused(Refusal(cause: cause, reason: "no")))
        }, batch: batch, receiveCount: 1, now: fixture.now)
    }
    let rows = try await fixture.store.messages(MessageQuery()).rows
    #expect(rows.map(\.status) == [.refused, .refused])
    #expect(rows.map(\.isRetried) == [true, false])
    // A batch that lies in the dead letters tries nothing.
    try await fixture.store.write { db in
      try db.execute(
        sql: "UPDATE batch SET state = ? WHERE id = ?", arguments: [BatchState.dead.code, batches[0].rawValue])
    }
    #expect(try await fixture.store.messages(MessageQuery()).rows.map(\.isRetried) == [false, false])
  }
}
