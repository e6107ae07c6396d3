extension Workplace {
  /// A queue on which a batch is a dead letter after some seconds.
  static let buriesSoon = ["SENDBOARD_VISIBILITY_TIMEOUT": "1", "SENDBOARD_MAX_RECEIVE_COUNT": "2"]

  /// Sends all there is from such a queue, to a provider that answers at once.
  func drainSoon(_ more: [String] = []) async throws -> Program.Result {
    try await run(drain + ["--simulator-latency", "0"] + more, environment: Self.buriesSoon)
  }
}
