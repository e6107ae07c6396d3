import Crypto
import HTTP

/// A request in the one form that both sides hash
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>).
struct CanonicalRequest {
  /// The form itself.
  var bytes: [UInt8] = []
  /// The signed fields' names: lower case, sorted, joined by semicolons.
  var signedHeaders: [UInt8] = []

  init(_ request: HTTPRequest, target: RequestTarget) {
    bytes.reserveCapacity(512 + target.path.count * 3 + target.query.count * 3)
    bytes += request.method.rawValue.utf8
    bytes.append(newline)
    appendPath(target.path)
    bytes.append(newline)
    appendQuery(target.query)
    bytes.append(newline)
    appendHeaders(request, target)
    bytes.append(newline)
    bytes += signedHeaders
    bytes.append(newline)
    bytes.appendHex(SHA256.hash(data: request.body))
  }

  /// Encoded once more than it is sent: every service wants that, but for S3.
  private mutating func appendPath(_ path: ArraySlice<UInt8>) {
    let path = CanonicalRequest.normalized(path)
    if path.isEmpty { bytes.append(slash) } else { bytes.appendEncoded(path, keepingSlash: true) }
  }

  /// Takes `.`, `..` and empty segments out (RFC 3986, section 5.2.4, and AWS's own rule for repeated slashes).
  static func normalized(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var segments: [ArraySlice<UInt8>] = []
    for segment in path.split(separator: slash) {
      if segment.elementsEqual("..".utf8) {
        _ = segments.popLast()
      } else if !segment.elementsEqual(".".utf8) {
        segments.append(segment)
      }
    }
    var result: [UInt8] = []
    for segment in segments {
      result.append(slash)
      result += segment
    }
    if path.last == slash, !segments.isEmpty { result.append(slash) }
    return result[...]
  }

  /// Parameters are decoded and encoded anew, since the service does so with what it receives, and sorted by name,
  /// then value, in the order of their bytes. A `+` is a plus: nothing here ever means a space by it.
  private mutating func appendQuery(_ query: ArraySlice<UInt8>) {
    guard !query.isEmpty else { return }
    var pairs: [(name: [UInt8], value: [UInt8])] = []
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      var name: [UInt8] = []
      var value: [UInt8] = []
      name.appendEncoded(pair[..<equals].percentDecoded)
      value.appendEncoded(pair[equals...].dropFirst().percentDecoded)
      pairs.append((name, value))
    }
    pairs.sort { left, right in
      if left.name == right.name { return left.value.lexicographicallyPrecedes(right.value) }
      return left.name.lexicographicallyPrecedes(right.name)
    }
    for (index, pair) in pairs.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "&")) }
      bytes += pair.name
      bytes.append(UInt8(ascii: "="))
      bytes += pair.value
    }
  }

  private mutating func appendHeaders(_ request: HTTPRequest, _ target: RequestTarget) {
    var fields: [(name: [UInt8], value: String?)] = []
    fields.reserveCapacity(request.headers.count + 1)
    var hasHost = false
    for field in request.headers {
      let name = field.name.utf8.map(\.asciiLowercased)
      if unsignedNames.contains(name) { continue }
      if name == hostName { hasHost = true }
      fields.append((name, field.value))
    }
    if !hasHost { fields.append((hostName, nil)) }
    // The values of a repeated field keep their order: Swift's sort is not promised to be stable.
    let order = fields.indices.sorted { left, right in
      if fields[left].name == fields[right].name { return left < right }
      return fields[left].name.lexicographicallyPrecedes(fields[right].name)
    }
    var previous: [UInt8] = []
    for index in order {
      let (name, value) = fields[index]
      if name == previous {
        bytes[bytes.endIndex - 1] = UInt8(ascii: ",")
      } else {
        if !signedHeaders.isEmpty { signedHeaders.append(UInt8(ascii: ";")) }
        signedHeaders += name
        bytes += name
        bytes.append(UInt8(ascii: ":"))
        previous = name
      }
      if let value { appendFolded(value) } else { bytes += target.hostField }
      bytes.append(newline)
    }
  }

  /// White space around a value goes, runs of it within become one space; quotes change nothing.
  private mutating func appendFolded(_ value: String) {
    var value = value
    value.withUTF8 { value in
      // A session token is a thousand bytes: what needs no folding is taken whole.
      guard CanonicalRequest.needsFolding(value) else { return bytes.append(contentsOf: value) }
      var pending = false
      var began = false
      for byte in value {
        if CanonicalRequest.isSpace(byte) {
          pending = began
        } else {
          if pending { bytes.append(0x20) }
          pending = false
          began = true
          bytes.append(byte)
        }
      }
    }
  }

  private static func needsFolding(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var followsSpace = true
    for byte in value {
      let space = isSpace(byte)
      if space, followsSpace || byte != 0x20 { return true }
      followsSpace = space
    }
    return followsSpace && !value.isEmpty
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

private let newline = UInt8(ascii: "\n")
private let slash = UInt8(ascii: "/")
private let hostName = Array("host".utf8)

/// What a proxy or the client itself may change or add on the way.
private let unsignedNames: Set<[UInt8]> = Set(
  [
    "authorization", "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization",
    "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
  ].map { Array($0.utf8) })
