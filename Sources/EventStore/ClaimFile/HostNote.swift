import Foundation
import Model

/// The highest numbers of a store's claims, noted where no copy of the store's folder has them: in the user's cache, which
/// backups leave out (<https://specifications.freedesktop.org/basedir-spec/latest/>). And which file took the last claim: of
/// two copies of a store that are at work at once, one finds here that the other is.
///
/// May be lost at any time, and then proves nothing.
package struct HostNote: Sendable {
  private let path: String
  /// What was launched of it, as far as anything was claimed.
  let launches: LaunchNotes

  /// What it says.
  struct Content: Equatable, Sendable {
    var mark: HighWaterMark
    /// The store's file that took the last claim; 0 where that is not known.
    var copy: Int64 = 0
    /// What tells the last claim from another with its number; 0 where that is not known.
    var nonce: UInt32 = 0
    /// Whether it is a copy that somebody put here: what was noted in the original since is not in it.
    var isCopy = false

    static let words = 10
    /// An earlier version did not say which file it is.
    static let formerWords = 8
  }

  /// Names the note of a store.
  ///
  /// - Parameters:
  ///   - folder: is made when missing.
  ///   - id: the store's.
  package init(folder: String, store id: String) {
    path = "\(folder)/claims-\(id)"
    launches = LaunchNotes(path: "\(folder)/launches-\(id)", store: StableHash.hash(id))
  }

  func read() -> Content? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return read(file)
  }

  /// Takes the number of a claim, which must be on record nowhere else: before anything is sent.
  ///
  /// A number that is not above the noted one is another process's turn that came first, if that took it for the same file. A
  /// file that is not the one noted was moved, or put in its place, or is a copy: it goes on when the noted claim is its own.
  ///
  /// Where it cannot be written, the record beside the store has to do.
  ///
  /// - Parameters:
  ///   - copy: tells the store's file from any other.
  ///   - isOurs: whether a claim is on the record of this file.
  /// - Returns: `false` when a copy of the store has taken it.
  /// - Throws: ``StoreError`` when another process holds the note for long, and what `isOurs` throws.
  func take(
    _ mark: HighWaterMark, nonce: UInt32, for copy: Int64, isOurs: (Content) throws -> Bool
  ) async throws -> Bool {
    let file = Self.openOrMake(path)
    guard file >= 0 else { return true }
    defer { close(file) }
    guard await FileTurn.begin(file) else {
      throw StoreError(.locked, .claimsUnusable(path, .write, said: String(cString: strerror(EWOULDBLOCK))))
    }
    defer { FileTurn.end(file) }
    guard var content = read(file) else {
      write(Content(mark: mark, copy: copy, nonce: nonce), to: file)
      // Once: what comes later may be lost with the power, and then a later start finds less.
      fsync(file)
      return true
    }
    let isLater = mark.claim > content.mark.claim
    if content.copy != copy {
      guard isLater else { return false }
      if content.copy != 0, try !isOurs(content) { return false }
    }
    content.mark.raise(to: mark)
    if isLater { (content.copy, content.nonce) = (copy, nonce) }
    write(content, to: file)
    return true
  }

  /// Where it cannot be kept, and the system's word for why; `nil` when it can.
  package var obstacle: (path: String, said: String)? {
    let file = Self.openOrMake(path)
    guard file < 0 else {
      close(file)
      return nil
    }
    return (path, String(cString: strerror(errno)))
  }

  /// - Returns: a negative number when that cannot be.
  static func openOrMake(_ path: String) -> CInt {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file < 0, errno == ENOENT else { return file }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  private func write(_ content: Content, to file: CInt) {
    let mark = content.mark
    var words = [
      mark.claim, mark.batch, mark.campaign, mark.message, content.copy, Int64(content.nonce), mark.claim,
    ]
    words.append(Checksum.of(words.suffix(3), 0))
    words.append(FileOrigin.number(of: file) ?? 0)
    words.append(Checksum.of(words.suffix(1), 0))
    _ = words.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  /// An earlier version wrote four words, and may have raised those alone: then whose they are is not known.
  private func read(_ file: CInt) -> Content? {
    var words = [Int64](repeating: 0, count: Content.words)
    let size = words.count * MemoryLayout<Int64>.size
    let found = words.withUnsafeMutableBytes { pread(file, $0.baseAddress, size, 0) }
    let highest: Int64 = 1 << 48
    guard found >= HighWaterMark.words * MemoryLayout<Int64>.size,
      words[0..<4].allSatisfy({ (0..<highest).contains($0) })
    else { return nil }
    var content = Content(
      mark: HighWaterMark(claim: words[0], batch: words[1], campaign: words[2], message: words[3]))
    if found >= Content.formerWords * MemoryLayout<Int64>.size, words[7] == Checksum.of(words[4..<7], 0),
      words[6] == words[0]
    {
      (content.copy, content.nonce) = (words[4], UInt32(truncatingIfNeeded: words[5]))
    }
    if found == size, words[9] == Checksum.of(words[8..<9], 0), words[8] != 0 {
      content.isCopy = FileOrigin.number(of: file).map { $0 != words[8] } ?? false
    }
    return content
  }
}
