import EventStore
import Foundation
import HTTPFixture
import Model
import Synchronization
import TestSupport
import Testing

extension ActionsEndToEnd {
  /// One campaign of 25 recipients through each gateway that comes along, from `send` to the last report, against a server that
  /// plays its broker: 24 arrive, one does not, and the account sends for others too.
  @Suite struct GatewayConformanceTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let environment = [
      "SENDBOARD_GATEWAY_SOLAPI_API_KEY": "test-key", "SENDBOARD_GATEWAY_SOLAPI_API_SECRET": "test-secret",
      "SENDBOARD_GATEWAY_NHN_SECRET_KEY": "test-secret", "SENDBOARD_GATEWAY_SENS_SECRET_KEY": "test-secret",
      "SENDBOARD_GATEWAY_ALIGO_KEY": "test-secret", "SENDBOARD_GATEWAY_TWILIO_TOKEN": "test-secret",
    ]

    private static let settings = [
      "solapi": "", "nhn": "{appKey: app1, title: 알림}", "sens": "{serviceId: s1, accessKey: a1}",
      "aligo": "{userID: mina, title: 알림}", "twilio": "{account: AC1}",
    ]

    private static let hosts = [
      "solapi": "https://api.solapi.com", "nhn": "https://sms.api.nhncloudservice.com",
      "sens": "https://sens.apigw.ntruss.com", "aligo": "https://apis.aligo.in", "twilio": "https://api.twilio.com",
    ]

    @Test(arguments: ["solapi", "nhn", "sens", "aligo", "twilio"]) func aCampaignGoesThrough(name: String) async throws
    {
      let broker = Broker(name)
      let server = try HTTPFixture { broker.answer($0) }
      defer { server.close() }
      try setUp(name, server.url)
      var text = "phone,name\n"
      for n in 1...25 { text += "010-1234-00\(n < 10 ? "0" : "")\(n),이름\(n)\n" }
      let audience = try place.write(text, to: "audience.csv")
      try place.write("{{name}}님 안녕하세요\n", to: "text.txt")
      let sent = try await place.run(
        [
          "send", "--name", "Texts", "--channel", "sms", "--default-country", "KR", "--from", "0212345678",
          "--recipients",
          audience, "--text", place.file("text.txt"), "--json",
        ], environment: Self.environment)
      try #require(sent.status == 0, "\(sent.errors)")
      let drained = try await place.run(["run", "--drain", "--only", "worker"], environment: Self.environment)
      #expect(drained.status == 0, "\(drained.errors)")
      var messages = try await place.json(["messages"])
      #expect(messages.count == 25 && messages.allSatisfy { $0["status"] as? String == "accepted" }, "\(messages)")
      #expect(Set(messages.compactMap { $0["providerID"] as? String }).count == 25, "one id for each")
      #expect(broker.taken.count == 25 && Set(broker.taken).count == 25)
      // Of one nothing is heard yet.
      try await listen { try await place.json(["messages", "--status", "accepted"]).count == 1 }
      let events = try await place.json(["timeline", "+821012340001"]).count
      // Asked once more, what was told before is told again, and is nothing new.
      broker.isComplete.store(true, ordering: .relaxed)
      try await listen { try await place.json(["messages", "--status", "accepted"]).isEmpty }
      #expect(try await place.json(["timeline", "+821012340001"]).count == events)
      messages = try await place.json(["messages"])
      #expect(messages.count == 25, "reports of others make no messages here")
      #expect(messages.count { $0["status"] as? String == "delivered" } == 24)
      let failed = try #require(messages.first { $0["status"] as? String != "delivered" })
      #expect(failed["address"] as? String == "+821012340025")
      #expect(failed["classification"] as? [String: Any] != nil, "\(failed)")
      #expect(try await place.json(["quarantine"]).isEmpty)
      // Nothing is left to hear of, and nobody is asked any more.
      let asked = server.record.requestCount
      let idle = try place.start(["run", "--only", "reports"], environment: Self.environment)
      try await Task.sleep(for: .seconds(2))
      idle.signal(SIGTERM)
      #expect(try await idle.wait().status == 0)
      #expect(server.record.requestCount == asked)
    }

    private func setUp(_ name: String, _ url: String) throws {
      let folder = "home/.config/sendboard/gateways"
      try FileManager.default.createDirectory(atPath: place.file(folder), withIntermediateDirectories: true)
      let gateways = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../gateways"
      ).standardized.path
      let preset = try String(contentsOfFile: gateways + "/\(name).yaml", encoding: .utf8)
      let here = preset.replacing(try #require(Self.hosts[name]), with: url)
      #expect(here != preset)
      try place.write(here, to: folder + "/\(name).yaml")
      try place.write(
        "providers: {email: none, sms: \(name)}\ngateways:\n  \(name): \(Self.settings[name] ?? "")\n",
        to: "home/.config/sendboard/config.yaml")
    }

    private func listen(until isDone: @escaping @Sendable () async throws -> Bool) async throws {
      let listener = try place.start(["run", "--only", "reports"], environment: Self.environment)
      try await eventually("the reports are there", within: .seconds(60), every: .milliseconds(500), isDone)
      listener.signal(SIGTERM)
      #expect(try await listener.wait().status == 0)
    }
  }
}

/// Plays a broker, after its documents: takes texts, and tells of each that it arrived, but of the number that ends with 25.
private final class Broker: Sendable {
  private struct Text {
    var number: String
    var ref: String
    var call: Int
    var place: Int
  }

  private let name: String
  private let texts = Mutex<[Text]>([])
  /// Whether the last is told of too.
  let isComplete = Atomic(false)

  init(_ name: String) { self.name = name }

  /// The numbers that were taken.
  var taken: [String] { texts.withLock { $0.map(\.number) } }

  private func take(_ numbers: [(number: String, ref: String)]) -> (call: Int, places: Range<Int>) {
    texts.withLock { texts in
      let call = (texts.last?.call ?? 0) + 1
      let start = texts.count
      texts += numbers.enumerated().map { Text(number: $1.number, ref: $1.ref, call: call, place: $0 + 1) }
      return (call, start..<texts.count)
    }
  }

  private static func isBad(_ number: String) -> Bool { number.hasSuffix("25") }

  func answer(_ request: FixtureRequest) -> FixtureReply {
    let json = (try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]) ?? [:]
    let isComplete = isComplete.load(ordering: .relaxed)
    let all = texts.withLock(\.self).filter { isComplete || !$0.number.hasSuffix("24") }
    switch (name, request.method, request.target.split(separator: "?").first.map(String.init) ?? "") {
    case ("solapi", "POST", _):
      let messages = json["messages"] as? [[String: Any]] ?? []
      let refs = messages.map { ($0["customFields"] as? [String: String])?["ref"] ?? "" }
      _ = take(zip(messages, refs).map { ($0["to"] as? String ?? "", $1) })
      let list = refs.map { #"{"messageId":"M\#($0)","statusCode":"2000","customFields":{"ref":"\#($0)"}}"# }
      return .ok(#"{"failedMessageList":[],"messageList":[\#(list.joined(separator: ","))]}"#)
    case ("solapi", _, _):
      let list = all.map {
        #""M\#($0.ref)":{"messageId":"M\#($0.ref)","statusCode":"\#(Self.isBad($0.number) ? "3010" : "4000")","dateReported":"2026-11-28T01:00:00.000Z","customFields":{"ref":"\#($0.ref)"}}"#
      }
      let stranger = #""X":{"messageId":"X","statusCode":"4000","dateReported":"2026-11-28T01:00:00.000Z"}"#
      return .ok(#"{"nextKey":null,"messageList":{\#((list + [stranger]).joined(separator: ","))}}"#)
    case ("nhn", "POST", _):
      let list = json["recipientList"] as? [[String: String]] ?? []
      let taken = take(list.map { ($0["recipientNo"] ?? "", $0["recipientGroupingKey"] ?? "") })
      let results = list.enumerated().map {
        #"{"recipientNo":"\#($1["recipientNo"] ?? "")","resultCode":0,"recipientSeq":\#($0 + 1),"recipientGroupingKey":"\#($1["recipientGroupingKey"] ?? "")"}"#
      }
      return .ok(
        #"{"header":{"isSuccessful":true},"body":{"data":{"requestId":"R\#(taken.call)","sendResultList":[\#(results.joined(separator: ","))]}}}"#
      )
    case ("nhn", _, _):
      let list = all.map {
        #"{"requestId":"R\#($0.call)","recipientSeq":\#($0.place),"resultCode":"\#(Self.isBad($0.number) ? "3001" : "1000")","resultDate":"2026-11-28 10:00:00","recipientGroupingKey":"\#($0.ref)"}"#
      }
      let stranger = #"{"requestId":"Z","recipientSeq":1,"resultCode":"1000","resultDate":"2026-11-28 10:00:00"}"#
      return .ok(#"{"body":{"totalCount":\#(all.count + 1),"data":[\#((list + [stranger]).joined(separator: ","))]}}"#)
    case ("sens", "POST", _):
      let messages = json["messages"] as? [[String: String]] ?? []
      let taken = take(messages.map { ($0["to"] ?? "", "") })
      return .response(202, #"{"requestId":"R\#(taken.call)","statusCode":"202","statusName":"success"}"#)
    case ("sens", _, _):
      let list = all.filter { request.target.contains("requestId=R\($0.call)&") }.map {
        #"{"requestId":"R\#($0.call)","to":"\#($0.number)","status":"COMPLETED","statusName":"\#(Self.isBad($0.number) ? "fail" : "success")","statusCode":"0","statusMessage":"-","completeTime":"2026-11-28T10:00:00.000"}"#
      }
      return .ok(#"{"statusCode":"202","hasMore":false,"messages":[\#(list.joined(separator: ","))]}"#)
    case ("aligo", _, "/send_mass/"):
      let fields = Self.form(request.text)
      let numbers = (1...(Int(fields["cnt"] ?? "") ?? 0)).map { fields["rec_\($0)"] ?? "" }
      let taken = take(numbers.map { ($0, "") })
      return .ok(#"{"result_code":1,"msg_id":\#(taken.call),"success_cnt":\#(numbers.count),"error_cnt":0}"#)
    case ("aligo", _, _):
      let mid = Self.form(request.text)["mid"] ?? ""
      let list = all.filter { "\($0.call)" == mid }.map {
        #"{"receiver":"\#($0.number)","sms_state":"\#(Self.isBad($0.number) ? "전송실패" : "전송완료")","send_date":"2026-11-28 10:00:00"}"#
      }
      return .ok(#"{"result_code":1,"next_yn":"N","list":[\#(list.joined(separator: ","))]}"#)
    case ("twilio", "POST", _):
      let taken = take([(Self.form(request.text)["To"] ?? "", "")])
      return .response(201, #"{"sid":"SM\#(taken.places.lowerBound)","status":"queued","error_code":null}"#)
    default:
      let list = all.map {
        #"{"sid":"SM\#($0.call - 1)","status":"\#(Self.isBad($0.number) ? "undelivered" : "delivered")","error_code":\#(Self.isBad($0.number) ? "30005" : "null"),"date_updated":"Sat, 28 Nov 2026 01:00:00 +0000"}"#
      }
      let stranger =
        #"{"sid":"SMX","status":"delivered","error_code":null,"date_updated":"Sat, 28 Nov 2026 01:00:00 +0000"}"#
      return .ok(#"{"next_page_uri":null,"messages":[\#((list + [stranger]).joined(separator: ","))]}"#)
    }
  }

  private static func form(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      fields[sides[0]] = sides.count > 1 ? sides[1] : ""
    }
    return fields
  }
}
