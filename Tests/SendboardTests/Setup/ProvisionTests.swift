import Emulator
import Foundation
import HTTPFixture
import Testing

extension SetupEndToEnd {
  /// The real program sets up the emulator, and finds it in order.
  @Suite struct ProvisionTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func fromNothingToInOrder() async throws {
      let cloud = try await Emulator()
      let own = "# ours\noperator: kim # me\naws:\n  # names\n  region: us-east-1\n"
      let config = try place.write(own, to: "c.yaml")
      let path = place.file("c.provisioned.yaml")
      let global = ["--config", config]

      let dry = try await place.run(["provision", "--dry-run"] + global, environment: cloud.environment)
      #expect(dry.status == 0 && dry.output.hasPrefix("create queue sendboard-send-dlq\n"), "\(dry.errors)")
      #expect(!FileManager.default.fileExists(atPath: path))

      // Nobody can be asked here.
      let asked = try await place.run(["provision"] + global, environment: cloud.environment)
      #expect(asked.status == 1 && asked.errors.contains("--yes") && asked.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: path))

      let made = try await place.json(["provision", "--yes"] + global, environment: cloud.environment)
      #expect(made.count == 10 && made.allSatisfy { $0["applied"] as? Bool == true })
      #expect(made.last?["action"] as? String == "configure")
      #expect(made.last?["name"] as? String == path)
      let text = try place.read("c.provisioned.yaml")
      let queues = cloud.url + "/000000000000/sendboard"
      #expect(
        text.split(separator: "\n").dropFirst().map(String.init) == [
          "queue: sqs", "providers:", "  email: ses", "aws:", "  region: us-east-1", "  sendQueue: \(queues)-send",
          "  deadLetterQueue: \(queues)-send-dlq", "  eventQueue: \(queues)-events",
          "  topic: arn:aws:sns:us-east-1:000000000000:sendboard-events", "  configurationSet: sendboard",
        ])
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      #expect(try place.read("c.yaml") == own)

      let again = try await place.run(["provision", "--yes"] + global, environment: cloud.environment)
      #expect(again.status == 0 && again.output.isEmpty && again.errors.contains("nothing to change"), "\(again)")
      #expect(again.errors.contains("\(path) says so already"), "\(again)")
      #expect(!again.errors.contains("wins over"), "\(again)")
      #expect(try place.read("c.provisioned.yaml") == text)

      // What is configured otherwise is a difference, and said as one.
      let changed = try await place.run(
        ["provision", "--yes"] + global,
        environment: cloud.environment.merging(["SENDBOARD_MAX_RECEIVE_COUNT": "5"]) { old, _ in old })
      #expect(changed.output == "change queue sendboard-send: maxReceiveCount 3 → 5\n", "\(changed)")

      let findings = try await place.run(["doctor", "--json"] + global, environment: cloud.environment)
      let verdicts = try findings.json().map { "\($0["check"] ?? "") \($0["result"] ?? "")" }
      #expect(verdicts.contains("round trip ok") && verdicts.contains("queue policy ok"), "\(verdicts)")
      #expect(verdicts.contains("dead letters warn"))
      #expect(findings.output.contains("queue is sqs, provider is ses, from \(config) and \(path)"), "\(findings)")
      // The account is new, so nobody may send.
      #expect(verdicts.filter { $0.hasSuffix("fail") } == ["sender fail"] && findings.status == 1)
    }

    @Test func aConfigurationNeedNotBeThereToBeProvisionedFor() async throws {
      let cloud = try await Emulator()
      let global = ["--config", place.file("new/c.yaml")]
      let path = place.file("new/c.provisioned.yaml")
      let made = try await place.run(
        ["provision", "--yes", "--prefix", "news"] + global, environment: cloud.environment)
      #expect(made.status == 0 && made.errors.contains("written into \(path)"), "\(made)")
      #expect(!FileManager.default.fileExists(atPath: place.file("new/c.yaml")))
      let findings = try await place.run(["doctor", "--json"] + global, environment: cloud.environment)
      #expect(findings.output.contains("queue is sqs, provider is ses, from \(path)\""), "\(findings)")

      // What was written for another prefix goes.
      let other = try await place.run(
        ["provision", "--yes", "--prefix", "other"] + global, environment: cloud.environment)
      #expect(other.status == 0 && other.errors.contains("written into \(path)"), "\(other)")
      let text = try place.read("new/c.provisioned.yaml")
      #expect(text.contains("configurationSet: other\n") && !text.contains("news"), "\(text)")
    }

    /// A configuration as `provision` left it before it had a file of its own: it reads, it wins, and that is said.
    @Test func whatTheOperatorsFileSaysWinsAndIsSaid() async throws {
      let cloud = try await Emulator()
      let old = "providers:\n  sms: simulator\n  email: simulator # for now\naws:\n  configurationSet: old\n"
      let config = try place.write(old, to: "c.yaml")
      let path = place.file("c.provisioned.yaml")
      let made = try await place.run(
        ["provision", "--yes", "--prefix", "own", "--config", config],
        environment: cloud.environment.merging(["SENDBOARD_QUEUE": "embedded"]) { $1 })
      #expect(made.status == 0, "\(made)")
      #expect(try place.read("c.yaml") == old)
      let notices = [
        "\(config):5: aws.configurationSet is 'old' and wins over 'own' of \(path):11: aws.configurationSet",
        "\(config):3: providers.email is 'simulator' and wins over 'ses' of \(path):4: providers.email",
        "SENDBOARD_QUEUE is 'embedded' and wins over 'sqs' of \(path):2: queue",
      ]
      #expect(
        made.errorLines.filter { $0.contains("wins over") }.map(String.init)
          == notices.map { $0 + ": take it out to use what was provisioned" })

      let findings = try await place.run(["doctor", "--json", "--config", config], environment: cloud.environment)
      #expect(
        findings.output.contains("queue is sqs, provider is simulator, from \(config) and \(path)"), "\(findings)")
      #expect(findings.output.contains(notices[1]), "\(findings)")
      try await cloud.stop()
    }

    /// A fault in the file that was written is told of that file.
    @Test func errorsNameTheFileTheyAreIn() async throws {
      let config = try place.write("operator: kim\n", to: "c.yaml")
      let path = try place.write("# made\nqueue: rabbit\n", to: "c.provisioned.yaml")
      let wrong = try await place.run(["campaigns", "--config", config])
      #expect(wrong.status == 1 && wrong.errors.contains("\(path):2: queue: 'rabbit' is not known"), "\(wrong)")
      _ = try place.write("queue: [\n", to: "c.provisioned.yaml")
      let broken = try await place.run(["campaigns", "--config", config])
      #expect(broken.status == 1 && broken.errors.contains("the configuration \(path) cannot be read"), "\(broken)")
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
