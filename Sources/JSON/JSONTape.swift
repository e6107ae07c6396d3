/// Reads a JSON document into a flat list of nodes: members follow their object, keys precede their values.
///
/// Nothing is copied or converted until somebody asks for it, the list is used again for the next document, and no
/// recursion means that no nesting can overflow the stack. <https://www.rfc-editor.org/rfc/rfc8259>
public struct JSONTape: Sendable {
  /// Bounds how many containers may be within each other.
  public static let depthLimit = 128
  /// Bounds a document, in bytes.
  public static let sizeLimit = 64 * 1024 * 1024

  /// Lists the nodes of the last document.
  public private(set) var nodes: [JSONNode] = []
  /// The indexes of the containers that are open.
  private var open: [Int] = []

  /// Makes an empty tape.
  public init() {}

  /// Reads one document; white space may surround it.
  ///
  /// The bytes must be valid UTF-8.
  ///
  /// - Throws: ``JSONProblem`` with the place of the first fault.
  public mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) {
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    guard bytes.count <= Self.sizeLimit else { throw JSONProblem(text: "the document is too long", offset: 0) }
    var index = Self.skipSpace(bytes, 0)
    var needsKey = false
    while true {
      if needsKey {
        index = try parseKey(bytes, index)
        needsKey = false
      }
      guard index < bytes.count else { throw Self.truncated(bytes) }
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard open.count < Self.depthLimit else {
          throw JSONProblem(text: "values are nested deeper than \(Self.depthLimit)", offset: index)
        }
        let isObject = byte == UInt8(ascii: "{")
        open.append(nodes.count)
        append(isObject ? .object : .array, index, index + 1)
        index = Self.skipSpace(bytes, index + 1)
        guard index < bytes.count else { throw Self.truncated(bytes) }
        if bytes[index] != byte + 2 {
          needsKey = isObject
          continue
        }
      } else {
        index = try parseScalar(bytes, index)
      }
      guard let next = try close(bytes, index, &needsKey) else { return }
      index = next
    }
  }

  /// Closes what ends here, up to the next value; `nil` at the end of the document.
  private mutating func close(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ needsKey: inout Bool
  ) throws(JSONProblem) -> Int? {
    var index = Self.skipSpace(bytes, start)
    while let container = open.last {
      guard index < bytes.count else { throw Self.truncated(bytes) }
      let isObject = nodes[container].kind == .object
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") {
        needsKey = isObject
        return Self.skipSpace(bytes, index + 1)
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw JSONProblem(text: "a comma or a closing bracket is missing", offset: index)
      }
      nodes[container].end = Int32(index + 1)
      nodes[container].next = Int32(nodes.count)
      open.removeLast()
      index = Self.skipSpace(bytes, index + 1)
    }
    guard index == bytes.count else { throw JSONProblem(text: "something follows the JSON document", offset: index) }
    return nil
  }

  private mutating func parseKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONProblem) -> Int {
    guard start < bytes.count else { throw Self.truncated(bytes) }
    guard bytes[start] == UInt8(ascii: "\"") else {
      throw JSONProblem(text: "a key in quotes is missing", offset: start)
    }
    let index = Self.skipSpace(bytes, try parseString(bytes, start))
    guard index < bytes.count else { throw Self.truncated(bytes) }
    guard bytes[index] == UInt8(ascii: ":") else { throw JSONProblem(text: "a colon is missing", offset: index) }
    return Self.skipSpace(bytes, index + 1)
  }

  private mutating func parseScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONProblem) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "\""): return try parseString(bytes, start)
    case UInt8(ascii: "t"): return try parseWord(bytes, start, "true", .bool)
    case UInt8(ascii: "f"): return try parseWord(bytes, start, "false", .bool)
    case UInt8(ascii: "n"): return try parseWord(bytes, start, "null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try parseNumber(bytes, start)
    default: throw JSONProblem(text: "no JSON value starts here", offset: start)
    }
  }

  private mutating func parseString(_ bytes: UnsafeBufferPointer<UInt8>, _ quote: Int) throws(JSONProblem) -> Int {
    var index = quote + 1
    var hasEscapes = false
    while true {
      index = JSONScan.skipPlain(bytes, index)
      guard index < bytes.count else { throw Self.truncated(bytes) }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else {
        throw JSONProblem(text: "a control character stands in a string", offset: index)
      }
      hasEscapes = true
      guard index + 1 < bytes.count else { throw Self.truncated(bytes) }
      switch bytes[index + 1] {
      case UInt8(ascii: "u"):
        guard index + 5 < bytes.count else { throw Self.truncated(bytes) }
        guard bytes[(index + 2)...(index + 5)].allSatisfy({ $0.hexValue != nil }) else {
          throw JSONProblem(text: "an escape is not valid", offset: index)
        }
        index += 6
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
        UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        index += 2
      default: throw JSONProblem(text: "an escape is not valid", offset: index)
      }
    }
    append(.string, quote + 1, index, hasEscapes: hasEscapes)
    return index + 1
  }

  private mutating func parseWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString, _ kind: JSONNode.Kind
  ) throws(JSONProblem) -> Int {
    let end = start + word.utf8CodeUnitCount
    guard bytes[start...].prefix(word.utf8CodeUnitCount).elementsEqual(UnsafeBufferPointer(word)) else {
      throw JSONProblem(text: "no JSON value starts here", offset: start)
    }
    append(kind, start, end)
    return end
  }

  private mutating func parseNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONProblem) -> Int {
    var index = start
    func digits() -> Bool {
      let first = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      return index > first
    }
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let lead = index
    var isValid = digits() && (bytes[lead] != 0x30 || index == lead + 1)
    if isValid, index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      isValid = digits()
    }
    if isValid, index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      isValid = digits()
    }
    guard isValid else { throw JSONProblem(text: "a number is not valid", offset: start) }
    append(.number, start, index)
    return index
  }

  @inline(__always)
  private mutating func append(_ kind: JSONNode.Kind, _ start: Int, _ end: Int, hasEscapes: Bool = false) {
    nodes.append(
      JSONNode(
        kind: kind, hasEscapes: hasEscapes, start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end), next: Int32(truncatingIfNeeded: nodes.count + 1)))
  }

  private static func truncated(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONProblem {
    JSONProblem(text: "the JSON document ends too early", offset: bytes.count)
  }

  @inline(__always)
  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
    {
      index += 1
    }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(_ text: StaticString) { self.init(start: text.utf8Start, count: text.utf8CodeUnitCount) }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexValue: UInt16? {
    switch self {
    case 0x30...0x39: UInt16(self) - 0x30
    case 0x41...0x46: UInt16(self) - 0x37
    case 0x61...0x66: UInt16(self) - 0x57
    default: nil
    }
  }
}
