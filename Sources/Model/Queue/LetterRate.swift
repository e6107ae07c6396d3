/// How fast dead letters go back to their queue, when it is not to be all at once.
package struct LetterRate: Hashable, Sendable {
  /// Letters a second, on average.
  package var perSecond: Double
  /// Letters that go together before the next wait.
  package var atATime: Int

  /// The bounds that a rate is held to.
  package static let rates = 0.001...10_000.0
  /// The most that go together.
  package static let portions = 1...1000

  /// Makes a rate.
  ///
  /// - Parameter atATime: `nil` for as many as a second takes, one at least.
  package init(perSecond: Double, atATime: Int? = nil) {
    self.perSecond = perSecond
    self.atATime = atATime ?? min(10, max(1, Int(perSecond)))
  }

  /// Reads what was typed: `2`, `0.5/s`, `30/m`, `100/h`, and `2 x 10` for ten together every five seconds; `nil` for anything
  /// else, and what is out of bounds.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 1 || (words.count == 3 && words[1] == "x"), let first = words.first else { return nil }
    let parts = first.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let number = Double(parts[0]) else { return nil }
    let seconds: Double
    switch parts.count == 2 ? parts[1] : "s" {
    case "s": seconds = 1
    case "m": seconds = 60
    case "h": seconds = 3600
    default: return nil
    }
    let portion = words.count == 3 ? Int(words[2]) : nil
    guard words.count == 1 || portion.map(Self.portions.contains) == true, Self.rates.contains(number / seconds)
    else { return nil }
    self.init(perSecond: number / seconds, atATime: portion)
  }

  /// How long so many letters take at least.
  package func span(of letters: Int) -> Duration {
    let portions = (letters + atATime - 1) / atATime
    return .seconds(Double(max(0, portions - 1) * atATime) / perSecond)
  }
}
