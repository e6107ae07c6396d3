import Model
import ProviderEvents
import Testing

/// Whatever the parser says of input is a code of ours, or the store would keep a sentence.
@Suite struct IntakeProblemTests {
  private static let mail = #""mail":{"timestamp":"2026-11-21T01:00:00.000Z","messageId":"m","destination":["a@b.co"]}"#

  @Test(arguments: [
    "", "{", "nonsense", "[1]", "{}", #"{"Type":"Notification","Message":5}"#,
    #"{"Type":"Notification","Message":"{"}"#,
    #"{"eventType":5,\#(mail)}"#, #"{"eventType":"claimed",\#(mail)}"#, #"{"eventType":"Bounce",\#(mail)}"#,
    #"{"eventType":"Open","mail":{"destination":["a@b.co"]},"open":{}}"#,
    #"{"eventType":"Bounce","mail":{"timestamp":"2026-11-21T01:00:00.000Z","destination":[]},"bounce":{}}"#,
  ])
  func itsWordsAreCodes(document: String) throws {
    var parser = EventParser()
    guard case .unreadable(let error) = parser.parse(document) else {
      Issue.record("it was understood: \(document)")
      return
    }
    let problem = try #require(IntakeProblem(stored: error), "\(error)")
    #expect(problem.sentence == error)
    #expect(IntakeProblem.sentence(of: problem.stored) == error)
  }

  @Test func bytesThatAreNoText() throws {
    var parser = EventParser()
    let result = [0x7B, 0xFF, 0x7D].withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) in
      parser.parse(UnsafeRawBufferPointer(bytes))
    }
    guard case .unreadable(let error) = result else {
      Issue.record("it was understood")
      return
    }
    #expect(IntakeProblem(stored: error) == .notUTF8)
  }
}
