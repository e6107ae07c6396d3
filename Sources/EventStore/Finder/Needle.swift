import Foundation

/// A text that is looked for in others, letters compared without case, and however they are composed: a Mac writes 한글 in
/// parts. Of ASCII it is folded as addresses are; of other letters it is looked for as typed, small, capital and with a
/// capital first.
struct Needle {
  /// What is looked for, folded: any of these.
  private let folded: [[UInt8]]
  /// The text looked into, folded; kept, since millions are looked into.
  private var buffer = [UInt8](repeating: 0, count: 512)

  init(_ text: String) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else {
      folded = [text.utf8.map(Self.fold)]
      return
    }
    let cases = [text, text.lowercased(), text.uppercased(), text.capitalized]
    let forms = cases.flatMap {
      [$0, $0.precomposedStringWithCanonicalMapping, $0.decomposedStringWithCanonicalMapping]
    }
    folded = Set(forms.map { $0.utf8.map(Self.fold) }).sorted { $0.count < $1.count }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether some bytes have it in them.
  mutating func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let shortest = folded.first, bytes.count >= shortest.count else { return false }
    if buffer.count < bytes.count { buffer = [UInt8](repeating: 0, count: bytes.count * 2) }
    return buffer.withUnsafeMutableBytes { buffer in
      for index in 0..<bytes.count { buffer[index] = Self.fold(bytes[index]) }
      let text = UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count])
      return folded.contains { form in form.withUnsafeBytes { Self.isIn(text, $0) } }
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
