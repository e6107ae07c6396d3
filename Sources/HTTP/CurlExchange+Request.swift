internal import CCurl

extension CurlExchange {
  /// Loads a request.
  func load(_ submission: HTTPSubmission, lane: HTTPLane) {
    self.submission = submission
    self.lane = lane
    let request = submission.ticket.request
    message[0] = 0
    set(CURLOPT_URL, request.url)
    let proxies = settings.environment
    set(
      CURLOPT_PROXY, !request.usesProxy ? "" : request.url.hasPrefix("https") ? proxies.httpsProxy : proxies.httpProxy)
    set(CURLOPT_MAXAGE_CONN, request.repeatable ? CurlSettings.idleLimit.repeatable : CurlSettings.idleLimit.otherwise)
    // HTTP/2 is not for what must not be repeated: one lost connection would leave all requests on it in doubt. Nor for
    // long content: libcurl 7.88 keeps a processor busy while it waits for the server to open the window.
    let isForHTTP2 = request.repeatable && request.body.count < CurlSettings.http2BodyLimit
    set(CURLOPT_HTTP_VERSION, Int(isForHTTP2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1))
    loadMethod(request)
    loadFields(request.headers)
  }

  private func loadMethod(_ request: HTTPRequest) {
    let hasNoBody = request.body.isEmpty && (request.method == .get || request.method == .delete)
    let plain = hasNoBody ? HTTPRequest.Method.get : .post
    if hasNoBody {
      set(CURLOPT_HTTPGET, 1)
    } else {
      set(CURLOPT_POST, 1)
      sb_curl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
      _ = request.body.withUnsafeBytes { bytes in
        // An empty array may have no address, which libcurl would take for "read it from standard input".
        if let address = bytes.baseAddress { return sb_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, address) }
        return sb_curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, "")
      }
    }
    set(CURLOPT_CUSTOMREQUEST, request.method == plain ? nil : request.method.rawValue)
  }

  /// Lists the caller's fields, and takes back those that libcurl adds by itself: what is sent is what was signed.
  private func loadFields(_ headers: [HTTPField]) {
    var hasType = false
    var hasAccept = false
    for field in headers where !field.isNamed("content-length") {
      hasType = hasType || field.isNamed("content-type")
      hasAccept = hasAccept || field.isNamed("accept")
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: field.name.utf8)
      // A colon with nothing behind it would take the field back.
      if field.value.isEmpty {
        line.append(UInt8(ascii: ";"))
      } else {
        line.append(UInt8(ascii: ":"))
        line.append(UInt8(ascii: " "))
        line.append(contentsOf: field.value.utf8)
      }
      line.append(0)
      line.withUnsafeBytes { bytes in
        guard let address = bytes.baseAddress else { return }
        fields = curl_slist_append(fields, address.assumingMemoryBound(to: CChar.self))
      }
    }
    fields = curl_slist_append(fields, "Expect:")
    if !hasAccept { fields = curl_slist_append(fields, "Accept:") }
    if !hasType { fields = curl_slist_append(fields, "Content-Type:") }
    sb_curl_set_list(easy, CURLOPT_HTTPHEADER, fields)
  }
}
