import Foundation
import HTTPFixture
import Synchronization
import Testing

extension ActionsEndToEnd {
  /// The suppression list of the SES account, which a server of the test's keeps as SES answers
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetSuppressedDestination.html>).
  @Suite struct SuppressAccountTests {
    /// Who is on it, by why.
    private final class List: Sendable {
      let reasons = Mutex(["lee@example.com": "COMPLAINT"])
      let forbids = Mutex(false)

      func reply(_ request: FixtureRequest) -> FixtureReply {
        let path = "/v2/email/suppression/addresses"
        if request.target == "/v2/email/account" {
          return .ok(
            #"""
            {"SendQuota":{"Max24HourSend":200.0,"MaxSendRate":1.0,"SentLast24Hours":0.0},"SendingEnabled":true,
             "ProductionAccessEnabled":true,"EnforcementStatus":"HEALTHY","SuppressionAttributes":{"SuppressedReasons":["COMPLAINT"]}}
            """#)
        }
        if forbids.withLock({ $0 }) && request.method != "GET" {
          return .response(
            403, headers: [("x-amzn-errortype", "AccessDeniedException")], #"{"message":"not authorized"}"#)
        }
        if request.method == "PUT", request.target == path,
          let entry = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: String],
          let address = entry["EmailAddress"]
        {
          reasons.withLock { $0[address] = entry["Reason"] }
          return .ok("{}")
        }
        let address = request.target.dropFirst(path.count + 1).removingPercentEncoding ?? ""
        guard let reason = reasons.withLock({ $0[address] }) else {
          return .response(
            404, headers: [("x-amzn-errortype", "NotFoundException")],
            #"{"message":"Email address \#(address) does not exist on your suppression list."}"#)
        }
        if request.method == "DELETE" {
          reasons.withLock { $0[address] = nil }
          return .ok("{}")
        }
        return .ok(
          """
          {"SuppressedDestination":{"EmailAddress":"\(address)","Reason":"\(reason)","LastUpdateTime":1.7E9,\
          "Attributes":{"MessageId":"0100-m","FeedbackId":"0100-f"}}}
          """)
      }
    }

    private let place: Workplace
    private let list = List()
    private let server: HTTPFixture

    init() throws {
      place = try Workplace()
      server = try HTTPFixture { [list] in list.reply($0) }
      try place.write(
        """
        providers:
          email: ses
        aws:
          region: eu-west-1
          configurationSet: c
          eventQueue: https://sqs.eu-west-1.amazonaws.com/1/e
        """, to: "c.yaml")
    }

    private func suppress(_ words: String...) async throws -> Program.Result {
      try await place.run(
        ["suppress", "account"] + words + ["--config", place.file("c.yaml"), "--json"],
        environment: ["AWS_ACCESS_KEY_ID": "t", "AWS_SECRET_ACCESS_KEY": "t", "AWS_ENDPOINT_URL": server.url])
    }

    private func history() async throws -> [String] {
      try await place.json(["history"]).map {
        "\($0["action"] ?? "") \($0["condition"] ?? ""): \($0["result"] ?? "") \($0["count"] ?? "")"
      }
    }

    @Test func itIsLookedUpAddedToAndTakenFrom() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1)))
      let before = try await history().count
      let found = try await suppress("lee@example.com", "kim@example.com").json()
      #expect(found[0]["isSuppressed"] as? Bool == true && found[0]["reason"] as? String == "COMPLAINT")
      #expect(found[0]["since"] as? String == "2023-11-14T22:13:20.000Z" && found[0]["message"] as? String == "0100-m")
      #expect(found[1]["isSuppressed"] as? Bool == false && found[1]["reason"] is NSNull?)
      #expect(try await history().count == before, "who only looks changes nothing")

      let added = try await suppress("add", "kim@example.com", "--reason", "complaint")
      #expect(added.status == 0 && added.errors.isEmpty, "\(added.errors)")
      #expect(try await suppress("remove", "lee@example.com").status == 0)
      #expect(list.reasons.withLock { $0 } == ["kim@example.com": "COMPLAINT"])
      #expect(
        try await history().dropFirst(before) == [
          "suppress kim@example.com: on the list of the SES account, for a complaint 1",
          "unsuppress lee@example.com: off the list of the SES account 1",
        ])
    }

    @Test func whatSESDoesWithItIsSaid() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1)))
      // The account keeps back for complaints only, and a domain in Hangul is known by its name in ASCII.
      let added = try await suppress("add", "kim@한국.kr")
      #expect(
        added.status == 0 && added.errors.contains("SES sends to it all the same")
          && added.errors.contains("a complaint only"),
        "\(added.errors)")
      #expect(list.reasons.withLock { $0["kim@xn--3e0b707e.kr"] } == "BOUNCE")
      #expect(try await suppress("kim@한국.kr").json()[0]["isSuppressed"] as? Bool == true)
      #expect(try await suppress("remove", "kim@한국.kr").status == 0)
      #expect(list.reasons.withLock { $0["kim@xn--3e0b707e.kr"] } == nil)
    }

    @Test func whatCannotBeIsSaidAndOnRecord() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(1)))
      let before = try await history().count
      let absent = try await suppress("remove", "kim@example.com")
      #expect(absent.status == 1 && absent.errors.contains("kim@example.com is not on the list of the SES account"))
      #expect(try await suppress("add", "kim").errors.contains("'kim': the address has no @"))
      #expect(try await suppress("add", "kim@example.com", "--reason", "anger").status == 64)
      #expect(try await suppress("add", "kim@example.com", "--read-only").status != 0)
      #expect(try await history().count == before)
      list.forbids.withLock { $0 = true }
      let refused = try await suppress("add", "kim@example.com")
      #expect(
        refused.status == 1 && refused.errors.contains("allow ses:PutSuppressedDestination to these credentials"),
        "\(refused.errors)")
      let noted = try await history().dropFirst(before)
      #expect(noted.first == "suppress kim@example.com: on the list of the SES account, for a bounce 1")
      #expect(noted.last?.hasPrefix("suppress kim@example.com: broke off: ") == true && noted.count == 2)
      let other = try await place.run(["suppress", "account", "kim@example.com"])
      #expect(other.status == 1 && other.errors.contains("the provider of email is simulator"), "\(other.errors)")
    }
  }
}
