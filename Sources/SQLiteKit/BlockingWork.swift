import Dispatch

/// Runs work that waits (for a lock, a disk, a long query) on a thread of its own, and resumes when it is done.
///
/// The cooperative pool has a thread a core: two tasks that wait there would stop everything else on a small machine. A
/// serial queue, since on Linux concurrent ones share the pool's threads.
///
/// - Throws: what the work threw.
package func onThreadOfItsOwn<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "sendboard.waiting").async { continuation.resume(with: Result(catching: work)) }
  }
}
