/// The country whose national numbers are understood, where an operator says which: a number without a country code could be
/// anybody's.
package enum NumberingPlan: String, CaseIterable, Sendable {
  /// Korea: `010-1234-5678` is `+821012345678`.
  case korea = "KR"

  /// Makes of a national number's digits the digits of the international one.
  ///
  /// Only mobile numbers are taken, for nobody reads a text on another: `01` with `0`, `1` or `6` to `9`, and 7 or 8 digits
  /// (전기통신번호관리세칙: <https://www.law.go.kr/행정규칙/전기통신번호관리세칙>).
  func international(_ digits: [UInt8]) throws(AddressProblem) -> [UInt8] {
    switch self {
    case .korea:
      guard digits.count >= 8 else { throw AddressProblem(.phoneTooShort) }
      // What dials abroad is no national number.
      guard !digits.starts(with: "00".utf8) else { throw AddressProblem(.noCountryCode) }
      if digits.first == UInt8(ascii: "0") {
        let rest = Array(digits.dropFirst())
        guard Self.isKoreanMobile(rest) else { throw AddressProblem(.landline) }
        return Array("82".utf8) + rest
      }
      // Spreadsheets take the leading zero for nothing.
      throw AddressProblem(
        Self.isKoreanMobile(digits) ? .leadingZeroLost : digits.count == 8 ? .landline : .noCountryCode)
    }
  }

  /// Refuses an international number of the country that no text reaches.
  func check(_ digits: [UInt8]) throws(AddressProblem) {
    switch self {
    case .korea:
      guard digits.starts(with: "82".utf8), !Self.isKoreanMobile(Array(digits.dropFirst(2))) else { return }
      throw AddressProblem(.landline)
    }
  }

  /// Whether these are a mobile number's digits without the zero before them.
  private static func isKoreanMobile(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9 || digits.count == 10, digits[0] == UInt8(ascii: "1") else { return false }
    // Those behind 010 have had eight digits from the beginning.
    if digits[1] == UInt8(ascii: "0") { return digits.count == 10 }
    return "16789".utf8.contains(digits[1])
  }
}

extension PhoneNumber {
  /// The number as it is dialled within a country, which is what its brokers take: `01012345678`.
  ///
  /// - Returns: digits; `nil` for a number of another country.
  package func national(in plan: NumberingPlan) -> String? {
    switch plan {
    case .korea: description.hasPrefix("+82") ? "0" + description.dropFirst(3) : nil
    }
  }
}

extension Channel {
  /// Checks an address and brings it into the form in which it is kept.
  ///
  /// - Parameter plan: The country whose national numbers are understood; `nil` for none.
  /// - Throws: ``AddressProblem``.
  package func address(
    _ text: some StringProtocol, in plan: NumberingPlan? = nil
  ) throws(AddressProblem) -> String {
    switch self {
    case .email: try EmailAddress(text).description
    case .sms: try PhoneNumber(text, in: plan).description
    }
  }

  /// An address or a number as stores have it; what is neither stays as it is, and is found nowhere.
  package static func written(_ text: String, in plan: NumberingPlan?) -> String {
    // What is asked for need not be one.
    (try? address(ofEither: text, in: plan)) ?? text
  }

  /// The same for what may be an address of either channel: an at sign is in all addresses of mail, and in no number.
  ///
  /// - Throws: ``AddressProblem``.
  package static func address(
    ofEither text: some StringProtocol, in plan: NumberingPlan? = nil
  ) throws(AddressProblem) -> String {
    let channel: Channel = text.contains { $0.isNumber } && !text.contains("@") ? .sms : .email
    return try channel.address(text, in: plan)
  }
}
