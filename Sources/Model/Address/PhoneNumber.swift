/// A telephone number in E.164 form, such as `+821012345678`: <https://www.itu.int/rec/T-REC-E.164>.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number: a `+` and 7 to 15 digits.
  package let description: String

  /// Checks a number and strips spaces, dashes, dots, slashes, brackets and a `(0)`.
  ///
  /// A national number is a problem and never guessed at, unless the operator has named the country: a wrong country code
  /// reaches a stranger.
  ///
  /// - Parameter plan: The country whose national numbers are understood; `nil` for none.
  /// - Throws: ``AddressProblem``.
  package init(_ text: some StringProtocol, in plan: NumberingPlan? = nil) throws(AddressProblem) {
    var digits: [UInt8] = []
    var rest = Substring(text)
    rest.trimBlanks()
    guard let first = rest.first else { throw AddressProblem(.empty) }
    let isInternational = first == "+"
    if isInternational { rest.removeFirst() }
    if let zero = rest.firstRange(of: "(0)") { rest.removeSubrange(zero) }
    for scalar in rest.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(UInt8(scalar.value))
      case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": continue
      default: throw AddressProblem(.badPhoneCharacter)
      }
    }
    if let plan, !isInternational { digits = try plan.international(digits) }
    if !isInternational, plan == nil, digits.first == UInt8(ascii: "0"), !digits.starts(with: "00".utf8) {
      throw AddressProblem(.nationalNumber)
    }
    guard isInternational || plan != nil, digits.first != UInt8(ascii: "0") else {
      throw AddressProblem(.noCountryCode)
    }
    guard digits.count >= 7 else { throw AddressProblem(.phoneTooShort) }
    guard digits.count <= 15 else { throw AddressProblem(.phoneTooLong) }
    // No Korean number keeps its trunk zero; other plans (Italy's) do.
    guard !digits.starts(with: "820".utf8) else { throw AddressProblem(.trunkZero) }
    try plan?.check(digits)
    description = "+" + String(decoding: digits, as: UTF8.self)
  }
}

extension Substring {
  fileprivate mutating func trimBlanks() {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
    }
    while let first, isBlank(first) { removeFirst() }
    while let last, isBlank(last) { removeLast() }
  }
}
