/// The characters of the GSM 7-bit default alphabet and its extension table
/// (3GPP TS 23.038: <https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/>,
/// <https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-character.html>).
package enum GSMAlphabet {
  /// How many septets a character takes: one, two for one of the extension table; `nil` when it is in neither.
  package static func septets(of scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x80 { return ascii[Int(scalar.value)] }
    if others.contains(scalar) { return 1 }
    return scalar == "\u{20AC}" ? 2 : nil
  }

  /// By the character's number; `nil` for controls but LF, CR and form feed, and for the back quote.
  private static let ascii: [Int?] = (0..<0x80).map { code in
    guard let scalar = Unicode.Scalar(code) else { return nil }
    switch scalar {
    case "\n", "\r": return 1
    case "^", "{", "}", "\\", "[", "~", "]", "|", "\u{0C}": return 2
    case "`": return nil
    case " "..."~": return 1
    default: return nil
    }
  }

  private static let others: Set<Unicode.Scalar> = Set(
    "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà".unicodeScalars)
}
