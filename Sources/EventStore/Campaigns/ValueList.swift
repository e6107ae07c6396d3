/// A recipient's template data on disk: the values joined by U+001F, which is escaped inside them.
///
/// The campaign keeps the column names once. Splitting is several times cheaper than reading JSON, and it is done
/// once a message.
enum ValueList {
  private static let separator: UInt8 = 0x1F
  private static let escape: UInt8 = 0x10

  static func encode(_ values: [String]) -> String {
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(separator) }
      for byte in value.utf8 {
        if byte == separator || byte == escape { bytes.append(escape) }
        // A NUL would end the text in SQLite's C interface.
        bytes.append(byte == 0 ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func decode(_ text: String) -> [String] {
    var values: [String] = []
    var current: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        current.append(byte)
        isEscaped = false
      } else if byte == escape {
        isEscaped = true
      } else if byte == separator {
        values.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
      } else {
        current.append(byte)
      }
    }
    values.append(String(decoding: current, as: UTF8.self))
    return values
  }
}
