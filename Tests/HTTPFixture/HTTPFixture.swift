import Foundation
import Synchronization

/// A small HTTP server on loopback that does exactly what a test tells it to, and remembers what it was sent.
///
/// ```swift
/// let server = try HTTPFixture { request in request.target == "/slow" ? .pause(.seconds(1)).then(.ok()) : .ok() }
/// defer { server.close() }
/// … server.url …
/// #expect(server.requests.map(\.text) == ["a", "b"])
/// try await server.until { $0.closedConnections == 1 }
/// ```
///
/// A thread for each connection; connections are kept alive as long as the client likes.
package final class HTTPFixture: Sendable {
  /// What the server has seen so far.
  package struct Record: Sendable {
    /// Lists the requests that were whole, in order; empty when the server does not record.
    package var requests: [FixtureRequest] = []
    /// Counts the requests that were whole.
    package var requestCount = 0
    /// Counts the connections accepted.
    package var connections = 0
    /// Counts the connections that are no more, whoever closed them.
    package var closedConnections = 0
  }

  /// Holds the port, on 127.0.0.1.
  package let port: Int
  private let listener: Int32
  private let isRecording: Bool
  private let answer: @Sendable (FixtureRequest) -> FixtureReply
  private let state = Mutex(FixtureState())

  /// Starts a server that asks a closure what to do about each request; connections ask at the same time.
  ///
  /// - Parameter isRecording: Whether requests are kept; `false` for measurements.
  /// - Throws: ``FixtureError`` when there is no port.
  package init(
    isRecording: Bool = true, answer: @escaping @Sendable (FixtureRequest) -> FixtureReply = { _ in .ok() }
  ) throws(FixtureError) {
    self.isRecording = isRecording
    self.answer = answer
    (listener, port) = try LoopbackSocket.listen()
    let listener = listener
    Thread.detachNewThread { @Sendable [weak self] in
      while let connection = LoopbackSocket.accept(listener) {
        guard let self else { break }
        self.serve(connection)
      }
      // First, so that nobody interrupts a descriptor that has become somebody else's.
      self?.state.withLock { $0.isClosed = true }
      LoopbackSocket.close(listener)
    }
  }

  /// Starts a server that does one thing after the other, in the order in which requests arrive; the last again and again.
  ///
  /// - Throws: ``FixtureError`` when there is no port.
  package convenience init(script first: FixtureReply, _ others: FixtureReply...) throws(FixtureError) {
    let script = [first] + others
    try self.init { request in script[min(request.number, script.count - 1)] }
  }

  deinit {
    close()
  }

  /// Stops: every connection is closed, no more are accepted.
  package func close() {
    state.withLock { state in
      guard !state.isClosed else { return }
      state.isClosed = true
      LoopbackSocket.interrupt(listener)
      for socket in state.sockets { LoopbackSocket.interrupt(socket) }
    }
  }

  /// Holds where it listens, without a slash at the end.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Holds what it has seen so far.
  package var record: Record { state.withLock(\.record) }

  /// Lists the requests that were whole, in order.
  package var requests: [FixtureRequest] { record.requests }

  /// Waits until the server has seen what the test waits for.
  ///
  /// - Throws: ``FixtureError`` when that does not come in time; `CancellationError`.
  package func until(
    _ limit: Duration = .seconds(30), _ isSeen: @escaping @Sendable (Record) -> Bool
  ) async throws {
    let start = ContinuousClock.now
    while !isSeen(record) {
      guard start.duration(to: .now) < limit else { throw FixtureError("in \(limit) only this was seen: \(record)") }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  private func serve(_ socket: Int32) {
    let connection: Int? = state.withLock { state in
      guard !state.isClosed else { return nil }
      state.sockets.insert(socket)
      state.record.connections += 1
      return state.record.connections - 1
    }
    guard let connection else { return LoopbackSocket.close(socket) }
    Thread.detachNewThread { @Sendable in
      var buffer: [UInt8] = []
      repeat {
        while var request = FixtureRequest.take(from: &buffer, connection: connection) {
          self.note(&request)
          guard LoopbackSocket.perform(self.answer(request), on: socket) else { return self.end(socket) }
        }
      } while LoopbackSocket.receive(into: &buffer, from: socket)
      self.end(socket)
    }
  }

  private func note(_ request: inout FixtureRequest) {
    let number = state.withLock { state in
      state.record.requestCount += 1
      if isRecording {
        state.record.requests.append(request)
        state.record.requests[state.record.requests.count - 1].number = state.record.requestCount - 1
      }
      return state.record.requestCount - 1
    }
    request.number = number
  }

  private func end(_ socket: Int32) {
    state.withLock { state in
      state.sockets.remove(socket)
      state.record.closedConnections += 1
    }
    LoopbackSocket.close(socket)
  }
}

private struct FixtureState {
  var record = HTTPFixture.Record()
  var sockets: Set<Int32> = []
  var isClosed = false
}
