import Testing

@testable import ProviderEvents

@Suite struct OneLineTests {
  @Test(
    "Line breaks and the white space around them become one space; all else stays",
    arguments: [
      ("one", "one"), ("", ""), (" ", ""), ("  a  ", "a"), ("a  b", "a  b"), ("a\r\n  b", "a b"), ("a \t\n b\n", "a b"),
      ("\u{0}a\u{7F}b", "a b"), ("김\u{2028}철\u{85}수\u{2029}", "김 철 수"),
      ("caf\u{E9} \u{2014} “x”", "caf\u{E9} \u{2014} “x”"),
      ("\u{A0}a\u{A0}", "\u{A0}a\u{A0}"),
    ])
  func cleaned(text: String, expected: String) { #expect(OneLine.clean(text) == expected) }
}
