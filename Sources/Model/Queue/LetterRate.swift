/// How fast dead letters go back to their queue, when it is not to be all at once.
package struct LetterRate: Hashable, Sendable {
  /// Letters a second, on average.
  package var perSecond: Double
  /// Letters that go together before the next wait.
  package var atATime: Int

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
    let portion = words.count == 3 ? Int(words[2]) : nil
    guard let rate = SendRate(first), words.count == 1 || portion.map(Self.portions.contains) == true else {
      return nil
    }
    self.init(perSecond: rate.perSecond, atATime: portion)
  }

  /// How long so many letters take at least.
  package func span(of letters: Int) -> Duration {
    let portions = (letters + atATime - 1) / atATime
    return .seconds(Double(max(0, portions - 1) * atATime) / perSecond)
  }
}
