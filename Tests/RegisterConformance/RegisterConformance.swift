import Model
import Ports

/// What every `ClaimRegister` keeps, whatever it is made of.
///
/// Run each case on a harness of its own; a case throws ``ConformanceFailure`` when the register does not conform.
package struct RegisterConformance: Sendable, CustomStringConvertible {
  /// What the case shows, in words.
  package var description: String
  /// Runs the case.
  package var run: @Sendable (any RegisterHarness) async throws -> Void

  init(_ description: String, _ run: @escaping @Sendable (any RegisterHarness) async throws -> Void) {
    self.description = description
    self.run = run
  }

  /// Every case of the suite.
  package static let all: [RegisterConformance] = claiming + leases + results + control + kills

  static let lease = Duration.seconds(60)
  static let afterLease = Duration.seconds(61)

  static func expect(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    if !condition { throw ConformanceFailure(what()) }
  }

  /// Claims what must be there to be claimed.
  static func take(
    _ batch: BatchID, _ register: any ClaimRegister, _ harness: any RegisterHarness, limit: Int = 50
  ) async throws -> [ClaimedMessage] {
    let claim = try await register.claim(batch, limit: limit, now: harness.now, lease: lease)
    guard case .send(_, let messages) = claim else { throw ConformanceFailure("nothing was claimed: \(claim)") }
    return messages
  }

  static func record(
    _ messages: [ClaimedMessage], _ batch: BatchID, _ register: any ClaimRegister, _ harness: any RegisterHarness,
    _ result: (ClaimedMessage) -> SendResult
  ) async throws -> Int {
    try await register.record(
      messages.map { AttemptResult(message: $0.message, attempt: $0.attempt, result($0)) }, batch: batch,
      receiveCount: 1, now: harness.now)
  }

  static func accepted(_ message: ClaimedMessage) -> SendResult {
    .accepted(providerID: "p-\(message.message)-\(message.attempt)")
  }

  static func expect(
    _ messages: [ClaimedMessage], are status: MessageStatus, _ harness: any RegisterHarness
  ) async throws {
    for message in messages {
      let found = try await harness.status(of: message.message)
      try expect(found == status, "message \(message.message) is \(found.name), not \(status.name)")
    }
  }
}
