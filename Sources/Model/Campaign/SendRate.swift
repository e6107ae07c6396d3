/// How fast something goes at most.
package struct SendRate: Hashable, Sendable {
  /// Recipients, or what else is counted, a second.
  package var perSecond: Double

  /// The bounds that a rate is held to.
  package static let bounds = 0.001...10_000.0

  /// Makes a rate.
  package init(perSecond: Double) { self.perSecond = perSecond }

  /// Reads what was typed: `2`, `0.5/s`, `30/m`, `100/h`; `nil` for anything else, and what is out of bounds.
  package init?(_ text: some StringProtocol) {
    let parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let number = Double(parts[0]) else { return nil }
    let seconds: Double
    switch parts.count == 2 ? parts[1] : "s" {
    case "s": seconds = 1
    case "m": seconds = 60
    case "h": seconds = 3600
    default: return nil
    }
    guard Self.bounds.contains(number / seconds) else { return nil }
    perSecond = number / seconds
  }

  /// How long so many take at least.
  package func span(of count: Int) -> Duration { .seconds(Double(max(0, count)) / perSecond) }
}
