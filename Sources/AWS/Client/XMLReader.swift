/// Reads the XML that AWS's query services answer with: elements, text, the five entities, character references.
///
/// Foundation's parser would do, at the price of linking libxml2. Attributes are passed over, and a document type is
/// refused, so that no entity can be declared (<https://www.w3.org/TR/xml/>).
struct XMLReader {
  private static let depthLimit = 64
  private static let sizeLimit = 8 * 1024 * 1024

  private let bytes: [UInt8]
  private var index = 0

  /// Reads a document into its root element.
  static func read(_ bytes: [UInt8]) throws(AnswerProblem) -> XMLElement {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw AnswerProblem("it is empty") }
    guard bytes.count <= sizeLimit else { throw AnswerProblem("it is too long") }
    var reader = XMLReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    return try reader.readDocument()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readDocument() throws(AnswerProblem) -> XMLElement {
    var open: [XMLElement] = []
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let text = try readText()
        if !open.isEmpty {
          open[open.count - 1].text += text
        } else if text.utf8.contains(where: { $0 > 0x20 }) {
          throw problem("text stands outside of elements")
        }
        continue
      }
      if skip("<?") {
        try skipPast("?>")
      } else if skip("<!--") {
        try skipPast("-->")
      } else if skip("<![CDATA[") {
        let start = index
        try skipPast("]]>")
        guard !open.isEmpty else { throw problem("text stands outside of elements") }
        open[open.count - 1].text += String(decoding: bytes[start..<(index - 3)], as: UTF8.self)
      } else if skip("<!") {
        throw problem("it has a document type, as no answer of AWS has")
      } else if skip("</") {
        guard let element = open.popLast(), try readName() == element.name else {
          throw problem("an end tag does not fit")
        }
        try skipPast(">")
        if try close(element, &open) { return element }
      } else {
        index += 1
        let element = XMLElement(name: try readName())
        if try skipAttributes() {
          if try close(element, &open) { return element }
        } else {
          guard open.count < Self.depthLimit else { throw problem("elements are nested too deeply") }
          open.append(element)
        }
      }
    }
    throw problem("it ends too early")
  }

  /// Hangs an element that ended under its parent; true when it has none and nothing follows.
  private mutating func close(_ element: XMLElement, _ open: inout [XMLElement]) throws(AnswerProblem) -> Bool {
    guard open.isEmpty else {
      open[open.count - 1].children.append(element)
      return false
    }
    guard bytes[index...].allSatisfy({ $0 <= 0x20 }) else { throw problem("something follows the document") }
    return true
  }

  private mutating func readName() throws(AnswerProblem) -> String {
    let start = index
    while index < bytes.count, Self.isInName(bytes[index]) { index += 1 }
    let name = bytes[start..<index]
    guard let first = name.first, first > UInt8(ascii: "9") else { throw problem("a name is missing") }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  /// Goes to the end of a start tag; true when the element is empty (`<a/>`).
  private mutating func skipAttributes() throws(AnswerProblem) -> Bool {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return false
      case UInt8(ascii: "/"):
        guard skip("/>") else { throw problem("a tag is not closed") }
        return true
      case UInt8(ascii: "<"): throw problem("a tag is not closed")
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { throw problem("it ends too early") }
        index = end + 1
      default: index += 1
      }
    }
    throw problem("it ends too early")
  }

  private mutating func readText() throws(AnswerProblem) -> String {
    var output: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "&") {
        output += try readReference().utf8
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func readReference() throws(AnswerProblem) -> String {
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      throw problem("an ampersand stands alone")
    }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      guard name.hasPrefix("#"), let scalar = code.flatMap(Unicode.Scalar.init) else {
        throw problem("a reference is not known")
      }
      return String(scalar)
    }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  private mutating func skipPast(_ text: StaticString) throws(AnswerProblem) {
    while index < bytes.count {
      if skip(text) { return }
      index += 1
    }
    throw problem("it ends too early")
  }

  private func problem(_ text: String) -> AnswerProblem { AnswerProblem("broken XML: \(text), at byte \(index)") }
}
