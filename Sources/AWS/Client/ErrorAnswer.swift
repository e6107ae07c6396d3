import struct Foundation.Date
import HTTP
import JSON

/// An answer whose status is not 200 to 299, read for what it says in any of AWS's protocols.
struct ErrorAnswer {
  private let response: HTTPResponse
  /// AWS's code; `nil` when the answer is not AWS's.
  private(set) var code: String?
  private(set) var message = ""
  private(set) var requestID: String?
  private var reason: String?
  /// Whether any gateway on the way might have written it: `{"code":…}` or `<Error>`, and nothing of AWS's own.
  private var isAnybodys = false

  init(_ response: HTTPResponse) {
    self.response = response
    requestID = response.header("x-amzn-RequestId") ?? response.header("x-amz-request-id")
    switch response.body.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"): readJSON()
    case UInt8(ascii: "<"): readXML()
    default: break
    }
    // <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization>
    if let header = response.header("x-amzn-ErrorType") { code = Self.bareCode(header) ?? code }
    if requestID != nil || response.header("x-amzn-ErrorType") != nil { isAnybodys = false }
  }

  /// What came, in words, without quoting it: `an HTML page (HTTP 502, 1204 bytes)`.
  var shape: String {
    let type = response.header("Content-Type")?.prefix { $0 != ";" } ?? ""
    let start = String(decoding: response.body.drop { $0 <= 0x20 }.prefix(15), as: UTF8.self).lowercased()
    let what =
      if response.body.isEmpty {
        "an empty answer"
      } else if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || type.lowercased() == "text/html" {
        "an HTML page"
      } else if start.hasPrefix("<") {
        "an XML answer"
      } else if start.hasPrefix("{") || start.hasPrefix("[") {
        "a JSON answer"
      } else {
        "an answer of type \"\(type.prefix(40))\""
      }
    return "\(what) (HTTP \(response.status), \(response.body.count) bytes)"
  }

  /// Makes an error of it.
  func error(service: String, operation: String, signedAt date: Date) -> AWSError {
    let status = response.status
    var error = AWSError(
      .brokenAnswer, service: service, operation: operation, message: "", requestID: requestID, status: status,
      isOutcomeUnknown: true, retryAfter: retryAfter(date))
    if (300..<400).contains(status) {
      let target = response.header("Location").map { Self.place($0) } ?? "nowhere"
      error.code = .redirected
      error.message = ErrorText.masked(
        "the answer (HTTP \(status)) redirects to \(target); no AWS service does that: is the endpoint right?")
      // Whatever the status says of it: a gateway may send whoever asks elsewhere after it has let the call through.
      return error
    }
    guard let code else {
      error.code = status == 429 ? .throttled : .brokenAnswer
      error.isRetryable = status >= 500 || status == 429 || status == 408
      error.message = "\(shape) that is not \(service)'s: is a proxy or another server in the way?"
      return error
    }
    error.awsCode = code
    error.message = ErrorText.masked(message)
    error.reason = reason
    error.unverified = UnverifiedIdentities.named(in: message)
    error.code =
      isAboutTime(code, date) ? .clockSkew : .classify(code, status: status, message: message, reason: reason)
    error.isRetryable = error.code.isPassing
    // A gateway may turn the answer away when AWS has done what was asked.
    error.isOutcomeUnknown = status >= 500 || error.code == .unavailable || isAnybodys
    return error
  }

  /// "Signature expired: … is now earlier than …", or a signature that is refused while the clocks differ by minutes.
  private func isAboutTime(_ code: String, _ date: Date) -> Bool {
    guard AWSError.Code.classify(code, status: response.status, message: "") == .invalidCredentials else {
      return false
    }
    if message.contains("Signature expired") || message.contains("Signature not yet current") { return true }
    guard code != "UnrecognizedClientException", code != "InvalidClientTokenId",
      let seconds = response.header("Date").flatMap(HTTPDate.seconds)
    else { return false }
    return abs(Double(seconds) - date.timeIntervalSince1970) > 240
  }

  private func retryAfter(_ date: Date) -> Duration? {
    guard let text = response.header("Retry-After") else { return nil }
    if let seconds = Int64(text) { return .seconds(max(0, min(seconds, 1_000_000))) }
    return HTTPDate.seconds(text).map { .seconds(max(0, Double($0) - date.timeIntervalSince1970)) }
  }

  private mutating func readJSON() {
    var code: String?
    var text: String?
    do throws(AnswerProblem) {
      try JSONAnswer.read(response.body) { answer throws(AnswerProblem) in
        code = answer.lenientText("__type")
        isAnybodys = code == nil
        code = code ?? answer.lenientText("code") ?? answer.lenientText("Code")
        text = answer.lenientText("message") ?? answer.lenientText("Message") ?? answer.lenientText("errorMessage")
        reason = answer.lenientText("Reason").flatMap(Self.bareCode)
      }
    } catch {
      // JSON that breaks off names nothing that could be relied on; `shape` says what came.
      return
    }
    self.code = code.flatMap(Self.bareCode)
    message = text ?? ""
  }

  private mutating func readXML() {
    // Not XML: `shape` says what came.
    guard let root = try? XMLReader.read(response.body) else { return }
    let error = root["Error"] ?? root["Errors"]?["Error"] ?? (root.name == "Error" ? root : nil)
    guard root.name == "ErrorResponse" || root.name == "Response" || root.name == "Error" else { return }
    code = error?["Code"].flatMap { Self.bareCode($0.text) }
    message = error?["Message"]?.text ?? ""
    requestID = requestID ?? root["RequestId"]?.text ?? root["RequestID"]?.text
    isAnybodys = true
  }

  /// `com.amazonaws.sqs#QueueDoesNotExist` and `NotFoundException:http://…` without what is around the code.
  private static func bareCode(_ text: String) -> String? {
    let code = text.prefix { $0 != ":" }
    let bare = code[(code.lastIndex(of: "#").map(code.index(after:)) ?? code.startIndex)...]
    guard !bare.isEmpty, bare.count <= 100, bare.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return String(bare)
  }

  /// The scheme and host of a URL, without path and query: they may hold what must not be logged.
  private static func place(_ url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return String(url[..<rest.startIndex] + rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}
