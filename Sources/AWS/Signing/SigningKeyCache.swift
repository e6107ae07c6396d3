import Crypto
import Synchronization

/// Keeps the keys that were derived: four rounds of HMAC each, and the same for a whole day.
final class SigningKeyCache: Sendable, CustomReflectable {
  private struct Entry {
    var secret: String
    var day: [UInt8]
    var region: String
    var service: String
    var key: SymmetricKey
  }

  /// A few services of one account, around midnight; the oldest goes.
  private static let capacity = 16
  private let entries = Mutex<[Entry]>([])

  /// Finds or derives the key.
  func key(secret: String, day: ArraySlice<UInt8>, region: String, service: String) -> SymmetricKey {
    let known = entries.withLock { entries in
      entries.last {
        $0.service == service && $0.region == region && $0.day[...] == day && $0.secret == secret
      }?.key
    }
    if let known { return known }
    var key = SymmetricKey(data: Array("AWS4\(secret)".utf8))
    for part in [Array(day), Array(region.utf8), Array(service.utf8), Array("aws4_request".utf8)] {
      key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: part, using: key))
    }
    let entry = Entry(secret: secret, day: Array(day), region: region, service: service, key: key)
    entries.withLock { entries in
      if entries.count == SigningKeyCache.capacity { entries.removeFirst() }
      entries.append(entry)
    }
    return key
  }

  /// Shows nothing to `dump`: the entries hold secrets.
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
