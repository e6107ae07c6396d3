/// Something that a test waited for and did not come.
package struct TimedOut: Error, CustomStringConvertible {
  /// Says what, and for how long.
  package let description: String

  fileprivate init(_ what: String, _ deadline: Duration) { description = "not within \(deadline): \(what)" }
}

/// Asks again until there is an answer.
///
/// - Throws: ``TimedOut`` when there is none by the deadline; what the question throws.
@discardableResult
package func eventually<Value>(
  _ what: @autoclosure () -> String, within deadline: Duration = .seconds(30),
  every pause: Duration = .milliseconds(20), _ probe: () async throws -> Value?
) async throws -> Value {
  let end = ContinuousClock.now + deadline
  while true {
    if let value = try await probe() { return value }
    if ContinuousClock.now > end { throw TimedOut(what(), deadline) }
    try await Task.sleep(for: pause)
  }
}

/// Asks again until something is so.
///
/// - Throws: ``TimedOut`` when it is not so by the deadline; what the question throws.
package func eventually(
  _ what: @autoclosure () -> String, within deadline: Duration = .seconds(30),
  every pause: Duration = .milliseconds(20), _ probe: () async throws -> Bool
) async throws {
  try await eventually(what(), within: deadline, every: pause) { try await probe() ? () : nil }
}
