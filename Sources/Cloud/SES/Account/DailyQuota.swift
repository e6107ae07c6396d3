import AWS
import Model
import Pacing

/// Keeps calls within what the 24 hours have left, by what the host's processes know together.
struct DailyQuota {
  /// Recipients that are permitted here and neither handed over nor given back.
  private(set) var reserved = 0
  /// So old must SES's figures be at least before it is asked for new ones on a guess.
  private static let patience = Duration.seconds(5)

  /// What becomes of a call.
  enum Turn: Equatable {
    /// So many may go.
    case go(Int)
    /// Others here are about to hand the rest over, or to give it back.
    case othersReservedIt
    /// SES's own figure leaves something, and what was handed over since does not: calls that may yet be turned away, mail
    /// that took the place of what has left the 24 hours. Nobody is refused on that guess; SES's next figures tell, for
    /// which it is asked at an instant.
    case seemsUsedUp(ask: ContinuousClock.Instant)
    /// SES says so.
    case usedUp
  }

  /// Whether so many may go; with none, whether anything may.
  ///
  /// - Parameters:
  ///   - known: what the host's processes know.
  ///   - toldAt: when SES was asked for its figures.
  mutating func turn(for recipients: Int, known: PaceFile.Quota, toldAt: ContinuousClock.Instant) -> Turn {
    guard known.left >= 1 else { return known.isUsedUp ? .usedUp : .seemsUsedUp(ask: toldAt + Self.patience) }
    guard recipients > 0 else { return .go(0) }
    let free = known.left - Double(reserved)
    guard free >= 1 else { return .othersReservedIt }
    return .go(free < Double(recipients) ? Int(free) : recipients)
  }

  /// Holds what is permitted.
  mutating func reserve(_ recipients: Int) { reserved += recipients }

  /// Lets go of what is handed over, or was given back.
  mutating func release(_ recipients: Int) { reserved -= recipients }
}

extension PaceFile.Quota {
  /// Whether SES itself says so.
  var isUsedUp: Bool { limit - sent < 1 }

  /// Why nothing goes out when SES says so.
  var usedUp: Refusal {
    Refusal(
      cause: .quota, reason: OwnReason.quotaUsedUp(limit: Self.whole(limit), sent: Self.whole(sent)).sentence)
  }

  /// Why a call is not made that others left too little for.
  func refusal(of recipients: Int) -> Refusal {
    isUsedUp
      ? usedUp
      : Refusal(
        cause: .unusable,
        reason: OwnReason.quotaLeftToOthers(
          recipients: String(recipients), sent: Self.whole(sent), limit: Self.whole(limit),
          since: Self.whole(used - sent)
        ).sentence)
  }

  /// What an operator is told while SES's next figures are waited for.
  var seemsUsedUp: Fault {
    .reason(
      .quotaSeemsUsedUp(sent: Self.whole(sent), limit: Self.whole(limit), since: Self.whole(used - sent)))
  }

  private static func whole(_ value: Double) -> String { String(Int64(exactly: value.rounded()) ?? .max) }
}
