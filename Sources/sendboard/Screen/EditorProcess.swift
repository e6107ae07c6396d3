@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Runs the editor in the foreground of the terminal.
enum EditorProcess {
  /// How it ended.
  enum End {
    case done
    case failed
    /// A signal to end came meanwhile.
    case stopped
  }

  /// What ends a process in order.
  private static let stops = [SIGTERM, SIGHUP]
  /// How long an editor may take to end before it is killed.
  private static let patience = DispatchTimeInterval.seconds(2)

  /// Waits until it ended.
  static func run(on path: String) -> End {
    // Not `system`: it says nothing of the process it waits for, to which a signal is to be handed on. The shell gives way to
    // the editor, whose command may have arguments.
    let words = ["sh", "-c", #"exec ${VISUAL:-${EDITOR:-vi}} "$0""#, path]
    let former = (stops + [SIGINT, SIGQUIT]).map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, action) in former { signal(number, action) } }
    guard let editor = spawn(words) else { return .failed }
    let isStopped = Atomic(false)
    let sources = stops.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        isStopped.store(true, ordering: .relaxed)
        kill(editor, number)
        queue.asyncAfter(deadline: .now() + patience) { if !source.isCancelled { kill(editor, SIGKILL) } }
      }
      source.activate()
      return source
    }
    var status: Int32 = 0
    while waitpid(editor, &status, 0) < 0, errno == EINTR {}
    // On their queue, so that nothing is sent to a process that is gone.
    queue.sync { for source in sources { source.cancel() } }
    if isStopped.load(ordering: .relaxed) { return .stopped }
    return status == 0 ? .done : .failed
  }

  private static let queue = DispatchQueue(label: "sendboard.editor")

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
