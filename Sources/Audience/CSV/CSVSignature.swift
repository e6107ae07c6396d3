import Model

/// Tells from raw bytes what kind of file it is.
enum CSVSignature {
  /// What speaks against a CSV file in the first bytes, or `nil`.
  ///
  /// - Parameter name: the file's.
  static func problem(_ head: [UInt8], _ name: String) -> FileProblem? {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if head.isEmpty { return .empty }
    if let packing = Packing(head) {
      let command = packing.command(name)
      return packing == .zip ? .workbookOrArchive(command: command) : .packed(packing.rawValue, command: command)
    }
    if starts([0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
    if starts(Array("%PDF".utf8)) { return .pdf }
    return head.contains(0) ? .nulBytes(isAtBeginning: true) : nil
  }

  /// The separator of a header row: the most frequent outside quotes, the comma in doubt.
  static func separator(of row: some Sequence<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in row {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let comma = UInt8(ascii: ",")
    return [UInt8(ascii: ";"), UInt8(ascii: "\t")].reduce(comma) { best, next in
      (counts[next] ?? 0) > (counts[best] ?? 0) ? next : best
    }
  }

  /// The encoding of East Asia that bytes look like; `nil` when they look like none.
  ///
  /// CP949 (Korean Windows) and GB18030 (China) use the same pairs. In the former, syllables fill the rows up to 0xC8, and
  /// what lies beyond is Hanja, which nobody's name is written in today; in the latter, more than a third of all text is
  /// beyond. Four bytes with digits at second and fourth place are GB18030's alone.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    var (pairs, beyond) = (0, 0)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(lead) else { return nil }
      // The window may end in the middle of one.
      guard index + 1 < bytes.endIndex else { break }
      let trail = bytes[index + 1]
      if (0x30...0x39).contains(trail) {
        guard index + 3 < bytes.endIndex else { break }
        guard bytes[index + 2] >= 0x81, (0x30...0x39).contains(bytes[index + 3]) else { return nil }
        return .chinese
      }
      guard (0x40...0xFE).contains(trail), trail != 0x7F else { return nil }
      let isKorean = trail >= 0x81 || (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail)
      pairs += 1
      if !isKorean || lead > 0xC8 { beyond += 1 }
      index += 2
    }
    if pairs == 0 { return nil }
    if beyond * 5 > pairs { return .chinese }
    return pairs < 8 ? .koreanOrChinese : .korean
  }
}
