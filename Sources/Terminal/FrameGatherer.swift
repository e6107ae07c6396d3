internal import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gathers what curses writes for a frame, so that it goes to the terminal in one piece.
///
/// Curses writes when its memory is full, and for some things at once, each time a wake-up of whoever is at the other end of
/// the terminal, and over SSH a packet. No setting of it changes that, so its descriptor, a copy of the terminal's, is turned to
/// a file in memory for the time of a frame.
struct FrameGatherer: ~Copyable {
  /// Where curses writes.
  let descriptor: Int32
  private let terminal: Int32
  private let memory: Int32
  private var bytes: [UInt8] = []

  /// Makes a descriptor for curses; `nil` when there is none left.
  init?(terminal: Int32) {
    let copy = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return nil }
    (self.terminal, descriptor, memory) = (terminal, copy, sb_memory())
  }

  /// Lets the body write through ``descriptor``, and hands over all of it.
  ///
  /// - Returns: what was written; empty where it could not be gathered, and has gone to the terminal.
  mutating func gather(_ body: () -> Void) -> ArraySlice<UInt8> {
    guard memory >= 0, sb_turn(descriptor, memory) == descriptor else {
      body()
      return []
    }
    body()
    _ = sb_turn(descriptor, terminal)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    if bytes.count < count { bytes = Array(repeating: 0, count: count * 2) }
    let taken = bytes.withUnsafeMutableBytes { pread(memory, $0.baseAddress, count, 0) }
    return bytes[..<max(0, taken)]
  }

  deinit { if memory >= 0 { close(memory) } }
}
