/// A query with `:name` for each value, cut where they stand. What is in quotes or in a comment is none, nor are `::` and `:=`.
package struct NamedPlaces: Equatable {
  /// What stands before, between and behind the places: one more than these.
  private(set) var texts: [String] = [""]
  /// The names, in the order in which they stand there.
  private(set) var names: [String] = []

  /// How a database's own language is cut.
  enum Dialect {
    /// Dollar quotes, nested comments, `::`.
    case postgres
    /// Backslashes and back quotes in quotes, `#` before a comment.
    case mariadb
  }

  init(_ query: String, _ dialect: Dialect) {
    var rest = query[...]
    func take(through end: Substring.Index) {
      texts[texts.count - 1] += rest[..<end]
      rest = rest[end...]
    }
    while let first = rest.first {
      switch first {
      case "'", "\"":
        let takesBackslash =
          dialect == .mariadb || (first == "'" && (texts.last?.last.map { $0 == "E" || $0 == "e" } ?? false))
        take(through: Self.end(ofQuoted: rest, takesBackslash: takesBackslash))
      case "`" where dialect == .mariadb: take(through: Self.end(ofQuoted: rest, takesBackslash: false))
      case "$" where dialect == .postgres:
        if let tag = rest.prefixMatch(of: /\$([A-Za-z_][A-Za-z0-9_]*)?\$/) {
          let body = rest[tag.range.upperBound...]
          take(through: body.firstRange(of: String(rest[tag.range]))?.upperBound ?? rest.endIndex)
        } else {
          take(through: rest.index(after: rest.startIndex))
        }
      case "-" where rest.hasPrefix("--"), "#" where dialect == .mariadb:
        take(through: rest.firstIndex(where: \.isNewline) ?? rest.endIndex)
      case "/" where rest.hasPrefix("/*"): take(through: Self.end(ofComment: rest, nests: dialect == .postgres))
      case ":" where rest.hasPrefix("::") || rest.hasPrefix(":="):
        take(through: rest.index(rest.startIndex, offsetBy: 2))
      case ":":
        if let place = rest.prefixMatch(of: /:([A-Za-z][A-Za-z0-9_]*)/) {
          names.append(String(place.1))
          texts.append("")
          rest = rest[place.range.upperBound...]
        } else {
          take(through: rest.index(after: rest.startIndex))
        }
      default:
        take(
          through: rest.dropFirst().firstIndex { "'\"`$-#/:".contains($0) } ?? rest.endIndex)
      }
    }
  }

  /// The query with something else in each place.
  func filled(_ place: (_ name: String) -> String) -> String {
    zip(texts.dropFirst(), names).reduce(texts[0]) { $0 + place($1.1) + $1.0 }
  }

  private static func end(ofQuoted text: Substring, takesBackslash: Bool) -> Substring.Index {
    let quote = text[text.startIndex]
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      if character == "\\", takesBackslash, index < text.endIndex { index = text.index(after: index) }
      if character == quote {
        guard index < text.endIndex, text[index] == quote else { return index }
        index = text.index(after: index)
      }
    }
    return index
  }

  private static func end(ofComment text: Substring, nests: Bool) -> Substring.Index {
    var (rest, depth) = (text.dropFirst(2), 1)
    while depth > 0, !rest.isEmpty {
      if rest.hasPrefix("*/") {
        (rest, depth) = (rest.dropFirst(2), depth - 1)
      } else if nests, rest.hasPrefix("/*") {
        (rest, depth) = (rest.dropFirst(2), depth + 1)
      } else {
        rest = rest.dropFirst()
      }
    }
    return rest.startIndex
  }
}

extension NamedPlaces {
  /// The names for which a query asks, when these are not the ones that are described, in whichever database's language
  /// it is read; `nil` when they are.
  ///
  /// - Parameter described: the names of the parameters that are described.
  package static func unfit(_ query: String, described: [String]) -> [String]? {
    let asked = [Dialect.postgres, .mariadb].map { NamedPlaces(query, $0).names }
    return asked.contains { Set($0) == Set(described) } ? nil : asked[0].sorted()
  }
}
