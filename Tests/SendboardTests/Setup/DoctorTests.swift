import AWS
import Emulator
import Foundation
import HTTPFixture
import Synchronization
import Testing

extension SetupEndToEnd {
  /// Each thing that may be wrong, put wrong on purpose: the doctor tells it, with what to do.
  @Suite struct DoctorTests {
    private let place: Workplace
    private let cloud: Emulator
    private let server: HTTPFixture
    private let answers: Answers

    /// Answers that stand for the emulator's own, by path.
    private final class Answers: Sendable {
      let given = Mutex<[String: FixtureReply]>([:])
      let date = Mutex<String?>(nil)

      func reply(_ request: FixtureRequest, _ forwarder: Forwarder) -> FixtureReply {
        if let answer = given.withLock({ $0[request.target] }) { return answer }
        let date = date.withLock { $0 }.map { [("Date", $0)] } ?? []
        return .handedBack(forwarder.handOn(request), adding: date)
      }
    }

    init() async throws {
      place = try Workplace()
      cloud = try await Emulator()
      answers = Answers()
      server = try HTTPFixture { [answers, forwarder = try Forwarder(to: cloud)] in answers.reply($0, forwarder) }
      let made = try await place.run(["provision", "--yes", "--config", config], environment: cloud.environment)
      #expect(made.status == 0, "\(made.errors)")
    }

    private var config: String { place.file("c.yaml") }

    /// Runs it, and gives each finding as `check result: text (remedy)`.
    private func doctor(_ more: String...) async throws -> [String] {
      let result = try await place.run(
        ["doctor", "--json", "--config", config] + more,
        environment: cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 }, within: .seconds(60))
      return try result.json().map {
        "\($0["check"] ?? "") \($0["result"] ?? ""): \($0["text"] ?? "") (\($0["remedy"] ?? ""))"
      }
    }

    private func expect(
      _ findings: [String], tell beginning: String, with remedy: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(
        findings.contains { $0.hasPrefix(beginning) && (remedy.isEmpty || $0.contains(remedy)) },
        "\(findings.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }

    @Test func theAccount() async throws {
      for (account, beginning, remedy) in [
        (Relay.account(rate: 14, daily: 200, sent: 200), "quota fail: 14 a second, 200 of 200 sent", "wait, or ask"),
        (Relay.account(rate: 14, daily: 200, sent: 190), "quota warn: 14 a second, 190 of 200 sent", "little is left"),
        (Relay.account(rate: 14, daily: 1e300, sent: 1e299), "quota ok: 14 a second", ""),
        (Relay.account(rate: 14, isEnabled: false), "sending fail: SES does not send", "AWS says why"),
        (Relay.account(rate: 14), "production ok: out of the sandbox", ""),
      ] {
        answers.given.withLock { $0["/v2/email/account"] = account }
        expect(try await doctor(), tell: beginning, with: remedy)
      }
      try await cloud.stop()
    }

    @Test func theSender() async throws {
      let verified = FixtureReply.ok(
        #"{"IdentityType":"DOMAIN","VerifiedForSendingStatus":true,"VerificationStatus":"SUCCESS"}"#)
      let pending = FixtureReply.ok(
        #"{"IdentityType":"EMAIL_ADDRESS","VerifiedForSendingStatus":false,"VerificationStatus":"PENDING"}"#)
      answers.given.withLock { $0["/v2/email/identities/news%40example.com"] = pending }
      expect(
        try await doctor("--from", "News <news@example.com>", "--dns", "127.0.0.1:9"),
        tell: "sender fail: news@example.com is not verified (PENDING)",
        with: "answer AWS's mail")
      // A verified domain stands for its addresses.
      answers.given.withLock { $0["/v2/email/identities/example.com"] = verified }
      expect(
        try await doctor("--from", "News <news@example.com>", "--dns", "127.0.0.1:9"),
        tell: "sender ok: news@example.com may send: example.com is verified", with: "")
      expect(
        try await doctor("--from", "kim@other.example", "--dns", "127.0.0.1:9"),
        tell: "sender fail: SES has verified neither",
        with: "verify it")
      try await cloud.stop()
    }

    @Test func clockAndRegion() async throws {
      let format = DateFormatter()
      format.locale = Locale(identifier: "en_US_POSIX")
      format.timeZone = TimeZone(identifier: "UTC")
      format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      for (seconds, result) in [(0.0, "ok"), (60, "warn"), (-600, "fail")] {
        answers.date.withLock { $0 = format.string(from: Date(timeIntervalSinceNow: seconds)) }
        expect(try await doctor(), tell: "clock \(result)", with: result == "ok" ? "" : "timedatectl")
      }
      expect(
        try await doctor("--region", "eu-west-1"),
        tell: "region fail: the region is eu-west-1, but aws.topic in us-east-1", with: "--region")
      try await cloud.stop()
    }

    @Test func theWayOfAnEventAndTheQueues() async throws {
      expect(try await doctor(), tell: "event destination ok", with: "")
      let destination = try #require(
        try await cloud.ses.getConfigurationSetEventDestinations("sendboard").first)
      for (change, beginning) in [
        ({ $0.isEnabled = false }, "event destination fail: \(destination.name) is switched off"),
        ({ $0.types = ["SEND"] }, "event destination fail: these events do not come:"),
      ] as [((inout SESEventDestination) -> Void, String)] {
        var other = destination
        change(&other)
        try await cloud.ses.updateConfigurationSetEventDestination("sendboard", other)
        expect(try await doctor(), tell: beginning, with: "provision")
      }
      let queue = { (name: String) in "\(cloud.url)/000000000000/\(name)" }
      try await cloud.sqs.setQueueAttributes(
        queue("sendboard-events"), ["Policy": #"{"Version":"2012-10-17","Statement":[]}"#])
      expect(
        try await doctor(), tell: "queue policy fail: the event queue's policy does not let", with: "provision")
      try await cloud.sqs.setQueueAttributes(queue("sendboard-send"), ["RedrivePolicy": ""])
      expect(
        try await doctor(), tell: "dead letters fail: the send queue has no dead-letter queue", with: "provision")
      // And what is wrong is put right as it says.
      let mended = try await place.run(["provision", "--yes", "--config", config], environment: cloud.environment)
      #expect(mended.status == 0, "\(mended.errors)")
      let findings = try await doctor()
      #expect(findings.filter { $0.contains(" fail: ") && !$0.hasPrefix("sender") } == [])
      expect(findings, tell: "round trip ok", with: "")
      expect(findings, tell: "email ok: by SES", with: "")
      expect(findings, tell: "sms ok: no provider here", with: "")
      try await cloud.stop()
    }
  }
}
