/// A request's URL, taken apart into what is signed: the `Host` the client will send, the path and the query.
///
/// No URL type of a library is used: they decode, re-encode or refuse, and what is signed must be what is sent.
struct RequestTarget {
  var scheme: [UInt8]
  /// Name or address as written; an IPv6 address keeps its brackets.
  var host: [UInt8]
  /// Absent when it is the scheme's own.
  var port: Int?
  var hasUserInfo: Bool
  /// As written, empty when there is none.
  var path: ArraySlice<UInt8>
  /// As written, without the question mark.
  var query: ArraySlice<UInt8>

  /// Takes a URL apart; `nil` when it is not an absolute one of `http` or `https`.
  init?(_ url: String) {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    else { return nil }
    scheme = bytes[..<colon].map(\.asciiLowercased)
    let defaultPort: Int
    switch scheme {
    case Array("https".utf8): defaultPort = 443
    case Array("http".utf8): defaultPort = 80
    default: return nil
    }
    let rest = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "#") }
    let authorityEnd =
      rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    var authority = rest[..<authorityEnd]
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    hasUserInfo = at != nil
    if let at { authority = authority[(at + 1)...] }
    // The last colon outside brackets: an IPv6 address is full of them.
    let afterBracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    var written: Int?
    if let portColon = authority[afterBracket...].lastIndex(of: UInt8(ascii: ":")) {
      let digits = authority[(portColon + 1)...]
      if !digits.isEmpty {
        guard let value = Int(String(decoding: digits, as: UTF8.self)), (0...65_535).contains(value) else { return nil }
        written = value
      }
      authority = authority[..<portColon]
    }
    guard !authority.isEmpty else { return nil }
    // curl decodes an encoded host name before it sends it.
    host = authority.contains(UInt8(ascii: "%")) ? authority.percentDecoded : Array(authority)
    port = written == defaultPort ? nil : written
    let target = rest[authorityEnd...]
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    path = target[..<mark]
    query = target[mark...].dropFirst()
  }

  /// The value of the `Host` field as curl sends it: the case as written, no port that is the scheme's own.
  var hostField: [UInt8] {
    guard let port else { return host }
    return host + Array(":\(port)".utf8)
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// Whether it stands for itself in a canonical URI: `A-Za-z0-9-._~` (RFC 3986, section 2.3).
  var isUnreserved: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with every `%XX` decoded; a `%` that begins none stays what it is.
  var percentDecoded: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = startIndex
    while index < endIndex {
      if self[index] == UInt8(ascii: "%"), endIndex - index > 2, let high = self[index + 1].hexValue,
        let low = self[index + 2].hexValue
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}

extension [UInt8] {
  /// Appends bytes, percent-encoding what is not unreserved.
  mutating func appendEncoded(_ bytes: some Sequence<UInt8>, keepingSlash: Bool = false) {
    for byte in bytes {
      if byte.isUnreserved || keepingSlash && byte == UInt8(ascii: "/") {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(upperHexDigits[Int(byte >> 4)])
        append(upperHexDigits[Int(byte & 15)])
      }
    }
  }

  /// Appends bytes as lower-case hexadecimal digits.
  mutating func appendHex(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      append(lowerHexDigits[Int(byte >> 4)])
      append(lowerHexDigits[Int(byte & 15)])
    }
  }
}

private let upperHexDigits = Array("0123456789ABCDEF".utf8)
private let lowerHexDigits = Array("0123456789abcdef".utf8)
