/// How a campaign begins: with few, drawn over its whole list, and with more each time it is known what became of them. Bad
/// news takes seconds to come, in which a campaign at full pace has reached thousands.
package struct Ramp: Equatable, Sendable {
  /// How many recipients each stage adds; after the last there is no limit.
  package static let stages = [100, 400, 2000]
  /// The part whose fate must be known before it goes on.
  private static let decided = 0.9
  /// So long it waits at most for news of a stage.
  private static let patience = Duration.seconds(60)

  /// How many stages have passed.
  package var passed: Int

  /// Makes the beginning, or what has become of it.
  package init(passed: Int = 0) { self.passed = passed }

  /// Whether there is no limit any more.
  package var isOver: Bool { passed >= Self.stages.count }

  /// How many recipients may go out so far, in all; `nil` for all that there are.
  package var limit: Int? { isOver ? nil : Self.stages[...passed].reduce(0, +) }

  /// Goes on as far as is known enough.
  ///
  /// - Parameters:
  ///   - sent: how many have gone out.
  ///   - decided: how many of them have a known fate.
  ///   - last: when the last of them went out; `nil` for none.
  /// - Returns: when to look again, unless there is news before; `nil` when that is not before news.
  package mutating func advance(sent: Int, decided: Int, last: Timestamp?, now: Timestamp) -> Timestamp? {
    while let limit {
      guard sent >= limit, let last else { return nil }
      let isKnown = Double(decided) >= Double(limit) * Self.decided
      guard isKnown || now - last >= Self.patience else { return last + Self.patience }
      passed += 1
    }
    return nil
  }
}
