import Model

/// The names and values of one block of the file, each of which is known: a misspelt one would change what is sent.
struct Block {
  let file: String
  /// What the block is called in errors.
  let name: String
  let line: Int
  private let members: [String: SourceNode.Member]

  /// Takes a block.
  ///
  /// - Throws: ``GatewayFileError`` when it is none, or has a name that is not known.
  init(_ node: SourceNode, _ name: String, knows known: [String], file: String) throws(GatewayFileError) {
    guard case .mapping(let list, let line) = node else {
      throw GatewayFileError(
        file: file, line: node.line, context: "'\(name)' takes names and values: \(known.joined(separator: ", "))")
    }
    var members: [String: SourceNode.Member] = [:]
    for member in list {
      guard known.contains(member.name) else {
        let guess =
          known.nearest(to: member.name).map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))"
        throw GatewayFileError(file: file, line: member.line, context: "'\(name)' has no '\(member.name)'; \(guess)")
      }
      members[member.name] = member
    }
    (self.file, self.name, self.line, self.members) = (file, name, line, members)
  }

  subscript(field: String) -> SourceNode? { members[field]?.value }

  /// The line on which a name stands; that of the block where it does not.
  func line(of field: String) -> Int { members[field]?.line ?? line }

  func has(_ field: String) -> Bool { members[field] != nil }

  func fail(_ line: Int, _ words: String) -> GatewayFileError {
    GatewayFileError(file: file, line: line, context: words)
  }

  /// A value that must be there.
  func required(_ field: String) throws(GatewayFileError) -> SourceNode {
    guard let node = self[field] else { throw fail(line, "'\(name)' has no '\(field)'") }
    return node
  }

  func text(_ field: String) throws(GatewayFileError) -> String? {
    guard let node = self[field] else { return nil }
    guard case .text(let text, _, _) = node, !text.isEmpty else { throw fail(node.line, "'\(field)' takes a text") }
    return text
  }

  func number(_ field: String, _ range: ClosedRange<Double>) throws(GatewayFileError) -> Double? {
    guard let text = try text(field) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      throw fail(
        self[field]?.line ?? line,
        "'\(field)' takes a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound)), not '\(text)'"
      )
    }
    return number
  }

  func whole(_ field: String, _ range: ClosedRange<Int>) throws(GatewayFileError) -> Int? {
    guard let text = try text(field) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw fail(
        self[field]?.line ?? line,
        "'\(field)' takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ field: String) throws(GatewayFileError) -> Choice?
  where Choice.RawValue == String {
    guard let text = try text(field) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw fail(
        self[field]?.line ?? line,
        "'\(field)': '\(text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// A list of texts; a single text stands for a list of one.
  func texts(_ field: String) throws(GatewayFileError) -> [String] {
    guard let node = self[field] else { return [] }
    return try texts(node, field)
  }

  func texts(_ node: SourceNode, _ what: String) throws(GatewayFileError) -> [String] {
    switch node {
    case .text(let text, _, _): return [text]
    case .list(let items, _):
      var texts: [String] = []
      for item in items {
        guard case .text(let text, _, _) = item else { throw fail(item.line, "'\(what)' takes texts") }
        texts.append(text)
      }
      return texts
    case .mapping: throw fail(node.line, "'\(what)' takes a text, or a list of texts")
    }
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
