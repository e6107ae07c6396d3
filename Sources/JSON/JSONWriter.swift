/// JSON being written, as bytes: building a million documents through a tree of values would take most of the time.
///
/// Commas come by themselves between members and elements; whoever appends with ``raw(_:)-(String)`` writes them too.
public struct JSONWriter: Sendable {
  /// Holds what was written so far.
  public var bytes: [UInt8] = []

  /// Makes an empty writer with room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Appends text that is JSON already.
  @inlinable
  public mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends what another writer wrote.
  @inlinable
  public mutating func raw(_ other: JSONWriter) { bytes.append(contentsOf: other.bytes) }

  /// Appends a string value in quotes, escaped as RFC 8259 wants it.
  public mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a document as a string value in quotes, as SNS puts it in its envelope.
  public mutating func string(_ document: JSONWriter) {
    bytes.append(UInt8(ascii: "\""))
    document.bytes.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns what was written as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = JSONScan.skipSendable(text, 0)
    while index < text.count {
      let byte = text[index]
      if byte == 0xEF {
        // U+FFFE and U+FFFF (EF BF BE, EF BF BF) are fine in JSON, but SQS does not take them.
        if index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE {
          append(text, start..<index)
          raw(text[index + 2] == 0xBE ? "\\ufffe" : "\\uffff")
          index += 2
          start = index + 1
        }
      } else {
        append(text, start..<index)
        start = index + 1
        appendEscape(byte)
      }
      index = JSONScan.skipSendable(text, index + 1)
    }
    append(text, start..<text.count)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if !range.isEmpty { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[range])) }
  }

  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default:
      raw(byte < 0x10 ? "\\u000" : "\\u001")
      bytes.append(Self.digits[Int(byte & 0xF)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
