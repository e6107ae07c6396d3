/// Input that could not be understood, whole, with the error.
package struct QuarantineEntry: Equatable, Sendable {
  /// Names it within its store.
  package var id: Int64
  /// Says when it happened.
  package var at: Timestamp
  /// Says what is wrong.
  package var error: String
  /// Holds the input, as it came.
  package var bytes: [UInt8]

  /// Makes a value from its parts.
  package init(id: Int64, at: Timestamp, error: String, bytes: [UInt8]) {
    self.id = id
    self.at = at
    self.error = error
    self.bytes = bytes
  }

  /// The input as text; U+FFFD stands for what is no UTF-8.
  package var body: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether ``body`` says it all.
  package var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// The start of the input as text in which `\xNN` stands for each byte that is no UTF-8.
  ///
  /// - Parameter limit: the most bytes to look at.
  package func listed(limit: Int) -> String {
    var text = ""
    var rest = bytes.prefix(limit)
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if let valid = String(validating: rest.prefix(length), as: UTF8.self) {
        text += valid
        rest = rest.dropFirst(length)
      } else if rest.count < length, rest.endIndex < bytes.endIndex {
        // Cut off by the limit, and nothing wrong with it.
        break
      } else {
        text += "\\x" + (first < 0x10 ? "0" : "") + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
