import Foundation
import HTTP

/// Sends small requests as fast as they are answered, and says what that cost this process.
struct Load {
  var url: String
  var requests: Int
  var concurrency: Int
  var bytes: Int

  func run() async throws {
    // Certificates, but no proxies: they would be measured with it.
    let environment = ProcessInfo.processInfo.environment.filter { $0.key == "AWS_CA_BUNDLE" }
    let transport = try CurlTransport(HTTPSettings(environment: environment))
    try await send(requests / 10, transport)
    let (start, used) = (ContinuousClock.now, Usage.now)
    try await send(requests, transport)
    let (wall, cost) = (start.duration(to: .now) / .microseconds(1), (Usage.now - used) / .microseconds(1))
    let count = Double(requests)
    print(
      String(
        format: "%.1f us of processor time a request, %.0f requests a second, %d at once, %d bytes",
        cost / count, count / wall * 1e6, concurrency, bytes))
  }

  private func send(_ count: Int, _ transport: CurlTransport) async throws {
    let request = HTTPRequest(
      .post, url + "/",
      headers: [
        HTTPField("Content-Type", "application/x-amz-json-1.0"), HTTPField("X-Amz-Target", "AmazonSQS.SendMessage"),
        HTTPField("X-Amz-Date", "20260101T000000Z"),
        HTTPField("Authorization", "AWS4-HMAC-SHA256 " + String(repeating: "x", count: 180)),
      ], body: [UInt8](repeating: 0x61, count: bytes), repeatable: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<concurrency {
        group.addTask {
          for _ in stride(from: worker, to: count, by: concurrency) {
            guard try await transport.send(request).status == 200 else { throw CancellationError() }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

/// Reads what this process has used.
enum Usage {
  /// Holds the processor time so far, user and system.
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
