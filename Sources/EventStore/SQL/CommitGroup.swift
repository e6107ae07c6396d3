import GRDB
import Synchronization

/// Commits what concurrent tasks want to write in as few transactions as possible.
///
/// A durable commit costs the same for one batch as for ten. While one transaction is on its way to the disk, work
/// piles up; the next takes all of it. Each caller resumes only when its own work is on disk. When one piece of work
/// fails in a shared transaction, all of them are run again, each in a transaction of its own, so that none suffers
/// for another.
final class CommitGroup: Sendable {
  private struct Job: Sendable {
    /// Does the work and returns what to do once it is committed.
    let attempt: @Sendable (Database) throws -> (@Sendable () -> Void)
    let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isRunning = false
  }

  private let pool: DatabasePool
  private let state = Mutex(State())

  init(_ pool: DatabasePool) { self.pool = pool }

  /// Runs work in a transaction and returns its result when that is on disk.
  ///
  /// - Parameter work: may be run twice, the first time being rolled back.
  /// - Throws: what the work or the commit threw; nothing of the work is on disk then.
  func perform<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
      let job = Job(
        attempt: { db in
          let value = try work(db)
          return { continuation.resume(returning: value) }
        }, fail: { continuation.resume(throwing: $0) })
      let mustStart = state.withLock { state in
        state.waiting.append(job)
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if mustStart { drainSoon() }
    }
  }

  private func drainSoon() { pool.asyncWriteWithoutTransaction { db in self.drain(db) } }

  private func drain(_ db: Database) {
    let jobs = state.withLock { state in
      let jobs = state.waiting
      state.waiting = []
      state.isRunning = !jobs.isEmpty
      return jobs
    }
    if jobs.isEmpty { return }
    do { try commit(jobs, db) } catch {
      if jobs.count == 1 {
        jobs[0].fail(error)
      } else {
        for job in jobs { do { try commit([job], db) } catch { job.fail(error) } }
      }
    }
    // Not a loop: whoever else wants the connection gets a turn.
    drainSoon()
  }

  private func commit(_ jobs: [Job], _ db: Database) throws {
    var afterwards: [@Sendable () -> Void] = []
    try db.inTransaction(.immediate) {
      for job in jobs { afterwards.append(try job.attempt(db)) }
      return .commit
    }
    for resume in afterwards { resume() }
  }
}
