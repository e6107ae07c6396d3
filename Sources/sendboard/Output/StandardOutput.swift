import Foundation
import Synchronization

/// Standard output, buffered; what could not be written is remembered, so that nothing cut short looks whole.
///
/// Not C's `stdout`: a failed flush there drops what it held, and the next one reports success.
enum StandardOutput {
  private struct State {
    var pending: [UInt8] = []
    /// The system's number for the first failure.
    var failure: Int32?
  }

  private static let state = Mutex(State())
  private static let pieceSize = 64 * 1024

  /// Whether somebody reads it on a screen, which what is printed must not steer.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  static func print(_ line: String) {
    write(line.utf8)
    write(CollectionOfOne(0x0A))
  }

  /// Writes bytes as they are, for whoever reads them by a program.
  static func write(_ bytes: some Sequence<UInt8>) {
    state.withLock { state in
      guard state.failure == nil else { return }
      state.pending.append(contentsOf: bytes)
      if state.pending.count >= pieceSize { flush(&state) }
    }
  }

  /// Writes what is buffered; ``Sendboard/main()`` does it for every command.
  ///
  /// - Throws: ``CommandError`` when that, or any line before, could not be written.
  static func finish() throws {
    let failure = state.withLock { state in
      flush(&state)
      return state.failure
    }
    guard let failure else { return }
    throw CommandError(
      """
      standard output cannot be written (\(String(cString: strerror(failure)))): the command was carried out, but what \
      it printed is not whole
      """)
  }

  private static func flush(_ state: inout State) {
    state.pending.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let count = Foundation.write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if count >= 0 {
          start += count
        } else if errno == EAGAIN {
          // Somebody else's pipe may be non-blocking.
          var wanted = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wanted, 1, -1)
        } else if errno != EINTR {
          state.failure = errno
          return
        }
      }
    }
    state.pending.removeAll(keepingCapacity: state.pending.capacity <= 4 * pieceSize)
  }
}

/// Takes the place of the standard library's `print` in this module, whose failures nobody hears of; for words to people,
/// which must not steer the terminal, whatever they quote.
func print(_ line: String) { StandardOutput.print(line.withoutControls(keepingBreaks: true)) }
