import Foundation
import Words

/// A file that is written beside its place, and put there when it is whole: what broke off never looks like all of it, and a
/// file that is there is replaced only where that was asked for.
///
/// Addresses are nobody else's: the file is its owner's alone.
final class ExportFile {
  private let path: String
  private let shown: String
  private let partial: String
  private let replaces: Bool
  private var descriptor: Int32
  private var pending: [UInt8] = []
  private static let pieceSize = 64 * 1024

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - name: from the working folder on, or beginning with `/` or `~`.
  ///   - replaces: whether a file of that name may be replaced.
  /// - Throws: ``CommandError``: `fileExists`, `cannotWrite`.
  init(_ name: String, replaces: Bool) throws {
    shown = name
    path = NSString(string: name).expandingTildeInPath
    partial = path + ".partial-\(getpid())"
    self.replaces = replaces
    descriptor = -1
    if !replaces, access(path, F_OK) == 0 { throw CommandError(.fileExists(shown)) }
    descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure() }
  }

  deinit { abandon() }

  /// Writes a line.
  func line(_ text: String) throws {
    pending.append(contentsOf: text.utf8)
    pending.append(0x0A)
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    try flush()
  }

  /// Puts the whole file into its place.
  func finish() throws {
    try flush()
    // What is on disk only by its name would be empty after a power cut.
    guard fsync(descriptor) == 0 else { throw failure() }
    close(descriptor)
    descriptor = -1
    guard replaces ? rename(partial, path) == 0 : moveToFreeName() else {
      // Somebody made it meanwhile.
      let error = errno == EEXIST ? CommandError(.fileExists(shown)) : failure()
      unlink(partial)
      throw error
    }
  }

  /// Gives the file its name unless that is somebody's: a rename would take the place of what is there.
  private func moveToFreeName() -> Bool {
    if link(partial, path) == 0 {
      unlink(partial)
      return true
    }
    // Some file systems have no links.
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { return false }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { return false }
    close(claim)
    return rename(partial, path) == 0
  }

  /// Takes away what was written so far.
  func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(partial)
  }

  private func flush() throws {
    var start = 0
    while start < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 { start += count } else if errno != EINTR { throw failure() }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure() -> CommandError {
    CommandError(.cannotWrite(file: shown), ending: ": \(String(cString: strerror(errno)))")
  }
}
