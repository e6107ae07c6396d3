import Testing

/// Holds every test that drives the real binary: one at a time, for each wants the processor's two cores to itself.
@Suite(.serialized) enum EndToEnd {}

/// A step of a test that could not be done at all, such as a program that is not there.
struct Obstacle: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Asks again until something is so.
///
/// - Throws: ``Obstacle`` when it is not so by the deadline.
@discardableResult
func eventually<Value>(
  _ what: @autoclosure () -> String, within deadline: Duration = .seconds(30),
  every pause: Duration = .milliseconds(20),
  _ probe: () async throws -> Value?
) async throws -> Value {
  let end = ContinuousClock.now + deadline
  while true {
    if let value = try await probe() { return value }
    if ContinuousClock.now > end { throw Obstacle("not within \(deadline): \(what())") }
    try await Task.sleep(for: pause)
  }
}

extension Bool {
  /// Makes a condition a probe of ``eventually(_:within:every:_:)``.
  var once: Void? { self ? () : nil }
}
