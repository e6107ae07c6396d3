import Testing

@testable import Model

/// Links and addresses by which a recipient leaves the list, and the headers that they become.
@Suite struct UnsubscribeTests {
  @Test(
    arguments: [
      // RFC 8058, section 8.1 and 8.2: a link, and one with an address beside it.
      (
        "https://example.com/unsubscribe/opaquepart",
        [
          "List-Unsubscribe: <https://example.com/unsubscribe/opaquepart>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ]
      ),
      (
        "mailto:listrequest@example.com?subject=unsubscribe, https://example.com/unsubscribe.html?opaque=123456789",
        [
          "List-Unsubscribe: <https://example.com/unsubscribe.html?opaque=123456789>, "
            + "<mailto:listrequest@example.com?subject=unsubscribe>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ]
      ),
      // One click is for links alone.
      ("off@example.com", ["List-Unsubscribe: <mailto:off@example.com>"]),
      // Values are escaped: what stands in one ends no link and begins no parameter.
      (
        "https://example.com/u?e={{email}}&n={{First Name}} off+{{id}}@example.com",
        [
          "List-Unsubscribe: <https://example.com/u?e=kim%2Bnews%40example.com&n=%EA%B9%80%20%3E%2C%26%3D%0D%0A>, "
            + "<mailto:off+a-Z_1.~%25@example.com>",
          "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ]
      ),
      (
        "https://example.com/u?{{ nothing }}",
        [
          "List-Unsubscribe: <https://example.com/u?>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        ]
      ),
    ]) func headersOf(text: String, wanted: [String]) throws
  {
    let unsubscribe = try #require(try Unsubscribe(text))
    let values = ["email": "kim+news@example.com", "First Name": "김 >,&=\r\n", "id": "a-Z_1.~%"]
    #expect(try unsubscribe.headers(values).map(\.line) == wanted)
    #expect(try Unsubscribe(unsubscribe.text) == unsubscribe, "it is kept as it was")
  }

  @Test(arguments: ["", "  ", " , "]) func nothingIsNoWay(text: String) throws { #expect(try Unsubscribe(text) == nil) }

  @Test(
    arguments: [
      ("example.com/u", .notUnderstood("example.com/u")), ("https://", .notUnderstood("https://")),
      ("http://example.com/u", .notSecure("http://example.com/u")),
      ("https://a.example https://b.example", .severalLinks), ("a@x.example, b@x.example", .severalAddresses),
      ("https://example.com/<u>", .character("<")), ("https://example.com/ü", .character("ü")),
      ("https://example.com/\u{1B}[2J", .character("\u{1B}")), ("https://example.com/{{#a}}x{{/a}}", .tag("{{#a}}")),
      ("https://example.com/{{a", .tag("{{a")), ("https://example.com/u?a={{!x}}", .tag("{{!x}}")),
    ] as [(String, UnsubscribeProblem)]) func isRefused(text: String, problem: UnsubscribeProblem)
  {
    #expect(throws: problem) { try Unsubscribe(text) }
  }

  /// SES takes 996 characters of name and value together.
  @Test func whatIsLongerThanSESTakesIsNoHeader() throws {
    let unsubscribe = try #require(try Unsubscribe("https://example.com/{{a}}"))
    // 16 of the name, 2 brackets and 20 of the link beside the value.
    let longest = String(repeating: "x", count: 996 - 38)
    #expect(try unsubscribe.headers(["a": longest])[0].line.utf8.count == 998)
    #expect(throws: UnsubscribeProblem.tooLong(997)) { try unsubscribe.headers(["a": longest + "x"]) }
  }

  @Test func itsVariablesAreTheTemplates() throws {
    let template = Template(
      from: "a@x.example", subject: "{{name}}", text: "{{a}}", html: nil,
      unsubscribe: try Unsubscribe("https://x.example/{{id}}?{{a}}"))
    #expect(template.variables == ["name", "a", "id"])
  }
}
