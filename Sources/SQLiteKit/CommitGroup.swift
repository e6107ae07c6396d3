package import GRDB
import Synchronization

/// Commits what concurrent tasks want to write in as few transactions as possible.
///
/// A durable commit costs the same for one piece of work as for ten. While one transaction is on its way to the disk, work
/// piles up; the next takes all of it. Each caller resumes only when its own work is on disk. When one piece fails in a
/// shared transaction, all of them are run again, each in a transaction of its own, so that none suffers for another; but
/// for a lock that was not to be had, which one more wait for each would not bring.
///
/// Waiting for the lock is done on the connection's own thread: who awaits holds none.
///
/// - Parameter Context: what a piece of work is handed: the connection, or a transaction that stands for it.
package final class CommitGroup<Context>: Sendable {
  private struct Job: Sendable {
    /// Does the work and returns what to do once it is committed.
    let attempt: @Sendable (Context) throws -> (@Sendable () -> Void)
    let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isRunning = false
  }

  private let writer: any DatabaseWriter
  private let begin: @Sendable (Database) throws -> Context
  private let finish: @Sendable (Context) throws -> Void
  private let committed: @Sendable (Context) -> Void
  private let state = Mutex(State())

  /// Makes a group over a connection.
  ///
  /// - Parameters:
  ///   - begin: makes what work is handed; called when the lock is had.
  ///   - finish: called when all work of a transaction is done, before it is committed.
  ///   - committed: called when it is on disk, before anybody resumes.
  package init(
    _ writer: any DatabaseWriter, begin: @escaping @Sendable (Database) throws -> Context,
    finish: @escaping @Sendable (Context) throws -> Void = { _ in },
    committed: @escaping @Sendable (Context) -> Void = { _ in }
  ) {
    self.writer = writer
    self.begin = begin
    self.finish = finish
    self.committed = committed
  }

  /// Runs work in a transaction and returns its result when that is on disk.
  ///
  /// - Parameter work: may be run twice, the first time being rolled back.
  /// - Throws: what the work or the commit threw; nothing of the work is on disk then.
  package func perform<Value: Sendable>(
    _ work: @escaping @Sendable (Context) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
      let job = Job(
        attempt: { context in
          let value = try work(context)
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

  private func drainSoon() { writer.asyncWriteWithoutTransaction { db in self.drain(db) } }

  private func drain(_ db: Database) {
    let jobs = state.withLock { state in
      let jobs = state.waiting
      state.waiting = []
      state.isRunning = !jobs.isEmpty
      return jobs
    }
    if jobs.isEmpty { return }
    do { try commit(jobs, db) } catch let error where jobs.count == 1 || error.isBusy {
      for job in jobs { job.fail(error) }
    } catch {
      for job in jobs { do { try commit([job], db) } catch { job.fail(error) } }
    }
    // Not a loop: whoever else wants the connection gets a turn.
    drainSoon()
  }

  private func commit(_ jobs: [Job], _ db: Database) throws {
    var afterwards: [@Sendable () -> Void] = []
    var context: Context?
    try db.inTransaction(.immediate) {
      let begun = try begin(db)
      for job in jobs { afterwards.append(try job.attempt(begun)) }
      try finish(begun)
      context = begun
      return .commit
    }
    if let context { committed(context) }
    for resume in afterwards { resume() }
  }
}

extension Error {
  /// Whether a lock was not to be had.
  fileprivate var isBusy: Bool { (self as? DatabaseError)?.resultCode == .SQLITE_BUSY }
}
