/// What a broker's codes mean: each by itself, or by how it begins (`30*`); the longest that fits counts.
package struct CodeTable<Meaning: Sendable & Equatable>: Equatable, Sendable {
  private var exact: [String: Meaning] = [:]
  private var prefixes: [(prefix: String, meaning: Meaning)] = []

  package static func == (left: Self, right: Self) -> Bool {
    left.exact == right.exact && left.prefixes.count == right.prefixes.count
      && zip(left.prefixes, right.prefixes).allSatisfy { $0.prefix == $1.prefix && $0.meaning == $1.meaning }
  }

  init() {}

  /// Adds a meaning.
  mutating func add(_ pattern: String, _ meaning: Meaning) {
    guard pattern.hasSuffix("*") else {
      exact[pattern] = meaning
      return
    }
    prefixes.append((String(pattern.dropLast()), meaning))
    prefixes.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  /// What a code means; `nil` when nothing is said of it.
  func meaning(of code: String) -> Meaning? {
    exact[code] ?? prefixes.first { code.hasPrefix($0.prefix) }?.meaning
  }
}
