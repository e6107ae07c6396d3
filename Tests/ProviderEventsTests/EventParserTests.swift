import Model
import Ports
import ProviderEvents
import Testing

/// That a document is no event.
private struct NoEvent: Error {}

func events(_ document: String, _ location: SourceLocation = #_sourceLocation) throws -> ParsedEvents {
  var parser = EventParser()
  let result = parser.parse(document)
  guard case .events(let events) = result else {
    Issue.record("no event: \(result)", sourceLocation: location)
    throw NoEvent()
  }
  return events
}

func unreadable(_ document: String) -> String? {
  var parser = EventParser()
  guard case .unreadable(let error) = parser.parse(document) else { return nil }
  return error
}

func ignored(_ document: String) -> String? {
  var parser = EventParser()
  guard case .ignored(let why) = parser.parse(document) else { return nil }
  return why
}

@Suite struct EventParserTests {
  @Test func whoLeavesAllTopicsDoesNotWantAnyMore() throws {
    func isLeft(_ document: String) throws -> [Bool] { try events(document).facts.map(\.isUnsubscription) }
    #expect(try isLeft(Fixtures.subscription) == [true])
    #expect(
      try isLeft(Fixtures.subscription.replacing(#""unsubscribeAll":true"#, with: #""unsubscribeAll":false"#)) == [
        false
      ])
    #expect(try isLeft(Fixtures.open).allSatisfy { !$0 })
  }

  @Test func everyTypeInEveryEnvelopeIsTheSame() throws {
    for (name, document) in Fixtures.all {
      let raw = try events(document)
      #expect(raw.type.name == name)
      #expect(raw.providerID == "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000")
      #expect(raw.subject == "Message sent from Amazon SES")
      #expect(raw.facts.map(\.address) == ["recipient@example.com"])
      #expect(raw.tags == nil)
      let copies = [
        Fixtures.sns(document), Fixtures.sns(document, escapingAll: true), Fixtures.eventBridge(document),
        Fixtures.sns(Fixtures.eventBridge(document)), "\u{FEFF} \(document)\n",
        #"{"Sns":\#(Fixtures.sns(document))}"#, #"{"messageId":"1","body":\#(Fixtures.literal(document))}"#,
        #"{"Body":\#(Fixtures.literal(Fixtures.sns(document)))}"#,
        document.replacing("\n", with: "").replacing("\":", with: "\" :\t"),
      ]
      for copy in copies {
        let read = try events(copy)
        #expect(read.facts == raw.facts)
        #expect(read.at == raw.at)
        #expect(read.type == raw.type)
      }
    }
  }

  @Test func bounce() throws {
    let bounce = try events(Fixtures.bounce)
    #expect(bounce.at.description == "2017-08-05T00:41:02.669Z")
    #expect(
      bounce.facts.first?.classification
        == Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1"))
    #expect(bounce.facts.first?.reason == "smtp; 550 5.1.1 user unknown")
    #expect(
      bounce.detail == #"{"feedbackId":"01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000","#
        + #""reportingMTA":"dsn; mta.example.com"}"#)
  }

  @Test func reasonsAndClassifications() throws {
    #expect(try events(Fixtures.delivery).facts.first?.reason == "250 2.6.0 Message received")
    #expect(try events(Fixtures.reject).facts.first?.reason == "Bad content")
    #expect(try events(Fixtures.reject).facts.first?.classification?.kind == .rejected)
    let failure = try events(Fixtures.renderingFailure)
    #expect(failure.facts.first?.reason == "Attribute 'attributeName' is not present in the rendering data.")
    #expect(failure.detail == #"{"templateName":"MyTemplate"}"#)
    #expect(failure.at.description == "2017-08-05T00:40:02.012Z")
    let delay = try events(Fixtures.deliveryDelay).facts.first
    #expect(
      delay?.classification
        == Classification(kind: .delay, cause: "TransientCommunicationFailure", smtpStatus: "4.4.1"))
    let complaint = try events(Fixtures.complaint).facts.first
    #expect(complaint?.classification == Classification(kind: .complaint, cause: "Complaint", subtype: "abuse"))
    let taken = Fixtures.complaint.replacing("\"abuse\"", with: "\"not-spam\"")
    #expect(try events(taken).facts.first?.classification == nil)
    #expect(try events(Fixtures.click).detail?.contains("http://docs.aws.amazon.com/ses/") == true)
  }

  @Test func bounceNamesOnlyItsOwnRecipients() throws {
    let document = Fixtures.bounce
      .replacing(
        #""destination":["recipient@example.com"]"#, with: #""destination":["recipient@example.com","x@y.co"]"#)
    #expect(try events(document).facts.map(\.address) == ["recipient@example.com"])
    let none = document.replacing("\"bouncedRecipients\"", with: "\"others\"")
    #expect(unreadable(none)?.contains("no recipient") == true)
    let one = Fixtures.bounce.replacing("\"bouncedRecipients\"", with: "\"others\"")
    #expect(try events(one).facts.map(\.address) == ["recipient@example.com"])
  }

  @Test func oneFailedAndOneDelayed() throws {
    let document = Fixtures.event(
      "Bounce", "bounce",
      #"""
      {"bounceType":"Permanent","bounceSubType":"General","timestamp":"2012-05-25T14:59:38.605Z","feedbackId":"f",
       "bouncedRecipients":[{"status":"5.0.0","action":"failed","diagnosticCode":"smtp; 550 user\r\n  unknown",
       "emailAddress":"Mary <mary@Example.COM>"},
       {"status":"4.0.0","action":"delayed","emailAddress":"richard@example.com"}]}
      """#
    ).replacing(
      #""destination":["recipient@example.com"]"#, with: #""destination":["mary@example.com","richard@example.com"]"#)
    let facts = try events(document).facts
    #expect(facts.map(\.address) == ["mary@example.com", "richard@example.com"])
    #expect(facts.map(\.classification?.kind) == [.hard, .delay])
    #expect(facts.map(\.classification?.smtpStatus) == ["5.0.0", "4.0.0"])
    #expect(facts.map(\.reason) == ["smtp; 550 user unknown", nil])
    #expect(facts.first?.identity != facts.last?.identity)
  }

  /// Behind a forwarding the DSN names an address that was never mailed: one destination, one message.
  @Test func aForwardedBounceIsOfTheAddressThatWasMailed() throws {
    let document = Fixtures.bounce.replacing(
      #"{"emailAddress":"recipient@example.com""#, with: #"{"emailAddress":"elsewhere@forward.example""#)
    let found = try events(document)
    #expect(found.facts.map(\.address) == ["recipient@example.com"])
    #expect(found.facts[0].classification?.kind == .hard)
    // Who it was in the end is told.
    #expect(found.detail?.contains("elsewhere@forward.example") == true)
    #expect(found.facts[0].identity != (try events(Fixtures.bounce)).facts[0].identity)
  }

  private func transient(_ recipient: String, object: String = "") -> String {
    Fixtures.event(
      "Bounce", "bounce",
      #"{"bounceType":"Transient","bounceSubType":"General","timestamp":"2017-08-05T00:41:02.669Z","feedbackId":"f""#
        + object + #","bouncedRecipients":[{"emailAddress":"recipient@example.com""# + recipient + "}]}")
  }

  @Test func anOutOfOfficeAnswerIsAnAutomaticReply() throws {
    let fact = try #require(try events(transient("")).facts.first)
    #expect(fact.type == .automaticReply)
    #expect(fact.classification == Classification(kind: .soft, cause: "Transient", subtype: "General"))
    // Anything of a DSN makes it a bounce.
    for real in [
      transient(#","action":"failed""#), transient(#","status":"4.0.0""#),
      transient(#","diagnosticCode":"smtp; 421 no""#),
      transient("", object: #","reportingMTA":"dsn; a.example""#), transient(#","status":5"#),
      transient(#","diagnosticCode":"the mailbox is unknown""#),
    ] {
      let found = try #require(try events(real).facts.first)
      #expect(found.type == .bounce)
      #expect(found.classification?.isAutomaticReply == false, "\(real)")
    }
    #expect(
      try events(transient(#","action":null,"status":null"#, object: #","reportingMTA":null"#)).facts.first?.type
        == .automaticReply)
  }

  @Test func aComplaintThatNamesAListWasNeverSent() throws {
    let listed = Fixtures.complaint
      .replacing(#""complaintSubType":null"#, with: #""complaintSubType":"OnAccountSuppressionList""#)
    #expect(
      try events(listed).facts.first?.classification
        == Classification(kind: .suppressed, cause: "Complaint", subtype: "OnAccountSuppressionList"))
  }

  /// They share the mail's links: an Open or a Click does not say who.
  @Test func anOpenOfMailToSeveralIsByOneOfThem() throws {
    let several = #""destination":["a@example.com","b@example.com"]"#
    let one = #""destination":["recipient@example.com"]"#
    for (document, what) in [(Fixtures.open, EventType.Shared.open), (Fixtures.click, .click)] {
      let facts = try events(document.replacing(one, with: several)).facts
      #expect(facts.map(\.address) == ["a@example.com", "b@example.com"])
      #expect(facts.map(\.type) == [.byOneOfSeveral(what), .byOneOfSeveral(what)])
      // The same one, twice, is no other person.
      let same = #""destination":["recipient@example.com","Recipient@Example.com"]"#
      #expect(try events(document.replacing(one, with: same)).facts.map(\.type) == [what == .open ? .open : .click])
    }
    #expect(try events(Fixtures.delivery.replacing(one, with: several)).facts.map(\.type) == [.delivery])
  }

  @Test(arguments: [
    #"{"notificationType":"Received","mail":{"timestamp":"2017-08-05T00:40:02.012Z","messageId":"m","destination":["us@example.com"]},"receipt":{}}"#,
    #"{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"messageId":"m"},"receipt":{"action":{"type":"Lambda"}}}}"#,
    #"{"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"messageId":"m"},"receipt":{}}}]}"#,
  ])
  func mailThatWasReceivedIsIgnored(document: String) {
    #expect(ignored(document)?.contains("received") == true)
  }

  @Test(arguments: ["Sending Status Disabled", "Sending Status Enabled", "Advisor Recommendation Status Open"])
  func eventsOfTheAccountAreNoEventsOfMail(type: String) {
    let document =
      #"{"version":"0","detail-type":"\#(type)","source":"aws.ses","detail":{"version":"1.0.0","data":{"x":1}}}"#
    #expect(ignored(document)?.contains("account") == true)
    // What is not of SES is not taken for it.
    #expect(unreadable(document.replacing("aws.ses", with: "aws.s3")) != nil)
  }

  @Test func anEventNamesNoMoreThanItsLimit() {
    let list = (0...10_000).map { #""r\#($0)@example.com""# }.joined(separator: ",")
    let document = Fixtures.send.replacing(#"["recipient@example.com"]"#, with: "[\(list)]")
    #expect(unreadable(document)?.contains("10001 recipients") == true)
  }

  @Test func transientWithFinalStatus() throws {
    let document = Fixtures.bounce.replacing("\"Permanent\"", with: "\"Transient\"")
    let found = try events(document).facts.first?.classification
    #expect(found?.kind == .soft)
    #expect(found?.isResendable == false)
  }

  @Test func timesFallBack() throws {
    let odd = Fixtures.bounce.replacing("2017-08-05T00:41:02.669Z", with: "yesterday")
    #expect(try events(odd).at.description == "2017-08-05T00:40:02.012Z")
    let older = odd.replacing("2017-08-05T00:40:02.012Z", with: "")
    #expect(try events(Fixtures.sns(older)).at.description == "2017-08-05T00:41:03.000Z")
    #expect(try events(Fixtures.eventBridge(older)).at.description == "2017-08-05T00:41:04.000Z")
    #expect(try events(Fixtures.sns(older)).facts == events(Fixtures.eventBridge(older)).facts)
    #expect(unreadable(older)?.contains("timestamp") == true)
    let offset = Fixtures.bounce.replacing("2017-08-05T00:41:02.669Z", with: "2017-08-04T19:41:02-05:00")
    #expect(try events(offset).at.description == "2017-08-05T00:41:02.000Z")
  }

  @Test func missingParts() throws {
    let noID = Fixtures.open.replacing("\"messageId\"", with: "\"other\"")
    #expect(try events(noID).providerID == nil)
    let nullSubject = Fixtures.open.replacing(#""subject":"Message sent from Amazon SES""#, with: #""subject":null"#)
    #expect(try events(nullSubject).subject == nil)
    let unnamed = Fixtures.open.replacing(#"["recipient@example.com"],"headers"#, with: #"[],"headers"#)
    #expect(unreadable(unnamed)?.contains("no recipient") == true)
    let notification = Fixtures.bounce.replacing("eventType", with: "notificationType")
    #expect(try events(notification).type == .bounce)
    #expect(unreadable(#"{"eventType":"Bounce","mail":\#(Fixtures.mail())}"#)?.contains("\"bounce\"") == true)
  }

  @Test func unknownTypesAndFieldsAreKept() throws {
    let document = Fixtures.event("Teleport", "teleport", #"{"to": [1, 2]}"#)
    let read = try events(document)
    #expect(read.type == .other("Teleport"))
    #expect(read.detail == #"{"document":{"teleport":{"to":[1,2]}}}"#)
    let extra = Fixtures.open.replacing(#""headersTruncated":"#, with: #""new": "n", "headersTruncated":"#)
      .replacing(#"{"eventType""#, with: #"{"extra":{"a" : "\u0041"},"eventType""#)
    #expect(try events(extra).detail?.hasSuffix(#""mail":{"new":"n"},"document":{"extra":{"a":"\u0041"}}}"#) == true)
    let odd = Fixtures.bounce.replacing(#""action":"failed""#, with: #""action":"failed","mood":"bad""#)
    #expect(try events(odd).detail?.contains("\"mood\":\"bad\"") == true)
    #expect(unreadable(Fixtures.event("claimed", "x", "{}"))?.contains("keeps for its own") == true)
  }

  @Test func ourTags() throws {
    func tags(_ message: String) -> String {
      #"{"sendboard-store":["s1"],"sendboard-campaign":["7"],"sendboard-message":\#(message),"sendboard-attempt":["2"]}"#
    }
    let mail = Fixtures.mail(tags: tags(#"["41"]"#))
    let read = try events(Fixtures.event("Send", "send", "{}", mail: mail))
    let message = MessageID(rawValue: 41)
    #expect(read.tags == MessageTags(store: "s1", campaign: CampaignID(rawValue: 7), message: message, attempt: 2))
    for bad in [#"[]"#, #"["x"]"#, #"[41]"#, #"[""]"#, #"["99999999999999999999"]"#, #"["-1"]"#, "null"] {
      #expect(try events(Fixtures.event("Send", "send", "{}", mail: Fixtures.mail(tags: tags(bad)))).tags == nil)
    }
  }

  @Test func notEvents() {
    var parser = EventParser()
    let text = "Successfully validated SNS topic for Amazon SES event publishing."
    let ignored = [
      text, Fixtures.literal(text), Fixtures.sns(text),
      #"{"Type":"SubscriptionConfirmation","Token":"t","Message":"You have chosen to subscribe"}"#,
      #"{"Type":"UnsubscribeConfirmation","Message":"x"}"#,
      #"{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed"}"#,
    ]
    for document in ignored {
      guard case .ignored = parser.parse(document) else {
        Issue.record("not ignored: \(document)")
        continue
      }
    }
    let broken: [(String, String)] = [
      ("", "empty"), ("hello", "not JSON"), ("{", "too early"), ("[]", "not an object"), ("{}", "neither"),
      ("{} x", "follows"), (#"{"a":01}"#, "number"), (#"{"a":"\x"}"#, "escape"), ("{\"a\":\"\u{1}\"}", "control"),
      (#"{"a" 1}"#, "colon"), ("{a:1}", "key"), (#"{"a":1 "b":2}"#, "comma"), (#"{"a":tru}"#, "no JSON value"),
      (#"{"eventType":7}"#, "not a text"), (Fixtures.sns("what?"), "in the SNS message: not JSON"),
      (String(repeating: "[", count: 100_000), "nested"), (String(repeating: #"{"a":"#, count: 100_000), "nested"),
    ]
    for (document, error) in broken { #expect(unreadable(document)?.contains(error) == true) }
    let invalid: [UInt8] = Array(#"{"eventType":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)
    #expect(invalid.withUnsafeBytes { parser.parse($0) } == .unreadable(error: "the text is not valid UTF-8"))
  }

  @Test func largeBodiesAndSurrogates() throws {
    let header = #"{"name":"X-Filler","value":"\#(String(repeating: "f", count: 1000))"},"#
    let large = Fixtures.bounce.replacing(
      #""headers":["#, with: #""headers":[\#(String(repeating: header, count: 300))"#)
    #expect(try events(Fixtures.sns(large)).facts == events(Fixtures.bounce).facts)
    let subject = Fixtures.open.replacing(
      #""subject":"Message sent from Amazon SES""#, with: #""subject":"\uD83D\uDE00 홍 \ud83d""#)
    #expect(try events(Fixtures.sns(subject)).subject == "😀 홍 \u{FFFD}")
  }
}
