import Glibc

/// A text that is looked for in others, ASCII letters compared without case, as addresses are.
struct Needle {
  private let folded: [UInt8]
  /// The text looked into, folded; kept, since millions are looked into.
  private var buffer = [UInt8](repeating: 0, count: 512)

  init(_ text: String) { folded = text.utf8.map(Self.fold) }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether some bytes have it in them.
  mutating func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= folded.count else { return false }
    if buffer.count < bytes.count { buffer = [UInt8](repeating: 0, count: bytes.count * 2) }
    return buffer.withUnsafeMutableBytes { buffer in
      for index in 0..<bytes.count { buffer[index] = Self.fold(bytes[index]) }
      return folded.withUnsafeBytes { Self.isIn(UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count]), $0) }
    }
  }

  private static func isIn(_ text: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer) -> Bool {
    guard let start = text.baseAddress, let wanted = needle.baseAddress, !needle.isEmpty else { return needle.isEmpty }
    var place = 0
    let last = text.count - needle.count
    while place <= last, let hit = memchr(start + place, Int32(needle[0]), last - place + 1) {
      if memcmp(hit, wanted, needle.count) == 0 { return true }
      place = UnsafeRawPointer(hit) - start + 1
    }
    return false
  }

  /// Whether a text has it in it.
  mutating func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isIn(UnsafeRawBufferPointer($0)) }
  }
}
