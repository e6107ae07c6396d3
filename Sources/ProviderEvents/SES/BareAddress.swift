import Model

/// Takes an address out of what providers put around it.
enum BareAddress {
  /// `"Name <a@B.example>"` becomes `a@b.example`; `nil` when nothing is left.
  ///
  /// No further check: SES has sent to it, so an address it is.
  static func reduce(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var start = 0
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: ">"), let open = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) {
      (start, end) = (open + 1, end - 1)
    }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return nil }
    let part = bytes[start..<end]
    let text = String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)
    guard let at = part.lastIndex(of: UInt8(ascii: "@")),
      part[at...].contains(where: { $0 &- 0x41 < 26 || $0 >= 0x80 })
    else { return text }
    return text.withLowercasedDomain
  }
}
