internal import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Owns the process's signals while the screen is open, and turns those that can wait into bytes of a pipe.
///
/// The only file that may call the functions of guard.h; see there.
struct SignalGuard: Sendable {
  /// Names the end of the pipe at which signals arrive.
  let descriptor: Int32
  private let writeEnd: Int32

  /// Remembers how the terminal is set and what signals do, before curses changes either.
  ///
  /// - Throws: `TerminalError` when no pipe can be had.
  @inline(never)
  init(input: Int32, output: Int32) throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw TerminalError(code: .system, context: "no pipe for signals", underlying: errno)
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
    sb_guard_remember_actions()
    if let first = CommandLine.unsafeArgv[0], let last = CommandLine.unsafeArgv[Int(CommandLine.argc) - 1] {
      sb_guard_remember_arguments(first, last - first + strlen(last) + 1)
    }
    sb_guard_remember_terminal(input, output, writeEnd)
  }

  /// Takes over the signals; if the process dies, the terminal is given these bytes and its former settings.
  @inline(never)
  func install(restoring bytes: String) {
    var bytes = bytes
    bytes.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { sb_guard_install($0.baseAddress, $0.count) }
    }
  }

  /// Notes how curses has set the terminal: what a dead process left is told by it from what a shell has set since.
  @inline(never)
  func noteSettings() { sb_guard_remember_ours() }

  /// Whether somebody has set the terminal otherwise while this process has it: a shell that brings it back to the front without
  /// having stopped it puts its own settings back and tells nobody.
  @inline(never)
  var isTerminalChanged: Bool { sb_guard_is_changed() != 0 }

  /// Whether the terminal's keys are this process's.
  @inline(never)
  var isInForeground: Bool { sb_guard_is_in_front() != 0 }

  /// Gives the signals back; the terminal has been restored already. Of a terminal that is gone, hangups stay ignored.
  @inline(never)
  func remove(isTerminalGone: Bool) { sb_guard_remove(isTerminalGone ? 1 : 0) }

  /// Closes the pipe, after which the guard is of no use.
  @inline(never)
  func close() {
    sb_guard_end_guardian()
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
      _ = Glibc.close(writeEnd)
    #else
      _ = Darwin.close(descriptor)
      _ = Darwin.close(writeEnd)
    #endif
  }

  /// Returns the signals that have arrived since the last call, in their order.
  @inline(never)
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    sb_guard_mark_read()
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  /// Tells whether a signal to end waits to be taken.
  @inline(never)
  var hasUnheardStop: Bool { sb_guard_has_unheard() != 0 }

  /// Stops the process as Control-Z does, and returns when it is continued.
  @inline(never)
  func stopProcess(wholeGroup: Bool) {
    signal(SIGTSTP, SIG_DFL)
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = take()
    // Another thread of the process may be the one that takes the signal, a moment later: without the wait the screen
    // would be opened again before the process stops. Nothing comes when no shell is there to continue us.
    signal(SIGCONT, noteContinued)
    _ = kill(wholeGroup ? 0 : getpid(), SIGTSTP)
    _ = poll(&waiting, 1, 100)
  }
}

/// Lets the wait after a stop end by itself: poll returns when a handler has run.
@Sendable private func noteContinued(_ number: Int32) {}
