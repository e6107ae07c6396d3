/// Makes one line of several, for texts that servers wrap as they like.
enum OneLine {
  /// Turns line breaks, control characters and the white space around them into one space.
  static func clean(_ text: String) -> String {
    // Unicode's own line breaks: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
    if text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }),
      text.unicodeScalars.contains(where: { $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029 })
    {
      let scalars = text.unicodeScalars.map { [0x85, 0x2028, 0x2029].contains($0.value) ? "\n" : $0 }
      return clean(String(String.UnicodeScalarView(scalars)))
    }
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) || text.utf8.first == 0x20 || text.utf8.last == 0x20
    else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var breaks = false
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F {
        breaks = true
        while output.last == 0x20 { output.removeLast() }
      } else if breaks && byte == 0x20 || output.isEmpty && byte == 0x20 {
        continue
      } else {
        if breaks, !output.isEmpty { output.append(0x20) }
        breaks = false
        output.append(byte)
      }
    }
    while output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }
}
