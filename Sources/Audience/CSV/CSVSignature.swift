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

  /// The encoding that bytes may be in; `nil` when nothing speaks for one.
  ///
  /// Letters of the West stand alone among those of ASCII, as `ü` in `Müller`; those of East Asia are pairs of bytes and in a
  /// row. CP949 (Korean Windows) and GB18030 (China) use the same pairs. In the former, syllables fill the rows up to 0xC8,
  /// and what lies beyond is Hanja, which nobody's name is written in today; in the latter, more than a third of all text is
  /// beyond. Four bytes with digits at second and fourth place are GB18030's alone. Kana have rows of their own, and pairs of
  /// Shift-JIS begin where the others hardly ever do.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    let pairs = PairCount(bytes)
    if pairs.hasFourBytes { return .chinese }
    if isShiftJIS(bytes) { return .japanese }
    let runs = RunCount(bytes)
    if runs.odd * 2 > runs.count {
      return runs.single * 2 > runs.count && !bytes.contains(where: noLetter.contains) ? .western : nil
    }
    guard pairs.isValid, pairs.count > 0 else { return nil }
    if pairs.kana * 4 > pairs.count { return .japanese }
    if pairs.beyond * 5 > pairs.count { return .chinese }
    return pairs.count < 8 ? .koreanOrChinese : .korean
  }

  /// What Windows-1252 has no letter for, and one that hardly any name has.
  private static let noLetter: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF]

  /// Whether all of it may be Shift-JIS, and most begins where CP949 and GB18030 have their rare letters. A quotation mark of
  /// Windows-1252 does too, but is followed by ASCII.
  private static func isShiftJIS(_ bytes: [UInt8]) -> Bool {
    var (letters, typical, high) = (0, 0, 0)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80 else { continue }
      letters += 1
      // Half-width katakana are one byte.
      if (0xA1...0xDF).contains(lead) { continue }
      guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead) else { return false }
      guard index < bytes.endIndex else { break }
      let trail = bytes[index]
      guard (0x40...0xFC).contains(trail), trail != 0x7F else { return false }
      if lead <= 0x9F { typical += 1 }
      if trail >= 0x80 { high += 1 }
      index += 1
    }
    return typical * 2 > letters && high * 4 >= typical
  }
}

/// What bytes are as pairs of CP949 or GB18030.
private struct PairCount {
  var count = 0
  /// Those that CP949 has no syllables for, and those in the rows of kana.
  var beyond = 0
  var kana = 0
  var hasFourBytes = false
  var isValid = true

  init(_ bytes: [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(lead) else {
        isValid = false
        return
      }
      // The window may end in the middle of one.
      guard index + 1 < bytes.endIndex else { return }
      let trail = bytes[index + 1]
      if (0x30...0x39).contains(trail) {
        guard index + 3 < bytes.endIndex else { return }
        hasFourBytes = bytes[index + 2] >= 0x81 && (0x30...0x39).contains(bytes[index + 3])
        isValid = hasFourBytes
        return
      }
      guard (0x40...0xFE).contains(trail), trail != 0x7F else {
        isValid = false
        return
      }
      let isKorean = trail >= 0x81 || (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail)
      count += 1
      if !isKorean || lead > 0xC8 { beyond += 1 }
      if (lead == 0xA4 || lead == 0xA5) && trail >= 0xA1 { kana += 1 }
      index += 2
    }
  }
}

/// How bytes beyond ASCII stand together.
private struct RunCount {
  var count = 0
  /// Those of an odd number of bytes, and those of one.
  var odd = 0
  var single = 0

  init(_ bytes: [UInt8]) {
    var length = 0
    for byte in bytes + [0] {
      if byte >= 0x80 {
        length += 1
      } else if length > 0 {
        count += 1
        if length % 2 == 1 { odd += 1 }
        if length == 1 { single += 1 }
        length = 0
      }
    }
  }
}
