import Synchronization

/// What a record of claims says in short.
struct ClaimHistory: Sendable {
  /// The highest numbers in it.
  private(set) var mark = HighWaterMark()
  private var attempts = Heights()
  private var batches = Heights()

  /// Takes a record in; one that was taken in before changes nothing.
  mutating func add(_ record: ClaimRecord) {
    mark.raise(to: record)
    batches.raise(record.batch...record.batch, to: 1)
    guard record.first > 0, record.first <= record.last else { return }
    // An earlier version did not say which: it was one.
    attempts.raise(record.first...record.last, to: max(1, Int(record.attempt)))
  }

  /// The last attempt that a message was claimed for; 0 where it never was.
  func attempt(of message: Int64) -> Int { attempts[message] }

  /// Whether anything was claimed from a batch.
  func has(batch: Int64) -> Bool { batches[batch] > 0 }
}

/// The same, kept by who claims: each time it reads what has come since.
final class ClaimReader: Sendable {
  private struct Known {
    var file: Int64?
    var end = 0
    var history = ClaimHistory()
  }

  private let known = Mutex(Known())

  /// Reads on, or from the beginning where it is another file or shorter than it was, and does something with what is known.
  ///
  /// - Throws: ``StoreError``, and what the body throws.
  func read<T>(_ record: ClaimFile.Open, _ body: (ClaimHistory) throws -> T) throws -> T {
    try known.withLock { known in
      let end = try record.count
      if known.file != record.origin || known.end > end { known = Known(file: record.origin) }
      // What was being written when it was read last was none yet.
      try record.forEach(from: max(0, known.end - Self.overlap)) { known.history.add($0) }
      known.end = end
      return try body(known.history)
    }
  }

  /// Whether something holds of what was known when it was read last.
  func has(_ condition: (ClaimHistory) -> Bool) -> Bool { known.withLock { condition($0.history) } }

  private static let overlap = 256
}
