internal import CCurl

/// One of libcurl's handles, and the request it carries at the moment. Stays on the transport's thread; used again and
/// again, for making a handle costs as much as a small request.
final class CurlExchange {
  let easy: UnsafeMutableRawPointer
  let settings: CurlSettings
  /// Where libcurl leaves its words about an error.
  let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// Names the place among those under way.
  var index = 0
  var submission: HTTPSubmission?
  var lane: HTTPLane?
  var head: [UInt8] = []
  var body: [UInt8] = []
  var fields: UnsafeMutablePointer<curl_slist>?
  var line: [UInt8] = []
  /// Counts how often libcurl began to send the request: see ``begin()``.
  var timesBegun = 0
  var isTooLong = false
  /// Tells whether the line that ends the header has come: libcurl takes the connection's end for one.
  var isHeadWhole = false

  /// Fails when memory is short, or when libcurl is older than 7.80 and does not know what ``begin()`` hangs on.
  init?(_ settings: CurlSettings) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    self.settings = settings
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard configure() else { return nil }
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(fields)
    message.deallocate()
  }

  /// Hears that libcurl has a connection, through proxy and TLS, and is about to send the request on it: this is the one
  /// place where that happens (`MSTATE_DO` in libcurl's `multi.c`). Two promises hang on it.
  ///
  /// **`mayHaveArrived`** is whether it was ever called. Before it, nothing but TCP and TLS handshakes and a proxy's
  /// `CONNECT` were sent: TLS early data and TCP fast open, which would carry a request sooner, are off. After it, nothing
  /// proves that no byte arrived: what libcurl counts as sent is what the kernel or OpenSSL took, in which a failed write
  /// of several TLS records is not counted at all. So the answer then is always yes.
  ///
  /// **Sent once at most.** When a connection that was used before fails before the first byte of an answer, libcurl takes
  /// it for one that the server had closed in idleness, and sends the request again on another, up to five times
  /// (`Curl_retry_request`); it does so for HTTP/2's refused streams as well, and when the server wants HTTP/1.1. A server
  /// that did the work and then died looks just the same. Every such turn comes through here, so the second one of a
  /// request that must not be repeated ends here, before a byte of it is sent.
  func begin() -> Bool {
    timesBegun += 1
    isHeadWhole = false
    head.removeAll(keepingCapacity: true)
    body.removeAll(keepingCapacity: true)
    return timesBegun == 1 || submission?.ticket.request.repeatable == true
  }

  /// Takes a line of a header.
  func take(headLine bytes: UnsafeRawBufferPointer) -> Bool {
    // A status line: what came before was an interim answer, such as 103.
    if bytes.starts(with: "HTTP/".utf8) {
      isHeadWhole = false
      head.removeAll(keepingCapacity: true)
      head.reserveCapacity(1_024)
    }
    isHeadWhole = isHeadWhole || bytes.first == 0x0D || bytes.first == 0x0A
    isTooLong = head.count + bytes.count > CurlSettings.headLimit
    if !isTooLong { head.append(contentsOf: bytes) }
    return !isTooLong
  }

  /// Takes a piece of the content.
  func take(content bytes: UnsafeRawBufferPointer) -> Bool {
    isTooLong = body.count + bytes.count > settings.answerLimit
    guard !isTooLong else { return false }
    if body.isEmpty {
      var length: curl_off_t = -1
      sb_curl_get_size(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length)
      body.reserveCapacity(max(bytes.count, min(Int(length), settings.answerLimit)))
    }
    body.append(contentsOf: bytes)
    return true
  }

  /// Makes it ready for the next request, and hands out who waits for this one.
  func recycle() -> HTTPSubmission? {
    defer {
      submission = nil
      lane = nil
      timesBegun = 0
      isTooLong = false
      isHeadWhole = false
    }
    // Frees libcurl's copy of the content, which may be a megabyte, and gives up the list before it is freed.
    sb_curl_set_bytes(easy, CURLOPT_POSTFIELDS, nil)
    sb_curl_set_list(easy, CURLOPT_HTTPHEADER, nil)
    curl_slist_free_all(fields)
    fields = nil
    head = []
    body = []
    return submission
  }
}
