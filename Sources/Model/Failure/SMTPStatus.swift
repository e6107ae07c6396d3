/// Enhanced mail system status codes, such as `5.1.1`: <https://www.rfc-editor.org/rfc/rfc3463>.
///
/// Where a server wrote none, its plain reply code stands in: `550`, `421`
/// (<https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1>).
package enum SMTPStatus {
  /// Stands for the words of a passing failure that have no code: "only the class of the error is known"
  /// (<https://www.rfc-editor.org/rfc/rfc3463#section-3.1>).
  package static let passingWithoutCode = "4.0.0"

  /// Finds the code of a bounce or a delay: the enhanced one, or else the plain reply code.
  ///
  /// - Parameters:
  ///   - status: the provider's `status` field; it wins when it holds a code.
  ///   - diagnostic: the receiving server's words, such as `smtp; 550 user unknown`.
  /// - Returns: the code, or `nil` when neither text has one beyond doubt.
  package static func code(status: String?, diagnostic: String?) -> String? {
    enhanced(status: status, diagnostic: diagnostic) ?? status.flatMap(replyCode) ?? diagnostic.flatMap(replyCode)
  }

  /// Finds the enhanced status code of a bounce or a delay.
  ///
  /// - Parameters:
  ///   - status: the provider's `status` field; it wins when it holds a code.
  ///   - diagnostic: the receiving server's words, such as `smtp; 550-5.1.1 The email account does not exist`.
  /// - Returns: the code, or `nil` when neither text has one beyond doubt.
  package static func enhanced(status: String?, diagnostic: String?) -> String? {
    if let status, let code = leading(in: status) { return code }
    return diagnostic.flatMap(quoted(in:))
  }

  /// The first reply code of a failure that stands where a server writes one, with its words behind it.
  private static func replyCode(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for start in bytes.indices where bytes.count - start >= 3 {
      guard bytes[start] == UInt8(ascii: "4") || bytes[start] == UInt8(ascii: "5"), isDigit(bytes[start + 1]),
        isDigit(bytes[start + 2]), isLineStart(bytes, start)
      else { continue }
      // What is glued to a colon may be a port, and 465 and 587 are those of mail: it has to look like a reply throughout.
      let isGlued = start > 0 && bytes[start - 1] == UInt8(ascii: ":")
      if isGlued, !(0x30...0x35).contains(bytes[start + 1]) { continue }
      let ends = isGlued ? " -\t\r\n" : " -\t\r\n:,;"
      if start + 3 == bytes.count || ends.utf8.contains(bytes[start + 3]) {
        return String(decoding: bytes[start..<start + 3], as: UTF8.self)
      }
    }
    return nil
  }

  /// True at the beginning of a text or a line, and behind `smtp;`, `said:` and the like.
  private static func isLineStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    var end = start - 1
    while end >= 0, bytes[end] == 0x20 || bytes[end] == 0x09 { end -= 1 }
    guard end >= 0 else { return true }
    return ";:<\n\r".utf8.contains(bytes[end])
  }

  /// The code a text starts with, as in `5.1.1` or `5.1.1 (bad mailbox)`.
  private static func leading(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = codeEnd(bytes, from: start) else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The first code in a diagnostic that stands where a server writes one.
  ///
  /// IP addresses have four parts, and version numbers follow a program's name; neither follows a reply code or a `#`.
  private static func quoted(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for start in bytes.indices {
      guard let end = codeEnd(bytes, from: start), isPlaceOfCode(bytes, start) else { continue }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return nil
  }

  /// The end of a code that starts here, or `nil`: class 2, 4 or 5, subject 0 to 7, detail 0 to 999.
  private static func codeEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard "245".utf8.contains(bytes[start]) else { return nil }
    var index = start + 1
    guard index + 2 < bytes.count, bytes[index] == dot, (0x30...0x37).contains(bytes[index + 1]),
      bytes[index + 2] == dot
    else { return nil }
    index += 3
    let detail = index
    while index < bytes.count, isDigit(bytes[index]), index - detail < 4 { index += 1 }
    guard (1...3).contains(index - detail) else { return nil }
    guard index < bytes.count else { return index }
    if bytes[index] == dot { return index + 1 < bytes.count && isDigit(bytes[index + 1]) ? nil : index }
    return isLetter(bytes[index]) ? nil : index
  }

  private static func isPlaceOfCode(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    if index > 0, "#([".utf8.contains(bytes[index - 1]) { index -= 1 }
    guard index > 0 else { return true }
    let isMarked = index < start
    let before = bytes[index - 1]
    if !isMarked, ":=;<".utf8.contains(before) { return true }
    if followsReplyCode(bytes, index) { return true }
    guard before == 0x20 || before == 0x09 || before == 0x0A || before == 0x0D else { return false }
    if isMarked { return true }
    // "smtp; 5.1.2 - Unknown", "Status: 5.1.1" and a line of its own, but not "Postfix 4.5.6".
    var end = index - 1
    while end >= 0, bytes[end] == 0x20 || bytes[end] == 0x09 { end -= 1 }
    return end < 0 || ":;=\n\r".utf8.contains(bytes[end])
  }

  /// True after `550 ` or `550-`, the reply code standing alone.
  private static func followsReplyCode(_ bytes: [UInt8], _ start: Int) -> Bool {
    var end = start
    if end > 0, bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    } else {
      while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    }
    guard end < start, end >= 3, "245".utf8.contains(bytes[end - 3]), isDigit(bytes[end - 2]), isDigit(bytes[end - 1])
    else { return false }
    guard end > 3 else { return true }
    let before = bytes[end - 4]
    return !isDigit(before) && !isLetter(before) && before != dot
  }

  private static let dot = UInt8(ascii: ".")
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
