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
    ("", AddressProblem.Code.empty), ("010-1234-5678", .noCountryCode), ("821012345678", .noCountryCode),
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
}
