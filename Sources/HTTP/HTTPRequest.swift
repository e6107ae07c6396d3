/// One HTTP request, ready to be sent.
package struct HTTPRequest: Equatable, Sendable {
  /// What is asked (<https://www.rfc-editor.org/rfc/rfc9110#name-methods>).
  package enum Method: String, Sendable {
    /// Reads.
    case get = "GET"
    /// Makes, or asks for a deed.
    case post = "POST"
    /// Replaces.
    case put = "PUT"
    /// Removes.
    case delete = "DELETE"
  }

  /// Says what is asked.
  package var method: Method
  /// Names the resource: absolute, its path and query percent-encoded as they shall go over the wire.
  package var url: String
  /// Lists the fields in order; `Host` and `Content-Length` are added when it is sent.
  package var headers: [HTTPField]
  /// Holds the content; empty for none.
  package var body: [UInt8]
  /// Bounds the whole exchange, from resolving the name to the last byte of the answer.
  package var timeout: Duration
  /// Whether a proxy named in the environment may carry it. Not so for metadata services: the proxy's host would answer
  /// with its own, and the keys would pass through it.
  package var usesProxy = true
  /// Says whether the server may get it twice without harm. Then it is sent once more when the connection it was sent on
  /// had just been closed by the server; otherwise that is an error, and the server gets it once at most.
  package var repeatable: Bool

  /// Makes a value from its parts.
  package init(
    _ method: Method, _ url: String, headers: [HTTPField] = [], body: [UInt8] = [], timeout: Duration = .seconds(30),
    repeatable: Bool = false
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.repeatable = repeatable
  }
}

/// One line of an HTTP header.
package struct HTTPField: Equatable, Sendable {
  /// Names the field; compared without regard to case.
  package var name: String
  /// Holds the value, without surrounding white space.
  package var value: String

  /// Makes a value from its parts.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Tells whether it has this name, without regard to the case of its letters.
  func isNamed(_ other: String) -> Bool {
    guard name.utf8.count == other.utf8.count else { return false }
    return zip(name.utf8, other.utf8).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
