import Synchronization

/// Remembers what was told, so that it is told once.
final class ToldOnce: Sendable {
  private let told = Mutex<Set<String>>([])

  /// Whether it is told for the first time.
  func isNew(_ notice: String) -> Bool { told.withLock { $0.insert(notice).inserted } }
}
