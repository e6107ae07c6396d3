import Model
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("Some.One+list@Example.COM", "Some.One+list@example.com"), (" a@b.co \r\n", "a@b.co"),
    ("\u{FEFF}a@b.co\u{3000}", "a@b.co"), ("\u{202A}a@b.co\u{202C}\u{200E}", "a@b.co"),
    ("\u{2068} a@b.co\u{2069}", "a@b.co"),
    ("a@도메인.한국", "a@도메인.한국"), ("o'brien@x-y.example", "o'brien@x-y.example"),
    ("a_b=c@xn--bcher-kva.example", "a_b=c@xn--bcher-kva.example"), ("1@1a.co", "1@1a.co"),
  ])
  func emailIsCanonical(text: String, canonical: String) throws {
    #expect(try EmailAddress(text).description == canonical)
    #expect(try EmailAddress(canonical).description == canonical)
  }

  static let badEmails: [(String, AddressProblem.Code)] = [
    ("", .empty), ("  ", .empty), ("abc", .noAt), ("a@b@c.co", .severalAts), ("a b@c.co", .space),
    ("a@c.co, d@e.co", .severalAddresses), ("a@c.co;d@e.co", .severalAddresses), ("Kim <a@b.co>", .displayName),
    ("<a@b.co>", .displayName), ("\"a\"@b.co", .quoted), ("@b.co", .emptyLocalPart), ("a@", .badDomain),
    (".a@b.co", .badLocalPart), ("a.@b.co", .badLocalPart), ("a..b@c.co", .badLocalPart), ("a(b)@c.co", .badLocalPart),
    ("홍길동@b.co", .nonASCIILocalPart), ("a@b", .noDot), ("a@b.co.", .badDomain), ("a@.b.co", .badDomain),
    ("a@b..co", .badDomain), ("a@-b.co", .badDomain), ("a@b-.co", .badDomain), ("a@b_c.co", .badDomain),
    ("a@192.0.2.1", .badDomain), ("a@[192.0.2.1]", .badDomain), ("a\u{0}@b.co", .controlCharacter),
    ("a\tb@c.co", .controlCharacter), ("a@b\u{200B}c.co", .controlCharacter), ("a@b\u{AD}c.co", .controlCharacter),
    ("a,b@c.co", .badLocalPart),
    (String(repeating: "a", count: 65) + "@b.co", .localPartTooLong),
    ("a@" + String(repeating: "b", count: 64) + ".co", .badDomain),
    ("a@" + String(repeating: "b.", count: 126) + "co", .domainTooLong),
    (String(repeating: "a", count: 64) + "@" + String(repeating: "b.", count: 95) + "co", .addressTooLong),
  ]

  @Test(arguments: badEmails)
  func emailProblems(text: String, code: AddressProblem.Code) {
    #expect(throws: AddressProblem(code)) { try EmailAddress(text) }
  }

  @Test func longestEmail() throws {
    let text = String(repeating: "a", count: 64) + "@" + String(repeating: "b.", count: 93) + "com"
    #expect(text.utf8.count == 254)
    #expect(try EmailAddress(text).description == text)
  }

  @Test(arguments: [
    ("+82 10-1234-5678", "+821012345678"), ("\u{202A}+82 10-1234-5678\u{202C}", "+821012345678"),
    ("+1 (202) 555.0123", "+12025550123"),
    ("+44 (0)20 7946 0958", "+442079460958"),
    (" +821012345678 ", "+821012345678"), ("+39 06 1234 5678", "+390612345678"),
  ])
  func phoneIsCanonical(text: String, canonical: String) throws {
    #expect(try PhoneNumber(text).description == canonical)
  }

  @Test(arguments: [
    ("", AddressProblem.Code.empty), ("010-1234-5678", .nationalNumber), ("821012345678", .noCountryCode),
    ("0082 10 1234 5678", .noCountryCode), ("+0821012345", .noCountryCode), ("+82 010-1234-5678", .trunkZero),
    ("+82 10 1234 567x", .badPhoneCharacter), ("+821", .phoneTooShort), ("+1234567890123456", .phoneTooLong),
    ("+82 10", .phoneTooShort), ("+", .phoneTooShort),
  ])
  func phoneProblems(text: String, code: AddressProblem.Code) {
    #expect(throws: AddressProblem(code)) { try PhoneNumber(text) }
  }

  /// Python's own codec gave the names of these.
  @Test(arguments: [
    ("münchen", "mnchen-3ya"), ("한국", "3e0b707e"), ("옥션", "sk4bv1g"), ("bücher", "bcher-kva"), ("例え", "r8jz45g"),
    ("日本語", "wgv71a119e"),
  ])
  func aDomainHasTwoSpellings(name: String, label: String) throws {
    let (letters, ascii) = ("Kim@\(name).example", "kim@XN--\(label).example")
    #expect(ascii.mailboxKey == "kim@\(name).example")
    #expect(letters.isSameAddress(as: ascii) && ascii.isSameAddress(as: letters))
    #expect(!letters.isSameAddress(as: "kim@xn--\(label)x.example"))
    #expect(Set([try EmailAddress(letters), try EmailAddress(ascii)]).count == 1)
    // What is sent to is what was written.
    #expect(try EmailAddress(ascii).description == "kim@xn--\(label).example")
  }

  @Test(arguments: ["xn--", "xn--\u{fc}", "xn--a-b-c", "xn--99999999999999999999", "xn--zzzzzzzzzzzz-", "xn--a"])
  func whatIsNoSpellingStaysAsItIs(label: String) {
    let address = "kim@\(label).example"
    #expect(address.isSameAddress(as: address))
    #expect(!address.mailboxKey.isEmpty)
  }

  @Test(arguments: [
    ("010-1234-5678", "+821012345678"), ("010 1234 5678", "+821012345678"), ("01012345678", "+821012345678"),
    ("011-123-4567", "+82111234567"), ("016-123-4567", "+82161234567"), ("019-1234-5678", "+821912345678"),
    ("+82 10-1234-5678", "+821012345678"), ("+14255550100", "+14255550100"),
  ]) func nationalNumbersOfANamedCountry(text: String, number: String) throws {
    let found = try PhoneNumber(text, in: .korea)
    #expect(found.description == number)
  }

  /// Each with what is wrong, and never a guess.
  @Test(arguments: [
    ("1012345678", AddressProblem.Code.leadingZeroLost), ("111234567", .leadingZeroLost), ("02-123-4567", .landline),
    ("031-123-4567", .landline), ("1588-1234", .landline), ("050-1234-5678", .landline), ("070-1234-5678", .landline),
    ("012-1234-5678", .landline), ("010-123-456", .landline), ("010-1234-567", .landline),
    ("+82 10-1234-567", .landline), ("010-12345-6789", .landline),
    ("+82 2-123-4567", .landline),
    ("+82 010-1234-5678", .trunkZero), ("821012345678", .noCountryCode), ("0082 10 1234 5678", .noCountryCode),
    ("123", .phoneTooShort), ("", .empty), ("2512345678", .noCountryCode), ("010-1234-567a", .badPhoneCharacter),
  ]) func nationalNumbersThatAreNone(text: String, problem: AddressProblem.Code) {
    #expect(throws: AddressProblem(problem)) { try PhoneNumber(text, in: .korea) }
  }

  @Test func aBrokerIsGivenTheNationalForm() throws {
    #expect(try PhoneNumber("+821012345678").national(in: .korea) == "01012345678")
    #expect(try PhoneNumber("+14255550100").national(in: .korea) == nil)
  }

  @Test func eitherIsToldByItsAtSign() throws {
    #expect(try Channel.address(ofEither: "Kim@Example.com") == EmailAddress("Kim@Example.com").description)
    #expect(try Channel.address(ofEither: "+82 10 1234 5678") == "+821012345678")
    #expect(try Channel.address(ofEither: "010-1234-5678", in: .korea) == "+821012345678")
    #expect(throws: AddressProblem(.nationalNumber)) { try Channel.address(ofEither: "010-1234-5678") }
    #expect(throws: AddressProblem(.noAt)) { try Channel.address(ofEither: "kim") }
  }
}
