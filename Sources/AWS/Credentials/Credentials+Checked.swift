import struct Foundation.Date

extension Credentials {
  /// Makes credentials of what a source gave, if they can be used.
  ///
  /// - Parameter expiration: the moment they end as text (RFC 3339); `nil` for never.
  /// - Throws: ``CredentialError`` that names the source and what is wrong, never a value.
  static func checked(
    accessKeyID: String?, secretAccessKey: String?, sessionToken: String?, expiration: String?, source: String,
    now: Date
  ) throws(CredentialError) -> Credentials {
    let parts = [
      ("access key id", accessKeyID), ("secret access key", secretAccessKey), ("session token", sessionToken),
    ]
    for (name, value) in parts {
      guard let value else { continue }
      // They become a part of a header: a line break within would be the begin of another one.
      guard value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw CredentialError(.unusable, "\(source): the \(name) holds characters that none has; copy it anew")
      }
    }
    guard let accessKeyID, !accessKeyID.isEmpty else {
      throw CredentialError(.unusable, "\(source): the access key id is missing")
    }
    guard let secretAccessKey, !secretAccessKey.isEmpty else {
      throw CredentialError(.unusable, "\(source): the secret access key is missing")
    }
    KnownSecrets.shared.add(secretAccessKey, sessionToken)
    var end: Date?
    if let expiration, !expiration.isEmpty {
      guard let date = Date(rfc3339: expiration) else {
        throw CredentialError(.unusable, "\(source): the moment they expire is not a date of ISO 8601")
      }
      guard date > now else {
        throw CredentialError(
          .expired, "\(source): the credentials have expired at \(date.rfc3339Seconds); log in or renew them there")
      }
      end = date
    }
    return Credentials(
      accessKeyID: accessKeyID, secretAccessKey: secretAccessKey,
      sessionToken: sessionToken.flatMap { $0.isEmpty ? nil : $0 }, expiration: end, source: source)
  }
}

extension Date {
  /// Reads `2026-11-21T08:09:10Z`, with or without a fraction, `Z` or an offset
  /// (<https://www.rfc-editor.org/rfc/rfc3339#section-5.6>); `nil` for anything else.
  init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>, _ allowed: ClosedRange<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return allowed.contains(value) ? value : nil
    }
    func holds(_ mark: Character, at index: Int) -> Bool { index < bytes.count && bytes[index] == mark.asciiValue }
    guard let year = number(0..<4, 1970...9999), holds("-", at: 4), let month = number(5..<7, 1...12),
      holds("-", at: 7), let day = number(8..<10, 1...31), holds("T", at: 10) || holds(" ", at: 10),
      let hour = number(11..<13, 0...23), holds(":", at: 13), let minute = number(14..<16, 0...59),
      holds(":", at: 16), let second = number(17..<19, 0...60)
    else { return nil }
    var index = 19
    if holds(".", at: index) {
      // The fraction is left out: credentials that end a moment early do no harm.
      index += 1
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      if index == 20 { return nil }
    }
    var offset = 0
    if holds("Z", at: index) || holds("z", at: index) {
      index += 1
    } else {
      let sign = holds("+", at: index) ? 1 : -1
      let hasColon = holds(":", at: index + 3)
      guard sign == 1 || holds("-", at: index), let hours = number(index + 1..<index + 3, 0...23) else { return nil }
      let start = index + (hasColon ? 4 : 3)
      guard let minutes = number(start..<start + 2, 0...59) else { return nil }
      offset = sign * (hours * 3_600 + minutes * 60)
      index = start + 2
    }
    guard index == bytes.count else { return nil }
    let days = CivilDay.daysSinceEpoch(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(timeIntervalSince1970: Double(seconds))
  }

  /// The moment in words of RFC 3339, to the second.
  var rfc3339Seconds: String {
    let stamp = String(decoding: SigningTime(self).stamp, as: UTF8.self)
    let date = "\(stamp.prefix(4))-\(stamp.dropFirst(4).prefix(2))-\(stamp.dropFirst(6).prefix(2))"
    return "\(date)T\(stamp.dropFirst(9).prefix(2)):\(stamp.dropFirst(11).prefix(2)):\(stamp.dropFirst(13))"
  }
}
