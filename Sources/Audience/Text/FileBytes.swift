import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, read from start to end and closed when the last reference goes.
package final class FileBytes {
  private let descriptor: Int32
  private let closes: Bool

  /// Opens a file for reading.
  ///
  /// - Throws: ``CSVError`` that says why it cannot be read, and does not name it.
  package init(path: String) throws(CSVError) {
    closes = true
    // A pasted path may hold a NUL, and the system would open what is named before it.
    descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    if path.utf8.contains(0) { throw Self.failure(ENOENT) }
    if descriptor < 0 { throw Self.failure() }
  }

  /// Tells why a file cannot be read, without opening it: a pipe can be opened only once.
  ///
  /// - Throws: ``CSVError`` that says why it cannot be read, and does not name it.
  package static func check(path: String) throws(CSVError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(EISDIR) }
    guard access(path, R_OK) == 0 else { throw failure() }
  }

  /// Returns the first bytes of a file that can be read twice; nothing of a pipe.
  package static func head(path: String) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    var bytes = [UInt8](repeating: 0, count: 8)
    // Whoever reads it next says why it cannot be read.
    let count = bytes.withUnsafeMutableBytes { (try? FileBytes(path: path).read(into: $0)) ?? 0 }
    return Array(bytes.prefix(count))
  }

  /// Reads from a descriptor that somebody else closes, such as standard input.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
    closes = false
  }

  deinit { if closes { close(descriptor) } }

  /// Reads the next bytes, at most as many as fit.
  ///
  /// - Returns: how many were read; 0 at the end.
  /// - Throws: ``CSVError`` that says why it cannot be read.
  package func read(into bytes: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure() }
    }
  }

  private static func failure(_ number: Int32 = errno) -> CSVError {
    let words = String(cString: strerror(number))
    return switch number {
    case ENOENT, ENOTDIR: CSVError(.notThere(words))
    case EISDIR: CSVError(.folder)
    case EACCES: CSVError(.notAllowed(words))
    default: CSVError(.unreadable(words))
    }
  }
}
