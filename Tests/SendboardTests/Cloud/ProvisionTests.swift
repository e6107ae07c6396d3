import Emulator
import Foundation
import HTTPFixture
import Testing

extension EndToEnd {
  /// The real program sets up the emulator, and finds it in order.
  @Suite struct ProvisionTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func fromNothingToInOrder() async throws {
      let cloud = try await Emulator()
      let config = try place.write("# ours\noperator: kim # me\naws:\n  # names\n  region: us-east-1\n", to: "c.yaml")
      let path = place.file("c.yaml")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let global = ["--config", config]

      let dry = try await place.run(["provision", "--dry-run"] + global, environment: cloud.environment)
      #expect(dry.status == 0 && dry.output.hasPrefix("create queue sendboard-send-dlq\n"), "\(dry.errors)")
      #expect(try place.read("c.yaml").contains("sqs") == false)

      // Nobody can be asked here.
      let asked = try await place.run(["provision"] + global, environment: cloud.environment)
      #expect(asked.status == 1 && asked.errors.contains("--yes") && asked.output.isEmpty)

      let made = try await place.json(["provision", "--yes"] + global, environment: cloud.environment)
      #expect(made.count == 10 && made.allSatisfy { $0["applied"] as? Bool == true })
      #expect(made.last?["action"] as? String == "configure")
      let text = try place.read("c.yaml")
      #expect(
        text.hasPrefix("# ours\noperator: kim # me\naws:\n  # names\n  region: us-east-1\n  sendQueue: \(cloud.url)"))
      #expect(text.hasSuffix("queue: sqs\nprovider: ses\n"))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)

      let again = try await place.run(["provision", "--yes"] + global, environment: cloud.environment)
      #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("nothing to change"), "\(again)")
      #expect(try place.read("c.yaml") == text)

      // What is configured otherwise is a difference, and said as one.
      let changed = try await place.run(
        ["provision", "--yes"] + global,
        environment: cloud.environment.merging(["SENDBOARD_MAX_RECEIVE_COUNT": "5"]) { old, _ in old })
      #expect(changed.output == "change queue sendboard-send: maxReceiveCount 3 → 5\n", "\(changed)")

      let findings = try await place.run(["doctor", "--json"] + global, environment: cloud.environment)
      let verdicts = try findings.json().map { "\($0["check"] ?? "") \($0["result"] ?? "")" }
      #expect(verdicts.contains("round trip ok") && verdicts.contains("queue policy ok"), "\(verdicts)")
      #expect(verdicts.contains("dead letters warn"))
      // The account is new, so nobody may send.
      #expect(verdicts.filter { $0.hasSuffix("fail") } == ["sender fail"] && findings.status == 1)
    }

    @Test func aNamedFileThatIsNotThereYetIsMade() async throws {
      let cloud = try await Emulator()
      let path = place.file("new/c.yaml")
      let made = try await place.run(
        ["provision", "--yes", "--prefix", "news", "--config", path], environment: cloud.environment)
      #expect(made.status == 0 && made.errors.contains(path), "\(made)")
      #expect(try place.read("new/c.yaml").hasPrefix("queue: sqs\nprovider: ses\naws:\n  region: us-east-1\n"))
    }

    @Test func whatServesEmailIsWrittenWhereTheFileSaysIt() async throws {
      let cloud = try await Emulator()
      let path = try place.write(
        "providers:\n  sms: simulator\n  email: simulator # for now\nqueue: embedded\n", to: "c.yaml")
      let made = try await place.run(
        ["provision", "--yes", "--prefix", "own", "--config", path], environment: cloud.environment)
      #expect(made.status == 0, "\(made)")
      #expect(
        try place.read("c.yaml").hasPrefix(
          "providers:\n  sms: simulator\n  email: ses # for now\nqueue: sqs\naws:\n  region: us-east-1\n"))
      try await cloud.stop()
    }

    @Test func aServerThatNeverAnswersEndsInTime() async throws {
      let server = try HTTPFixture(script: .never)
      defer { server.close() }
      let config = try place.write("provider: ses\naws:\n  region: us-east-1\n", to: "c.yaml")
      let result = try await place.run(
        ["doctor", "--config", config],
        environment: ["AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_ENDPOINT_URL": server.url],
        within: .seconds(60))
      #expect(result.status == 1 && result.output.contains("no answer within 10 s"), "\(result)")
    }

    @Test func aRightThatIsMissingIsNamed() async throws {
      let server = try HTTPFixture { request in
        if request.text.contains("GetCallerIdentity") {
          return .response(
            200, headers: [("Content-Type", "text/xml")],
            """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:iam::123456789012:user/kim</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
            </GetCallerIdentityResult></GetCallerIdentityResponse>
            """)
        }
        return .response(
          403, #"{"__type":"com.amazonaws.sqs#AccessDenied","message":"Access to the resource is denied."}"#)
      }
      defer { server.close() }
      let result = try await place.run(
        ["provision", "--yes"],
        environment: [
          "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_REGION": "us-east-1",
          "AWS_ENDPOINT_URL": server.url,
        ])
      #expect(result.status == 1 && result.output.isEmpty && result.errorLines.count == 1, "\(result)")
      #expect(result.errors.contains("allow sqs:GetQueueUrl to these credentials in IAM"), "\(result.errors)")
    }

    @Test(arguments: [[], ["--alarm-email", "ops@example.com"], ["--prefix", "news-2"]])
    func theTemplatePassesTheChecker(options: [String]) async throws {
      let template = try await place.run(["provision", "--template"] + options)
      #expect(template.status == 0, "\(template.errors)")
      let path = try place.write(template.output, to: "template.yaml")
      let lint = try await place.startTool(Emulator.folder + "/cfn-lint", ["--", path]).wait()
      #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    }

    @Test func theDoctorOnTheEmbeddedDefault() async throws {
      let findings = try await place.json(["doctor"])
      #expect(findings.last?["check"] as? String == "AWS")
      #expect((findings.last?["text"] as? String)?.contains("not used") == true)
      #expect(findings.allSatisfy { $0["result"] as? String == "ok" })
    }

    @Test func theDoctorWithoutAnAnswerComesToAnEnd() async throws {
      let config = try place.write("provider: ses\naws:\n  region: us-east-1\n", to: "c.yaml")
      let result = try await place.run(
        ["doctor", "--config", config],
        environment: [
          "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
        ],
        within: .seconds(40))
      #expect(result.status == 1)
      #expect(result.output.contains("fail  credentials"), "\(result.output)")
      #expect(!result.output.contains("\u{1B}"))
    }
  }
}
