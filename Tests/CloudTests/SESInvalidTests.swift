import Foundation
import HTTPFixture
import Model
import Ports
import Testing

/// Recipients whom SES does not take must not cost the others their mail, nor bring anybody two.
@Suite struct SESInvalidTests {
  /// The addresses of a call, in its order.
  private static func addresses(_ request: FixtureRequest) throws -> [String] {
    let body = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let entries = try #require(body?["BulkEmailEntries"] as? [[String: Any]])
    return try entries.map { entry in
      try #require((entry["Destination"] as? [String: [String]])?["ToAddresses"]?.first)
    }
  }

  /// What SES answers to a call that it takes: each address is also the id of its message.
  private static func taken(_ addresses: [String]) -> FixtureReply {
    let results = addresses.map { #"{"Status":"SUCCESS","MessageId":"\#($0)"}"# }
    return .ok(#"{"BulkEmailEntryResults":[\#(results.joined(separator: ","))]}"#)
  }

  private static func failure(_ code: String) -> FixtureReply {
    .response(
      400, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", code)], #"{"message":"words"}"#)
  }

  private static let invalid = failure("BadRequestException")

  /// Answers as SES does, to which a call with any of the addresses is invalid as a whole.
  private static func server(refusing bad: Set<String>) throws -> HTTPFixture {
    try HTTPFixture { request in
      guard let addresses = try? addresses(request), bad.isDisjoint(with: addresses) else { return invalid }
      return taken(addresses)
    }
  }

  private static func request(_ count: Int) -> SendRequest { SESRequestTests.request(count: count) }

  private static func wasInvalid(_ outcome: SendResult) -> Bool {
    guard case .refused(let refusal) = outcome else { return false }
    return refusal.cause == .invalidParameter
  }

  @Test(arguments: [
    (50, [7]), (50, [0]), (50, [49]), (50, [0, 25]), (50, [3, 4, 30, 48]), (50, [0, 25, 48]), (4, [0, 1, 3]), (2, [1]),
    (3, [0]), (5, [2, 3]), (4, [1]),
  ]) func onlyTheInvalidAreRefused(count: Int, places: [Int]) async throws {
    let request = Self.request(count)
    let bad = Set(places.map { request.recipients[$0].address })
    let server = try Self.server(refusing: bad)
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    for (place, recipient) in request.recipients.enumerated() {
      let outcome = answer.result(at: place)
      if places.contains(place) {
        #expect(Self.wasInvalid(outcome), "\(place): \(outcome)")
      } else {
        #expect(outcome == .accepted(providerID: recipient.address), "\(place)")
      }
    }
    let calls = try server.requests.map(Self.addresses)
    let sent = calls.filter { bad.isDisjoint(with: $0) }.flatMap(\.self)
    #expect(sent.sorted() == request.recipients.map(\.address).filter { !bad.contains($0) }.sorted())
    // The call itself, three alone, two parts, and for each of the invalid at most twice the halvings of a part; one by
    // one at worst.
    #expect(calls.count <= max(6 + places.count * 10, count + 1))
  }

  /// Nobody is refused on a guess: three who lie apart are turned away alike, so it is nobody's own fault.
  @Test(arguments: [50, 3]) func aFaultThatAllShareIsNobodysOwn(count: Int) async throws {
    let server = try HTTPFixture { _ in Self.invalid }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(Self.request(count))
    guard case .notSent(let refusal) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(refusal.cause == .sharedFault)
    #expect(refusal.reason == "SES SendBulkEmail: BadRequestException: words")
    #expect(server.requests.count == 4)
  }

  /// Three who are invalid where it was looked first must not hold up their batch for ever.
  @Test func theNextAttemptLooksElsewhere() async throws {
    var request = Self.request(50)
    for place in request.recipients.indices { request.recipients[place].attempt = 2 }
    let bad = Set([0, 25, 49].map { request.recipients[$0].address })
    let server = try Self.server(refusing: bad)
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    let invalid = request.recipients.indices.filter { Self.wasInvalid(answer.result(at: $0)) }
    #expect(invalid == [0, 25, 49])
  }

  @Test func whatStopsTheSearchIsTheReasonForTheRest() async throws {
    let request = Self.request(50)
    let bad = request.recipients[7].address
    let server = try HTTPFixture { call in
      guard let addresses = try? Self.addresses(call) else { return .end }
      if addresses.contains(bad) { return addresses.count < 20 ? Self.failure("SendingPausedException") : Self.invalid }
      return Self.taken(addresses)
    }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    let outcomes = request.recipients.indices.map { answer.result(at: $0) }
    let accepted = outcomes.count { if case .accepted = $0 { true } else { false } }
    #expect(accepted == 3, "those that were tried alone")
    for outcome in outcomes {
      if case .refused(let refusal) = outcome { #expect(refusal.cause == .accountPaused) }
    }
  }

  @Test func aCallThatBreaksMeansUncertainAndTheRestComesBack() async throws {
    let request = Self.request(50)
    let bad = request.recipients[7].address
    // The part behind the middle is taken, and the answer is lost.
    let server = try HTTPFixture { call in
      guard let addresses = try? Self.addresses(call), !addresses.contains(bad) else { return Self.invalid }
      return addresses.count > 20 ? .end : Self.taken(addresses)
    }
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    for place in request.recipients.indices {
      let outcome = answer.result(at: place)
      switch place {
      case 7: #expect(Self.wasInvalid(outcome))
      case 26..<49: if case .unknown = outcome {} else { Issue.record("\(place): \(outcome)") }
      default: #expect(outcome == .accepted(providerID: request.recipients[place].address))
      }
    }
    let sent = try server.requests.map(Self.addresses).filter { !$0.contains(bad) }.flatMap(\.self)
    #expect(sent.count == Set(sent).count, "nobody is in two calls that SES may have taken")
  }

  @Test func domainsGoAsPunycodeAndTheDataKeepsTheAddress() async throws {
    var request = Self.request(3)
    request.recipients[0].address = "kim@한국.kr"
    request.recipients[1].address = "김민지@example.com"
    let server = try Self.server(refusing: [])
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    #expect(answer.result(at: 0) == .accepted(providerID: "kim@xn--3e0b707e.kr"))
    #expect(Self.wasInvalid(answer.result(at: 1)))
    #expect(answer.result(at: 2) == .accepted(providerID: "u2@example.com"))
    let call = try #require(server.requests.first)
    #expect(try Self.addresses(call) == ["kim@xn--3e0b707e.kr", "u2@example.com"])
    #expect(String(decoding: call.body, as: UTF8.self).contains("kim@한국.kr"))
  }

  @Test func whomSESCannotWriteToCostsNoCall() async throws {
    var request = Self.request(1)
    request.recipients[0].address = "김민지@한국.kr"
    let server = try Self.server(refusing: [])
    defer { server.close() }
    let answer = try await SESAnswerTests.provider(server.url).send(request)
    #expect(Self.wasInvalid(answer.result(at: 0)))
    #expect(server.requests.isEmpty)
  }
}
