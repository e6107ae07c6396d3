/// How many messages may go out: beyond that many an hour the rest is held back, and one message says how many.
package struct AlertCap: Equatable, Sendable {
  /// What becomes of a message.
  package enum Answer: Equatable, Sendable {
    case goes
    case held
    /// It goes, and says that so many others were held back.
    case goesAfterHolding(Int)
  }

  /// So many go out in one hour.
  package static let most = 20
  private static let window = Duration.seconds(3600)

  /// When the messages of the last hour went out, the oldest first.
  package private(set) var sent: [Timestamp]
  /// How many were held back since one went out.
  package private(set) var held: Int

  /// Begins, or takes up what a store has.
  package init(sent: [Timestamp] = [], held: Int = 0) { (self.sent, self.held) = (sent, held) }

  /// Asks for one more.
  package mutating func ask(at now: Timestamp) -> Answer {
    // A clock that was set back makes nothing recent for ever.
    sent.removeAll { now - $0 >= Self.window || $0 > now }
    guard sent.count < Self.most else {
      held += 1
      return .held
    }
    sent.append(now)
    defer { held = 0 }
    return held == 0 ? .goes : .goesAfterHolding(held)
  }
}
