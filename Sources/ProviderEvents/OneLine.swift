/// Makes one line of several, for texts that servers wrap as they like.
enum OneLine {
  /// Turns line breaks, control characters and the white space around them into one space.
  static func clean(_ text: String) -> String {
    var text = text
    let (isClean, mayBreak) = text.withUTF8(look)
    if isClean { return text }
    // Unicode's own line breaks: NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
    if mayBreak,
      text.unicodeScalars.contains(where: { $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029 })
    {
      let scalars = text.unicodeScalars.map { [0x85, 0x2028, 0x2029].contains($0.value) ? "\n" : $0 }
      return clean(String(String.UnicodeScalarView(scalars)))
    }
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

  /// Tells whether nothing is to be done, and whether a byte is there with which one of Unicode's line breaks begins.
  private static func look(_ bytes: UnsafeBufferPointer<UInt8>) -> (isClean: Bool, mayBreak: Bool) {
    var (isControl, mayBreak) = (bytes.first == 0x20 || bytes.last == 0x20, false)
    for byte in bytes {
      isControl = isControl || byte < 0x20 || byte == 0x7F
      mayBreak = mayBreak || byte == 0xC2 || byte == 0xE2
    }
    return (!isControl && !mayBreak, mayBreak)
  }
}
