package import Model
package import Ports

/// What a register's tests need besides the register.
package protocol RegisterHarness: Sendable {
  /// The time, which moves by ``advance(by:)`` alone, or by itself at least as fast.
  var now: Timestamp { get }

  /// Lets time pass, for leases too.
  func advance(by span: Duration) async throws

  /// Opens the register as another process would.
  func open() async throws -> any ClaimRegister

  /// Launches a campaign whose tickets are all on the queue.
  func launch(
    _ recipients: Int, batchSize: Int, by channel: Channel
  ) async throws -> (campaign: CampaignID, batches: [BatchID])

  /// What the operator is shown of a message.
  func status(of message: MessageID) async throws -> MessageStatus

  /// Does what an operator does.
  func pause(_ campaign: CampaignID) async throws
  /// Does what an operator does; returns when tickets are on the queue again.
  func resume(_ campaign: CampaignID) async throws
  /// Does what an operator does.
  func cancel(_ campaign: CampaignID) async throws
}

extension RegisterHarness {
  /// Launches one by email.
  func launch(_ recipients: Int, batchSize: Int) async throws -> (campaign: CampaignID, batches: [BatchID]) {
    try await launch(recipients, batchSize: batchSize, by: .email)
  }
}

/// A register that does not keep what every register must.
package struct ConformanceFailure: Error, CustomStringConvertible {
  /// Says what.
  package var description: String

  init(_ description: String) { self.description = description }
}
