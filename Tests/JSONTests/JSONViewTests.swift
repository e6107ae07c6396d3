import JSON
import Testing

@Suite struct JSONViewTests {
  @Test(arguments: [
    (#""plain""#, "plain"), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"), (#""\u00e9\uac00""#, "é가"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\ud83d""#, "\u{fffd}"), (#""\ud83dx\ude00""#, "\u{fffd}x\u{fffd}"),
    (#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"), (#""0123456789\n0123456789""#, "0123456789\n0123456789"), (#""""#, ""),
  ])
  func readsStrings(json: String, text: String) throws {
    try read(json) { view in
      #expect(view.text(0) == text)
      #expect(view.unescaped(0) == Array(text.utf8))
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("-12", -12), ("9223372036854775807", 9_223_372_036_854_775_807), ("3.0", 3), ("2e3", 2000),
      ("3.5", nil), ("9223372036854775808", nil), ("\"3\"", nil), ("true", nil),
    ] as [(String, Int64?)])
  func readsWholeNumbers(json: String, number: Int64?) throws {
    try read(json) { #expect($0.integer(0) == number) }
  }

  @Test func readsNumbersAndFlags() throws {
    try read("[14.5,true,false,null]") { view in
      #expect(view.double(1) == 14.5)
      #expect(view.bool(2) == true)
      #expect(view.bool(3) == false)
      #expect(view.bool(4) == nil)
      #expect(view.double(4) == nil)
    }
  }

  private func read(_ json: String, _ body: (JSONView) -> Void) throws {
    var tape = JSONTape()
    try Array(json.utf8).withUnsafeBufferPointer { bytes in
      try tape.parse(bytes)
      tape.nodes.withUnsafeBufferPointer { body(JSONView(bytes: bytes, nodes: $0)) }
    }
  }
}
