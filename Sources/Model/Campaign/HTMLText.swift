/// The text of an HTML body, for whoever reads it on a terminal.
///
/// Nothing is interpreted: tags are taken out, blocks stand on lines of their own, links say where they lead, pictures what
/// they are said to show. Styles, scripts and comments are left out, and since styles are not followed, what they hide is
/// shown. In one pass without recursion: whoever wrote it may have wished us ill.
package struct HTMLText {
  private var output = ""
  /// Line breaks that are owed before the next word.
  private var breaks = 0
  private var wantsBlank = false
  /// Where the links lead that are open, and where their texts begin.
  private var link: (target: String, start: Int)?
  private var preformatted = 0

  /// Returns the text of an HTML document or fragment.
  package static func text(of html: String) -> String {
    var reader = HTMLText()
    reader.read(Array(html.utf8))
    return reader.output
  }

  private init() {}

  private mutating func read(_ bytes: [UInt8]) {
    var index = 0
    var start = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let tag = Tag(bytes, at: index) else {
        index += 1
        continue
      }
      add(bytes[start..<index])
      index = tag.end
      if let skipped = tag.skipped { index = Self.end(of: skipped, bytes, from: index) }
      handle(tag)
      start = index
    }
    add(bytes[start...])
    closeLink()
  }

  // MARK: - Text

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let text = HTMLEntity.decoded(String(decoding: bytes, as: UTF8.self))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where preformatted > 0:
        breaks = 0
        output += "\n"
      case 0x20 where preformatted > 0, 0x09 where preformatted > 0:
        flush()
        output += " "
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: wantsBlank = true
      default:
        flush()
        output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes the white space that is owed.
  private mutating func flush() {
    if breaks > 0 {
      if !output.isEmpty { output += String(repeating: "\n", count: breaks) }
    } else if wantsBlank, !output.isEmpty, output.last?.isWhitespace != true {
      output += " "
    }
    (breaks, wantsBlank) = (0, false)
  }

  // MARK: - Tags

  private mutating func handle(_ tag: Tag) {
    switch tag.name {
    case "br": breaks = min(2, breaks + 1)
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "hr": breaks = 2
    case "pre":
      preformatted = max(0, preformatted + (tag.isEnd ? -1 : 1))
      breaks = 2
    case "li":
      breaks = max(1, breaks)
      if !tag.isEnd {
        flush()
        output += "- "
      }
    case "div", "tr", "section", "article", "header", "footer", "main", "form", "body", "center", "dt", "dd":
      breaks = max(1, breaks)
    case "td", "th": wantsBlank = true
    case "img":
      if let said = tag.value("alt"), !said.isEmpty { add(Array("[\(said)]".utf8)[...]) }
    case "a":
      closeLink()
      if !tag.isEnd, let target = tag.value("href"), !target.isEmpty {
        link = (HTMLEntity.decoded(target), output.utf8.count)
      }
    default: break
    }
  }

  /// Says where a link leads, unless its text says that already.
  private mutating func closeLink() {
    guard let (target, start) = link else { return }
    link = nil
    let bytes = output.utf8
    let said = String(
      decoding: bytes[bytes.index(bytes.startIndex, offsetBy: min(start, bytes.count))...], as: UTF8.self)
    let shown = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard shown != target, "mailto:\(shown)" != target else { return }
    flush()
    output += shown.isEmpty ? "<\(target)>" : " <\(target)>"
  }

  /// Where what is not shown ends: at its end tag, or with the document.
  private static func end(of name: String, _ bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array("</\(name)".utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], zip(bytes[index...], wanted).allSatisfy({ HTMLText.lower($0) == $1 }) {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  fileprivate static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// A tag or a comment.
private struct Tag {
  var name = ""
  var isEnd = false
  /// Where the text goes on.
  var end: Int
  private var attributes: ArraySlice<UInt8> = []

  /// Reads what begins with `<`; `nil` where that is only a sign.
  init?(_ bytes: [UInt8], at start: Int) {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
      let isComment = bytes[index...].starts(with: "!--".utf8)
      end = Self.end(bytes, from: index, isComment: isComment)
      return
    }
    if bytes[index] == UInt8(ascii: "/") {
      isEnd = true
      index += 1
    }
    let nameStart = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    guard index > nameStart, Self.isLetter(bytes[nameStart]) else { return nil }
    name = String(decoding: bytes[nameStart..<index].map(HTMLText.lower), as: UTF8.self)
    let attributesStart = index
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    // A quote that never ends would take the rest of the document with it.
    if quote != nil { index = bytes[attributesStart...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
    attributes = bytes[attributesStart..<min(index, bytes.count)]
    end = min(index + 1, bytes.count)
  }

  /// The name of what is not shown up to its end.
  var skipped: String? { !isEnd && ["script", "style", "title", "template"].contains(name) ? name : nil }

  /// The value of an attribute; `nil` without it.
  func value(_ wanted: String) -> String? {
    var index = attributes.startIndex
    while index < attributes.endIndex {
      while index < attributes.endIndex, Self.isBlank(attributes[index]) || attributes[index] == UInt8(ascii: "/") {
        index += 1
      }
      let nameStart = index
      while index < attributes.endIndex, !Self.isBlank(attributes[index]), attributes[index] != UInt8(ascii: "=") {
        index += 1
      }
      let name = String(decoding: attributes[nameStart..<index].map(HTMLText.lower), as: UTF8.self)
      while index < attributes.endIndex, Self.isBlank(attributes[index]) { index += 1 }
      guard index < attributes.endIndex, attributes[index] == UInt8(ascii: "=") else {
        if nameStart == index { return nil }
        continue
      }
      index += 1
      while index < attributes.endIndex, Self.isBlank(attributes[index]) { index += 1 }
      let valueStart: Int
      let valueEnd: Int
      if index < attributes.endIndex, attributes[index] == UInt8(ascii: "\"") || attributes[index] == UInt8(ascii: "'")
      {
        valueStart = index + 1
        valueEnd = attributes[valueStart...].firstIndex(of: attributes[index]) ?? attributes.endIndex
        index = min(valueEnd + 1, attributes.endIndex)
      } else {
        valueStart = index
        while index < attributes.endIndex, !Self.isBlank(attributes[index]) { index += 1 }
        valueEnd = index
      }
      if name == wanted { return String(decoding: attributes[valueStart..<valueEnd], as: UTF8.self) }
    }
    return nil
  }

  private static func end(_ bytes: [UInt8], from start: Int, isComment: Bool) -> Int {
    guard isComment else { return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count }
    var index = start + 3
    while index + 2 < bytes.count {
      if bytes[index...].starts(with: "-->".utf8) { return index + 3 }
      index += 1
    }
    return bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isName(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
  private static func isBlank(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }
}
