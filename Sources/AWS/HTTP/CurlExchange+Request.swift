internal import CCurl

extension CurlExchange {
  /// Loads a request.
  func load(_ submission: HTTPSubmission, lane: HTTPLane) {
    self.submission = submission
    self.lane = lane
    let request = submission.ticket.request
    message[0] = 0
    set(CURLOPT_URL, request.url)
    set(
      CURLOPT_PROXY, request.url.hasPrefix("https") ? settings.environment.httpsProxy : settings.environment.httpProxy)
    if request.repeatable {
      set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
      set(CURLOPT_MAXAGE_CONN, CurlSettings.idleLimit.repeatable)
    } else {
      // Over HTTP/2 one lost connection would leave every request on it in doubt, not only one.
      set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
      set(CURLOPT_MAXAGE_CONN, CurlSettings.idleLimit.otherwise)
    }
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
