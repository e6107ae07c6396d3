import Model
import Testing

@Suite struct SMTPStatusTests {
  @Test(arguments: [
    ("5.1.1", "5.1.1"), (" 4.4.7 (expired)", "4.4.7"), ("5.7.26", "5.7.26"), ("2.1.5", "2.1.5"),
  ])
  func statusField(status: String, code: String) {
    #expect(SMTPStatus.enhanced(status: status, diagnostic: "smtp; 550 5.2.2 other") == code)
  }

  @Test(arguments: [
    ("smtp; 550 5.1.1 user unknown", "5.1.1"),
    ("550-5.1.1 The email account that you tried to reach does not exist", "5.1.1"),
    ("smtp; 550-5.1.1 The account\n550 5.1.1 does not exist", "5.1.1"),
    ("smtp; 550 #5.1.0 Address rejected.", "5.1.0"),
    ("550 (5.2.2) mailbox full", "5.2.2"),
    ("421-4.7.0 [192.0.2.10 15] Our system has detected", "4.7.0"),
    ("smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0 Unable to lookup DNS>", "4.4.7"),
    ("smtp; 5.1.2 - Unknown host", "5.1.2"),
    ("Status: 5.4.1", "5.4.1"),
    ("host mx.example.com[192.0.2.1] said: 554 5.7.1 <a@b.c>: Relay access denied", "5.7.1"),
    ("one of the recipients (x@y.example:550 5.1.1 <x@y.example>)", "5.1.1"),
    ("5.1.1", "5.1.1"),
    ("554  5.7.1 two spaces", "5.7.1"),
    ("550 5.1.1. full stop", "5.1.1"),
  ])
  func diagnostic(text: String, code: String) {
    #expect(SMTPStatus.enhanced(status: nil, diagnostic: text) == code)
    #expect(SMTPStatus.enhanced(status: "n/a", diagnostic: text) == code)
  }

  @Test(arguments: [
    "smtp; 550 user unknown", "connection to 5.1.1.4 refused", "550 5.1.1.4 is blocked", "550 45.1.1 odd",
    "554 rejected by Postfix 4.5.6", "Exim 4.92.3 says no", "running v5.1.1", "550 5.1.1a", "550 3.1.1", "550 5.9.1",
    "see https://example.com/5.1.1/help", "1550 5.1.1 x", "550 5.1.1234", "", "5.1", "5.", "550 ",
  ])
  func noCode(text: String) {
    #expect(SMTPStatus.enhanced(status: nil, diagnostic: text) == nil)
  }

  @Test(arguments: [
    ("smtp; 550 user unknown", "550"), ("550 user unknown", "550"), ("421 try later", "421"), ("550", "550"),
    ("550-first line\n550 second", "550"), ("host mx.example.com[192.0.2.1] said: 554 no", "554"),
    ("delivery expired.<421 no answer>", "421"), ("smtp; 550 5.1.1 x", "5.1.1"),
    ("smtp; 550: unknown", "550"), ("smtp; 550, unknown", "550"), ("smtp;421; later", "421"), ("smtp; 599 x", "599"),
    ("560 a class that is not known", "560"), ("smtp; 4.2 said: 482 odd", "482"),
  ])
  func replyCode(text: String, code: String) {
    #expect(SMTPStatus.code(status: nil, diagnostic: text) == code)
    #expect(SMTPStatus.code(status: "n/a", diagnostic: text) == code)
  }

  @Test(arguments: [
    "see RFC 550 for that", "port 4210 closed", "5501 odd", "250 ok", "smtp; 350: x",
    "mx.example:465: connection refused", "to mx.example:587 refused",
    "mx.example:587, refused", "took 421 seconds", "", "55",
    "550a", "in line:\tabout 450 bytes",
  ])
  func noReplyCode(text: String) {
    #expect(SMTPStatus.code(status: nil, diagnostic: text) == nil)
  }
}
