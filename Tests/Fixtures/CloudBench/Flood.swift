import Foundation

/// Asks as fast as answers come, on a few connections, with hardly a thought: what it finds is the server's limit.
struct Flood {
  private static let connections = 16
  private let port: Int

  init(url: String) throws {
    guard let port = url.split(separator: ":").last.flatMap({ Int($0) }) else {
      throw CloudBenchError("\(url) has no port")
    }
    self.port = port
  }

  /// Sends ten messages, receives ten, deletes ten, and so on.
  func run(requests: Int) throws {
    func entries(_ member: String) -> String {
      "\"Entries\":[" + (0..<10).map { "{\"Id\":\"\($0)\",\(member)}" }.joined(separator: ",") + "]"
    }
    let round = [
      request("SendMessageBatch", entries("\"MessageBody\":\"sendboard/1 batch=1\"")),
      request("ReceiveMessage", "\"MaxNumberOfMessages\":10,\"WaitTimeSeconds\":0"),
      request("DeleteMessageBatch", entries("\"ReceiptHandle\":\"\(String(repeating: "A", count: 180))\"")),
    ]
    let sockets = try (0..<Self.connections).map { _ in try Socket.connect(port: port) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    let start = ContinuousClock.now
    var done = 0
    while done < requests {
      let text = round[done / sockets.count % round.count]
      for socket in sockets {
        guard text.withUnsafeBytes({ Socket.send($0, on: socket) }) else { throw CloudBenchError("the server is gone") }
      }
      for socket in sockets { try readAnswer(socket, buffer) }
      done += sockets.count
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    print("{\"requests\":\(done),\"seconds\":\(seconds)}")
  }

  private func request(_ operation: String, _ members: String) -> [UInt8] {
    let body = "{\"QueueUrl\":\"http://127.0.0.1/000000000000/send\",\(members)}"
    let head =
      "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\n"
      + "X-Amz-Target: AmazonSQS.\(operation)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    return Array((head + body).utf8)
  }

  private func readAnswer(_ socket: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws {
    var filled = 0
    while true {
      let count = recv(socket, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, 0)
      guard count > 0 else { throw CloudBenchError("the server is gone") }
      filled += count
      let text = Text(bytes: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
      if let end = text.end(of: "\r\n\r\n"), let length = text.integer(after: "Content-Length: "),
        filled >= end + length
      {
        return
      }
    }
  }
}
