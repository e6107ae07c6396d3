internal import CCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the transport's thread does: everything that touches libcurl happens here.
final class CurlLoop {
  typealias Completion = Result<RawAnswer, HTTPError>

  let inbox: HTTPInbox
  let settings: CurlSettings
  let multi: UnsafeMutableRawPointer
  var sockets: SocketTable
  /// Says when libcurl wants to be called whatever happens on its sockets.
  var timer: ContinuousClock.Instant?
  /// Says when to look for requests whose time is over; no request under way or in line has an earlier deadline.
  var nextDeadline: ContinuousClock.Instant?

  var lanes: [Substring: HTTPLane] = [:]
  var active: [CurlExchange] = []
  var idle: [CurlExchange] = []
  /// Who will be told at the end of the turn, all in one go.
  var completed: [(continuation: CheckedContinuation<Completion, Never>, outcome: Completion)] = []

  /// Fails when memory is short.
  init?(_ inbox: HTTPInbox, _ settings: CurlSettings) {
    guard let multi = curl_multi_init() else { return nil }
    self.inbox = inbox
    self.settings = settings
    self.multi = multi
    sockets = SocketTable(wake: inbox.descriptor)
    let context = Unmanaged.passUnretained(self).toOpaque()
    sb_curl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
    sb_curl_multi_set_socket_callback(multi, watch)
    sb_curl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
    sb_curl_multi_set_timer_callback(multi, setTimer)
    sb_curl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
    // By default libcurl keeps four connections for each request under way, and so hardly any after a burst.
    sb_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(256, 2 * settings.connectionsPerHost))
  }

  deinit {
    idle = []
    curl_multi_cleanup(multi)
  }

  /// Works until the inbox is closed.
  func run() {
    while true {
      let batch = inbox.take()
      guard !batch.isClosed else { return end(batch) }
      for submission in batch.submitted { admit(submission) }
      for ticket in batch.cancelled { cancel(ticket) }
      turn()
      tell()
      wait()
    }
  }

  /// Lets libcurl and the deadlines do what is due, until nothing more is.
  private func turn() {
    repeat {
      let now = ContinuousClock.now
      if let due = nextDeadline, due <= now { expire(now) }
      if let due = timer, due <= now {
        timer = nil
        act(CURL_SOCKET_TIMEOUT, 0)
      }
      collect()
    } while timer.map { $0 <= .now } ?? false
  }

  private func wait() {
    let isAsleep = inbox.fallAsleep()
    var milliseconds: Int32 = isAsleep ? -1 : 0
    if isAsleep, let due = [timer, nextDeadline].compactMap({ $0 }).min() {
      let left = (due - .now) / .milliseconds(1)
      milliseconds = Int32(max(0, min(left, 3_600_000)).rounded(.up))
    }
    let count = poll(&sockets.descriptors, nfds_t(sockets.descriptors.count), milliseconds)
    if isAsleep { inbox.wakeUp() }
    guard count > 0 else { return }
    // A copy: libcurl changes the table as it goes.
    for socket in sockets.descriptors.dropFirst() where socket.revents != 0 && sockets.contains(socket.fd) {
      let events = Int32(socket.revents)
      var what: Int32 = 0
      if events & Int32(POLLIN | POLLHUP) != 0 { what |= CURL_CSELECT_IN }
      if events & Int32(POLLOUT) != 0 { what |= CURL_CSELECT_OUT }
      if events & Int32(POLLERR | POLLNVAL) != 0 { what |= CURL_CSELECT_ERR }
      act(socket.fd, what)
    }
    collect()
  }

  private func act(_ descriptor: curl_socket_t, _ what: Int32) {
    var running: Int32 = 0
    curl_multi_socket_action(multi, descriptor, what, &running)
  }

  private func tell() {
    for (continuation, outcome) in completed { continuation.resume(returning: outcome) }
    completed.removeAll(keepingCapacity: true)
  }

  private func end(_ batch: HTTPInbox.Batch) {
    let reason = "the transport was closed"
    for submission in batch.submitted { complete(submission, .cancelled, reason) }
    for lane in lanes.values {
      for submission in lane.remove(where: { _ in true }) { complete(submission, .cancelled, reason) }
    }
    while let exchange = active.last { finish(exchange, .failure(exchange.abandonment(.cancelled, reason))) }
    tell()
  }
}

private func watch(
  _: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32, _ context: UnsafeMutableRawPointer?,
  _: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context else { return -1 }
  Unmanaged<CurlLoop>.fromOpaque(context).takeUnretainedValue().sockets.set(socket, what)
  return 0
}

private func setTimer(_: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return -1 }
  let loop = Unmanaged<CurlLoop>.fromOpaque(context).takeUnretainedValue()
  loop.timer = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  return 0
}
