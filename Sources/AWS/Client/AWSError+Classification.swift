extension AWSError.Code {
  /// Reads AWS's own code, with the HTTP status and the message where they decide.
  ///
  /// SQS's codes come with and without the prefix of its old protocol
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-json-faqs.html>).
  static func classify(_ awsCode: String, status: Int, message: String, reason: String? = nil) -> AWSError.Code {
    // The service of texts has one code for whatever stands in the way.
    if reason == "RESOURCE_ALREADY_EXISTS" { return .alreadyExists }
    if let code = named[awsCode.drop(prefix: "AWS.SimpleQueueService.")] {
      return (code == .throttled || code == .limitExceeded) && isDailyQuota(message) ? .dailyQuotaExceeded : code
    }
    if awsCode.hasPrefix("KMS") || awsCode.hasPrefix("Kms") { return .accessDenied }
    if awsCode.hasSuffix("NotFound") || awsCode.hasSuffix("NotFoundException") { return .notFound }
    if awsCode.hasPrefix("Throttl") || awsCode.contains("Throttled") || status == 429 { return .throttled }
    if status >= 500 { return .unavailable }
    if awsCode.hasPrefix("Invalid") || awsCode.hasPrefix("Missing") || awsCode.hasSuffix("Validation") {
      return .invalidRequest
    }
    return .other
  }

  /// SES says "Daily message quota exceeded." under its code for throttling, and under the one for limits.
  private static func isDailyQuota(_ message: String) -> Bool {
    let text = message.lowercased()
    return text.contains("daily") && text.contains("quota")
  }

  private static let named: [String: AWSError.Code] = {
    let lists: [(AWSError.Code, [String])] = [
      (
        .throttled,
        [
          "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
          "TooManyRequestsException", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "OverLimit",
          "PriorRequestNotComplete", "KmsThrottled", "KMSThrottlingException",
        ]
      ),
      (.accountSuspended, ["AccountSuspendedException"]),
      (.sendingPaused, ["SendingPausedException", "AccountSendingPausedException"]),
      (.messageRejected, ["MessageRejected", "MailFromDomainNotVerifiedException"]),
      (
        .accessDenied,
        [
          "AccessDenied", "AccessDeniedException", "AuthorizationError", "AuthorizationErrorException",
          "UnauthorizedOperation", "NotAuthorized", "OptInRequired", "InvalidSecurity", "InvalidSecurityException",
        ]
      ),
      (.expiredCredentials, ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]),
      (
        .invalidCredentials,
        [
          "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "InvalidToken",
          "SignatureDoesNotMatch",
          "InvalidSignatureException", "AuthFailure", "MissingAuthenticationToken",
          "MissingAuthenticationTokenException", "IncompleteSignature", "IncompleteSignatureException",
        ]
      ),
      (.clockSkew, ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"]),
      (.notFound, ["QueueDoesNotExist", "NonExistentQueue", "NotFound", "NotFoundException", "ResourceNotFound"]),
      (.alreadyExists, ["AlreadyExistsException", "QueueNameExists", "QueueAlreadyExists"]),
      (
        .conflict,
        [
          "ConcurrentModificationException", "ConcurrentAccess", "ConcurrentAccessException", "QueueDeletedRecently",
          "StaleTag", "StaleTagException",
        ]
      ),
      (
        .limitExceeded,
        [
          "LimitExceededException", "LimitExceeded", "LimitExceededFault", "TopicLimitExceeded",
          "TopicLimitExceededException", "SubscriptionLimitExceeded", "SubscriptionLimitExceededException",
          "ServiceQuotaExceededException",
        ]
      ),
      (
        .unsupported,
        ["UnsupportedOperation", "UnknownOperationException", "InvalidAction", "UnsupportedOperationException"]
      ),
      (
        .invalidRequest,
        [
          "BadRequestException", "ValidationError", "ValidationException", "InvalidParameter",
          "InvalidParameterException", "InvalidParameterValue", "InvalidParameterValueException",
          "ParameterValueInvalid", "InvalidAttributeName", "InvalidAttributeValue", "InvalidAddress",
          "SerializationException",
          "ReceiptHandleIsInvalid", "MalformedQueryString", "EmptyBatchRequest", "BatchRequestTooLong",
          "TooManyEntriesInBatchRequest", "BatchEntryIdsNotDistinct", "InvalidBatchEntryId",
        ]
      ),
      (
        .unavailable,
        [
          "InternalFailure", "InternalError", "InternalErrorException", "InternalServerError",
          "InternalServiceErrorException", "InternalServiceFault", "ServiceUnavailable",
          "ServiceUnavailableException", "RequestTimeout", "RequestTimeoutException",
        ]
      ),
    ]
    return Dictionary(lists.flatMap { code, names in names.map { ($0, code) } }) { first, _ in first }
  }()
}

extension AWSError.Code {
  /// Whether waiting alone may help.
  var isPassing: Bool {
    switch self {
    case .throttled, .conflict, .unavailable, .timedOut, .connectionLost: true
    case .dailyQuotaExceeded, .accountSuspended, .sendingPaused, .messageRejected, .accessDenied, .expiredCredentials,
      .invalidCredentials, .noCredentials, .clockSkew, .notFound, .alreadyExists, .limitExceeded, .unsupported,
      .invalidRequest, .brokenAnswer, .redirected, .unreachable, .cancelled, .other:
      false
    }
  }
}

extension String {
  fileprivate func drop(prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
