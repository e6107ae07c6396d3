import Foundation

/// A name server of its own, dnsmasq, that knows what it is told and nothing else.
package final class NameServer: Sendable {
  private let process: GuardedProcess
  /// Is where it listens.
  package let port: Int

  /// Starts one and waits until it listens.
  ///
  /// - Parameters:
  ///   - texts: TXT records, by their names.
  ///   - servers: MX records, by their names.
  /// - Throws: ``EmulatorError``.
  package init(texts: [(name: String, text: String)], servers: [(name: String, server: String)] = []) async throws {
    let port = try GuardedProcess.freePort()
    self.port = port
    process = try GuardedProcess(
      "/usr/sbin/dnsmasq",
      [
        "--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--local=/#/", "--port=\(port)",
        "--listen-address=127.0.0.1", "--bind-interfaces", "--pid-file=",
      ] + texts.map { "--txt-record=\($0.name),\($0.text)" }
        + servers.map { "--mx-host=\($0.name),\($0.server),10" },
      environment: ["PATH": "/usr/bin:/bin:/usr/sbin"])
    let end = ContinuousClock.now + .seconds(20)
    while !Self.isListening(port) {
      guard ContinuousClock.now < end else {
        throw EmulatorError("dnsmasq does not listen on port \(port): is dnsmasq-base installed?")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Tells whether anybody listens on a port of the loopback; who answers questions by datagrams does.
  private static func isListening(_ port: Int) -> Bool {
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
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
