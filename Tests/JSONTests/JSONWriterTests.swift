import JSON
import Testing

@Suite struct JSONWriterTests {
  @Test func quotesWhatJSONWantsQuoted() {
    var json = JSONWriter()
    json.string("a\"b\\c\n\r\t\u{1}\u{1f}/\u{e9}\u{ac00}\u{1f600}\u{ffff}")
    #expect(json.text == #""a\"b\\c\n\r\t\u0001\u001f/é가😀\uffff""#)
  }
}
