extension Grant {
  /// Tells whether a policy allows this, by a statement of ours or of others; what it denies is not looked at.
  ///
  /// Conditions that are not known here count as not met: better one statement too many than events that never arrive.
  package func isCovered(by policy: String?) -> Bool {
    guard let policy, let value = PolicyValue(policy) else { return false }
    return value["Statement"]?.values.contains(where: isCovered(by:)) ?? false
  }

  private func isCovered(by statement: PolicyValue) -> Bool {
    guard statement["Effect"]?.text == "Allow" else { return false }
    let principals = statement["Principal"].map { $0["Service"]?.texts ?? $0["AWS"]?.texts ?? $0.texts } ?? []
    guard principals.contains(where: { $0 == service || $0 == "*" }) else { return false }
    let actions = statement["Action"]?.texts ?? []
    guard actions.contains(where: { Self.matches(action.lowercased(), pattern: $0.lowercased()) }) else { return false }
    let resources = statement["Resource"]?.texts ?? []
    guard resources.contains(where: { Self.matches(resource, pattern: $0) }) else { return false }
    guard let condition = statement["Condition"] else { return true }
    guard case .object(let operators) = condition else { return false }
    return operators.allSatisfy { name, keys in
      guard case .object(let keys) = keys else { return false }
      return keys.allSatisfy { isMet(name, key: $0, values: $1.texts) }
    }
  }

  private func isMet(_ name: String, key: String, values: [String]) -> Bool {
    switch (name.lowercased(), key.lowercased()) {
    // ArnEquals takes wildcards too; StringEquals does not.
    case ("arnequals", "aws:sourcearn"), ("arnlike", "aws:sourcearn"), ("stringlike", "aws:sourcearn"):
      values.contains { Self.matches(source, pattern: $0) }
    case ("stringequals", "aws:sourcearn"): values.contains(source)
    case ("stringequals", "aws:sourceaccount"), ("stringlike", "aws:sourceaccount"):
      account.map(values.contains) ?? false
    default: false
    }
  }

  /// Matches with `*` for any text and `?` for one character.
  static func matches(_ text: String, pattern: String) -> Bool {
    let text = Array(text)
    let pattern = Array(pattern)
    var place = 0
    var next = 0
    var star: (pattern: Int, text: Int)?
    while place < text.count {
      if next < pattern.count, pattern[next] == "*" {
        star = (next, place)
        next += 1
      } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[place] {
        next += 1
        place += 1
      } else if let back = star {
        star = (back.pattern, back.text + 1)
        next = back.pattern + 1
        place = back.text + 1
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == "*" }
  }
}
