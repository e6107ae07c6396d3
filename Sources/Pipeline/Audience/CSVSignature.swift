/// Tells from raw bytes what kind of file it is.
enum CSVSignature {
  /// What speaks against a CSV file in the first bytes, or `nil`.
  static func problem(_ head: [UInt8]) -> CSVError? {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if head.isEmpty { return CSVError(.empty, "the file is empty") }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06]) {
      return CSVError(.notText, "this is an Excel workbook or a ZIP archive; save it as \"CSV UTF-8\"")
    }
    if starts([0xD0, 0xCF, 0x11, 0xE0]) {
      return CSVError(.notText, "this is an old Excel workbook (.xls); save it as \"CSV UTF-8\"")
    }
    if starts(Array("%PDF".utf8)) { return CSVError(.notText, "this is a PDF document, not a CSV file") }
    if starts([0x1F, 0x8B]) { return CSVError(.notText, "this is a gzip archive; unpack it first") }
    if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) {
      return CSVError(.notUTF8, "the file is in UTF-16 (Excel's \"Unicode text\"); save it as \"CSV UTF-8\"")
    }
    if head.contains(0) {
      return CSVError(.notText, "there are NUL bytes: not a CSV file, or one in UTF-16; save it as \"CSV UTF-8\"")
    }
    return nil
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

  /// True when bytes outside ASCII all come in pairs as in CP949, the encoding of Korean Windows.
  static func mayBeKorean(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var iterator = bytes.makeIterator()
    while let lead = iterator.next() {
      guard lead >= 0x80 else { continue }
      guard (0x81...0xFE).contains(lead), let trail = iterator.next() else { return false }
      guard (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || (0x81...0xFE).contains(trail) else {
        return false
      }
    }
    return true
  }
}
