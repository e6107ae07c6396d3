import AWS
import HTTP
import HTTPFixture
import Testing

@Suite(.timeLimit(.minutes(10))) struct CurlCancellationTests {
  private func error<Value>(of task: Task<Value, any Error>) async throws -> HTTPError {
    switch await task.result {
    case .success(let value): throw FixtureSurprise(description: "\(value)")
    case .failure(let error): return try #require(error as? HTTPError)
    }
  }

  struct FixtureSurprise: Error { var description: String }

  @Test func theTransferEndsWithTheTask() async throws {
    let server = try HTTPFixture(script: .never)
    defer { server.close() }
    let transport = try CurlTransport.plain()
    let task = Task { try await transport.send(server.request()) }
    try await server.until { $0.requestCount == 1 }
    let start = ContinuousClock.now
    task.cancel()
    let error = try await error(of: task)
    #expect(error.code == .cancelled)
    #expect(error.mayHaveArrived)
    try await server.until { $0.closedConnections == 1 }
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func aCancelledTaskSendsNothing() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let transport = try CurlTransport.plain()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await transport.send(server.request())
    }
    let error = try await error(of: task)
    #expect(error.code == .cancelled)
    #expect(!error.mayHaveArrived)
    #expect(server.record.connections == 0)
  }

  @Test func cancelledInLine() async throws {
    let server = try HTTPFixture(script: .never)
    defer { server.close() }
    let transport = try CurlTransport.plain(connectionsPerHost: 1)
    let first = Task { try await transport.send(server.request()) }
    try await server.until { $0.requestCount == 1 }
    let second = Task { try await transport.send(server.request()) }
    second.cancel()
    let error = try await error(of: second)
    #expect(error.code == .cancelled)
    #expect(!error.mayHaveArrived)
    first.cancel()
    #expect(try await self.error(of: first).mayHaveArrived)
    #expect(server.record.requestCount == 1)
  }

  /// Cancels at every moment there is, under load: nobody waits for ever, and the others get their answers.
  @Test func cancelledAtAnyTime() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    let transport = try CurlTransport.plain(connectionsPerHost: 4)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<1_000 {
        group.addTask {
          let task = Task { try await transport.send(server.request(body: "\(number)")) }
          if number % 3 == 0 { for _ in 0..<(number % 50) { await Task.yield() } }
          if number % 3 == 0 { task.cancel() }
          switch await task.result {
          case .success(let answer): #expect(answer.status == 200)
          case .failure(let error): #expect((error as? HTTPError)?.code == .cancelled && number % 3 == 0)
          }
        }
      }
    }
    #expect(try await transport.send(server.request()).status == 200)
  }

  @Test func closingFailsWhatIsUnderWayAndInLine() async throws {
    let server = try HTTPFixture(script: .never)
    defer { server.close() }
    let transport = try CurlTransport.plain(connectionsPerHost: 5)
    let tasks = (0..<10).map { _ in Task { try await transport.send(server.request()) } }
    try await server.until { $0.requestCount == 5 }
    transport.close()
    var arrived = 0
    for task in tasks {
      let error = try await error(of: task)
      #expect(error.code == .cancelled)
      arrived += error.mayHaveArrived ? 1 : 0
    }
    #expect(arrived == 5)
    try await server.until { $0.closedConnections == 5 }
    let late = try await transport.failure(of: server.request())
    #expect(late.code == .cancelled)
    #expect(!late.mayHaveArrived)
    #expect(server.record.requestCount == 5)
  }

  @Test func connectionsEndWithTheTransport() async throws {
    let server = try HTTPFixture()
    defer { server.close() }
    _ = try await CurlTransport.plain().send(server.request())
    try await server.until { $0.closedConnections == 1 }
  }
}
