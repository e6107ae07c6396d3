import Synchronization
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Carries values from any thread to the one loop that takes them, and wakes it from `poll`.
final class Inbox<Element: Sendable>: Sendable {
  /// Names what the loop polls: readable as long as something has not been taken.
  let descriptor: Int32
  private let writeEnd: Int32
  private let waiting = Mutex<[Element]>([])

  /// - Throws: `TerminalError` when no pipe can be had.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw TerminalError(code: .system, context: "no pipe for the inbox", underlying: errno)
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Leaves a value for the loop. Never blocks for longer than another thread needs to do the same.
  func send(_ element: Element) {
    waiting.withLock { waiting in
      waiting.append(element)
      // One byte is enough for any number of values, and so the pipe can never be full.
      guard waiting.count == 1 else { return }
      var byte: UInt8 = 1
      while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
    }
  }

  /// Takes everything that is waiting, in the order in which it was sent.
  func take() -> [Element] {
    waiting.withLock { waiting in
      guard !waiting.isEmpty else { return [] }
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) < 0, errno == EINTR {}
      let taken = waiting
      waiting = []
      return taken
    }
  }
}
