import GRDB
import Model
import Ports
import Synchronization

/// Commits what concurrent calls want to write in as few transactions as possible.
///
/// A durable commit costs the same for one message as for a thousand. While one transaction is being committed, calls
/// pile up; the next takes them all. Each call resumes only when its transaction is on disk. When a call fails in a
/// shared transaction, all of them are run again, each in a transaction of its own, so that none suffers for another.
final class CommitGroup: Sendable {
  private struct Job: Sendable {
    /// Does the work and returns what to do once it is committed.
    let attempt: @Sendable (QueueTransaction) throws -> (@Sendable () -> Void)
    let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isRunning = false
  }

  private let writer: DatabaseQueue
  private let clock: WallClock
  private let committed: @Sendable (QueueTransaction.Effects) -> Void
  private let state = Mutex(State())

  init(
    writer: DatabaseQueue, clock: WallClock,
    committed: @escaping @Sendable (QueueTransaction.Effects) -> Void
  ) {
    self.writer = writer
    self.clock = clock
    self.committed = committed
  }

  /// Runs work in a transaction and returns its result when that is on disk.
  ///
  /// - Throws: what the work or the commit threw; nothing of the work is on disk then.
  func perform<Value: Sendable>(
    _ work: @escaping @Sendable (QueueTransaction) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
      let job = Job(
        attempt: { transaction in
          let value = try work(transaction)
          return { continuation.resume(returning: value) }
        },
        fail: { continuation.resume(throwing: $0) })
      let mustStart = state.withLock { state in
        state.waiting.append(job)
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if mustStart { writer.asyncWriteWithoutTransaction { db in self.drain(db) } }
    }
  }

  private func drain(_ db: Database) {
    let jobs = state.withLock { state in
      let jobs = state.waiting
      state.waiting = []
      state.isRunning = !jobs.isEmpty
      return jobs
    }
    if jobs.isEmpty { return }
    do {
      try commit(jobs, db)
    } catch let error where jobs.count == 1 || error.isBusy {
      for job in jobs { job.fail(error) }
    } catch {
      for job in jobs {
        do { try commit([job], db) } catch { job.fail(error) }
      }
    }
    // Not a loop: whoever else wants the connection gets a turn.
    writer.asyncWriteWithoutTransaction { db in self.drain(db) }
  }

  private func commit(_ jobs: [Job], _ db: Database) throws {
    let transaction = try QueueTransaction(db, now: clock.now(), host: clock.host.now())
    var afterwards: [@Sendable () -> Void] = []
    afterwards.reserveCapacity(jobs.count)
    do {
      for job in jobs { afterwards.append(try job.attempt(transaction)) }
      try transaction.finish()
    } catch {
      try? db.rollback()  // SQLite may have rolled back by itself; the first error is the one to tell.
      throw error
    }
    committed(transaction.effects)
    for resume in afterwards { resume() }
  }
}

extension Error {
  fileprivate var isBusy: Bool { (self as? DatabaseError)?.resultCode == .SQLITE_BUSY }
}
