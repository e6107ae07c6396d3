import JSON
import Testing

@Suite struct JSONWriterTests {
  @Test func quotesWhatJSONWantsQuoted() {
    var json = JSONWriter()
    json.string("a\"b\\c\n\r\t\u{1}\u{1f}/\u{e9}\u{ac00}\u{1f600}\u{fffd}\u{ffff} long enough for two words \u{fffe}")
    #expect(json.text == #""a\"b\\c\n\r\t\u0001\u001f/é가😀"# + "\u{fffd}" + #"\uffff long enough for two words \ufffe""#)
  }

  /// Every byte that needs care, at every place of a word of eight.
  @Test(arguments: 0..<20) func findsEscapesAtEveryPlace(place: Int) {
    let pad = String(repeating: "x", count: place)
    var json = JSONWriter()
    json.string(pad + "\"" + pad + "\u{7}" + pad + "\u{ff0c}" + pad)
    #expect(json.text == "\"\(pad)\\\"\(pad)\\u0007\(pad)\u{ff0c}\(pad)\"")
  }

  @Test func putsCommasBetweenMembersAndElements() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", "1")
      json.member("none", nil as String?)
      json.member("b", 2)
      json.member("c", false)
      json.member("d", 0.5)
      json.member("e", [])
      json.member("f", ["x", "y"])
      json.key("g")
      json.array([1, 2]) { json, number in json.object { $0.member("n", number) } }
      json.key("h")
      json.object { _ in }
    }
    #expect(json.text == #"{"a":"1","b":2,"c":false,"d":0.5,"e":[],"f":["x","y"],"g":[{"n":1},{"n":2}],"h":{}}"#)
  }
}
