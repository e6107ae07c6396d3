/// Texts as they stand in addresses and in forms.
enum FormText {
  /// As a form sends it (<https://url.spec.whatwg.org/#urlencoded-serializing>).
  static func encoded(_ text: String) -> String { write(text, plain: "*-._", blank: "+") }

  /// As it stands in a path or a query (<https://www.rfc-editor.org/rfc/rfc3986#section-3.3>).
  static func percentEncoded(_ text: String) -> String { write(text, plain: "-._~:@", blank: "%20") }

  private static func write(_ text: String, plain: StaticString, blank: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    let others = UnsafeBufferPointer(start: plain.utf8Start, count: plain.utf8CodeUnitCount)
    for byte in text.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || others.contains(byte) {
        output.append(byte)
      } else if byte == 0x20 {
        output += blank.utf8
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 0xF)])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
