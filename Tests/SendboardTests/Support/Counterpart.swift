import Foundation

/// The AWS stand-in from PyPI, started on a port of its own; it goes away with the test.
final class Counterpart {
  let url: String
  private let place: Workplace
  private let program: RunningProgram

  /// Where `.ci/counterpart` installs it.
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/.build/counterpart/bin"

  /// - Throws: ``Obstacle`` when it is not installed, or does not start.
  init() async throws {
    let binary = Self.folder + "/ministack"
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw Obstacle("there is no \(binary): .ci/counterpart installs it, 'make test' runs that")
    }
    place = try Workplace()
    let port = try Self.freePort()
    url = "http://127.0.0.1:\(port)"
    program = try place.startTool(
      binary, [],
      environment: ["BIND_HOST": "127.0.0.1", "GATEWAY_PORT": "\(port)", "MINISTACK_HOST": "127.0.0.1"])
    let program = program
    try await eventually("the counterpart listens", within: .seconds(60), every: .milliseconds(50)) {
      if program.hasEnded { throw Obstacle("the counterpart ended: \(try program.errorsSoFar().suffix(500))") }
      return Self.isListening(port).once
    }
  }

  /// What a program needs to work with it.
  var environment: [String: String] {
    [
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": url,
    ]
  }

  private static func freePort() throws -> UInt16 {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    guard isBound else { throw Obstacle("there is no free port") }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func isListening(_ port: UInt16) -> Bool {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = loopback(port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}
