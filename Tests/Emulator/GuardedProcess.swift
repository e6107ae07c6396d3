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
    #if canImport(Glibc)
      let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, length) == 0 && getsockname(socket, pointer, &length) == 0
      }
    }
    guard isBound else { throw EmulatorError("no port on loopback: error \(errno)") }
    return Int(in_port_t(bigEndian: address.sin_port))
  }
}
