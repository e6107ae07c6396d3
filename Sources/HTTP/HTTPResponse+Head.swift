extension HTTPResponse {
  /// Takes an answer apart.
  init(_ raw: RawAnswer) {
    self.init(status: raw.status, headers: Self.fields(raw.head), body: raw.body)
  }

  /// Reads the lines between the status line and the empty line; what follows is the trailer, which no AWS service uses.
  /// A line that begins with white space continues the one before (<https://www.rfc-editor.org/rfc/rfc9112#name-obsolete-line-folding>).
  static func fields(_ head: [UInt8]) -> [HTTPField] {
    var fields: [HTTPField] = []
    fields.reserveCapacity(16)
    head.withUnsafeBufferPointer { head in
      var start = (head.firstIndex(of: 0x0A) ?? head.count - 1) + 1
      while start < head.count {
        let end = head[start...].firstIndex(of: 0x0A) ?? head.count
        let line = head[start..<end]
        start = end + 1
        let text = line.trimmed
        if text.isEmpty { break }
        if line.first == 0x20 || line.first == 0x09 {
          guard let last = fields.indices.last else { continue }
          fields[last].value += (fields[last].value.isEmpty ? "" : " ") + String(decoding: text, as: UTF8.self)
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
          let name = String(decoding: text[..<colon].trimmed, as: UTF8.self)
          fields.append(HTTPField(name, String(decoding: text[(colon + 1)...].trimmed, as: UTF8.self)))
        }
      }
    }
    return fields
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Cuts off white space at both ends, and the carriage return with it.
  fileprivate var trimmed: Self {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return self[start..<end]
  }
}
