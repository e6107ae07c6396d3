#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, read from start to end and closed when the last reference goes.
public final class FileBytes {
  private let descriptor: Int32
  private let closes: Bool

  /// Opens a file for reading.
  ///
  /// - Throws: ``CSVError`` with ``CSVError/Code/cannotRead``.
  public init(path: String) throws(CSVError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    if descriptor < 0 { throw Self.failure("cannot open \(path)") }
  }

  /// Reads from a descriptor that somebody else closes, such as standard input.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    closes = false
  }

  deinit { if closes { close(descriptor) } }

  /// Reads the next bytes, at most as many as fit.
  ///
  /// - Returns: how many were read; 0 at the end.
  /// - Throws: ``CSVError`` with ``CSVError/Code/cannotRead``.
  public func read(into bytes: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure("cannot read") }
    }
  }

  private static func failure(_ what: String) -> CSVError {
    CSVError(.cannotRead, "\(what): \(String(cString: strerror(errno)))")
  }
}
