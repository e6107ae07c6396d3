import Testing

@testable import AWS

@Suite struct XMLReaderTests {
  @Test func readsElementsTextAndReferences() throws {
    let root = try XMLReader.read(
      Array(
        """
        \u{feff}<?xml version="1.0" encoding="UTF-8"?>
        <!-- a > comment -->
        <ns:A xmlns:ns='x>y' z="a/b>c"><b/><c  d = "e" /><f>1 &lt; 2 &amp;&#x20;&#49;&quot;&apos;&gt;</f>
          <g><![CDATA[<raw> & ]] ]]></g>한글</ns:A>
        """.utf8))
    #expect(root.name == "A")
    #expect(root.children.map(\.name) == ["b", "c", "f", "g"])
    #expect(root["f"]?.text == "1 < 2 & 1\"'>")
    #expect(root["g"]?.text == "<raw> & ]] ")
    #expect(root.text.contains("한글"))
  }

  @Test(arguments: [
    "", "   ", "text", "<a>", "<a></b>", "<a></a><b/>", "<a>&bogus;</a>", "<a>& </a>", "<a>&#xD800;</a>", "<a><b</a>",
    "<a", "<a b=\"", "</a>", "<a/>x", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<1/>", "< a/>",
    String(repeating: "<a>", count: 65), "<a><![CDATA[", "<a><!-- ",
  ])
  func refusesWhatIsBroken(text: String) {
    #expect(throws: AnswerProblem.self) { try XMLReader.read(Array(text.utf8)) }
  }

  /// Whatever the bytes are, reading ends without a trap.
  @Test func survivesEveryPrefixAndEveryChangedByte() {
    let document = Array(#"<?xml?><a b="c"><d>&amp;&#65;</d><!-- e --><f/><![CDATA[g]]></a>"#.utf8)
    for length in 0..<document.count {
      #expect(throws: AnswerProblem.self) { try XMLReader.read(Array(document[..<length])) }
    }
    for place in document.indices {
      for byte in [0, 0x26, 0x2F, 0x3C, 0x3E, 0x3B, 0x22, 0x5D, 0x80, 0xFF] as [UInt8] {
        var changed = document
        changed[place] = byte
        _ = try? XMLReader.read(changed)  // only that it returns
      }
    }
  }
}
