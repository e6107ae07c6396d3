import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps the processes of a host that send over one account within its rate, by a file that they share.
///
/// The file holds, under its lock, how many recipients went in each hundredth of the last second. A call goes when it and
/// all of the second before it are no more than the rate together: so no second, wherever it begins, has more, not even
/// the first one after a rest, when a bucket would let a burst go and then its refill. Only a single call that is larger
/// than the rate exceeds it, and it is alone in its second.
///
/// The clock is the machine's since its start, so that a wall clock that is set back stops nobody; after a restart the
/// file is new. One that cannot be read or written any more leaves each process with a record of its own.
public final class PaceFile: Sendable {
  /// Recipients that were taken, for giving them back.
  public struct Share: Sendable {
    /// Counts them.
    public private(set) var recipients: Int
    fileprivate var slot: Int64

    /// Splits off as many as there are, up to a number.
    public mutating func split(_ most: Int) -> Share {
      var part = self
      part.recipients = min(recipients, most)
      recipients -= part.recipients
      return part
    }
  }

  /// What became of asking for recipients.
  public enum Reply: Sendable {
    /// They may go now.
    case taken(Share)
    /// They may not; asking again makes sense after this.
    case wait(Duration)
  }

  private let descriptor: CInt
  private let last: Mutex<PaceRecord?>
  private let clock: @Sendable () -> Duration

  /// Opens the file, making it when there is none.
  ///
  /// - Parameter clock: the time since any moment that is the same for all processes; the machine's start if not given.
  /// - Throws: ``PaceFileError``.
  public init(path: String, clock: @escaping @Sendable () -> Duration = { PaceFile.sinceStart }) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw PaceFileError(path: path, reason: String(cString: strerror(errno))) }
    last = Mutex(nil)
    self.clock = clock
  }

  deinit { close(descriptor) }

  /// Takes recipients for a call that is to come, spaced: a call goes when the time of the one before it is paid for.
  ///
  /// - Parameter rate: recipients a second.
  public func take(_ recipients: Int, rate: Double) -> Reply {
    change { record, now in
      let wait = max(record.wait(for: recipients, rate: rate, at: now), record.spacing(rate: rate, at: now))
      if wait > .zero { return .wait(wait) }
      return .taken(Share(recipients: recipients, slot: record.add(recipients)))
    }
  }

  /// Takes recipients for a call that is made at once, in place of those that were taken for it before: what counts is
  /// when it is made, and that may be long after. When it has to wait, the places are kept.
  public func exchange(_ shares: [Share], for recipients: Int, rate: Double) -> Reply {
    change { record, now in
      let before = record
      for share in shares { record.remove(share.recipients, slot: share.slot) }
      let wait = record.wait(for: recipients, rate: rate, at: now)
      if wait > .zero {
        record = before
        return .wait(wait)
      }
      return .taken(Share(recipients: recipients, slot: record.add(recipients)))
    }
  }

  /// Gives back recipients that were taken and not handed over.
  public func giveBack(_ share: Share) {
    change { record, _ in record.remove(share.recipients, slot: share.slot) }
  }

  private func change<Result: Sendable>(_ act: (inout PaceRecord, Duration) -> Result) -> Result {
    last.withLock { last in
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      defer { flock(descriptor, LOCK_UN) }
      let now = clock()
      var record = read() ?? last ?? PaceRecord(at: now)
      record.move(to: now)
      let result = act(&record, now)
      last = record
      write(record)
      return result
    }
  }

  private func read() -> PaceRecord? {
    var bytes = [UInt8](repeating: 0, count: PaceRecord.size)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return PaceRecord(bytes: bytes.prefix(max(0, count)))
  }

  private func write(_ record: PaceRecord) {
    let bytes = record.bytes
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// The time since the machine was started.
  public static var sinceStart: Duration {
    var time = timespec()
    #if canImport(Glibc)
      clock_gettime(CLOCK_BOOTTIME, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}

/// Why a pace file cannot be opened.
public struct PaceFileError: Error, CustomStringConvertible {
  /// Names the file.
  public var path: String
  /// Holds the system's words.
  public var reason: String

  /// Says what happened, in one line.
  public var description: String { "the pace file \(path) cannot be opened: \(reason)" }
}
