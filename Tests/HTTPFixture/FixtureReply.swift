/// What the server does when a request is whole, step by step. Afterwards it waits for the next one on the connection,
/// unless the last step ended it.
///
/// ```swift
/// .ok(#"{"MessageId": "1"}"#)
/// .response(500, headers: [("Content-Type", "text/html")], "<h1>Sorry</h1>")
/// .pause(.milliseconds(50)).then(.ok())
/// .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this").then(.end)
/// ```
package struct FixtureReply: Sendable {
  /// One thing to do.
  package enum Step: Sendable {
    /// Sends bytes, exactly these.
    case send([UInt8])
    /// Does nothing for a time, or until the client closes the connection.
    case pause(Duration)
    /// Does nothing until the client closes the connection.
    case hold
    /// Closes the connection in order.
    case end
    /// Closes the connection with a reset.
    case reset
  }

  /// Lists what is done, in order.
  package var steps: [Step]

  /// Makes a reply from its steps.
  package init(_ steps: Step...) { self.steps = steps }

  /// Does this, then the other.
  package func then(_ next: FixtureReply) -> FixtureReply {
    var reply = self
    reply.steps += next.steps
    return reply
  }

  /// Answers properly, with `Content-Length`.
  package static func response(
    _ status: Int, headers: [(String, String)] = [("Content-Type", "application/json")], _ body: String = ""
  ) -> FixtureReply {
    response(status, headers: headers, Array(body.utf8))
  }

  /// Answers properly, with `Content-Length`.
  package static func response(_ status: Int, headers: [(String, String)] = [], _ body: [UInt8]) -> FixtureReply {
    let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
    return FixtureReply(
      .send(Array("HTTP/1.1 \(status) \r\n\(lines)Content-Length: \(body.count)\r\n\r\n".utf8) + body))
  }

  /// Answers with status 200 and JSON.
  package static func ok(_ body: String = "{}") -> FixtureReply { response(200, body) }

  /// Answers in chunks, which arrive one by one.
  package static func chunked(_ chunks: [String], status: Int = 200) -> FixtureReply {
    var reply = bytes("HTTP/1.1 \(status) \r\nTransfer-Encoding: chunked\r\n\r\n")
    for chunk in chunks {
      reply = reply.then(bytes(String(chunk.utf8.count, radix: 16) + "\r\n\(chunk)\r\n"))
    }
    return reply.then(bytes("0\r\n\r\n"))
  }

  /// Promises more bytes of content than it sends, and closes the connection.
  package static func truncated(_ body: String, promising count: Int) -> FixtureReply {
    bytes("HTTP/1.1 200 \r\nContent-Length: \(count)\r\n\r\n\(body)").then(end)
  }

  /// Sends exactly this text.
  package static func bytes(_ text: String) -> FixtureReply { FixtureReply(.send(Array(text.utf8))) }

  /// Does nothing for a time.
  package static func pause(_ duration: Duration) -> FixtureReply { FixtureReply(.pause(duration)) }

  /// Never answers, and keeps the connection until the client closes it.
  package static var never: FixtureReply { FixtureReply(.hold) }

  /// Closes the connection, without an answer when it is the only step.
  package static var end: FixtureReply { FixtureReply(.end) }

  /// Resets the connection, without an answer when it is the only step.
  package static var reset: FixtureReply { FixtureReply(.reset) }
}
