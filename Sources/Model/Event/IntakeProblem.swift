/// Why input was put into the quarantine.
package enum IntakeProblem: OwnText {
  case brokenJSON(String, byte: String)
  case noJSON(String, byte: String)
  case notUTF8, empty, tooManyEnvelopes, notAnObject, noKnownEnvelope
  case neitherTextNorObject(String)
  case typeIsNoText, ownType, noTimestamp
  case withoutObject(event: String, key: String)
  case noRecipient(event: String)
  case tooManyRecipients(String, most: String)
  case tooLong(bytes: String)
  case fitsNobody
  case unknownType(String)
  /// An event that says of itself when it will happen.
  case ahead(String)
  /// Of the generic event, and of reports that brokers send by themselves.
  case laterVersion, unknownWord, noTime, namesNoMessage, noFailure
  case unknownGateway(String)
  case otherReports(String)
  case unreadReports(String, count: String)
  /// Within an envelope, and at a line of a file: with what is wrong there.
  case within(String, problem: String)
  case atLine(String, problem: String)

  /// What is stored for each.
  package enum Code: String, OwnCode {
    case brokenJSON, noJSON, notUTF8, empty, tooManyEnvelopes, notAnObject, noKnownEnvelope, neitherTextNorObject
    case typeIsNoText, ownType, noTimestamp, withoutObject, noRecipient, tooManyRecipients, tooLong, fitsNobody
    case unknownType, ahead, within, atLine
    case laterVersion, unknownWord, noTime, namesNoMessage, noFailure, unknownGateway, otherReports, unreadReports
  }

  /// Each code with its sentence.
  package static let phrases = Code.allCases.map { (code: $0, phrase: $0.phrase) }

  /// The code and its arguments.
  package var parts: (code: Code, arguments: [String]) {
    switch self {
    case .brokenJSON(let problem, let byte): (.brokenJSON, [problem, byte])
    case .noJSON(let problem, let byte): (.noJSON, [problem, byte])
    case .notUTF8: (.notUTF8, [])
    case .empty: (.empty, [])
    case .tooManyEnvelopes: (.tooManyEnvelopes, [])
    case .notAnObject: (.notAnObject, [])
    case .noKnownEnvelope: (.noKnownEnvelope, [])
    case .neitherTextNorObject(let what): (.neitherTextNorObject, [what])
    case .typeIsNoText: (.typeIsNoText, [])
    case .ownType: (.ownType, [])
    case .noTimestamp: (.noTimestamp, [])
    case .withoutObject(let event, let key): (.withoutObject, [event, key])
    case .noRecipient(let event): (.noRecipient, [event])
    case .tooManyRecipients(let count, let most): (.tooManyRecipients, [count, most])
    case .tooLong(let bytes): (.tooLong, [bytes])
    case .fitsNobody: (.fitsNobody, [])
    case .unknownType(let name): (.unknownType, [name])
    case .ahead(let time): (.ahead, [time])
    case .laterVersion: (.laterVersion, [])
    case .unknownWord: (.unknownWord, [])
    case .noTime: (.noTime, [])
    case .namesNoMessage: (.namesNoMessage, [])
    case .noFailure: (.noFailure, [])
    case .unknownGateway(let gateway): (.unknownGateway, [gateway])
    case .otherReports(let gateway): (.otherReports, [gateway])
    case .unreadReports(let gateway, let number): (.unreadReports, [gateway, number])
    case .within(let envelope, let problem): (.within, [envelope, problem])
    case .atLine(let line, let problem): (.atLine, [line, problem])
    }
  }

  /// Makes a problem of what was stored; `nil` when the arguments are not the code's.
  package init?(_ code: Code, _ arguments: [String]) {
    guard arguments.count == code.phrase.places else { return nil }
    self =
      switch code {
      case .brokenJSON: .brokenJSON(arguments[0], byte: arguments[1])
      case .noJSON: .noJSON(arguments[0], byte: arguments[1])
      case .notUTF8: .notUTF8
      case .empty: .empty
      case .tooManyEnvelopes: .tooManyEnvelopes
      case .notAnObject: .notAnObject
      case .noKnownEnvelope: .noKnownEnvelope
      case .neitherTextNorObject: .neitherTextNorObject(arguments[0])
      case .typeIsNoText: .typeIsNoText
      case .ownType: .ownType
      case .noTimestamp: .noTimestamp
      case .withoutObject: .withoutObject(event: arguments[0], key: arguments[1])
      case .noRecipient: .noRecipient(event: arguments[0])
      case .tooManyRecipients: .tooManyRecipients(arguments[0], most: arguments[1])
      case .tooLong: .tooLong(bytes: arguments[0])
      case .fitsNobody: .fitsNobody
      case .unknownType: .unknownType(arguments[0])
      case .ahead: .ahead(arguments[0])
      case .laterVersion: .laterVersion
      case .unknownWord: .unknownWord
      case .noTime: .noTime
      case .namesNoMessage: .namesNoMessage
      case .noFailure: .noFailure
      case .unknownGateway: .unknownGateway(arguments[0])
      case .otherReports: .otherReports(arguments[0])
      case .unreadReports: .unreadReports(arguments[0], count: arguments[1])
      case .within: .within(arguments[0], problem: arguments[1])
      case .atLine: .atLine(arguments[0], problem: arguments[1])
      }
  }
}

extension IntakeProblem.Code {
  /// What JSON and the command line say.
  package var phrase: Phrase {
    switch self {
    case .brokenJSON: "broken JSON: {}, at byte {}"
    case .noJSON: "not JSON: {}, at byte {}"
    case .notUTF8: "the text is not valid UTF-8"
    case .empty: "the document is empty"
    case .tooManyEnvelopes: "there are too many envelopes in each other"
    case .notAnObject: "the JSON is not an object, so it is no event"
    case .noKnownEnvelope: "the JSON has neither eventType nor notificationType, and is in no known envelope"
    case .neitherTextNorObject: "{} is neither text nor an object"
    case .typeIsNoText: "the event's type is not a text"
    case .ownType: "an event from outside has a type that Sendboard keeps for its own facts"
    case .noTimestamp: "neither the event, nor its mail, nor its envelope has a valid timestamp"
    case .withoutObject: "a {} event without its object \"{}\""
    case .noRecipient: "the {} event names no recipient"
    case .tooManyRecipients: "the event names {} recipients; {} are taken"
    case .tooLong: "the document is longer than {} bytes"
    case .fitsNobody: "it names no recipient, and its tags no message of this store that it fits"
    case .unknownType: "an event of a type that is not known here ({}), about mail that is not known either"
    case .ahead: "the event's time, {}, is more than a day ahead of this host's"
    case .laterVersion: "sendboardEvent is not 1: a later version wrote it"
    case .unknownWord: "the event's type is none of sent, delivered, failed, delayed"
    case .noTime: "the event has no valid 'at', such as 2026-11-21T01:00:03.127Z"
    case .namesNoMessage: "the event names no message: neither 'id', nor 'store', 'campaign', 'message' and 'attempt'"
    case .noFailure: "what failed is not said: 'kind' is none of hard, soft, content, suppressed, undetermined"
    case .unknownGateway: "reports of the gateway {}, which is not known here, or does not send any by itself"
    case .otherReports: "reports of the gateway {} that are not as its file says"
    case .unreadReports: "reports of the gateway {}, of which {} cannot be read"
    case .within: "in {}: {}"
    case .atLine: "line {}: {}"
    }
  }
}
