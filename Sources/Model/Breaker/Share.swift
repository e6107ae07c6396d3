/// How many of some turned out in a certain way.
package struct Share: Equatable, Sendable {
  /// How many did, and of how many that is known.
  package var count, total: Int

  /// Makes a value from its parts.
  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The part of one; 0 of none.
  package var rate: Double { total > 0 ? Double(count) / Double(total) : 0 }

  /// What the true rate is at least, with 99 % confidence: the lower end of Wilson's score interval, which holds for few and
  /// for rare ones too (E. B. Wilson, "Probable Inference", JASA 22, 1927).
  package var leastRate: Double {
    guard count > 0, total > 0 else { return 0 }
    let z = 2.326
    let n = Double(total)
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, (centre - spread) / (1 + z * z / n))
  }
}
