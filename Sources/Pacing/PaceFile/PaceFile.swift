import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps the processes of a host that send over one account within its rate and its daily quota, by a file that they
/// share.
///
/// The file holds, under its lock, how many recipients went in each hundredth of the last second. A call goes when it and
/// all of the second before it are no more than the rate together: so no second, wherever it begins, has more, not even
/// the first one after a rest, when a bucket would let a burst go and then its refill. Only a single call that is larger
/// than the rate exceeds it, and it is alone in its second.
///
/// Beside it stands what SES said last of the 24 hours, and what was handed over since. Crash points: a process that ends
/// between ``spend(_:)`` and SES's answer leaves its recipients counted for two minutes, by when SES's figure should have
/// them; one that ends before it leaves nothing.
///
/// The clock is the machine's since its start, so that a wall clock that is set back stops nobody; after a restart the
/// file is new. One that cannot be had leaves each process with a record of its own.
package final class PaceFile: Sendable {
  /// Recipients that were taken, for giving them back.
  package struct Share: Sendable {
    /// Counts them.
    package private(set) var recipients: Int
    fileprivate var slot: Int64

    /// Splits off as many as there are, up to a number.
    package mutating func split(_ most: Int) -> Share {
      var part = self
      part.recipients = min(recipients, most)
      recipients -= part.recipients
      return part
    }
  }

  /// What became of asking for recipients.
  package enum Reply: Sendable {
    /// They may go now.
    case taken(Share)
    /// They may not; asking again makes sense after this.
    case wait(Duration)
  }

  /// What became of taking recipients from the 24 hours' quota.
  package enum Spending: Equatable, Sendable {
    /// They are counted, and may be handed over.
    case taken
    /// None are: fewer are left.
    case exceeds
    /// Nobody knows yet; asking again makes sense after this.
    case wait(Duration)
  }

  /// What an account may send in 24 hours, as far as this host knows.
  package struct Quota: Equatable, Sendable {
    /// Bounds the recipients; infinite for no bound.
    package var limit: Double
    /// Counts those of the last 24 hours by SES's own figure.
    package var sent: Double
    /// Counts besides those who were handed over and may be missing there.
    package var used: Double
    /// Counts those who may still get something.
    package var left: Double { limit - used }
  }

  private struct State {
    let file: LockedFile
    /// What is counted, with the file or without it.
    var known: PaceFileContent?
    /// What was in the file when it was last at hand.
    var written: PaceFileContent?
    /// Since when another process has the file.
    var heldSince: ContinuousClock.Instant?

    /// Whether it is worth asking again soon: another process has the file, and not for so long that it must be suspended.
    mutating func isHeldBriefly(_ access: LockedFile.Access) -> Bool {
      guard case .busy = access else {
        heldSince = nil
        return false
      }
      let since = heldSince ?? .now
      heldSince = since
      return .now - since < PaceFile.patience
    }

    /// What the file and this process count together.
    func content(_ access: LockedFile.Access, at now: Duration) -> PaceFileContent {
      let new = PaceFileContent(at: now)
      func here(_ content: PaceFileContent?) -> PaceFileContent {
        var content = content ?? new
        content.move(to: now)
        return content
      }
      let mine = here(known)
      guard case .file(let words, let isOther) = access, let found = words.flatMap(PaceFileContent.init(words:))
      else { return mine }
      var content = here(found)
      content.add(mine, since: isOther ? new : here(written))
      return content
    }
  }

  private let state: Mutex<State>
  private let clock: @Sendable () -> Duration

  /// Opens the file, making it when there is none.
  ///
  /// - Parameter clock: the time since any moment that is the same for all processes; the machine's start if not given.
  /// - Throws: ``PaceFileError``.
  package init(path: String, clock: @escaping @Sendable () -> Duration = { PaceFile.sinceStart }) throws {
    state = Mutex(State(file: try LockedFile(path: path)))
    self.clock = clock
  }

  /// Takes recipients for a call that is to come, spaced: a call goes when the time of the one before it is paid for.
  ///
  /// - Parameter rate: recipients a second.
  package func take(_ recipients: Int, rate: Double) -> Reply {
    change(orWhileHeld: .wait(Self.moment)) { content, now in
      let wait = max(
        content.pace.wait(for: recipients, rate: rate, at: now), content.pace.spacing(rate: rate, at: now))
      if wait > .zero { return .wait(wait) }
      return .taken(Share(recipients: recipients, slot: content.pace.add(recipients)))
    }
  }

  /// Takes recipients for a call that is made at once, in place of those that were taken for it before: what counts is
  /// when it is made, and that may be long after. When it has to wait, the places are kept.
  package func exchange(_ shares: [Share], for recipients: Int, rate: Double) -> Reply {
    change(orWhileHeld: .wait(Self.moment)) { content, now in
      let before = content.pace
      for share in shares { content.pace.remove(share.recipients, slot: share.slot) }
      let wait = content.pace.wait(for: recipients, rate: rate, at: now)
      if wait > .zero {
        content.pace = before
        return .wait(wait)
      }
      return .taken(Share(recipients: recipients, slot: content.pace.add(recipients)))
    }
  }

  /// Gives back recipients that were taken and not handed over.
  package func giveBack(_ share: Share) {
    change { content, _ in content.pace.remove(share.recipients, slot: share.slot) }
  }

  // MARK: The daily quota

  /// What is known of the 24 hours.
  package var quota: Quota {
    change { content, _ in Quota(limit: content.quota.limit, sent: content.quota.figure, used: content.quota.used) }
  }

  /// Takes over what SES says.
  ///
  /// - Parameters:
  ///   - limit: recipients in 24 hours; negative for no bound.
  ///   - sent: recipients in the last 24 hours. It comes late: what was handed over and is not in it is counted beside it.
  package func learn(limit: Double, sent: Double) {
    change { content, _ in content.quota.learn(limit: limit, figure: sent) }
  }

  /// Takes recipients from what the 24 hours have left, before they are handed over.
  package func spend(_ recipients: Int) -> Spending {
    change(orWhileHeld: .wait(Self.moment)) { content, _ in
      guard content.quota.left >= Double(recipients) else { return .exceeds }
      content.quota.add(recipients)
      return .taken
    }
  }

  /// Gives back recipients that SES did not take.
  package func unspend(_ recipients: Int) {
    // Every call that went well gives back none: the file need not be written for that.
    if recipients > 0 { change { content, _ in content.quota.remove(recipients) } }
  }

  /// How long a process may have the file before it counts as suspended.
  private static let patience = Duration.milliseconds(200)
  /// After which asking again makes sense while another process has the file.
  private static let moment = Duration.milliseconds(1)

  /// Changes what is known, and the file with it when that is at hand.
  ///
  /// - Parameter answer: what to say, and change nothing, while another process has the file; `nil` for what cannot wait,
  ///   and goes by this process's own record then.
  private func change<Result: Sendable>(
    orWhileHeld answer: Result? = nil, _ act: (inout PaceFileContent, Duration) -> Result
  ) -> Result {
    state.withLock { state in
      let access = state.file.begin(words: PaceFileContent.size)
      let isHeldBriefly = state.isHeldBriefly(access)
      if let answer, isHeldBriefly { return answer }
      let now = clock()
      var content = state.content(access, at: now)
      let result = act(&content, now)
      state.known = content
      if case .file = access {
        state.written = content
        state.file.end(writing: content.words)
      }
      return result
    }
  }

  /// The time since the machine was started.
  package static var sinceStart: Duration {
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
package struct PaceFileError: Error, CustomStringConvertible {
  /// Names the file.
  package var path: String
  /// Holds the system's words.
  package var reason: String

  /// Says what happened, in one line.
  package var description: String { "the pace file \(path) cannot be opened: \(reason)" }
}
