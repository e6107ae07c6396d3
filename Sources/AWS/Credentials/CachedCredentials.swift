package import struct Foundation.Date

/// Keeps credentials and fetches new ones before they end; however many ask, one fetch is under way.
package actor CachedCredentials: CredentialSource {
  /// Left over at least, so that a request that is signed now is still good when it arrives and is tried again.
  static let mandatoryMargin = 300.0
  /// From here on new ones are fetched while the old ones are still given out.
  static let earlyMargin = 600.0
  /// Seconds between two tries while the old ones are still good.
  static let pauseWhileValid = 30.0
  /// Seconds between two tries when there are none: what asks every moment must not start a process every moment.
  static let pauseAfterFailure = 5.0
  /// Seconds for which a source that gave again what AWS does not take is not asked a third time.
  static let pauseAfterRejection = 30.0

  private let source: any CredentialSource
  private let clock: @Sendable () -> Date
  private var known: Credentials?
  /// What AWS did not take last.
  private var rejected: Credentials?
  private var failure: (any Error)?
  private var lastFetch: Date?
  private var fetch: (number: Int, task: Task<Void, Never>)?
  private var waiters: [Int: CheckedContinuation<Credentials, any Error>] = [:]
  private var counter = 0

  /// Makes a cache that is empty at first.
  package init(_ source: any CredentialSource, clock: @escaping @Sendable () -> Date = { Date() }) {
    self.source = source
    self.clock = clock
  }

  /// Returns what is known as long as it is good for five minutes; else waits for new ones. When those cannot be had,
  /// the old ones are returned to their end.
  ///
  /// - Throws: ``CredentialError``; `CancellationError` at once when the task is cancelled while it waits.
  package func credentials() async throws -> Credentials {
    let now = clock()
    guard let known, !hasEnded(known, now) else {
      if fetch == nil, let failure, tried(within: CachedCredentials.pauseAfterFailure, now) { throw failure }
      return try await fetched()
    }
    guard let end = known.expiration else { return known }
    let left = end.timeIntervalSince(now)
    if left > CachedCredentials.earlyMargin { return known }
    if fetch == nil, tried(within: CachedCredentials.pauseWhileValid, now) { return known }
    if left > CachedCredentials.mandatoryMargin {
      startFetch()
      return known
    }
    return try await fetched()
  }

  /// Forgets these, unless newer ones have taken their place already; or the source has given them again, just now, although
  /// it was told.
  package func invalidate(_ credentials: Credentials) async {
    guard let known, known.isSame(as: credentials) else { return }
    if let rejected, rejected.isSame(as: credentials), tried(within: CachedCredentials.pauseAfterRejection, clock()) {
      return
    }
    rejected = credentials
    self.known = nil
    lastFetch = nil
    failure = nil
    await source.invalidate(credentials)
  }

  private func hasEnded(_ credentials: Credentials, _ now: Date) -> Bool {
    credentials.expiration.map { $0 <= now } ?? false
  }

  /// A clock that was set back does not count as a try just now.
  private func tried(within pause: Double, _ now: Date) -> Bool {
    lastFetch.map { (0..<pause).contains(now.timeIntervalSince($0)) } ?? false
  }

  private func fetched() async throws -> Credentials {
    startFetch()
    counter += 1
    let number = counter
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
          endFetchNobodyWaitsFor()
        } else {
          waiters[number] = continuation
        }
      }
    } onCancel: {
      Task { await stopWaiting(number) }
    }
  }

  private func startFetch() {
    guard fetch == nil else { return }
    counter += 1
    let number = counter
    let source = source
    fetch = (
      number,
      Task {
        do {
          finish(number, .success(try await source.credentials()))
        } catch {
          finish(number, .failure(error))
        }
      }
    )
  }

  private func finish(_ number: Int, _ result: Result<Credentials, any Error>) {
    guard fetch?.number == number else { return }
    fetch = nil
    let now = clock()
    lastFetch = now
    do {
      let fresh = try result.get()
      guard !hasEnded(fresh, now) else {
        throw CredentialError(.expired, "\(fresh.source): the credentials it gave have expired; log in or renew them")
      }
      known = fresh
      failure = nil
    } catch is CancellationError {
      // Not by us, or the number would be another: a caller must not take it for its own cancellation.
      failure = CredentialError(.unusable, "the look-up of credentials was broken off; it is tried again")
    } catch {
      failure = error
    }
    let answer: Result<Credentials, any Error>
    if let known, !hasEnded(known, now) {
      answer = .success(known)
    } else {
      answer = .failure(failure ?? CredentialError(.none, "no credentials"))
    }
    let waiting = waiters.values
    waiters = [:]
    for waiter in waiting { waiter.resume(with: answer) }
  }

  private func stopWaiting(_ number: Int) {
    guard let waiter = waiters.removeValue(forKey: number) else { return }
    waiter.resume(throwing: CancellationError())
    endFetchNobodyWaitsFor()
  }

  /// A process that asks for a code, say, must not outlive the operator's patience.
  private func endFetchNobodyWaitsFor() {
    guard waiters.isEmpty else { return }
    fetch?.task.cancel()
    fetch = nil
  }
}

extension Credentials {
  fileprivate func isSame(as other: Credentials) -> Bool {
    accessKeyID == other.accessKeyID && sessionToken == other.sessionToken && secretAccessKey == other.secretAccessKey
  }
}
