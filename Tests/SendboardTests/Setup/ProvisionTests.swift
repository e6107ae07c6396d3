import Emulator
import Foundation
import HTTPFixture
import Synchronization
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

    /// Texts are set up when they are asked for, are remembered, and are found in order. No emulator offers that service.
    @Test func textsAreSetUpAndChecked() async throws {
      let cloud = try await Emulator()
      let forwarder = try Forwarder(to: cloud)
      let texts = TextServiceStandIn()
      let server = try HTTPFixture { request in
        texts.answer(request) ?? .handedBack(forwarder.handOn(request))
      }
      defer { server.close() }
      let settings = cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 }
      let config = try place.write("operator: kim\n", to: "c.yaml")
      let plain = try await place.run(["provision", "--yes", "--config", config], environment: settings)
      #expect(plain.status == 0 && !plain.output.contains("text-"), "\(plain)")

      let made = try await place.run(["provision", "--yes", "--sms", "--config", config], environment: settings)
      #expect(
        made.output.split(separator: "\n") == [
          "change topic sendboard-events: Policy + SendboardEventsFromSMS", "create text-configuration-set sendboard",
          "create text-event-destination sendboard-events",
        ], "\(made)")
      let file = try place.read("c.provisioned.yaml")
      #expect(file.contains("providers:\n  email: ses\n  sms: aws\n"), "\(file)")
      #expect(file.contains("  textConfigurationSet: sendboard\n"), "\(file)")

      // A later run without a word keeps them.
      let again = try await place.run(["provision", "--yes", "--config", config], environment: settings)
      #expect(again.status == 0 && again.errors.contains("nothing to change"), "\(again)")
      #expect(try place.read("c.provisioned.yaml") == file)

      let checked = try await place.run(
        ["doctor", "--from", "+12065550100", "--from", "+12065550199", "--json", "--config", config],
        environment: settings)
      #expect(checked.status == 1)
      let findings = try checked.json()
      let verdicts = findings.map { "\($0["check"] ?? "") \($0["result"] ?? "")" }
      for wanted in [
        "SMS account warn", "SMS limit warn", "SMS set ok", "SMS events ok", "SMS sender ok", "SMS sender fail",
        "SMS dry run ok", "topic policy ok", "round trip ok",
      ] {
        #expect(verdicts.contains(wanted), "\(wanted): \(verdicts)")
      }
      #expect(verdicts.filter { $0 == "topic policy ok" }.count == 2)
      #expect(texts.dryRuns.sorted() == ["+12065550100", "+12065550199"])

      let ended = try await place.run(["provision", "--yes", "--no-sms", "--config", config], environment: settings)
      #expect(ended.status == 0 && ended.errors.contains("nothing to change"), "\(ended)")
      #expect(!(try place.read("c.provisioned.yaml").contains("sms")))
      try await cloud.stop()
    }

    /// The template's way of reports, made by the emulator's CloudFormation: what a broker posts is on the event queue, and is taken
    /// in by the rules of its file; whoever does not know the secret gets nowhere.
    @Test(.timeLimit(.minutes(3))) func whatABrokerPostsArrives() async throws {
      let cloud = try await Emulator()
      let template = try await place.run(["provision", "--template", "--json", "--webhook", "solapi"])
      #expect(template.status == 0, "\(template.errors)")
      let secret = "0123456789abcdef0123456789abcdef"
      try await cloud.call(
        "cloudformation",
        form: [
          ("Action", "CreateStack"), ("Version", "2010-05-15"), ("StackName", "board"),
          ("TemplateBody", template.output), ("Capabilities.member.1", "CAPABILITY_IAM"),
          ("Parameters.member.1.ParameterKey", "ReportSecret"), ("Parameters.member.1.ParameterValue", secret),
        ])
      var stack = ""
      while !stack.contains("CREATE_COMPLETE") {
        try await Task.sleep(for: .milliseconds(100))
        stack = try await cloud.call(
          "cloudformation",
          form: [("Action", "DescribeStacks"), ("Version", "2010-05-15"), ("StackName", "board")])
        try #require(!stack.contains("FAILED") && !stack.contains("ROLLBACK"), "\(stack)")
      }
      let address = try #require(
        stack.firstMatch(of: #/https:\/\/([a-z0-9]+)\.execute-api\.[^<]*\/v1(\/reports\/solapi\/)/#))
      let hook = "/restapis/\(address.1)/v1/_user_request_\(address.2)"

      // Two texts of this store, taken by Solapi: its answer is what the stand-in gives.
      let taken = Mutex<[String]>([])
      let broker = try HTTPFixture { request in
        let refs = request.text.matches(of: #/"ref":"([^"]+)"/#).map { String($0.1) }
        taken.withLock { $0 += refs }
        let list = refs.map { #"{"messageId":"M\#($0)","statusCode":"2000","customFields":{"ref":"\#($0)"}}"# }
        return .ok(
          #"{"groupInfo":{"groupId":"G1"},"failedMessageList":[],"messageList":[\#(list.joined(separator: ","))]}"#)
      }
      defer { broker.close() }
      let queues = cloud.url + "/000000000000/sendboard"
      let config = try place.write(
        """
        providers: {email: none, sms: solapi}
        sms: {webhook: true}
        defaultCountry: KR
        aws: {region: us-east-1, eventQueue: "\(queues)-events"}
        """, to: "c.yaml")
      let gateways = place.file("home/.config/sendboard/gateways")
      try FileManager.default.createDirectory(atPath: gateways, withIntermediateDirectories: true)
      let preset = #filePath.components(separatedBy: "/Tests/")[0] + "/gateways/solapi.yaml"
      try String(contentsOfFile: preset, encoding: .utf8)
        .replacing("https://api.solapi.com", with: broker.url)
        .write(toFile: gateways + "/solapi.yaml", atomically: true, encoding: .utf8)
      let settings = cloud.environment.merging([
        "SENDBOARD_GATEWAY_SOLAPI_API_KEY": "test-key", "SENDBOARD_GATEWAY_SOLAPI_API_SECRET": "test-secret",
      ]) { $1 }
      let people = try place.write("phone\n010-1234-0001\n010-1234-0002\n", to: "people.csv")
      let text = try place.write("안녕하세요\n", to: "text.txt")
      let sent = try await place.run(
        [
          "send", "--channel", "sms", "--name", "Hooks", "--from", "0212345678", "--recipients", people, "--text", text,
          "--config", config,
        ], environment: settings)
      #expect(sent.status == 0, "\(sent)")
      let drained = try await place.run(["run", "--drain", "--config", config], environment: settings)
      #expect(drained.status == 0, "\(drained)")
      let refs = taken.withLock { $0 }
      try #require(refs.count == 2)

      func post(_ body: String, to path: String) async throws -> String? {
        // The emulator answers whatever is not 200 as an error of this helper.
        do { return try await cloud.call("execute-api", path, json: body) } catch { return nil }
      }
      let now = Date.now.ISO8601Format(.init(includingFractionalSeconds: true))
      let reports = """
        [{"messageId":"M\(refs[0])","statusCode":"4000","reason":"수신 \\"확인\\" & + %","dateReported":"\(now)",
        "customFields":{"ref":"\(refs[0])"}},{"messageId":"M\(refs[1])","statusCode":"3010","reason":"x",
        "dateReported":"\(now)","customFields":{"ref":"\(refs[1])"}},
        {"messageId":"M9","statusCode":"4000","dateReported":"\(now)",
        "customFields":{"ref":"elsewhere.7.42.1"}}]
        """
      #expect(try await post(reports, to: hook + "wrong0123456789abcdef0123456789ab") == nil)
      #expect(try await post(reports, to: hook + secret) != nil)
      // Brokers send again what they are not sure of.
      #expect(try await post(reports, to: hook + secret) != nil)
      let heard = try await place.run(["run", "--drain", "--config", config], environment: settings)
      #expect(heard.status == 0, "\(heard)")
      let messages = try await place.json(["messages", "--config", config], environment: settings)
      #expect(
        messages.map { "\($0["address"] ?? "") \($0["status"] ?? "")" }.sorted() == [
          "+821012340001 delivered", "+821012340002 hardBounced",
        ], "\(messages)")
      let timeline = try await place.run(["timeline", "+821012340001", "--config", config], environment: settings)
      #expect(timeline.output.contains(#"수신 "확인" & + %"#), "\(timeline.output)")
      let quarantine = try await place.run(["quarantine", "--config", config, "--json"], environment: settings)
      #expect(quarantine.output.isEmpty, "\(quarantine)")
      try await cloud.stop()
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

    @Test(
      arguments: [
        [], ["--alarm-email", "ops@example.com"], ["--prefix", "news-2"], ["--sms"],
        ["--sms", "--webhook", "solapi", "--webhook", "nhn"],
        ["--webhook", "solapi", "--webhook-only"],
      ])
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
