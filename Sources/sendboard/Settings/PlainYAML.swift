import Foundation
import Yams

/// YAML as people write it by hand. What else YAML can do is refused before the library reads it, which would follow it for
/// ever or as deep as it goes: six hundred bytes of aliases stand for more values than there is memory.
enum PlainYAML {
  /// Bounds a file, in bytes.
  static let sizeLimit = 256 * 1024
  /// Bounds how many values may be within each other.
  static let depthLimit = 20

  /// What is refused.
  struct Problem: Error, Equatable {
    var line: Int
    var words: String
  }

  /// Reads the first document of a text; `nil` when there is none.
  ///
  /// - Throws: ``Problem``; `YamlError` when it is not YAML.
  static func compose(_ text: String) throws -> Node? {
    var scan = Scan(bytes: Array(text.utf8))
    try scan.run()
    return try Yams.compose(yaml: text)
  }

  /// Goes over the tokens of a text, as far as they have to be told apart: quotes, comments, blocks of text.
  private struct Scan {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    /// How far the lines are indented that the current one is within.
    var indents: [Int] = []
    /// Brackets that are open.
    var brackets = 0
    /// Values that begin within each other on the current line, as `- - -`.
    var onLine = 0
    /// Whether a value may begin here.
    var isStart = true

    mutating func run() throws(Problem) {
      guard bytes.count <= PlainYAML.sizeLimit else {
        throw Problem(line: 1, words: "it is longer than \(PlainYAML.sizeLimit) bytes")
      }
      beginLine()
      while index < bytes.count { try step() }
    }

    private mutating func step() throws(Problem) {
      let byte = bytes[index]
      let isBeforeBlank = index + 1 >= bytes.count || Self.isBlank(bytes[index + 1])
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0A || index + 1 >= bytes.count || bytes[index + 1] != 0x0A { line += 1 }
        index += 1
        return beginLine()
      case 0x20, 0x09: break
      case UInt8(ascii: "#") where index == 0 || Self.isBlank(bytes[index - 1]): return skipLine()
      case UInt8(ascii: "&") where isStart, UInt8(ascii: "*") where isStart:
        throw Problem(
          line: line, words: "anchors and aliases (& and *) are not taken: write the value where it belongs")
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isStart || brackets > 0 { brackets += 1 }
        isStart = isStart || brackets > 0
        try checkDepth()
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, isStart) = (max(0, brackets - 1), false)
      case UInt8(ascii: ",") where brackets > 0: isStart = true
      case UInt8(ascii: "-") where isStart && isBeforeBlank, UInt8(ascii: "?") where isStart && isBeforeBlank:
        onLine += 1
        try checkDepth()
      case UInt8(ascii: ":") where isBeforeBlank || brackets > 0:
        if isStart { onLine += 1 }
        isStart = true
        try checkDepth()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isStart { return skipQuoted(byte) }
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        if isStart, brackets == 0 { return skipBlock() }
        isStart = false
      default: isStart = false
      }
      index += 1
    }

    private func checkDepth() throws(Problem) {
      guard indents.count + brackets + onLine <= PlainYAML.depthLimit else {
        throw Problem(line: line, words: "values are nested deeper than \(PlainYAML.depthLimit)")
      }
    }

    private mutating func beginLine() {
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] != UInt8(ascii: "#") else {
        return
      }
      (isStart, onLine) = (true, 0)
      guard brackets == 0 else { return }
      while let last = indents.last, last >= index - start { indents.removeLast() }
      indents.append(index - start)
    }

    private mutating func skipLine() {
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    }

    private mutating func skipQuoted(_ quote: UInt8) {
      index += 1
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == 0x0A { line += 1 }
        // Two single quotes in a row end one text and begin another: the same to whoever only wants to get past it.
        index += quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
      isStart = index < bytes.count && bytes[index] == quote
    }

    /// Passes over lines that are indented further than the one at hand, and blank ones.
    private mutating func skipBlock() {
      let indent = indents.last ?? 0
      skipLine()
      while index < bytes.count {
        var next = index + 1
        if bytes[index] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
        let start = next
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        let isBlank = next >= bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
        guard isBlank || next - start > indent else { return }
        line += 1
        index = next
        skipLine()
      }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  }
}

extension YamlError {
  /// Where it is, when it says so.
  var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  /// What is wrong, without where.
  var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let duplicates, _): "the key \(duplicates.joined(separator: ", ")) is there twice"
    default: String("\(self)".prefix { !$0.isNewline })
    }
  }

  /// Where and what, in one line, without the text around it.
  var inWords: String {
    switch self {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { " \($0.text.trimmingCharacters(in: .whitespaces))" } ?? ""
      return "line \(mark.line), column \(mark.column): \(problem)\(around)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      return "line \(context.mark.line): the key \(duplicates.joined(separator: ", ")) is there twice"
    default:
      return String("\(self)".prefix { !$0.isNewline })
    }
  }
}
