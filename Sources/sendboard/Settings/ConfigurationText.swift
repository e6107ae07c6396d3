import Foundation
import Yams

/// The text of a configuration file, in which single values are set while every other line stays as it is.
struct ConfigurationText {
  private(set) var text: String
  private let path: String

  /// - Throws: ``CommandError`` when the text is not YAML with names and values.
  init(_ text: String, path: String) throws {
    self.text = text
    self.path = path
    _ = try Self.members(text, path)
  }

  /// Sets values at the top and in blocks, such as `aws`, adding what is not there.
  ///
  /// - Throws: ``CommandError`` when the file is written in a way in which that cannot be done without touching other
  ///   lines; the text is as before then.
  mutating func set(top: [(String, String)], blocks: [(name: String, values: [(String, String)])]) throws {
    var lines = Lines(text)
    for (name, value) in top { lines.set(name, to: value, in: lines.document, indent: "") }
    for (name, values) in blocks where !values.isEmpty {
      guard let header = lines.find(name, in: lines.document, indent: "") else {
        lines.append(["\(name):"] + values.map { "  \($0.0): \(Self.scalar($0.1))" })
        continue
      }
      var block = lines.block(after: header)
      let indent = lines.indent(of: block) ?? "  "
      for (name, value) in values {
        lines.set(name, to: value, in: block, indent: indent)
        block = lines.block(after: header)
      }
    }
    let result = lines.text
    try check(result, top, blocks)
    text = result
  }

  /// Reads what was written the way it will be read: what was asked for is there, and nothing else has changed.
  private func check(
    _ result: String, _ top: [(String, String)], _ blocks: [(name: String, values: [(String, String)])]
  ) throws {
    // Any failure to read it back means the same: this file is beyond a line editor.
    if let after = try? Self.members(result, path) {
      var wanted = try Self.members(text, path)
      for (name, value) in top { wanted[name] = .text(value) }
      for (name, values) in blocks where !values.isEmpty {
        var block: [String: Content] = [:]
        if case .block(let members)? = wanted[name] { block = members }
        for (name, value) in values { block[name] = .text(value) }
        wanted[name] = .block(block)
      }
      if after == wanted { return }
    }
    let inBlocks = blocks.flatMap { block in block.values.map { "\(block.name).\($0.0): \($0.1)" } }
    let values = top.map { "\($0.0): \($0.1)" } + inBlocks
    throw CommandError(
      """
      the configuration \(path) cannot be changed line by line as it is written: write 'aws:' on a line of its own with \
      its values below it and run this again, or write by hand: \(values.joined(separator: "; "))
      """)
  }

  /// What a file says, without how it is written.
  private indirect enum Content: Equatable {
    case text(String)
    case block([String: Content])
    case list([Content])

    init(_ node: Node) {
      switch node {
      case .scalar(let scalar): self = .text(scalar.string)
      case .mapping(let mapping):
        self = .block(
          Dictionary(mapping.map { ($0.key.string ?? "", Content($0.value)) }, uniquingKeysWith: { _, last in last }))
      case .sequence(let sequence): self = .list(sequence.map(Content.init))
      case .alias(let alias): self = .text("*\(alias.anchor)")
      }
    }
  }

  private static func members(_ text: String, _ path: String) throws -> [String: Content] {
    do {
      guard let node = try PlainYAML.compose(text) else { return [:] }
      switch Content(node) {
      case .block(let members): return members
      case .text(""): return [:]
      default: throw CommandError("the configuration \(path) is not a list of names and values: mend it first")
      }
    } catch let error as PlainYAML.Problem {
      throw CommandError("\(path):\(error.line): \(error.words)", underlying: error)
    } catch let error as YamlError {
      throw CommandError("the configuration \(path) is not YAML: \(error.inWords)", underlying: error)
    }
  }

  /// Writes a value; in quotes where YAML would take it for something else.
  static func scalar(_ value: String) -> String {
    let isPlain =
      value.first?.isLetter == true
      && value.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
          UInt8(ascii: "/"), UInt8(ascii: ":"):
          true
        default: false
        }
      } && value.last != ":"
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(value.lowercased())
    if isPlain { return value }
    return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
