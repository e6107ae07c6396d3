import HTTP
import Testing

@testable import AWS

/// Answers that are not what the service promises.
@Suite struct AnswerTests {
  private static let html = "<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>"

  @Test(arguments: [
    (200, "", "an empty answer (HTTP 200, 0 bytes): the JSON document ends too early, at byte 0"),
    (200, #"{"QueueUrl":"https://sq"#, "a JSON answer (HTTP 200, 23 bytes): the JSON document ends too early"),
    (200, "[]", "a JSON answer (HTTP 200, 2 bytes): it is not a JSON object"),
    (200, "{}", #"a JSON answer (HTTP 200, 2 bytes): "QueueUrl" is missing"#),
    (200, #"{"QueueUrl":null}"#, #""QueueUrl" is missing"#),
    (200, #"{"QueueUrl":{"a":1}}"#, #""QueueUrl" is not a text"#),
    (200, html, "an HTML page (HTTP 200, 66 bytes): no JSON value starts here, at byte 0"),
    (500, html, "an HTML page (HTTP 500, 66 bytes) that is not SQS's: is a proxy or another server in the way?"),
    (403, html, "an HTML page (HTTP 403, 66 bytes) that is not SQS's"),
    (500, "", "an empty answer (HTTP 500, 0 bytes) that is not SQS's"),
    (503, #"{"__type":"com.amazonaws.sqs#Thro"#, "a JSON answer (HTTP 503, 33 bytes) that is not SQS's"),
    (404, "no such thing", #"an answer of type "" (HTTP 404, 13 bytes) that is not SQS's"#),
  ])
  func brokenAnswers(status: Int, body: String, words: String) async throws {
    let root = Bench([.status(status, body)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .brokenAnswer)
    #expect(error.description.contains(words), "\(error)")
    #expect(error.status == status)
    #expect(error.isOutcomeUnknown)
    #expect(error.isRetryable == (status == 200 || status >= 500))
  }

  /// Whatever the status says, a gateway may have let the call through before.
  @Test(arguments: [301, 302, 303, 307, 308]) func redirectsAreNamedAndNotFollowed(status: Int) async throws {
    let root = Bench([
      .status(status, "", [HTTPField("location", "https://login.portal.test:8443/start?session=SECRET")])
    ])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.code == .redirected)
    #expect(error.message.contains("redirects to https://login.portal.test:8443;"), "\(error)")
    #expect(!error.description.contains("SECRET"))
    #expect(error.isOutcomeUnknown)
    #expect(root.transport.requests.count == 1)
    #expect(root.sleeps.isEmpty)
  }

  @Test func brokenAnswersAreTriedAgain() async throws {
    let root = Bench([
      .status(500, Self.html), .ok(""), .ok(#"{"QueueUrl":"https://sq"#), .ok(#"{"QueueUrl":"u","More":[1]}"#),
    ])
    #expect(try await root.sqs.getQueueURL("q") == "u")
    #expect(root.sleeps.count == 3)
  }

  @Test func numbersMayComeAsStrings() async throws {
    let root = Bench(
      [
        .ok(
          #"""
          {"SendQuota":{"MaxSendRate":"14","Max24HourSend":5e4,"SentLast24Hours":"12.5"},
           "SendingEnabled":"true","ProductionAccessEnabled":false,"EnforcementStatus":"HEALTHY","New":{"x":[]}}
          """#),
        .ok(#"{"SendQuota":{"MaxSendRate":"fast","Max24HourSend":1,"SentLast24Hours":1}}"#),
      ], retries: .never)
    let account = try await root.ses.getAccount()
    #expect(account.maxSendRate == 14)
    #expect(account.max24HourSend == 50_000)
    #expect(account.sentLast24Hours == 12.5)
    #expect(account.isSendingEnabled)
    #expect(!account.hasProductionAccess)
    let error = try await failure { () throws(AWSError) in try await root.ses.getAccount() }
    #expect(error.message.contains(#""SendQuota.MaxSendRate" is not a number"#), "\(error)")
  }

  @Test func callsThatGiveNothingTakeNothingOrAnObject() async throws {
    let root = Bench([.ok(""), .ok("{}"), .ok("<html></html>")], retries: .never)
    try await root.sqs.setQueueAttributes("u", [:])
    try await root.sqs.setQueueAttributes("u", [:])
    let error = try await failure { () throws(AWSError) in try await root.sqs.setQueueAttributes("u", [:]) }
    #expect(error.code == .brokenAnswer)
  }
}
