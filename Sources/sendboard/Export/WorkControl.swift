import Dashboard
import Synchronization

/// The operator's word on work under way, asked for between two steps of it: nothing is broken off in the middle of one.
final class WorkControl: Sendable {
  private struct Word {
    var isStopped = false
    var isPaused = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let word = Mutex(Word())

  /// Takes a word in.
  func take(_ steering: Steering) {
    let woken = word.withLock { word in
      switch steering {
      case .stop: word.isStopped = true
      case .pause: word.isPaused = true
      case .goOn: word.isPaused = false
      }
      guard word.isStopped || !word.isPaused else { return [CheckedContinuation<Void, Never>]() }
      defer { word.waiting = [] }
      return word.waiting
    }
    for waiter in woken { waiter.resume() }
  }

  /// Whether it is to wait.
  var isPaused: Bool { word.withLock { $0.isPaused && !$0.isStopped } }

  /// Whether it was told to stop.
  var isStopped: Bool { word.withLock { $0.isStopped } }

  /// Waits while it is paused.
  ///
  /// - Returns: whether to go on.
  func mayGoOn() async -> Bool {
    await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
      let waits = word.withLock { word in
        let waits = word.isPaused && !word.isStopped
        if waits { word.waiting.append(waiter) }
        return waits
      }
      if !waits { waiter.resume() }
    }
    return !isStopped
  }

  /// Ends the work where it was told to stop.
  ///
  /// - Throws: ``StoppedWork``.
  func checkpoint() async throws {
    if await !mayGoOn() { throw StoppedWork() }
  }
}

/// The operator stopped it.
struct StoppedWork: Error {}
