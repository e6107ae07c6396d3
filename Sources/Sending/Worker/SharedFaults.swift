import Model
import Ports

/// Tells a fault that a campaign's recipients share from one that is a recipient's own, where the provider's words blame
/// each recipient.
///
/// Whoever is refused for good is not sent to again. So nobody is, as long as nobody of the campaign was taken; and not
/// where a whole call, or several small ones in a row, were refused alike.
actor SharedFaults {
  /// Recipients refused alike, one after the other, since the last that was taken.
  private var runs: [CampaignID: (cause: Refusal.Cause, count: Int)] = [:]
  /// So many who are at fault by chance do not come together.
  private static let proof = 3

  /// Finds the fault that the recipients of a call share.
  ///
  /// - Parameter wasAccepted: whether anybody of the campaign was taken before; asked only when it matters.
  /// - Returns: what is to be recorded for those whom the provider refused, instead of its word; `nil` for its word.
  func find(
    in results: [SendResult], of campaign: CampaignID, wasAccepted: () async throws -> Bool
  ) async rethrows -> Refusal? {
    let refusals = results.compactMap { result in
      if case .refused(let refusal) = result { refusal } else { nil }
    }
    let wasTaken = results.contains { if case .accepted = $0 { true } else { false } }
    // What was found here, without the provider, says nothing about others.
    let judged = refusals.filter { !$0.isOwnFinding }
    if let told = judged.first(where: { $0.cause == .sharedFault }) { return told }
    guard refusals.count == results.count, let first = judged.first, first.cause.blamesRecipient,
      judged.allSatisfy({ $0.cause == first.cause })
    else {
      if wasTaken { runs[campaign] = nil }
      return nil
    }
    let run = runs[campaign].flatMap { $0.cause == first.cause ? $0.count : nil } ?? 0
    runs[campaign] = (first.cause, run + judged.count)
    var isShared = run + judged.count >= Self.proof
    if !isShared { isShared = try await !wasAccepted() }
    // The first of several small calls in a row cannot tell yet; whom they are about must not be lost for it.
    return Refusal(cause: isShared ? .sharedFault : .undecided, reason: first.reason)
  }
}

extension Refusal.Cause {
  /// Whether a refusal for it may be the recipient's own fault, for good.
  fileprivate var blamesRecipient: Bool {
    switch self {
    case .invalidParameter, .other, .failed: true
    case .throttled, .quota, .transient, .unusable, .accountPaused, .sharedFault, .undecided, .unverifiedSender,
      .unverifiedRecipient, .optedOut:
      false
    }
  }
}
