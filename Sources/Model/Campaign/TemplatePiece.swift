/// A stretch of a template: text, or a tag in double braces.
package enum TemplatePiece: Equatable, Sendable {
  case text(Substring)
  case tag(TemplateTag)

  /// Cuts a part of a template into its pieces, in time that grows with its length alone and without recursion: whoever
  /// wrote it may have wished us ill.
  ///
  /// A `{{` before whose `}}` another one comes is a tag that was never closed; one without any `}}` after it is text, and
  /// the last piece says so.
  package static func cut(_ part: String) -> [TemplatePiece] {
    var part = part
    part.makeContiguousUTF8()
    let bytes = part.utf8
    var pieces: [TemplatePiece] = []
    var textStart = bytes.startIndex
    var line = 1
    var lineStart = bytes.startIndex
    while let open = bytes[textStart...].firstPair(of: TemplateTag.open) {
      let inside = bytes.index(open, offsetBy: 2)
      guard let close = bytes[inside...].firstPair(of: TemplateTag.close) else {
        line += bytes[lineStart..<open].lineBreaks
        if textStart < open { pieces.append(.text(part[textStart..<open])) }
        return pieces + [.tag(TemplateTag(kind: .unclosed, name: "", source: part[open...], line: line))]
      }
      line += bytes[lineStart..<open].lineBreaks
      lineStart = open
      if textStart < open { pieces.append(.text(part[textStart..<open])) }
      var end = bytes.index(close, offsetBy: 2)
      // Of three braces that open, three close.
      if bytes[inside] == TemplateTag.open, end < bytes.endIndex, bytes[end] == TemplateTag.close {
        end = bytes.index(after: end)
      }
      pieces.append(.tag(TemplateTag(part[open..<end], inside: part[inside..<close], line: line)))
      textStart = end
    }
    if textStart < bytes.endIndex { pieces.append(.text(part[textStart...])) }
    return pieces
  }

  /// The tag, of a piece that is one.
  package var tag: TemplateTag? {
    if case .tag(let tag) = self { tag } else { nil }
  }
}

/// What stands in double braces, `{{name}}` or `{{{name}}}`.
package struct TemplateTag: Equatable, Sendable {
  /// Says what a tag asks for.
  package enum Kind: Equatable, Sendable {
    /// A value: `{{name}}`, `{{{name}}}`, `{{&name}}`.
    case variable
    /// Nothing: `{{! … }}`, `{{}}`.
    case comment
    /// What stands up to its end, when the value is not empty: `{{#name}}`.
    case section
    /// What stands up to its end, when the value is empty: `{{^name}}`.
    case inverted
    /// The end of a section: `{{/name}}`.
    case end
    /// The value of the section it is in: `{{.}}`.
    case item
    /// Something else of Mustache or Handlebars, such as a partial.
    case other
    /// It is never closed by `}}`.
    case unclosed
  }

  /// Says what it asks for.
  package var kind: Kind
  /// The name in it, cleaned (``VariableName``): editors break lines within tags.
  package var name: String
  /// The tag as it was written.
  package var source: Substring
  /// The line it starts in, from 1.
  package var line: Int

  init(kind: Kind, name: String, source: Substring, line: Int) {
    (self.kind, self.name, self.source, self.line) = (kind, name, source, line)
  }

  fileprivate init(_ source: Substring, inside: Substring, line: Int) {
    var name = inside.trimming { $0 == "{" || $0 == "}" || $0.isWhitespace }
    var kind = Kind.variable
    if name.utf8.firstPair(of: Self.open) != nil {
      (kind, name) = (.unclosed, "")
    } else {
      let mark = name.first
      switch mark {
      case nil, "!": kind = .comment
      case "#": kind = .section
      case "^": kind = .inverted
      case "/": kind = .end
      case ">", "=", "<", "@": kind = .other
      case ".": kind = name.count == 1 ? .item : .other
      default: break
      }
      if let mark, "#^/&><=".contains(mark) { name = name.dropFirst() }
    }
    self.init(kind: kind, name: VariableName.cleaned(name), source: source, line: line)
  }

  fileprivate static let open = UInt8(ascii: "{")
  fileprivate static let close = UInt8(ascii: "}")
}

extension BidirectionalCollection<UInt8> {
  /// Where a byte stands twice in a row for the first time.
  fileprivate func firstPair(of byte: UInt8) -> Index? {
    var index = startIndex
    while let first = self[index...].firstIndex(of: byte) {
      let next = self.index(after: first)
      guard next < endIndex else { return nil }
      if self[next] == byte { return first }
      index = next
    }
    return nil
  }

  /// Counts LF, CR and CRLF.
  fileprivate var lineBreaks: Int {
    var count = 0
    var last: UInt8 = 0
    for byte in self {
      if byte == 0x0D || (byte == 0x0A && last != 0x0D) { count += 1 }
      last = byte
    }
    return count
  }
}

extension Substring {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> Substring {
    var part = self
    while let first = part.first, isTrimmed(first) { part.removeFirst() }
    while let last = part.last, isTrimmed(last) { part.removeLast() }
    return part
  }
}
