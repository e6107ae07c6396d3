/// Why a text is not an address. Says nothing of the text itself, so that it may be logged.
package struct AddressProblem: Error, Hashable {
  /// The kinds a caller can tell apart.
  package enum Code: String, CaseIterable, Sendable {
    case empty, noAt, severalAts, space, controlCharacter, displayName, quoted, emptyLocalPart, badLocalPart
    case localPartTooLong, nonASCIILocalPart, badDomain, domainTooLong, noDot, addressTooLong, severalAddresses
    case noCountryCode, nationalNumber, badPhoneCharacter, phoneTooShort, phoneTooLong, trunkZero, leadingZeroLost,
      landline
  }

  /// The kind.
  package var code: Code

  /// Makes a problem of a kind.
  package init(_ code: Code) { self.code = code }
}
