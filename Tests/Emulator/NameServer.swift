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
    // Who answers questions by datagrams listens for connections too.
    while !GuardedProcess.isListening(port) {
      guard ContinuousClock.now < end else {
        throw EmulatorError("dnsmasq does not listen on port \(port): is dnsmasq-base installed?")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
