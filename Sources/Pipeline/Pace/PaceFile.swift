import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A token bucket in a file, shared by the processes of a host that send over one account.
///
/// Holds the balance and when it was filled, under the file's lock. The clock is the machine's since its start, so that a
/// wall clock that is set back stops nobody; after a restart the bucket is new. A file that cannot be read or written any
/// more leaves each process with a bucket of its own.
public final class PaceFile: Sendable {
  private struct Bucket {
    var balance: Double
    var filledAt: Int64
  }

  private let descriptor: CInt
  private let last: Mutex<Bucket?>

  /// Opens the file, making it when there is none.
  ///
  /// - Throws: ``PaceFileError``.
  public init(path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw PaceFileError(path: path, reason: String(cString: strerror(errno))) }
    last = Mutex(nil)
  }

  deinit { close(descriptor) }

  /// Takes recipients when there are enough.
  ///
  /// - Parameter rate: recipients a second; a call, or a tenth of a second's worth, may go at once.
  /// - Returns: how long to wait before asking again; zero when they were taken.
  public func take(_ recipients: Int, rate: Double) -> Duration {
    let wanted = Double(recipients)
    return change(rate, call: wanted) { balance in
      guard balance >= wanted else { return max(.milliseconds(1), .seconds((wanted - balance) / rate)) }
      balance -= wanted
      return .zero
    }
  }

  /// Gives back recipients that were taken and not handed over.
  public func giveBack(_ recipients: Int, rate: Double) {
    change(rate, call: 0) { $0 += Double(recipients) }
  }

  private func change<Result: Sendable>(_ rate: Double, call: Double, _ act: (inout Double) -> Result) -> Result {
    let cap = max(call, rate / 10)
    return last.withLock { last in
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      defer { flock(descriptor, LOCK_UN) }
      let now = Self.now
      var bucket = read() ?? last ?? Bucket(balance: cap, filledAt: now)
      let elapsed = Double(now - bucket.filledAt) / 1e9
      // Filled in the future: the machine was started anew.
      bucket.balance = elapsed < 0 ? cap : min(max(cap, bucket.balance), bucket.balance + elapsed * rate)
      bucket.filledAt = now
      let result = act(&bucket.balance)
      last = bucket
      write(bucket)
      return result
    }
  }

  private func read() -> Bucket? {
    var bucket = Bucket(balance: 0, filledAt: 0)
    let count = withUnsafeMutableBytes(of: &bucket) { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return count == MemoryLayout<Bucket>.size && bucket.balance.isFinite ? bucket : nil
  }

  private func write(_ bucket: Bucket) {
    _ = withUnsafeBytes(of: bucket) { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static var now: Int64 {
    var time = timespec()
    #if canImport(Glibc)
      clock_gettime(CLOCK_BOOTTIME, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
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
