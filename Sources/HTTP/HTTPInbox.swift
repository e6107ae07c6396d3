import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Carries requests from any task to the one thread that sends them, and wakes it from `poll`.
///
/// A thread that is busy is not woken: it looks in here before it sleeps. Under load that saves a system call a request.
final class HTTPInbox: Sendable {
  /// What has come since the thread last looked.
  struct Batch: Sendable {
    var submitted: [HTTPSubmission] = []
    var cancelled: [HTTPTicket] = []
    var isClosed = false

    var isEmpty: Bool { submitted.isEmpty && cancelled.isEmpty && !isClosed }
  }

  private struct State: Sendable {
    var batch = Batch()
    var isAsleep = false
  }

  /// Names what the thread polls: readable as long as it has not looked since it was woken.
  let descriptor: Int32
  private let writeEnd: Int32
  private let state = Mutex(State())

  /// - Throws: ``HTTPError`` when no pipe can be had.
  init() throws(HTTPError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw HTTPError(.cannotConnect, host: "", context: "no pipe: error \(errno)", mayHaveArrived: false)
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    _ = Self.shut(descriptor)
    _ = Self.shut(writeEnd)
  }

  /// Leaves a request; false when nobody takes it any more.
  func submit(_ submission: HTTPSubmission) -> Bool {
    state.withLock { state in
      guard !state.batch.isClosed else { return false }
      state.batch.submitted.append(submission)
      wake(&state)
      return true
    }
  }

  /// Asks for a request to be given up.
  func cancel(_ ticket: HTTPTicket) {
    ticket.isCancelled.store(true, ordering: .sequentiallyConsistent)
    state.withLock { state in
      guard !state.batch.isClosed else { return }
      state.batch.cancelled.append(ticket)
      wake(&state)
    }
  }

  /// Asks for the end: what is under way fails, nothing more is taken.
  func close() {
    state.withLock { state in
      state.batch.isClosed = true
      wake(&state)
    }
  }

  /// Sends away who has come and who will come: there is no thread to take them.
  func refuse() {
    close()
    for (ticket, continuation) in take().submitted.map({ ($0.ticket, $0.continuation) }) {
      continuation.resume(returning: .failure(ticket.refusal("libcurl has no memory", .cannotConnect)))
    }
  }

  /// Takes everything that has come.
  func take() -> Batch {
    state.withLock { state in
      let batch = state.batch
      state.batch = Batch(isClosed: batch.isClosed)
      return batch
    }
  }

  /// Tells that the thread is about to sleep; false when there is something to do first.
  func fallAsleep() -> Bool {
    state.withLock { state in
      state.isAsleep = state.batch.isEmpty
      return state.isAsleep
    }
  }

  /// Tells that the thread is up again, whatever woke it.
  func wakeUp() {
    let wasWoken = state.withLock { state in
      defer { state.isAsleep = false }
      return !state.isAsleep
    }
    guard wasWoken else { return }
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) < 0, errno == EINTR {}
  }

  /// Writes one byte for each sleep, so that the pipe can never be full.
  private func wake(_ state: inout State) {
    guard state.isAsleep else { return }
    state.isAsleep = false
    var byte: UInt8 = 1
    while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
  }

  /// Gets around the method that has the name of the system call.
  private static func shut(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }
}
