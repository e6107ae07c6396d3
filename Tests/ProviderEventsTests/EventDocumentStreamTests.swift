import ProviderEvents
import Testing
import TestSupport

private struct Cut: Equatable {
  var text: String
  var line: Int
  var offset: Int
  var hasProblem = false
}

private func cut(_ text: String, piece: Int = 1 << 16, limit: Int = 1 << 20) -> [Cut] {
  var stream = EventDocumentStream(documentLimit: limit)
  var cuts: [Cut] = []
  func take(_ document: EventDocument) {
    cuts.append(
      Cut(text: document.text, line: document.line, offset: document.offset, hasProblem: document.problem != nil))
  }
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: piece) {
    bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { stream.feed($0, take) }
  }
  stream.finish(take)
  return cuts
}

@Suite struct EventDocumentStreamTests {
  @Test(arguments: [
    (#"{"a":1}"# + "\n" + #"{"b":"}{"}"#, [#"{"a":1}"#, #"{"b":"}{"}"#]),
    ("\u{FEFF}{}{}\r\n{}", ["{}", "{}", "{}"]),
    ("[{\"a\":1},\n {\"b\":[{}]}]\n{}", ["{\"a\":1}", "{\"b\":[{}]}", "{}"]),
    ("{\n  \"a\": {\n  },\n \"b\":\n {\n}\n}\n{\n}", ["{\n  \"a\": {\n  },\n \"b\":\n {\n}\n}", "{\n}"]),
    ("oops\nmore\n{}\n", ["oops\nmore", "{}"]), ("{} trailing\n{}", ["{}", "trailing", "{}"]),
    ("{\"a\":\"cut\n{\"b\":1}\n", ["{\"a\":\"cut", "{\"b\":1}"]), ("{\"a\":{\n{\"b\":1}", ["{\"a\":{", "{\"b\":1}"]),
    ("{\"a\":1,\n{\"b\":1}", ["{\"a\":1,", "{\"b\":1}"]), ("{\"a\":1]\n{}", ["{\"a\":1]", "{}"]),
    ("{\"a\":{\"b\":", ["{\"a\":{\"b\":"]), ("[1,{}, \"x\" ,{}]", ["1", "{}", "\"x\"", "{}"]), ("", []), (" \n ", []),
    ("[]\n[{}]\n[ ]", ["{}"]), ("{\"a\":\"\\\\\\\"}\"}{}", ["{\"a\":\"\\\\\\\"}\"}", "{}"]),
    ("{\"Records\":[{\"body\":\"1\"},\n{\"Sns\":{}}]}{}", ["{\"body\":\"1\"}", "{\"Sns\":{}}", "{}"]),
    ("{\"foo\":1,\"Records\":[{\"a\":1},{\"b\":2}],\"x\":[]}{}", ["{\"a\":1}", "{\"b\":2}", "{}"]),
    ("{ \"n\":{\"Records\":[{}]}, \"Messages\" : [ {\"a\":1} ] }", ["{\"a\":1}"]),
    ("{\"n\":{\"Records\":[{}]}}", ["{\"n\":{\"Records\":[{}]}}"]),
    ("{\"x\":1,\"eventType\":\"Send\",\"Records\":[{}]}", ["{\"x\":1,\"eventType\":\"Send\",\"Records\":[{}]}"]),
    // Blanks between documents are nobody's; whatever else is no text is kept to its end.
    ("\0\0\0", ["\0\0\0"]), ("x\u{1}\u{B}\0 \r\n{}\n", ["x\u{1}\u{B}\0", "{}"]),
    ("{\"a\":1}\t\n\0\n", ["{\"a\":1}", "\0"]),
    ("{\"Records\":[1]}", ["{\"Records\":[1]}"]), ("{\"Records\":[", ["{\"Records\":["]),
  ])
  func documents(text: String, expected: [String]) {
    let whole = cut(text)
    #expect(whole.map(\.text) == expected)
    for piece in 1...max(1, min(40, text.utf8.count)) { #expect(cut(text, piece: piece) == whole) }
  }

  @Test func placesAreTold() {
    let cuts = cut("{}\n\nbad\n  {\n}\n{\"Records\":[\n{\"a\":1}\n,{\"b\":2}]}")
    #expect(cuts.map(\.line) == [1, 3, 4, 7, 8])
    #expect(cuts.map(\.offset) == [0, 4, 10, 27, 36])
  }

  @Test(arguments: ["{\"a\":\"", "["])
  func overlongDocumentsAreKeptWhole(start: String) {
    let long = start + String(repeating: "x", count: 3000) + (start == "[" ? "" : "\"}")
    for piece in [1, 100, 1 << 16] {
      let cuts = cut(long + "\n{}", piece: piece, limit: 1000)
      #expect(cuts.map(\.hasProblem) == [true, false])
      #expect(cuts.map(\.text) == [start == "[" ? String(long.dropFirst()) : long, "{}"])
    }
  }

  @Test func whatIsTooLongToBeKeptAtAllIsToldWithItsPlace() {
    let text =
      "{}\n {\"a\":\"\(String(repeating: "x", count: 3000))\"}\n{\"b\":\"\(String(repeating: "y", count: 1992))\"}"
    for piece in [1, 100, 1 << 16] {
      var stream = EventDocumentStream(documentLimit: 1000, storableLimit: 2000)
      var told: [String] = []
      func take(_ document: EventDocument) {
        told.append("\(document.isWhole) \(document.line) \(document.offset) \(document.bytes.count)")
      }
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: piece) {
        bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { stream.feed($0, take) }
      }
      stream.finish(take)
      // The last is as long as is allowed, to the byte.
      #expect(told == ["true 1 0 2", "false 2 4 0", "true 3 3013 2000"], "pieces of \(piece)")
    }
  }

  @Test func everyBoundaryOfRealDocuments() {
    let text =
      Fixtures.all.map(\.document).joined(separator: "\n") + "\n["
      + Fixtures.all.map { Fixtures.sns($0.document) }.joined(separator: ",\n") + "]"
    let whole = cut(text)
    #expect(whole.count == 2 * Fixtures.all.count)
    for piece in [1, 2, 3, 7, 61, 1000, 4096] { #expect(cut(text, piece: piece) == whole) }
  }

  @Test func manyOpenBracketsAreOneUnreadableDocument() {
    let cuts = cut(String(repeating: "[", count: 100_000))
    #expect(cuts.count == 1)
    #expect(cuts.first.flatMap { unreadable($0.text) } != nil)
  }

  @Test func randomBytesGiveTheSameAtAnyBoundary() {
    var generator = SplitMix(5)
    let alphabet = Array("{}[]\",:\\n\n\n \t1a".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(cut(text, piece: 1) == cut(text))
    }
  }
}
