#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A small file of words that processes of one host read and write in turn, each under the file's lock.
///
/// A file that was removed is made anew, so that all find each other there again. Nobody waits for the lock: it is held for
/// as long as it takes to write a page, or by somebody who was suspended. Callers are tasks, whose threads are few.
final class LockedFile {
  /// What can be had of it now.
  enum Access {
    /// Its words, if it has any; and whether it is another file than the last time.
    case file([UInt64]?, isOther: Bool)
    /// Nothing at the moment: another process has it.
    case busy
    /// Nothing: the system does not allow it.
    case none
  }

  private let path: String
  private var descriptor: CInt
  private var isOther = false
  /// How often the lock is tried; between two tries others get the processor, so that who holds it can go on.
  private static let tries = 20

  /// - Throws: ``PaceFileError``.
  init(path: String) throws(PaceFileError) {
    self.path = path
    descriptor = Self.open(path)
    guard descriptor >= 0 else { throw PaceFileError(path: path, reason: String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  /// Locks it, until ``end(writing:)``, and reads so many words; nothing is locked when it cannot be had.
  func begin(words count: Int) -> Access {
    if let obstacle = lock() { return obstacle }
    defer { isOther = false }
    return .file(read(count), isOther: isOther)
  }

  /// Replaces its words by others, as many, and unlocks it.
  func end(writing words: [UInt64]) {
    _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    flock(descriptor, LOCK_UN)
  }

  /// Takes the lock; what is told when it cannot be had.
  private func lock() -> Access? {
    for _ in 0..<Self.tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if isInPlace { return nil }
        let new = Self.open(path)
        // Its folder is gone: the old one still serves those who have it open.
        if new < 0 { return nil }
        close(descriptor)
        descriptor = new
        isOther = true
      } else if errno == EWOULDBLOCK {
        sched_yield()
      } else if errno != EINTR {
        return Access.none
      }
    }
    return .busy
  }

  /// Whether the path still leads to the open file.
  private var isInPlace: Bool {
    var here = stat()
    var there = stat()
    return fstat(descriptor, &here) == 0 && stat(path, &there) == 0 && here.st_ino == there.st_ino
      && here.st_dev == there.st_dev
  }

  private func read(_ count: Int) -> [UInt64]? {
    var words = [UInt64](repeating: 0, count: count)
    let length = words.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return length == count * MemoryLayout<UInt64>.size ? words : nil
  }

  private static func open(_ path: String) -> CInt {
    #if canImport(Glibc)
      Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    #else
      Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    #endif
  }
}
