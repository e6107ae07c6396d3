import Foundation
import Model
import Synchronization

/// Held by everybody who has a store open, and alone by who puts another file in its place: between the moment that the
/// store's log is folded in and the moment that the copy has its name, nobody may open it, or the copy inherits a log of
/// another file, which ruins it.
///
/// A file of its own beside the store, since it must never be moved. Ends with its process, however that ends.
final class StoreLock: Sendable {
  private let file: Mutex<CInt?>

  /// How long whoever opens a store waits for one that is being replaced: folding in and two moves.
  private static let patience: Duration = .seconds(10)

  static func path(of store: String) -> String {
    URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-lock"
  }

  private init(_ file: CInt) { self.file = Mutex(file) }

  deinit { release() }

  /// Shares it. Blocks its thread while a copy is being put in the store's place.
  ///
  /// - Parameter makes: whether the file is made where it is missing; who only looks makes none, and goes without.
  /// - Throws: ``StoreError`` with `locked`.
  static func share(_ store: String, makes: Bool) throws -> StoreLock? {
    guard let file = open(store, makes: makes) else { return nil }
    let end = ContinuousClock.now + patience
    while flock(file, LOCK_SH | LOCK_NB) != 0 {
      // What cannot be locked, as on some network's disk, is open to all.
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      guard .now < end else {
        close(file)
        throw StoreError(.locked, "a copy is being put in the place of the store \(store): try again when that is done")
      }
      usleep(10_000)
    }
    return StoreLock(file)
  }

  /// Takes it alone.
  ///
  /// - Throws: ``StoreError`` with `locked` when anybody has the store open.
  static func take(_ store: String) throws -> StoreLock? {
    guard let file = open(store, makes: true) else { return nil }
    if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(file)
      throw StoreError(.locked, "the store \(store) is in use: stop every Sendboard that works on it, then restore")
    }
    return StoreLock(file)
  }

  /// Whether anybody has the store open, or is about to.
  static func isHeld(_ store: String) -> Bool {
    guard let file = open(store, makes: false) else { return false }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) != 0 else {
      flock(file, LOCK_UN)
      return false
    }
    return errno == EWOULDBLOCK
  }

  private static func open(_ store: String, makes: Bool) -> CInt? {
    let file = Foundation.open(
      path(of: store), (makes ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return file >= 0 ? file : nil
  }

  func release() {
    let file = file.withLock { file in
      defer { file = nil }
      return file
    }
    guard let file else { return }
    // Closing would not end it if a child that was forked meanwhile has the file open too.
    flock(file, LOCK_UN)
    close(file)
  }
}
