/// Why a text is not an address. Says nothing of the text itself, so that it may be logged.
package struct AddressProblem: Error, Hashable, CustomStringConvertible {
  /// The kinds a caller can tell apart.
  package enum Code: String, CaseIterable, Sendable {
    case empty, noAt, severalAts, space, controlCharacter, displayName, quoted, emptyLocalPart, badLocalPart
    case localPartTooLong, nonASCIILocalPart, badDomain, domainTooLong, noDot, addressTooLong, severalAddresses
    case noCountryCode, badPhoneCharacter, phoneTooShort, phoneTooLong, trunkZero
  }

  /// The kind.
  package var code: Code

  /// Makes a problem of a kind.
  package init(_ code: Code) { self.code = code }

  /// The reason in words, to follow a line number.
  package var description: String {
    switch code {
    case .empty: "the address is empty"
    case .noAt: "the address has no @"
    case .severalAts: "the address has more than one @"
    case .space: "the address has a space in it"
    case .controlCharacter: "the address has a control or invisible character in it"
    case .displayName: "the address has a name or <> around it: put the bare address in this column"
    case .quoted: "the part before the @ is in quotes, which is not supported"
    case .emptyLocalPart: "nothing stands before the @"
    case .badLocalPart: "the part before the @ has a character or a dot in a place where none may stand"
    case .localPartTooLong: "the part before the @ is longer than 64 characters"
    case .nonASCIILocalPart: "the part before the @ has letters outside ASCII, which the provider does not take"
    case .badDomain: "the domain is not a valid domain name"
    case .domainTooLong: "the domain is longer than 253 characters"
    case .noDot: "the domain has no dot"
    case .addressTooLong: "the address is longer than 254 characters"
    case .severalAddresses: "there is more than one address: put each on a row of its own"
    case .noCountryCode:
      "the number does not start with + and a country code: write it as +82 10-1234-5678, for instance"
    case .badPhoneCharacter: "the number has something other than digits, spaces, dashes, dots and brackets in it"
    case .phoneTooShort: "the number has fewer than 7 digits"
    case .phoneTooLong: "the number has more than 15 digits"
    case .trunkZero: "the number has a 0 after the country code: leave that 0 out"
    }
  }
}
