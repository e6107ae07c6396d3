/// Why a call of an AWS service did not end well.
package struct AWSError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// Too many calls, or too much mail, for the moment.
    case throttled
    /// The account has sent all it may in 24 hours.
    case dailyQuotaExceeded
    /// The account may not send at all.
    case accountSuspended
    /// Sending is switched off, for the account or for the configuration set.
    case sendingPaused
    /// The service refused the mail: its content, or a sender that is not verified.
    case messageRejected
    /// The caller has no right to this call.
    case accessDenied
    /// The credentials' time is over.
    case expiredCredentials
    /// AWS does not know the key, or the secret does not belong to it.
    case invalidCredentials
    /// There are no credentials to sign with.
    case noCredentials
    /// This machine's clock is too far from the server's, and adopting the server's did not help.
    case clockSkew
    /// The queue, topic, template, alarm … is not there.
    case notFound
    /// What shall be made exists, with other settings.
    case alreadyExists
    /// Another change of the same thing is under way.
    case conflict
    /// The account has as many of these as it may.
    case limitExceeded
    /// The service does not know the call, or not for this kind of thing.
    case unsupported
    /// The service found fault with the request.
    case invalidRequest
    /// The service had an error of its own.
    case unavailable
    /// The answer is not one of this service's: a page of a proxy, an empty body, JSON that breaks off.
    case brokenAnswer
    /// The answer points elsewhere.
    case redirected
    /// Nobody could be asked: no address, no connection, no trust.
    case unreachable
    /// The time given was over.
    case timedOut
    /// The connection ended before the answer was whole.
    case connectionLost
    /// The task was cancelled.
    case cancelled
    /// AWS's code is one that is not known here.
    case other
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// Names the service: `SQS`.
  package var service: String
  /// Names the call: `SendMessageBatch`.
  package var operation: String
  /// AWS's own code, such as `QueueDoesNotExist`; `nil` when the answer has none.
  package var awsCode: String?
  /// What happened, on one line, with addresses and secrets masked (``ErrorText``).
  package var message: String
  /// AWS's name of the request, for its support.
  package var requestID: String?
  /// The HTTP status; `nil` when no answer came.
  package var status: Int?
  /// Whether the same call may succeed later without anybody's help.
  package var isRetryable: Bool
  /// Whether the service may have done what it was asked. `false` only where it is certain that nothing was done.
  package var isOutcomeUnknown: Bool
  /// How long the service wants to be left alone.
  package var retryAfter: Duration?
  /// AWS's word within its code, where a service has one: `NO_ORIGINATION_IDENTITIES_FOUND`.
  package var reason: String?
  /// Lists whom SES names as not verified, in lower case: addresses, not for logs.
  package var unverified: [String] = []
  /// What it came from: an ``HTTPError`` or a ``CredentialError``.
  package var underlying: (any Error)?

  /// Makes a value from its parts; the message is masked.
  package init(
    _ code: Code, service: String, operation: String, awsCode: String? = nil, message: String,
    requestID: String? = nil, status: Int? = nil, isRetryable: Bool = false, isOutcomeUnknown: Bool = false,
    retryAfter: Duration? = nil, underlying: (any Error)? = nil
  ) {
    self.code = code
    self.service = service
    self.operation = operation
    self.awsCode = awsCode
    self.message = ErrorText.masked(message)
    self.requestID = requestID
    self.status = status
    self.isRetryable = isRetryable
    self.isOutcomeUnknown = isOutcomeUnknown
    self.retryAfter = retryAfter
    self.underlying = underlying
  }

  /// Says the same with what happened first and the call last, for places where the end of a line may be cut off.
  package var causeFirst: String { "\(said.isEmpty ? "no reason given" : said) (\(call))" }

  /// What was said of it where it happened; empty when nothing was.
  package var said: String { message.isEmpty ? awsCode ?? "" : message }

  /// Names the call as AWS's support wants it, with what ``said`` does not hold already: `SQS ReceiveMessage, request 4f…`.
  package var call: String {
    ["\(service) \(operation)", message.isEmpty ? nil : awsCode, requestID.map { "request \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// Says what happened, in one line without secrets and without recipients' addresses.
  package var description: String {
    var text = "\(service) \(operation): "
    if let awsCode { text += message.isEmpty ? awsCode : "\(awsCode): " }
    text += message
    if let requestID { text += " (request \(requestID))" }
    return text
  }
}
