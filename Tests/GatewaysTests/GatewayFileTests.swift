import Foundation
import Gateways
import Testing

@testable import sendboard

/// A gateway's file: those that come along are right, and whatever is wrong in one is one error with its line.
@Suite struct GatewayFileTests {
  @Test(arguments: Stage.names) func thoseThatComeAlongAreReadAndSayWhereTheyAreFrom(name: String) throws {
    let gateway = try Stage.gateway(name)
    #expect(gateway.name == name && !gateway.title.isEmpty && gateway.reports != nil)
    #expect(gateway.source.contains("2026"), "the date of what it was written from")
    let text = try String(contentsOfFile: Stage.folder + "/\(name).yaml", encoding: .utf8)
    #expect(text.contains("Not tried on the service"))
    #expect(GatewayLibrary(folders: [Stage.folder]).names == Stage.names.sorted())
  }

  private static let plain = """
    name: Acme
    settings: [account]
    secrets: [token]
    text: {charset: any, types: [{name: SMS, characters: 100}]}
    send:
      url: https://api.acme.example/{account}/send
      headers: {Authorization: "Bearer {token}"}
      recipientsPerCall: 10
      json:
        messages: {each: {to: "{number}", text: "{text}", ref: "{ref}"}}
    answer:
      whole: [{status: 4xx, code: /code}]
      recipients: [{list: /results, by: ref, ref: /ref, accepted: {id: /id, when: {/ok: "true"}}, refused: {code: /code}}]
    causes: {"5*": transient}
    reports:
      poll: {mode: updatedSince, url: "https://api.acme.example/reports?since={since}", list: /reports}
      event: {ref: /ref, at: /at, code: /code}
      kinds: {ok: delivered}
    """

  private func read(_ text: String) throws -> Gateway {
    let folder = NSTemporaryDirectory() + "/gateway-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }  // The machine's folder for such things.
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/acme.yaml"))
    return try GatewayLibrary(folders: [folder]).load("acme")
  }

  @Test func aPlainOneIsRead() throws {
    let gateway = try read(Self.plain)
    #expect(gateway.title == "Acme" && gateway.send.recipientsPerCall == 10 && gateway.secrets == ["token"])
  }

  private static let wrong: [(old: String, new: String, line: Int, words: String)] = [
    ("name: Acme", "nmae: Acme", 1, "did you mean 'name'?"),
    ("settings: [account]", "settings: [number]", 2, "has a meaning of its own"),
    ("settings: [account]", "settings: [account, account]", 2, "is there twice"),
    ("settings: [account]", "settings: [\"a b\"]", 2, "is no name"),
    ("charset: any", "charset: utf-8", 4, "none of euc-kr, any"),
    ("characters: 100", "bytes: 100", 4, "has no 'bytes'"),
    ("https://api.acme.example/{account}", "http://api.acme.example/{account}", 6, "begins with https://"),
    ("https://api.acme.example/{account}", "https://{account}.acme.example/", 6, "names its host itself"),
    (
      "https://api.acme.example/{account}/send", "https://api.acme.example/{token}", 6,
      "the secret 'token' may stand in"
    ),
    ("Bearer {token}", "Bearer {tokne}", 7, "did you mean {token}?"),
    ("Bearer {token}", "Bearer {token", 7, "has no '}'"),
    ("Bearer {token}", "Bearer {to ken}", 7, "is no name"),
    ("Bearer {token}", "Bearer {token?}", 7, "stands alone"),
    ("recipientsPerCall: 10", "recipientsPerCall: ten", 8, "takes a whole number from 1 to 10000"),
    ("recipientsPerCall: 10", "recipientsPerCall: 0", 8, "takes a whole number from 1 to 10000"),
    ("{each: {to: \"{number}\", text: \"{text}\", ref: \"{ref}\"}}", "[]", 9, "has no list with 'each:'"),
    ("\"{number}\"", "\"{numbr}\"", 10, "did you mean {number}?"),
    ("\"{number}\"", "\"{token}\"", 10, "the secret 'token' may stand in"),
    ("status: 4xx", "status: 5xx", 12, "is no status from 200 to 499"),
    ("status: 4xx, ", "", 12, "every answer would be a refusal"),
    ("by: ref, ", "", 13, "'by' takes order, ref or number"),
    (", when: {/ok: \"true\"}", "", 13, "what was refused would count as taken"),
    ("ref: /ref, accepted", "ref: ref, accepted", 13, "is no place in JSON"),
    ("\"5*\": transient", "\"5*\": later", 14, "is none of the causes"),
    ("mode: updatedSince", "mode: always", 16, "none of updatedSince, request"),
    ("{since}", "{request}", 16, "{request} is not known here"),
    ("event: {ref: /ref, ", "event: {", 17, "nobody would know whose it is"),
    ("ok: delivered", "ok: fine", 18, "'fine' is none of sent, delivered"),
    ("https://api.acme.example/", "http://127.0.0.1.evil.example/", 6, "begins with https://"),
    ("https://api.acme.example/", "http://localhost@evil.example/", 6, "begins with https://"),
    ("/send", "/send?{token}=1", 6, "the secret 'token' may stand in"),
    ("{Authorization: \"Bearer {token}\"}", "{\"X-{token}\": a}", 7, "the secret 'token' may stand in"),
    ("answer:", "answers:", 11, "did you mean 'answer'?"),
    ("send:", "send: [", 6, "did not find expected"),
  ]

  @Test(arguments: 0..<34) func aWrongOneIsOneErrorWithItsLine(number: Int) throws {
    let sample = Self.wrong[number]
    #expect(Self.plain.contains(sample.old))
    do {
      _ = try read(Self.plain.replacing(sample.old, with: sample.new, maxReplacements: 1))
      Issue.record("it was read: \(sample.new)")
    } catch let error as CommandError {
      #expect("\(error)".contains("acme.yaml:\(sample.line): "), "\(error)")
      #expect("\(error)".contains(sample.words), "\(error)")
      #expect(!"\(error)".contains("\n"))
    }
  }

  @Test func oneThatIsNotThereIsSaidWithThoseThatAre() throws {
    #expect(throws: CommandError.self) { try Stage.gateway("../solapi") }
    do {
      _ = try Stage.gateway("solappi")
      Issue.record("found")
    } catch let error as CommandError { #expect("\(error)".contains("did you mean 'solapi'?")) }
  }

  @Test(arguments: [
    ("iso8601-ms", "2026-11-21T01:00:00.000Z"), ("iso8601", "2026-11-21T01:00:00Z"), ("epoch-s", "1795222800"),
    ("epoch-ms", "1795222800000"), ("rfc2822", "Sat, 21 Nov 2026 01:00:00 +0000"),
    ("yyyy-MM-dd HH:mm:ss", "2026-11-21 10:00:00"),
  ])
  func timesAreWrittenAndRead(form: String, text: String) throws {
    let clock = try #require(
      GatewayClock.Form(rawValue: form).map { GatewayClock(form: $0, zoneMinutes: 9 * 60) })
    #expect(clock.text(Stage.now) == text && clock.time(text) == Stage.now && clock.day(Stage.now) == "2026-11-21")
  }

  @Test(arguments: [
    "", "x", "99999999999999999999", "2026-13-21T01:00:00Z", "2026-11-21", "Sat, 21 Foo 2026 01:00:00 +0000",
    String(repeating: "9", count: 10_000),
  ])
  func whatIsNoTimeIsNone(text: String) {
    for form in GatewayClock.Form.allCases {
      #expect(GatewayClock(form: form, zoneMinutes: 0).time(text) == nil)
    }
  }
}
