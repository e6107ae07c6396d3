import AWS

extension AWSError {
  /// What to do about it, in a few words.
  var remedy: String {
    // An error of the credential chain says itself what to do.
    if underlying is CredentialError { return "then try again" }
    return switch code {
    case .accessDenied: "allow \(permission) to these credentials in IAM"
    case .noCredentials: "run 'aws configure', set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give --profile"
    case .expiredCredentials: "log in again, or renew the credentials"
    case .invalidCredentials: "check the access key and its secret, and the account they belong to"
    case .clockSkew: "set this machine's clock right"
    case .unreachable, .timedOut, .connectionLost:
      "check the network, the proxy and the region; AWS_ENDPOINT_URL or aws.endpoint, when one is set"
    case .throttled, .unavailable, .conflict: "try again in a minute"
    case .limitExceeded: "delete what is no longer used, or ask AWS for a higher limit"
    case .notFound: "run 'sendboard provision'"
    case .brokenAnswer, .redirected: "look whether a proxy answers instead of AWS; check the endpoint"
    case .accountSuspended, .sendingPaused: "see the SES console"
    case .unsupported: "this region or endpoint does not offer the call"
    default: "see the message"
    }
  }

  /// The right that IAM calls this by: batches are covered by the call they are batches of.
  var permission: String {
    let prefix =
      switch service {
      case "CloudWatch": "cloudwatch"
      case "SMS": "sms-voice"
      default: service.lowercased()
      }
    let action = service == "SQS" && operation.hasSuffix("Batch") ? String(operation.dropLast(5)) : operation
    return "\(prefix):\(action)"
  }
}

extension AWSConfigurationError {
  /// What else helps where commands and flags have names; begins with its own separator.
  var advice: String {
    switch code {
    case .noRegion: ", or give --region"
    case .brokenFile, .noSuchProfile, .invalidRegion, .invalidEndpoint: ""
    }
  }
}
