internal import CCurl

extension CurlExchange {
  /// Sets what is the same for all requests. `false` when libcurl does not know what we cannot do without.
  func configure() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    // The signature is over the path as it is given.
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_USERAGENT, "sendboard/1")
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_TCP_KEEPIDLE, 30)
    set(CURLOPT_TCP_KEEPINTVL, 10)
    set(CURLOPT_CONNECTTIMEOUT_MS, settings.connectMilliseconds)
    set(CURLOPT_BUFFERSIZE, 64 << 10)
    set(CURLOPT_HTTP_CONTENT_DECODING, 0)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    // Without it, giving up a request whose name is being looked up would stop the thread until the resolver gives up.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    let environment = settings.environment
    set(CURLOPT_NOPROXY, environment.noProxy)
    if let file = environment.certificateFile {
      set(CURLOPT_CAINFO, file)
      set(CURLOPT_PROXY_CAINFO, file)
    }
    if let folder = environment.certificateFolder {
      set(CURLOPT_CAPATH, folder)
      set(CURLOPT_PROXY_CAPATH, folder)
    }
    sb_curl_set_size(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(settings.answerLimit))
    sb_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
    sb_curl_set_pointer(easy, CURLOPT_PRIVATE, context)
    sb_curl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    sb_curl_set_data_callback(easy, CURLOPT_WRITEFUNCTION, takeContent)
    sb_curl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    sb_curl_set_data_callback(easy, CURLOPT_HEADERFUNCTION, takeHeadLine)
    sb_curl_set_pointer(easy, CURLOPT_PREREQDATA, context)
    return sb_curl_set_begin_callback(easy, beginRequest) == CURLE_OK
  }

  /// Finds the exchange that a handle belongs to.
  static func of(_ easy: UnsafeMutableRawPointer) -> CurlExchange? {
    var context: UnsafeMutableRawPointer?
    sb_curl_get_pointer(easy, CURLINFO_PRIVATE, &context)
    return context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  func set(_ option: CURLoption, _ value: Int) {
    sb_curl_set_long(easy, option, value)
  }

  func set(_ option: CURLoption, _ value: String?) {
    guard let value else { return _ = sb_curl_set_string(easy, option, nil) }
    _ = value.withCString { sb_curl_set_string(easy, option, $0) }
  }
}

private func beginRequest(
  _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?, _: Int32,
  _: Int32
) -> Int32 {
  guard let context else { return CURL_PREREQFUNC_ABORT }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.begin() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private func takeContent(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.take(content: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

private func takeHeadLine(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.take(headLine: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}
