internal import CCurl

extension CurlExchange {
  /// Says what came of the request when libcurl is done with it.
  func outcome(_ code: CURLcode) -> Result<RawAnswer, HTTPError> {
    guard code == CURLE_OK else { return .failure(failure(code)) }
    guard isHeadWhole else {
      return .failure(error(.connectionLost, "the connection was closed within the answer's header"))
    }
    var status = 0
    sb_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
    guard 200...599 ~= status else {
      return .failure(error(.malformed, "an answer with the status \(status)"))
    }
    return .success(RawAnswer(status: status, head: head, body: body))
  }

  /// Says why the request was given up before libcurl was done with it.
  func abandonment(_ code: HTTPError.Code, _ reason: String) -> HTTPError {
    let progress =
      timesBegun == 0
      ? "it was not connected yet" : head.isEmpty ? "no answer has begun" : "only a part of the answer had come"
    return error(code, "\(reason); \(progress)")
  }

  private func failure(_ code: CURLcode) -> HTTPError {
    let failure = cause(code)
    // The connection it was sent on is lost; that libcurl then found no other one is not what matters.
    guard timesBegun > 0, [.cannotResolve, .cannotConnect, .insecure].contains(failure.code) else { return failure }
    return error(.connectionLost, "the connection was closed without an answer, and then: \(failure.context)")
  }

  private func cause(_ code: CURLcode) -> HTTPError {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      return error(.cannotResolve, words(code))
    case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED, CURLE_PROXY:
      return error(.cannotConnect, words(code))
    case CURLE_SSL_CACERT_BADFILE:
      let variable = settings.environment.certificateVariable.map { "the file that \($0) names" } ?? "the certificates"
      return error(.insecure, "\(variable) cannot be read: \(words(code))")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED, CURLE_SSL_CRL_BADFILE:
      return error(.insecure, words(code))
    case CURLE_OPERATION_TIMEDOUT:
      return error(.timedOut, words(code))
    case _ where isTooLong:
      return error(.tooLong, "an answer longer than \(settings.answerLimit) bytes, or its header")
    case CURLE_FILESIZE_EXCEEDED:
      return error(.tooLong, "an answer longer than \(settings.answerLimit) bytes")
    case CURLE_ABORTED_BY_CALLBACK:
      return error(.connectionLost, "the connection was closed without an answer")
    case CURLE_URL_MALFORMAT:
      return error(.invalidRequest, "a URL that cannot be used")
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
      return error(timesBegun == 0 ? .cannotConnect : .malformed, words(code))
    default:
      return error(timesBegun == 0 ? .cannotConnect : .connectionLost, words(code))
    }
  }

  /// Takes libcurl's words, or its general ones where its words may hold a proxy's user name and password.
  private func words(_ code: CURLcode) -> String {
    let own = String(cString: message)
    return own.isEmpty || own.contains("@") ? String(cString: curl_easy_strerror(code)) : own
  }

  private func error(_ code: HTTPError.Code, _ context: String) -> HTTPError {
    HTTPError(code, host: submission?.ticket.host ?? "", context: context, mayHaveArrived: timesBegun > 0)
  }
}
