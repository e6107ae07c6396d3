import EventStore
import Foundation
import HTTPFixture
import Model
import Synchronization
import TestSupport
import Testing

extension GuaranteesEndToEnd {
  /// SIGKILL at random moments of a campaign of texts, against servers that play a broker and AWS, take what they are sent at
  /// once, and answer late, wrongly or not at all. `SENDBOARD_KILL_SEED` repeats a run.
  @Suite struct TextKillTests {
    private static let recipients = 20_000
    private let place: Workplace
    private let seed: UInt64

    init() throws {
      place = try Workplace()
      let environment = ProcessInfo.processInfo.environment
      seed = environment["SENDBOARD_KILL_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
    }

    @Test(.timeLimit(.minutes(20))) func byABroker() async throws {
      let desk = try TextDesk(ledger: place.ledger, seed: seed)
      let server = try HTTPFixture(isRecording: false) { desk.solapi($0) }
      defer { server.close() }
      let folder = "home/.config/sendboard/gateways"
      try FileManager.default.createDirectory(atPath: place.file(folder), withIntermediateDirectories: true)
      let preset = try String(contentsOfFile: Self.gateways + "/solapi.yaml", encoding: .utf8)
      try place.write(preset.replacing("https://api.solapi.com", with: server.url), to: folder + "/solapi.yaml")
      try place.write("providers: {email: none, sms: solapi}\n", to: "home/.config/sendboard/config.yaml")
      try await killAndCheck(desk, batch: 100, services: ["run", "--only", "reports"])
    }

    @Test(.timeLimit(.minutes(20))) func byAWS() async throws {
      let desk = try TextDesk(ledger: place.ledger, seed: seed)
      let server = try HTTPFixture(isRecording: false) { desk.aws($0) }
      defer { server.close() }
      try FileManager.default.createDirectory(
        atPath: place.file("home/.config/sendboard"), withIntermediateDirectories: true)
      try place.write(
        """
        providers: {email: none, sms: aws}
        aws:
          region: us-east-1
          endpoint: \(server.url)
          eventQueue: \(server.url)/123456789012/events
          textConfigurationSet: sendboard

        """, to: "home/.config/sendboard/config.yaml")
      try await killAndCheck(desk, batch: 10, services: ["run", "--only", "ingester"])
    }

    private static let gateways = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../gateways"
    ).standardized.path

    private var environment: [String: String] {
      [
        "SENDBOARD_VISIBILITY_TIMEOUT": "2", "SENDBOARD_GATEWAY_SOLAPI_API_KEY": "test-key",
        "SENDBOARD_GATEWAY_SOLAPI_API_SECRET": "test-secret", "AWS_ACCESS_KEY_ID": "AKIATEST",
        "AWS_SECRET_ACCESS_KEY": "test-secret-key", "AWS_EC2_METADATA_DISABLED": "true",
      ]
    }

    private func killAndCheck(_ desk: TextDesk, batch: Int, services: [String]) async throws {
      print("TextKillTests: SENDBOARD_KILL_SEED=\(seed)")
      var text = "phone,name\n"
      for n in 1...Self.recipients { text += "+8210\(12_300_000 + n),이름\(n)\n" }
      let audience = try place.write(text, to: "audience.csv")
      try place.write("{{name}}님 안녕하세요\n", to: "text.txt")
      let sent = try await place.run(
        [
          "send", "--name", "Texts", "--channel", "sms", "--from", "0212345678", "--recipients", audience, "--text",
          place.file("text.txt"), "--batch-size", "\(batch)",
        ], environment: environment)
      try #require(sent.status == 0, "\(sent.errors)")
      var random = SplitMix(seed)
      var kills = 0
      while kills < 10, try await isUnderWay() {
        let worker = try place.start(["run"], environment: environment)
        try await Task.sleep(for: .milliseconds(Int.random(in: 100...900, using: &random)))
        worker.signal(SIGKILL)
        let end = try await worker.wait()
        #expect(end.status == -SIGKILL, "seed \(seed): the worker ended by itself: \(end.errors)")
        kills += 1
      }
      #expect(kills == 10, "seed \(seed): it was over before it was killed ten times")
      desk.isFaulty.store(false, ordering: .relaxed)
      let drained = try await place.run(
        ["run", "--drain", "--patience", "40"], environment: environment, within: .seconds(300))
      #expect(drained.isDrained, "seed \(seed): \(drained.errors)")
      // Whoever was handed over, and of whom the process that did it never heard, is known by what comes back.
      let listener = try place.start(services, environment: environment)
      try await eventually("what was taken is known", within: .seconds(90), every: .seconds(1)) {
        let accepted = Set(try Ledger(path: place.ledger).messages)
        return try await Audit(place).messages.allSatisfy {
          $0.status == .delivered || !accepted.contains($0.id.description)
        }
      }
      listener.signal(SIGTERM)
      #expect(try await listener.wait().status == 0)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: Self.recipients)
      try await audit.expectSettled()
      let doubts = audit.messages.count { $0.status == .uncertain }
      print(
        "TextKillTests: \(kills) kills, \(audit.ledger.messages.count) texts taken, \(doubts) uncertain, "
          + "\(audit.messages.count { $0.status == .queued }) in dead letters")
    }

    private func isUnderWay() async throws -> Bool {
      try await place.json(["campaigns"]).contains { ["launching", "sending"].contains($0["state"] as? String) }
    }
  }
}

/// Plays who takes texts: writes down each that it takes before it answers, and answers late, wrongly or not at all.
private final class TextDesk: Sendable {
  private struct Taken {
    var message: String
    /// What was sent along, as it came.
    var context: String
    var number: String
    /// When, in milliseconds.
    var at = Int(Date().timeIntervalSince1970 * 1000)
  }

  private struct Desk {
    var file: FileHandle
    var random: SplitMix
    var taken: [Taken] = []
    /// How many were told of by themselves.
    var told = 0
  }

  private let desk: Mutex<Desk>
  /// Whether it fails.
  let isFaulty = Atomic(true)

  init(ledger: String, seed: UInt64) throws {
    guard FileManager.default.createFile(atPath: ledger, contents: nil),
      let file = FileHandle(forWritingAtPath: ledger)
    else { throw Obstacle("no ledger") }
    desk = Mutex(Desk(file: file, random: SplitMix(seed &+ 1)))
  }

  /// Takes texts, and says how to answer that.
  private func take(_ texts: [Taken], _ answer: FixtureReply) -> FixtureReply {
    desk.withLock { desk in
      desk.taken += texts
      let lines = texts.map { "{\"message\":\"\($0.message)\",\"address\":\"\($0.number)\"}\n" }.joined()
      desk.file.write(Data(lines.utf8))
      let wait = FixtureReply.pause(.milliseconds(Int.random(in: 5...120, using: &desk.random)))
      guard isFaulty.load(ordering: .relaxed) else { return answer }
      switch Int.random(in: 0..<200, using: &desk.random) {
      case 0: return wait.then(.response(500, "{}"))
      case 1: return wait.then(.reset)
      default: return wait.then(answer)
      }
    }
  }

  func solapi(_ request: FixtureRequest) -> FixtureReply {
    if request.method == "GET" { return reports(request) }
    guard let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any],
      let messages = body["messages"] as? [[String: Any]]
    else { return .response(400, "{}") }
    var taken: [Taken] = []
    var list: [String] = []
    for message in messages {
      let ref = (message["customFields"] as? [String: String])?["ref"] ?? ""
      let id = ref.split(separator: ".").dropFirst(2).first.map(String.init) ?? ""
      taken.append(Taken(message: id, context: ref, number: message["to"] as? String ?? ""))
      list.append(#"{"messageId":"M\#(ref)","statusCode":"2000","customFields":{"ref":"\#(ref)"}}"#)
    }
    return take(taken, .ok("{\"failedMessageList\":[],\"messageList\":[\(list.joined(separator: ","))]}"))
  }

  private static func time(_ milliseconds: Int) -> String {
    Timestamp(milliseconds: Int64(milliseconds)).description
  }

  /// All that were taken have arrived, 500 a page.
  private func reports(_ request: FixtureRequest) -> FixtureReply {
    let start =
      request.target.components(separatedBy: "startKey=").dropFirst().first.flatMap { Int($0) } ?? 0
    let (page, hasMore) = desk.withLock { desk in
      (Array(desk.taken.dropFirst(start).prefix(500)), desk.taken.count > start + 500)
    }
    let list = page.map {
      #""M\#($0.context)":{"messageId":"M\#($0.context)","statusCode":"4000","dateReported":"\#(Self.time($0.at))","customFields":{"ref":"\#($0.context)"}}"#
    }
    let next = hasMore ? "\"\(start + 500)\"" : "null"
    return .ok("{\"nextKey\":\(next),\"messageList\":{\(list.joined(separator: ","))}}")
  }

  func aws(_ request: FixtureRequest) -> FixtureReply {
    let target = request.header("X-Amz-Target") ?? ""
    let body = (try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]) ?? [:]
    switch target {
    case "PinpointSMSVoiceV2.SendTextMessage":
      let context = body["Context"] as? [String: String] ?? [:]
      let id = context["sendboard-message"] ?? ""
      let words = context.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
      let text = Taken(message: id, context: words, number: body["DestinationPhoneNumber"] as? String ?? "")
      return take([text], .ok("{\"MessageId\":\"m-\(id)-\(context["sendboard-attempt"] ?? "")\"}"))
    case "AmazonSQS.ReceiveMessage": return events()
    case "AmazonSQS.DeleteMessageBatch":
      let entries = body["Entries"] as? [[String: Any]] ?? []
      let done = entries.map { "{\"Id\":\"\($0["Id"] as? String ?? "")\"}" }.joined(separator: ",")
      return .ok("{\"Successful\":[\(done)],\"Failed\":[]}")
    case "AmazonSQS.GetQueueAttributes":
      return .ok(
        #"{"Attributes":{"ApproximateNumberOfMessages":"0","ApproximateNumberOfMessagesNotVisible":"0","ApproximateNumberOfMessagesDelayed":"0"}}"#
      )
    default: return .response(400, #"{"__type":"UnknownOperationException"}"#)
    }
  }

  /// The next ten of which nobody was told: once each, and again from the beginning for whoever lost them.
  private func events() -> FixtureReply {
    let page = desk.withLock { desk in
      if desk.told >= desk.taken.count { desk.told = 0 }
      defer { desk.told += 10 }
      return Array(desk.taken.dropFirst(desk.told).prefix(10))
    }
    let messages = page.enumerated().map { index, text in
      let event =
        #"{"eventType":"TEXT_DELIVERED","eventVersion":"1.0","eventTimestamp":\#(text.at),"isFinal":true,"destinationPhoneNumber":"\#(text.number)","messageId":"m-\#(text.message)-1","messageRequestTimestamp":\#(text.at),"context":{\#(text.context)}}"#
      let quoted = event.replacing("\"", with: "\\\"")
      return
        #"{"MessageId":"e\#(index)","ReceiptHandle":"r\#(index)","Body":"\#(quoted)","Attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"\#(text.at)"}}"#
    }
    return .ok("{\"Messages\":[\(messages.joined(separator: ","))]}")
  }
}
