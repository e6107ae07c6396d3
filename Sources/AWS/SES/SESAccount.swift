/// What the account may send in a region
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html>).
package struct SESAccount: Equatable, Sendable {
  /// Whether it may send at all.
  package var isSendingEnabled: Bool
  /// Whether it is out of the sandbox, and so may send to anybody.
  package var hasProductionAccess: Bool
  /// Holds `HEALTHY`, `PROBATION` or `SHUTDOWN`; `nil` when SES does not say.
  package var enforcementStatus: String?
  /// Bounds the recipients a second.
  package var maxSendRate: Double
  /// Bounds the recipients in 24 hours; -1 for no bound.
  package var max24HourSend: Double
  /// Counts the recipients of the last 24 hours.
  package var sentLast24Hours: Double
  /// Lists why addresses get on the account's suppression list: `BOUNCE`, `COMPLAINT`.
  package var suppressedReasons: [String]

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
package struct SESIdentity: Equatable, Sendable {
  /// Names it: an address or a domain.
  package var name: String
  /// Holds `EMAIL_ADDRESS`, `DOMAIN` or `MANAGED_DOMAIN`; `nil` when SES does not say.
  package var type: String?
  /// Whether mail may be sent from it.
  package var isVerifiedForSending: Bool
  /// Holds `PENDING`, `SUCCESS`, `FAILED`, `TEMPORARY_FAILURE` or `NOT_STARTED`; `nil` when SES does not say.
  package var verificationStatus: String?
  /// Holds how far DKIM is, in the same words; `nil` when SES does not say.
  package var dkimStatus: String?
  /// Names its default configuration set.
  package var configurationSet: String?
  /// How its mail is signed; `nil` when SES does not say.
  package var signing: SESSigning?
  /// Where bounces go; `nil` for SES's own domain.
  package var mailFrom: SESMailFrom?
}

/// The domain that bounces to a sender go to (`MailFromAttributes`).
package struct SESMailFrom: Equatable, Sendable {
  /// Names it.
  package var domain: String
  /// Holds `PENDING`, `SUCCESS`, `FAILED` or `TEMPORARY_FAILURE`; `nil` when SES does not say. SES uses the domain at `SUCCESS` only.
  package var status: String?
  /// Whether SES refuses mail meanwhile, where it else lets bounces go to its own domain (`BehaviorOnMxFailure`).
  package var refusesOnFailure: Bool
}

/// How SES signs the mail of a sender (`DkimAttributes`).
package struct SESSigning: Equatable, Sendable {
  /// Whether it does.
  package var isOn: Bool
  /// Names its keys: what stands before `._domainkey` and the domain.
  package var selectors: [String]
  /// Holds the zone that those names must lead to; `nil` for keys of the sender's own (`EXTERNAL`).
  package var zone: String?
}
