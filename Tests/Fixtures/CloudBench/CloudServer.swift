import Foundation

/// Plays as much of SQS and SES as a campaign needs, on one thread and without understanding more than it must: its
/// processor time must not be what is measured. Signatures are not looked at.
final class CloudServer {
  /// A request for messages that are not there yet.
  struct LongPoll {
    var queue: ReferenceWritableKeyPath<CloudServer, Shelf>
    var most: Int
    var until: ContinuousClock.Instant
  }

  final class Connection {
    let socket: Int32
    /// What came of a request that is not whole.
    var rest: [UInt8] = []
    var poll: LongPoll?

    init(_ socket: Int32) { self.socket = socket }
  }

  private let listener: Int32
  private let port: Int
  private var connections: [Connection] = []
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  private var requests = 0
  /// When there was something to put, hand out, send or delete for the first and the last time since the latest report.
  private var active: (from: ContinuousClock.Instant, to: ContinuousClock.Instant)?
  private var date: (second: Int, text: [UInt8]) = (0, [])
  var answer: [UInt8] = []
  var sendQueue = Shelf()
  var deadLetterQueue = Shelf()
  var eventQueue: Shelf
  var sentMails = 0

  init(events: String?) throws {
    (listener, port) = try Socket.listen()
    eventQueue = try events.map(Shelf.init(file:)) ?? Shelf()
    answer.reserveCapacity(1 << 20)
  }

  func run() {
    print("http://127.0.0.1:\(port)")
    // Somebody waits for it at the other end of a pipe.
    fflush(nil)
    while true {
      var descriptors = [0, listener].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      descriptors += connections.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
      let due = connections.lazy.compactMap { $0.poll?.until }.min()
      let milliseconds = due.map { Int32(max(0, ($0 - .now) / .milliseconds(1)).rounded(.up)) } ?? -1
      guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) >= 0 || errno == EINTR else { return }
      for (connection, descriptor) in zip(connections, descriptors.dropFirst(2)) where descriptor.revents != 0 {
        if !serve(connection) {
          close(connection.socket)
          connections.removeAll { $0 === connection }
        }
      }
      endPolls()
      if descriptors[1].revents != 0, let socket = Socket.accept(listener) { connections.append(Connection(socket)) }
      if descriptors[0].revents != 0 {
        guard readLine() != nil else { return }
        report()
      }
    }
  }

  /// False when the connection is over.
  private func serve(_ connection: Connection) -> Bool {
    let count = recv(connection.socket, buffer.baseAddress, buffer.count, 0)
    guard count > 0 else { return false }
    let new = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    if connection.rest.isEmpty {
      guard let used = serve(new, connection) else { return false }
      if used < count { connection.rest.append(contentsOf: new[used...]) }
      return true
    }
    connection.rest.append(contentsOf: new)
    guard let used = connection.rest.withUnsafeBytes({ serve($0, connection) }) else { return false }
    connection.rest.removeFirst(used)
    return true
  }

  /// Answers the requests that are whole, and says how long they were; `nil` when the connection is over.
  private func serve(_ bytes: UnsafeRawBufferPointer, _ connection: Connection) -> Int? {
    var used = 0
    while used < bytes.count {
      let text = Text(bytes: UnsafeRawBufferPointer(rebasing: bytes[used...]))
      guard let headEnd = text.end(of: "\r\n\r\n") else { break }
      let head = text[0..<headEnd]
      let length = head.integer(after: "\r\nContent-Length: ") ?? 0
      guard text.bytes.count >= headEnd + length else { break }
      used += headEnd + length
      requests += 1
      begin()
      if let poll = perform(head, text[headEnd..<(headEnd + length)]) {
        connection.poll = poll
      } else if !end(connection) {
        return nil
      }
    }
    return used
  }

  private func endPolls() {
    for connection in connections {
      guard let poll = connection.poll else { continue }
      guard !self[keyPath: poll.queue].isEmpty || poll.until <= .now else { continue }
      connection.poll = nil
      begin()
      handOut(poll.queue, most: poll.most)
      _ = end(connection)
    }
  }

  private static let head: StaticString = """
    HTTP/1.1 200 OK\r
    x-amzn-RequestId: 27daac76-34dd-47df-bd01-1f6e873584a0\r
    Content-Type: application/x-amz-json-1.0\r
    Content-Length:\u{20}
    """

  /// Notes that a request was more than a look.
  func noteWork() { active = (active?.from ?? .now, .now) }

  private func begin() {
    answer.removeAll(keepingCapacity: true)
    answer.add(Self.head)
    answer.add(0, digits: 9)
    answer.add("\r\n")
    let second = time(nil)
    if second != date.second {
      var now = second
      var parts = tm()
      gmtime_r(&now, &parts)
      let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { room -> [UInt8] in
        let count = strftime(room.baseAddress, room.count, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n\r\n", &parts)
        return room[..<count].map { UInt8(bitPattern: $0) }
      }
      date = (second, text)
    }
    answer += date.text
  }

  private func end(_ connection: Connection) -> Bool {
    let start = Self.head.utf8CodeUnitCount
    var length = answer.count - start - 11 - date.text.count
    for place in (start..<(start + 9)).reversed() {
      answer[place] = 0x30 + UInt8(length % 10)
      length /= 10
    }
    return answer.withUnsafeBytes { Socket.send($0, on: connection.socket) }
  }

  private func report() {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    let seconds = Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
    let span = active.map { $0.from.duration(to: $0.to) / .seconds(1) } ?? 0
    active = nil
    print(
      "{\"active\":\(span),\"requests\":\(requests),\"seconds\":\(seconds),\"mails\":\(sentMails),"
        + "\"queued\":\(sendQueue.total),\"queueDeleted\":\(sendQueue.deleted),\"eventsDeleted\":\(eventQueue.deleted)}"
    )
    fflush(nil)
  }
}
