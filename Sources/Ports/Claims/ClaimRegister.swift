package import Model

/// Where it is written who may hand over which message. The store is one; one in a network database is another.
///
/// What every register keeps, and `RegisterConformance` proves:
/// - Of any number who claim a message at once, one gets it.
/// - A claim is durable before ``claim(_:limit:now:lease:)`` returns. Absence of a claim is never permission: a batch nobody
///   knows is `unknown`, and nothing of it is sent.
/// - A claim whose lease is over is doubted, and never claimed again by a machine; a late result counts as proof all the
///   same.
/// - Results may be written twice. Only those refused for a reason that passes are claimed again.
/// - What is paused or cancelled is not claimed.
///
/// Nothing here assumes a transaction around two calls, a clock that is shared, or cheap reads. A process may be killed
/// between any two calls.
package protocol ClaimRegister: Sendable {
  /// Tells this register's messages from those of any other: what its tickets and its messages' tags carry.
  var id: String { get }

  /// Claims the messages of a batch that are still to be sent; the claim is durable when this returns.
  ///
  /// - Parameters:
  ///   - limit: recipients at most, those of one provider call: whatever is claimed must be called for at once.
  ///   - now: the claimer's wall clock, for the record alone.
  ///   - lease: how long the claim is this worker's unless it is renewed; then it is taken for dead.
  /// - Throws: whatever keeps it from being written; nothing is claimed then, or nobody will ever send what was.
  func claim(_ batch: BatchID, limit: Int, now: Timestamp, lease: Duration) async throws -> Claim

  /// Keeps claims from being taken for those of a dead worker; those that have a result are left alone.
  ///
  /// - Throws: whatever keeps it from being written: the claims may be doubted then.
  func renewClaims(_ messages: [MessageID], now: Timestamp, lease: Duration) async throws

  /// Writes the results of one provider call; they are durable when this returns.
  ///
  /// - Returns: the messages of the batch that still have to be sent. When there are none, the batch is done and its ticket
  ///   may be deleted.
  /// - Throws: whatever keeps them from being written; one that is a ``PassingFault`` is worth trying again.
  func record(_ results: [AttemptResult], batch: BatchID, receiveCount: Int, now: Timestamp) async throws -> Int

  /// Makes claims `uncertain` that no batch brings back, once their lease has been over for a while.
  ///
  /// - Returns: how many.
  /// - Throws: whatever keeps it from being written.
  func expireAbandonedClaims(overdue: Duration, now: Timestamp) async throws -> Int

  /// Stops a campaign with a reason of the provider's, such as a used-up quota.
  ///
  /// - Throws: whatever keeps it from being written.
  func pause(_ campaign: CampaignID, because note: String) async throws

  /// Stops every campaign of a channel that is under way, because its provider has stopped the account.
  ///
  /// - Returns: the campaigns that were paused.
  /// - Throws: whatever keeps it from being written.
  func pauseAll(of channel: Channel, because note: String) async throws -> [CampaignID]

  /// Whether any campaign of a channel may be sent from. Asked now and then while its provider is stopped.
  ///
  /// - Throws: whatever keeps it from being read.
  func hasOpenCampaigns(of channel: Channel) async throws -> Bool

  /// Whether the provider took a message of the campaign before. Asked only when a whole call was turned away.
  ///
  /// - Throws: whatever keeps it from being read.
  func hasAccepted(_ campaign: CampaignID) async throws -> Bool
}

/// What a worker may do with a batch it received.
package enum Claim: Sendable {
  /// Hand these over, then ``ClaimRegister/record(_:batch:receiveCount:now:)`` and claim again until nothing is left.
  case send(Campaign, [ClaimedMessage])
  /// Nothing is left: delete the queue message.
  case nothingLeft
  /// The campaign is paused: delete the queue message; resuming puts the batch on the queue again.
  case paused
  /// Another worker is at it: give the queue message back for a while.
  case inProgress
  /// The register does not know the batch.
  case unknown

  /// Messages that were claimed.
  package var count: Int {
    if case .send(_, let messages) = self { messages.count } else { 0 }
  }
}

/// A message that one worker, and no other, may hand over.
package struct ClaimedMessage: Equatable, Sendable {
  /// Names the message.
  package var message: MessageID
  /// Counts the attempt, from 1.
  package var attempt: Int
  /// Holds the recipient's address in canonical form.
  package var address: String
  /// Holds template data: one value for each of the campaign's columns, in their order.
  package var values: [String]

  /// Makes a value from its parts.
  package init(message: MessageID, attempt: Int, address: String, values: [String]) {
    self.message = message
    self.attempt = attempt
    self.address = address
    self.values = values
  }
}

/// What became of one claimed message.
package struct AttemptResult: Equatable, Sendable {
  /// Names the message.
  package var message: MessageID
  /// Counts the attempt, from 1.
  package var attempt: Int
  /// Says what became of it.
  package var result: SendResult

  /// Makes a value from its parts.
  package init(message: MessageID, attempt: Int, _ result: SendResult) {
    self.message = message
    self.attempt = attempt
    self.result = result
  }
}

/// An error of a register that may be over by itself.
package protocol PassingFault: Error {
  /// What has to pass; `nil` for what will not.
  var obstacle: Obstacle? { get }
}

/// What keeps a register from writing, for a while.
package enum Obstacle: Sendable {
  /// Another process holds it: minutes may pass.
  case occupied
  /// There is no room.
  case full
}
