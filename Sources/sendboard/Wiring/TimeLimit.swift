/// Waits for something no longer than so long, also for what cannot be cancelled: it is left to itself then.
enum TimeLimit {
  ///
  /// - Parameter isExcused: while it says so, the wait goes on, up to `longest`.
  static func race<Value: Sendable>(
    _ limit: Duration, or longest: Duration = .zero, while isExcused: @escaping @Sendable () -> Bool = { false },
    _ body: @escaping @Sendable () async -> Value
  ) async -> Value? {
    let (stream, continuation) = AsyncStream<Value?>.makeStream()
    let work = Task.detached { continuation.yield(await body()) }
    let clock = Task {
      // Cancelled when the work was quicker; then nobody listens any more.
      try? await Task.sleep(for: limit)
      let end = ContinuousClock.now + (longest - limit)
      while isExcused(), .now < end, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(200)) }
      continuation.yield(nil)
    }
    defer {
      work.cancel()
      clock.cancel()
    }
    var answers = stream.makeAsyncIterator()
    return await answers.next() ?? nil
  }
}
