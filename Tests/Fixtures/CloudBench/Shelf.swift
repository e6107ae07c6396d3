import Foundation

/// What a queue holds: bodies it was sent, or whole messages out of a file. Nothing comes twice.
struct Shelf {
  private var sent: [UInt8] = []
  private var ends: [Int] = []
  private var file = UnsafeRawBufferPointer(start: nil, count: 0)
  private var offset = 0
  private(set) var total = 0
  private(set) var handedOut = 0
  var deleted = 0

  init() {}

  /// - Parameter path: a message a line, in JSON as `ReceiveMessage` answers.
  init(file path: String) throws {
    let descriptor = open(path, O_RDONLY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw CloudBenchError("\(path): error \(errno)") }
    let size = Int(status.st_size)
    guard size > 0 else { return }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw CloudBenchError("\(path): error \(errno)")
    }
    file = UnsafeRawBufferPointer(start: memory, count: size)
    total = file.lazy.filter { $0 == 0x0A }.count
  }

  mutating func put(_ body: Text) {
    sent.add(body)
    ends.append(sent.count)
    total += 1
  }

  var isEmpty: Bool { handedOut == total }

  /// Appends the next message to an answer.
  mutating func takeNext(into answer: inout [UInt8]) {
    let number = handedOut
    handedOut += 1
    if let base = file.baseAddress {
      guard let newline = memchr(base + offset, 0x0A, file.count - offset) else { return }
      let end = UnsafeRawPointer(newline) - base
      answer.append(contentsOf: UnsafeRawBufferPointer(rebasing: file[offset..<end]))
      offset = end + 1
      return
    }
    answer.add("{\"MessageId\":\"5fea7756-0ea4-451a-a703-")
    answer.add(number, digits: 12)
    answer.add("\",\"ReceiptHandle\":\"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a/8tMzQk5/")
    answer.add(number, digits: 120)
    answer.add("==\",\"MD5OfBody\":\"fafb00f5732ab283681e124bf8747ed1\",\"Body\":\"")
    answer.append(contentsOf: sent[(number == 0 ? 0 : ends[number - 1])..<ends[number]])
    answer.add("\",\"Attributes\":{\"ApproximateReceiveCount\":\"1\",\"SentTimestamp\":\"1777593600000\"}}")
  }
}
