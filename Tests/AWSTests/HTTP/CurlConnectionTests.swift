import AWS
import HTTP
import HTTPFixture
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlConnectionTests {
  @Test func requestsShareAConnection() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let transport = try CurlTransport.plain()
    // Those that must not be repeated take none that has idled for 3 s, as one may on a busy machine.
    for _ in 0..<20 { _ = try await transport.send(server.request(repeatable: true)) }
    #expect(server.record.requestCount == 20)
    #expect(server.record.connections == 1)
  }

  /// Of requests that may be repeated no more connections are made than there are lanes; one that may not be takes none
  /// that has idled for 3 s, as any may on a busy machine, and a new one instead.
  @Test(arguments: [false, true]) func everybodyGetsTheirOwnAnswer(isMixed: Bool) async throws {
    let server = try HTTPFixture { request in .ok("echo " + request.text) }
    defer { server.close() }
    let transport = try CurlTransport.plain()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<64 {
        group.addTask {
          for number in stride(from: worker, to: 2_000, by: 64) {
            let answer = try await transport.send(
              server.request(body: "\(number)", repeatable: !isMixed || number % 2 == 0))
            #expect(answer.body == Array("echo \(number)".utf8))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(server.requests.map(\.text)) == Set((0..<2_000).map(String.init)))
    #expect(server.requests.count == 2_000)
    if !isMixed { #expect(server.record.connections <= 64) }
  }

  @Test func noMoreConnectionsThanAllowed() async throws {
    let server = try HTTPFixture { _ in .pause(.milliseconds(2)).then(.ok()) }
    defer { server.close() }
    let transport = try CurlTransport.plain(connectionsPerHost: 3)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<100 { group.addTask { _ = try await transport.send(server.request()) } }
      try await group.waitForAll()
    }
    #expect(server.record.requestCount == 100)
    #expect(server.record.connections <= 3)
  }

  static let deaths: [FixtureReply] = [.end, .reset, .bytes("HT").then(.end)]

  /// The server reads a request on a connection that was used before, and closes it: it may have done the work.
  @Test(arguments: deaths) func whatMustNotBeRepeatedIsSentOnce(_ death: FixtureReply) async throws {
    // On a busy machine a connection may idle for too long to be used again: then the case is not what is looked at.
    for _ in 1...10 {
      let server = try HTTPFixture { request in request.text == "mail" ? death : .ok() }
      defer { server.close() }
      let transport = try CurlTransport.plain()
      _ = try await transport.send(server.request(body: "before"))
      let error = try await transport.failure(of: server.request(body: "mail"))
      #expect(error.code == .connectionLost)
      #expect(error.mayHaveArrived)
      _ = try await transport.send(server.request(body: "after"))
      #expect(server.requests.map(\.text) == ["before", "mail", "after"])
      let connections = server.requests.map(\.connection)
      if connections[1] != 0 { continue }
      // libcurl had opened connection 1 to send it again.
      #expect(connections == [0, 0, 2])
      return
    }
    Issue.record("the connection was never used again")
  }

  /// The server is gone altogether after it has read the request: that no connection can be had is not the news then.
  @Test(arguments: [true, false]) func theServerDiesWithTheRequest(_ isRepeatable: Bool) async throws {
    let running = Mutex<HTTPFixture?>(nil)
    let server = try HTTPFixture { request in
      guard request.text == "mail" else { return .ok() }
      running.withLock { $0?.close() }
      return .end
    }
    running.withLock { $0 = server }
    defer { running.withLock { $0 = nil } }
    let transport = try CurlTransport.plain()
    _ = try await transport.send(server.request(body: "before"))
    let error = try await transport.failure(of: server.request(body: "mail", repeatable: isRepeatable))
    #expect(error.code == .connectionLost)
    #expect(error.mayHaveArrived)
    #expect(server.requests.map(\.text) == ["before", "mail"])
  }

  /// The server reads requests on many connections at once, and closes them; each on a connection that was used before.
  @Test func manyThatMustNotBeRepeatedAreSentOnceEach() async throws {
    let server = try HTTPFixture { request in
      request.text == "before" ? .pause(.milliseconds(20)).then(.ok()) : .pause(.milliseconds(5)).then(.end)
    }
    defer { server.close() }
    let transport = try CurlTransport.plain()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<16 { group.addTask { _ = try? await transport.send(server.request(body: "before")) } }
    }
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<48 {
        group.addTask {
          let error = try? await transport.failure(of: server.request(body: "\(number)"))
          #expect(error?.mayHaveArrived == true)
        }
      }
    }
    let mails = server.requests.map(\.text).filter { $0 != "before" }
    #expect(mails.count == 48)
    #expect(Set(mails).count == 48)
  }

  /// What the test above is about: libcurl repeats by itself what it is allowed to.
  @Test func whatMayBeRepeatedSurvivesADeadConnection() async throws {
    let server = try HTTPFixture(script: .ok(), .end, .ok("again"))
    defer { server.close() }
    let transport = try CurlTransport.plain()
    _ = try await transport.send(server.request(body: "before"))
    let answer = try await transport.send(server.request(body: "read", repeatable: true))
    #expect(answer.body == Array("again".utf8))
    #expect(server.requests.map(\.text) == ["before", "read", "read"])
    #expect(server.requests.map(\.connection) == [0, 0, 1])
  }

  /// A connection closed in idleness is noticed before anything is sent on it.
  @Test func aConnectionClosedInIdlenessIsNoDoubt() async throws {
    let server = try HTTPFixture(script: .ok().then(.end), .ok("new"))
    defer { server.close() }
    let transport = try CurlTransport.plain()
    _ = try await transport.send(server.request())
    try await server.until { $0.closedConnections == 1 }
    let answer = try await transport.send(server.request())
    #expect(answer.body == Array("new".utf8))
    #expect(server.requests.map(\.connection) == [0, 1])
  }
}
