import Synchronization
internal import CCurl

extension CurlLoop {
  /// Starts a request or puts it in line.
  func admit(_ submission: HTTPSubmission) {
    let ticket = submission.ticket
    guard !ticket.isCancelled.load(ordering: .sequentiallyConsistent) else {
      return complete(submission, .cancelled, "the task was cancelled before the request was sent")
    }
    nextDeadline = min(nextDeadline ?? ticket.deadline, ticket.deadline)
    let lane = lanes[ticket.origin] ?? HTTPLane()
    lanes[ticket.origin] = lane
    if lane.active < settings.connectionsPerHost {
      start(submission, lane)
    } else {
      lane.append(submission)
    }
  }

  private func start(_ submission: HTTPSubmission, _ lane: HTTPLane) {
    guard let exchange = idle.popLast() ?? CurlExchange(settings) else {
      return complete(submission, .cannotConnect, "libcurl has no memory for a request, or is older than 7.80")
    }
    exchange.load(submission, lane: lane)
    let code = curl_multi_add_handle(multi, exchange.easy)
    guard code == CURLM_OK else {
      _ = exchange.recycle()
      return complete(submission, .cannotConnect, String(cString: curl_multi_strerror(code)))
    }
    exchange.index = active.count
    active.append(exchange)
    lane.active += 1
  }

  /// Takes from libcurl what it is done with.
  func collect() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
        let exchange = CurlExchange.of(easy)
      else { continue }
      finish(exchange, exchange.outcome(message.pointee.data.result))
    }
  }

  /// Takes an exchange out, whatever its state: libcurl closes a connection with a request half done.
  func finish(_ exchange: CurlExchange, _ outcome: Completion) {
    curl_multi_remove_handle(multi, exchange.easy)
    let last = active.removeLast()
    if last !== exchange {
      active[exchange.index] = last
      last.index = exchange.index
    }
    let lane = exchange.lane
    if let submission = exchange.recycle() { completed.append((submission.continuation, outcome)) }
    if idle.count < settings.connectionsPerHost { idle.append(exchange) }
    guard let lane else { return }
    lane.active -= 1
    if let next = lane.popFirst() { start(next, lane) }
  }

  /// Gives up a request, wherever it is by now.
  func cancel(_ ticket: HTTPTicket) {
    if let exchange = active.first(where: { $0.submission?.ticket === ticket }) {
      return finish(exchange, .failure(exchange.abandonment(.cancelled, "the task was cancelled")))
    }
    for submission in lanes[ticket.origin]?.remove(where: { $0.ticket === ticket }) ?? [] {
      complete(submission, .cancelled, "the task was cancelled before the request was sent")
    }
  }

  /// Gives up what has had its time.
  func expire(_ now: ContinuousClock.Instant) {
    for lane in lanes.values {
      for submission in lane.remove(where: { $0.ticket.deadline <= now }) {
        complete(
          submission, .timedOut,
          "not sent within \(submission.ticket.request.timeout): \(settings.connectionsPerHost) others were under way")
      }
    }
    for exchange in active {
      guard let ticket = exchange.submission?.ticket, ticket.deadline <= now else { continue }
      finish(exchange, .failure(exchange.abandonment(.timedOut, "no whole answer within \(ticket.request.timeout)")))
    }
    let deadlines = [
      active.lazy.compactMap { $0.submission?.ticket.deadline }.min(),
      lanes.values.lazy.compactMap(\.nextDeadline).min(),
    ]
    nextDeadline = deadlines.compactMap { $0 }.min()
  }

  /// Answers a request that never left.
  func complete(_ submission: HTTPSubmission, _ code: HTTPError.Code, _ reason: String) {
    completed.append((submission.continuation, .failure(submission.ticket.refusal(reason, code))))
  }
}
