import Synchronization

/// Stands for one request on its way, for as long as somebody waits for its answer.
final class HTTPTicket: Sendable {
  let request: HTTPRequest
  /// Holds scheme, host and port as the URL has them: requests with the same share connections.
  let origin: Substring
  let deadline: ContinuousClock.Instant
  /// Set before the thread hears of it: a request can be cancelled before it gets there.
  let isCancelled = Atomic(false)

  /// Checks the request: libcurl would send a line break in a field as one.
  ///
  /// - Throws: ``HTTPError`` with the code `invalidRequest`.
  init(_ request: HTTPRequest) throws(HTTPError) {
    self.request = request
    origin = try Self.origin(of: request.url)
    let longest = Duration.seconds(86_400)
    deadline = .now + min(max(request.timeout, .zero), longest)
    for field in request.headers where !field.isSendable {
      // Neither name nor value: what is wrong with them may be that they are something else.
      throw refusal("a header field cannot be sent: it has a line break or another control character, or no name")
    }
  }

  /// Holds host and port.
  var host: String { Self.host(origin) }

  /// Makes the error for a request that never left.
  func refusal(_ context: String, _ code: HTTPError.Code = .invalidRequest) -> HTTPError {
    HTTPError(code, host: host, context: context, mayHaveArrived: false)
  }

  private static func host(_ origin: Substring) -> String {
    String(origin.drop { $0 != "/" }.drop { $0 == "/" })
  }

  private static func origin(of url: String) throws(HTTPError) -> Substring {
    let bytes = url.utf8
    func refusal(_ context: String) -> HTTPError {
      HTTPError(.invalidRequest, host: "", context: context, mayHaveArrived: false)
    }
    let prefix = url.hasPrefix("https://") ? 8 : url.hasPrefix("http://") ? 7 : 0
    guard prefix > 0 else { throw refusal("the URL begins neither with https:// nor with http://") }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw refusal("the URL is not percent-encoded") }
    let start = bytes.index(bytes.startIndex, offsetBy: prefix)
    let end = bytes[start...].firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
    let host = bytes[start..<(end ?? bytes.endIndex)]
    guard !host.isEmpty else { throw refusal("the URL has no host") }
    // A password would travel into errors and logs with the host's name.
    guard !host.contains(UInt8(ascii: "@")) else { throw refusal("the URL has a user's name or password") }
    return url[..<host.endIndex]
  }
}

/// A ticket with whoever waits for its answer.
struct HTTPSubmission: Sendable {
  var ticket: HTTPTicket
  var continuation: CheckedContinuation<Result<RawAnswer, HTTPError>, Never>
}

/// An answer as it came: taken apart by the task that waits for it, so that the one thread of all is free sooner.
struct RawAnswer: Sendable {
  var status: Int
  var head: [UInt8]
  var body: [UInt8]
}

extension HTTPField {
  /// Tells whether it is one line (<https://www.rfc-editor.org/rfc/rfc9110#name-fields>).
  var isSendable: Bool {
    guard !name.isEmpty else { return false }
    for byte in name.utf8 where byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: ":") { return false }
    for byte in value.utf8 where (byte < 0x20 && byte != 0x09) || byte == 0x7F { return false }
    return true
  }
}
