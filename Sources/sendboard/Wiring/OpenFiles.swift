import Synchronization

/// What is to be closed when the process ends in order, so that each file alone is whole: a copy of it is a backup.
enum OpenFiles {
  private static let closers = Mutex<[@Sendable () throws -> Void]>([])

  static func add(_ close: @escaping @Sendable () throws -> Void) { closers.withLock { $0.append(close) } }

  /// Closes all of them. What cannot be closed now, since somebody still reads, is folded in by the next process.
  static func close() {
    let all = closers.withLock { closers in
      defer { closers = [] }
      return closers
    }
    for close in all.reversed() { try? close() }
  }
}
