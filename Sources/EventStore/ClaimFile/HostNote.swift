import Foundation

/// The highest numbers of a store's claims, noted where no copy of the store's folder has them: in the user's cache, which
/// backups leave out (<https://specifications.freedesktop.org/basedir-spec/latest/>).
///
/// May be lost at any time, and then proves nothing. May lag by what several processes claim at once, and then less is
/// noticed, never more.
package struct HostNote: Sendable {
  private let path: String

  /// Names the note of a store.
  ///
  /// - Parameters:
  ///   - folder: is made when missing.
  ///   - id: the store's.
  package init(folder: String, store id: String) { path = "\(folder)/claims-\(id)" }

  func read() -> HighWaterMark? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return read(file)
  }

  /// Where it cannot be written, the record beside the store has to do.
  func raise(to mark: HighWaterMark) {
    var file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if file < 0, errno == ENOENT {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard file >= 0 else { return }
    defer { close(file) }
    var new = read(file) ?? HighWaterMark()
    if new.claim > mark.claim { return }
    new.raise(to: mark)
    let words = [new.claim, new.batch, new.campaign, new.message]
    _ = words.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  private func read(_ file: CInt) -> HighWaterMark? {
    var words = [Int64](repeating: 0, count: HighWaterMark.words)
    let size = words.count * MemoryLayout<Int64>.size
    guard words.withUnsafeMutableBytes({ pread(file, $0.baseAddress, size, 0) }) == size else { return nil }
    return HighWaterMark(claim: words[0], batch: words[1], campaign: words[2], message: words[3])
  }
}
