import Foundation
import HTTP
import HTTPFixture

/// Sends requests one after the other, and says what is left of them.
struct Soak {
  var requests: Int

  func run() async throws {
    let server = try HTTPFixture(isRecording: false) { request in
      request.target == "/lost" ? .end : .response(200, [UInt8](repeating: 0x61, count: 10_000))
    }
    let transport = try CurlTransport(HTTPSettings(environment: [:]))
    try await send(requests / 10, transport, server)
    print("warm", Self.report)
    try await send(requests, transport, server)
    print("done", Self.report)
    transport.close()
    // The thread ends by itself; the time is only for when it does not.
    for _ in 0..<10_000 where Self.descriptors(of: server) > 0 { try await Task.sleep(for: .milliseconds(1)) }
    print("closed", Self.report)
  }

  private func send(_ count: Int, _ transport: CurlTransport, _ server: HTTPFixture) async throws {
    let body = [UInt8](repeating: 0x62, count: 10_000)
    for number in 0..<count {
      // Every tenth fails, every tenth is cancelled, so that those ways out are looked at as well.
      let target = number % 10 == 3 ? "/lost" : "/"
      let request = HTTPRequest(.post, server.url + target, headers: [HTTPField("X-Number", "\(number)")], body: body)
      let task = Task { try await transport.send(request) }
      if number % 10 == 7 { task.cancel() }
      _ = await task.result
    }
  }

  private static func descriptors(of server: HTTPFixture) -> Int {
    server.record.connections - server.record.closedConnections
  }

  /// Counts open files, threads and resident kilobytes.
  private static var report: String {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 0
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }?.filter(\.isNumber) ?? "0"
    return "\(files) \(threads) \(resident)"
  }
}
