import Foundation
import Synchronization

/// Runs the editor in the foreground of the terminal.
///
/// A signal to end may come at any moment, to any thread, and to the editor too: the handler itself hands it on, and all that it
/// touches is made before it is installed.
enum EditorProcess {
  /// How it ended.
  enum End {
    case done
    case failed
    /// It was ended by a signal of its own: what it had written is there.
    case died
    /// This process was told to end meanwhile.
    case stopped
  }

  /// What ends a process in order.
  private static let stops = [SIGTERM, SIGHUP]

  /// Waits until it ended.
  static func run(on path: String) -> End {
    // Not `system`: it says nothing of the process it waits for, to which a signal is to be handed on. The shell gives way to
    // the editor, whose command may have arguments.
    let words = ["sh", "-c", #"exec ${VISUAL:-${EDITOR:-vi}} "$0""#, path]
    running.store(0, ordering: .sequentiallyConsistent)
    stopper.store(0, ordering: .sequentiallyConsistent)
    let former =
      stops.map { ($0, signal($0, handOn)) } + [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
      + [(SIGALRM, signal(SIGALRM, endIt))]
    defer { for (number, action) in former { signal(number, action) } }
    guard let editor = spawn(words) else { return .failed }
    running.store(editor, ordering: .sequentiallyConsistent)
    // One that came before it was there to be told.
    let early = stopper.load(ordering: .sequentiallyConsistent)
    if early != 0 { handOn(early) }
    var ended = siginfo_t()
    // It stays a process, that nobody else can be, until nothing is sent to it any more.
    while waitid(P_PID, id_t(editor), &ended, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    running.store(0, ordering: .sequentiallyConsistent)
    alarm(0)
    var status: Int32 = 0
    while waitpid(editor, &status, 0) < 0, errno == EINTR {}
    if stopper.load(ordering: .sequentiallyConsistent) != 0 { return .stopped }
    // WIFSIGNALED, which is a macro.
    if status & 0x7F != 0 { return .died }
    return status == 0 ? .done : .failed
  }

  private static func spawn(_ words: [String]) -> pid_t? {
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    // What is ignored here is the editor's own again.
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawn(&child, "/bin/sh", nil, &attributes, arguments, environ) == 0 ? child : nil
  }
}

/// The editor that is told; 0 for none.
private let running = Atomic<pid_t>(0)
/// The first signal to end that came; 0 for none.
private let stopper = Atomic<Int32>(0)

/// A handler: everything that it calls may be called from one.
@Sendable private func handOn(_ number: Int32) {
  _ = stopper.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
  let editor = running.load(ordering: .sequentiallyConsistent)
  guard editor > 0 else { return }
  _ = kill(editor, number)
  // Seconds that it may take to end before it is killed.
  alarm(2)
}

/// A handler: ends an editor that does not listen.
@Sendable private func endIt(_ number: Int32) {
  let editor = running.load(ordering: .sequentiallyConsistent)
  if editor > 0 { _ = kill(editor, SIGKILL) }
}
