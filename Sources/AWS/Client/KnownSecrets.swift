import Synchronization

/// The secrets that this process has been given, so that no error shows them, however they look: what looks like a name may
/// be a token, and a server may quote any part of one.
///
/// One for the process: errors are masked where nobody knows whose credentials were used.
final class KnownSecrets: Sendable {
  /// Those of this process.
  static let shared = KnownSecrets()

  /// So many characters of a secret are enough to be one; fewer may be a word.
  static let shortest = 12
  /// Credentials are renewed all the time; what is older than this is no longer valid.
  private static let most = 64

  private struct State {
    var secrets: [String] = []
    /// Every part of this length of every secret, as it is and percent-encoded.
    var parts: Set<[UInt8]> = []
  }

  private let state = Mutex(State())

  init() {}

  /// Remembers what must not be shown; what is too short to tell from a word is left.
  func add(_ secrets: String?...) {
    for case let secret? in secrets where secret.utf8.count >= Self.shortest {
      state.withLock { state in
        guard !state.secrets.contains(secret) else { return }
        state.secrets.append(secret)
        if state.secrets.count > Self.most { state.secrets.removeFirst() }
        state.parts = Set(state.secrets.flatMap { Self.parts($0) + Self.parts($0.percentEncoded) })
      }
    }
  }

  /// Takes every part of a secret out of a text.
  func masked(_ text: String) -> String {
    let parts = state.withLock(\.parts)
    guard !parts.isEmpty else { return text }
    let bytes = Array(text.utf8)
    guard bytes.count >= Self.shortest else { return text }
    var kept: [UInt8] = []
    /// Where what was found last ends, and where what is looked at begins.
    var end = 0
    for start in 0..<bytes.count {
      let isPart =
        start + Self.shortest <= bytes.count && parts.contains(Array(bytes[start..<start + Self.shortest]))
      if isPart {
        if start >= end { kept += "…".utf8 }
        end = start + Self.shortest
      } else if start >= end {
        kept.append(bytes[start])
      }
    }
    return end == 0 ? text : String(decoding: kept, as: UTF8.self)
  }

  private static func parts(_ secret: String) -> [[UInt8]] {
    let bytes = Array(secret.utf8)
    return (0...bytes.count - shortest).map { Array(bytes[$0..<$0 + shortest]) }
  }
}
