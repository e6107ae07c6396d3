extension UnsafeBufferPointer<UInt8> {
  /// The bytes without white space around them, also the kinds that spreadsheets and Korean input methods leave
  /// behind, and the marks that programs put around what is copied from them: U+00A0, U+200B to U+200F, U+202A to U+202E,
  /// U+2060 to U+206F, U+3000 and U+FEFF.
  func trimmingBlanks() -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = startIndex
    var end = endIndex
    while start < end {
      let width = Self.blankWidth(self[start..<end])
      guard width > 0 else { break }
      start += width
    }
    trailing: while start < end {
      for width in 1...3 where width <= end - start && Self.blankWidth(self[(end - width)..<end]) == width {
        end -= width
        continue trailing
      }
      break
    }
    return self[start..<end]
  }

  /// The bytes that the blank at the start takes, or 0.
  private static func blankWidth(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let start = bytes.startIndex
    switch bytes[start] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return bytes.count >= 2 && bytes[start + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard bytes.count >= 3 else { return 0 }
      return switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xE3, 0x80, 0x80),
        (0xEF, 0xBB, 0xBF):
        3
      default: 0
      }
    default: return 0
    }
  }
}

extension String {
  /// The text without what a paste brings along at its ends: white space, and marks that are not seen.
  package var withoutBlanksAround: String {
    var text = self
    return text.withUTF8 { String(decoding: $0.trimmingBlanks(), as: UTF8.self) }
  }
}
