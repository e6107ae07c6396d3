/// The services that are called, with the names each goes by.
package enum AWSService: String, CaseIterable, Sendable {
  /// Queues.
  case sqs
  /// Mail.
  case sesv2
  /// Topics.
  case sns
  /// Texts.
  case smsVoice = "pinpoint_sms_voice_v2"
  /// Who the caller is.
  case sts
  /// Alarms.
  case cloudwatch
  /// Credentials for who has logged in at IAM Identity Center.
  case sso

  /// The first part of its host's name.
  package var endpointPrefix: String {
    switch self {
    case .sqs: "sqs"
    case .sesv2: "email"
    case .sns: "sns"
    case .smsVoice: "sms-voice"
    case .sts: "sts"
    case .cloudwatch: "monitoring"
    case .sso: "portal.sso"
    }
  }

  /// The name that requests to it are signed with.
  package var signingName: String {
    switch self {
    case .sqs: "sqs"
    case .sesv2: "ses"
    case .sns: "sns"
    case .smsVoice: "sms-voice"
    case .sts: "sts"
    case .cloudwatch: "monitoring"
    case .sso: "awsssoportal"
    }
  }

  /// The name it has in a `services` section of the shared files; in upper case the end of its `AWS_ENDPOINT_URL_…`
  /// (<https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html>).
  package var configurationName: String { rawValue }
}
