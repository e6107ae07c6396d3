import Model
import Ports
import Synchronization
import Testing

@testable import EventStore

/// A lease is its claimer's: nobody else's settings or clock make it longer or shorter.
@Suite struct LeaseTests {
  /// The clock of one host, which all of its processes have.
  private final class Host: Sendable {
    private let time = Mutex<Int64>(1_000_000)
    func advance(_ span: Duration) { time.withLock { $0 += span.milliseconds } }
    func clock(boot: Int64 = 1) -> HostClock {
      HostClock(boot: boot) { HostTime(milliseconds: self.time.withLock { $0 }) }
    }
  }

  private func isInProgress(_ claim: Claim) -> Bool { if case .inProgress = claim { true } else { false } }

  private func launched(_ fixture: StoreFixture) async throws -> BatchID {
    _ = try await fixture.launch(2, batchSize: 2)
    return try await fixture.queueAll()[0].batch
  }

  /// A second process with a visibility timeout of two seconds made live claims uncertain.
  @Test func theReadersSettingsDoNotMatter() async throws {
    let fixture = try StoreFixture()
    let batch = try await launched(fixture)
    #expect(try await fixture.claim(batch).count == 2)
    fixture.now = fixture.now + .seconds(59)
    let claim = try await fixture.another().claim(batch, limit: 50, now: fixture.now, lease: .seconds(1))
    #expect(isInProgress(claim))
    #expect(try await fixture.store.campaigns()[0].counts == [.sending: 2])
    fixture.now = fixture.now + .seconds(2)
    guard
      case .nothingLeft = try await fixture.another().claim(batch, limit: 50, now: fixture.now, lease: .seconds(900))
    else { return #expect(Bool(false), "a lease that is over is over for all") }
    #expect(try await fixture.store.campaigns()[0].counts == [.uncertain: 2])
  }

  /// Wall clocks two days apart, both ways: the host's clock decides.
  @Test(arguments: [-2, 2]) func wallClocksDoNotMatter(days: Int) async throws {
    let fixture = try StoreFixture()
    let host = Host()
    let batch = try await launched(fixture)
    let mine = try EventStore(path: fixture.path, newID: "x", host: host.clock())
    let theirs = try EventStore(path: fixture.path, newID: "x", host: host.clock())
    let elsewhen = fixture.now + .seconds(days * 86_400)
    _ = try await theirs.claim(batch, limit: 50, now: elsewhen, lease: .seconds(60))
    #expect(isInProgress(try await mine.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60))))
    #expect(try await mine.expireAbandonedClaims(overdue: .seconds(60), now: fixture.now) == 0)
    host.advance(.seconds(61))
    guard case .nothingLeft = try await mine.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)) else {
      return #expect(Bool(false), "it must not be stuck for days")
    }
    #expect(try await mine.campaigns()[0].counts == [.uncertain: 2])
  }

  @Test func aRestartOfTheHostEndsEveryLease() async throws {
    let fixture = try StoreFixture()
    let host = Host()
    let batch = try await launched(fixture)
    let before = try EventStore(path: fixture.path, newID: "x", host: host.clock(boot: 1))
    _ = try await before.claim(batch, limit: 50, now: fixture.now, lease: .seconds(6 * 3600))
    let after = try EventStore(path: fixture.path, newID: "x", host: host.clock(boot: 2))
    guard case .nothingLeft = try await after.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)) else {
      return #expect(Bool(false), "nobody lives who could hold it")
    }
    #expect(try await after.campaigns()[0].counts == [.uncertain: 2])
  }

  @Test func aRenewedLeaseGoesOn() async throws {
    let fixture = try StoreFixture()
    let batch = try await launched(fixture)
    let messages = try await fixture.claim(batch).map(\.message)
    fixture.now = fixture.now + .seconds(50)
    try await fixture.store.renewClaims(messages, now: fixture.now, lease: .seconds(60))
    fixture.now = fixture.now + .seconds(50)
    #expect(isInProgress(try await fixture.store.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60))))
    #expect(try await fixture.store.expireAbandonedClaims(overdue: .zero, now: fixture.now) == 0)
    fixture.now = fixture.now + .seconds(11)
    #expect(try await fixture.store.expireAbandonedClaims(overdue: .zero, now: fixture.now) == 2)
  }

  /// An outbox whose clock was ahead must not hold batches for days.
  @Test func anOutboxOfALaterTimeHoldsNothing() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(2, batchSize: 2)
    let ahead = fixture.now + .seconds(2 * 86_400)
    #expect(try await fixture.store.takeOutbox(limit: 10, now: ahead, lease: .seconds(15)).count == 1)
    #expect(try await fixture.store.takeOutbox(limit: 10, now: fixture.now, lease: .seconds(15)).count == 1)
    #expect(try await fixture.store.takeOutbox(limit: 10, now: fixture.now, lease: .seconds(15)).isEmpty)
  }
}
