/// What the account may send in a region
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html>).
public struct SESAccount: Equatable, Sendable {
  /// Whether it may send at all.
  public var isSendingEnabled: Bool
  /// Whether it is out of the sandbox, and so may send to anybody.
  public var hasProductionAccess: Bool
  /// Holds `HEALTHY`, `PROBATION` or `SHUTDOWN`; `nil` when SES does not say.
  public var enforcementStatus: String?
  /// Bounds the recipients a second.
  public var maxSendRate: Double
  /// Bounds the recipients in 24 hours; -1 for no bound.
  public var max24HourSend: Double
  /// Counts the recipients of the last 24 hours.
  public var sentLast24Hours: Double
  /// Lists why addresses get on the account's suppression list: `BOUNCE`, `COMPLAINT`.
  public var suppressedReasons: [String]

  init(_ answer: JSONAnswer) throws(AnswerProblem) {
    let quota = try answer.object("SendQuota")
    isSendingEnabled = try answer.optionalFlag("SendingEnabled") ?? false
    hasProductionAccess = try answer.optionalFlag("ProductionAccessEnabled") ?? false
    enforcementStatus = try answer.optionalText("EnforcementStatus")
    maxSendRate = try quota.double("MaxSendRate")
    max24HourSend = try quota.double("Max24HourSend")
    sentLast24Hours = try quota.double("SentLast24Hours")
    suppressedReasons = try answer.optionalObject("SuppressionAttributes")?.texts("SuppressedReasons") ?? []
  }
}

/// A sender SES knows of
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html>).
public struct SESIdentity: Equatable, Sendable {
  /// Names it: an address or a domain.
  public var name: String
  /// Holds `EMAIL_ADDRESS`, `DOMAIN` or `MANAGED_DOMAIN`; `nil` when SES does not say.
  public var type: String?
  /// Whether mail may be sent from it.
  public var isVerifiedForSending: Bool
  /// Holds `PENDING`, `SUCCESS`, `FAILED`, `TEMPORARY_FAILURE` or `NOT_STARTED`; `nil` when SES does not say.
  public var verificationStatus: String?
  /// Holds how far DKIM is, in the same words; `nil` when SES does not say.
  public var dkimStatus: String?
  /// Names its default configuration set.
  public var configurationSet: String?
}
