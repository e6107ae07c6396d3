import Foundation

/// A program that is killed when this process ends, or before: a shell waits for the end of a pipe that only this process
/// holds.
final class GuardedProcess: Sendable {
  private let pipe: FileHandle

  init(_ program: String, _ arguments: [String] = [], environment: [String: String]) throws {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw EmulatorError("no pipe: error \(errno)") }
    // Programs started later must not hold it open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipe = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" \"$@\" & child=$!; cat >/dev/null; kill -9 $child", program] + arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: NSTemporaryDirectory())
    process.standardInput = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { stop() }

  func stop() {
    // Closed already: then it is stopped already.
    try? pipe.close()
  }

  /// A port that nobody listens on.
  static func freePort() throws -> Int {
    let port = withLoopback(0) { socket, pointer in
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard bind(socket, pointer, length) == 0, getsockname(socket, pointer, &length) == 0 else { return nil as Int? }
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        Int(in_port_t(bigEndian: $0.pointee.sin_port))
      }
    }
    guard let port else { throw EmulatorError("no port on loopback: error \(errno)") }
    return port
  }

  /// Whether anybody listens on a port.
  static func isListening(_ port: Int) -> Bool {
    withLoopback(port) { connect($0, $1, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
  }

  private static func withLoopback<Value>(
    _ port: Int, _ body: (_ socket: Int32, _ address: UnsafeMutablePointer<sockaddr>) -> Value
  ) -> Value {
    #if canImport(Glibc)
      let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body(socket, $0) }
    }
  }
}
