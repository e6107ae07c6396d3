import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that is run to its end, with a limit on its time and its output.
struct ChildProcess: Sendable {
  struct Result: Sendable {
    /// The exit status, or 128 and the signal as a shell counts it.
    var status: Int32
    var output: [UInt8] = []
    var standardError: [UInt8] = []
  }

  struct Failure: Error {
    var words: String
    var standardError: [UInt8] = []
  }

  private static let outputLimit = 1 << 20
  /// Only the end of its errors is kept.
  static let errorLimit = 4096

  let executable: String
  let arguments: [String]
  let environment: [String]
  let timeLimit: Duration

  static func canRun(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && access(path, X_OK) == 0
  }

  /// Runs it on a thread of its own, since it waits; a cancelled task ends it.
  func run() async throws -> Result {
    let cancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
          continuation.resume(with: Swift.Result { try runBlocking(cancelled) })
        }
      }
    } onCancel: {
      cancelled.raise()
    }
  }

  private func runBlocking(_ cancelled: Flag) throws -> Result {
    let output = try Pipe()
    let errors = try Pipe()
    let pid = try spawn(output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    var result = Result(status: 0)
    let deadline = ContinuousClock.now.advanced(by: timeLimit)
    while true {
      var polled = [output, errors].filter(\.isOpen).map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
      // A slice, not the whole time: the program's end is seen even when a child of its own holds the pipes open.
      poll(&polled, nfds_t(polled.count), polled.isEmpty ? 5 : 50)
      // Looked up before the last read: what it wrote before it ended is in the pipes by then.
      let ended = try status(of: pid)
      result.output += output.read(atMost: ChildProcess.outputLimit + 1 - result.output.count)
      result.standardError += errors.read(atMost: Int.max)
      result.standardError.removeFirst(max(0, result.standardError.count - ChildProcess.errorLimit))
      if result.output.count > ChildProcess.outputLimit {
        if ended == nil { kill(pid) }
        throw Failure(words: "printed more than any credentials", standardError: result.standardError)
      }
      if let ended {
        result.status = ended
        return result
      }
      if cancelled.isRaised {
        kill(pid)
        throw CancellationError()
      }
      if ContinuousClock.now > deadline {
        kill(pid)
        throw Failure(
          words: "did not end within \(timeLimit.components.seconds) s and was stopped",
          standardError: result.standardError)
      }
    }
  }

  /// Starts it in a process group of its own, so that it can be ended with all it starts, without a terminal to read.
  private func spawn(output: Int32, errors: Int32) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      // Swift's Glibc lacks the one call that closes all the rest. Closing what is closed does no harm, so some more are
      // closed than are open: other threads open files just now, each getting the lowest number that is free.
      let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
      let limit = sysconf(Int32(_SC_OPEN_MAX))
      for number in STDERR_FILENO + 1...(open.max() ?? STDERR_FILENO) + 64 where limit < 0 || number < limit {
        posix_spawn_file_actions_addclose(&actions, number)
      }
    #endif
    posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // Signals we ignore would stay ignored in the program, SIGPIPE above all.
    var ordinary = sigset_t()
    sigemptyset(&ordinary)
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD] { sigaddset(&ordinary, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ordinary)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var pid: pid_t = 0
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    let code = posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure(words: "could not be started: \(String(cString: strerror(code)))") }
    return pid
  }

  /// The exit status; `nil` while it runs.
  private func status(of pid: pid_t) throws -> Int32? {
    var status: Int32 = 0
    switch waitpid(pid, &status, WNOHANG) {
    case pid: return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    case 0: return nil
    case _ where errno == EINTR: return nil
    default: throw Failure(words: "was waited for by somebody else, so that its end is not known")
    }
  }

  private func kill(_ pid: pid_t) {
    #if canImport(Darwin)
      _ = Darwin.kill(-pid, SIGKILL)
    #else
      _ = Glibc.kill(-pid, SIGKILL)
    #endif
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
  }

  private final class Flag: Sendable {
    private let value = Mutex(false)
    var isRaised: Bool { value.withLock { $0 } }
    func raise() { value.withLock { $0 = true } }
  }

  /// Both ends of a pipe; closed when it goes.
  private final class Pipe {
    let reading: Int32
    let writing: Int32
    private(set) var isOpen = true
    private var isWritingOpen = true

    init() throws {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw Failure(words: "could not be started: no pipe is left") }
      (reading, writing) = (ends[0], ends[1])
      // Should another thread start a process before this, that one holds the ends; the end of ours is seen all the same.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    deinit {
      closeWriting()
      if isOpen { close(reading) }
    }

    func closeWriting() {
      if isWritingOpen { close(writing) }
      isWritingOpen = false
    }

    /// Takes what is there, without waiting.
    func read(atMost limit: Int) -> [UInt8] {
      var result: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while isOpen, result.count < limit {
        #if canImport(Darwin)
          let count = Darwin.read(reading, &buffer, min(buffer.count, limit - result.count))
        #else
          let count = Glibc.read(reading, &buffer, min(buffer.count, limit - result.count))
        #endif
        if count > 0 {
          result += buffer[..<count]
        } else if count == 0 || errno != EAGAIN && errno != EINTR {
          close(reading)
          isOpen = false
        } else if errno == EAGAIN {
          break
        }
      }
      return result
    }
  }
}
