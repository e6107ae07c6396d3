/// What became of one recipient of a bulk email
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_BulkEmailEntryResult.html>).
package struct SESBulkResult: Equatable, Sendable {
  /// How it went, in SES's words.
  package enum Status: Equatable, Sendable {
    /// SES has accepted it and will try to deliver.
    case success
    /// The mail as it is: its sender, or what is in it.
    case messageRejected
    /// The MAIL FROM domain is not verified.
    case mailFromDomainNotVerified
    /// There is no such configuration set.
    case configurationSetNotFound
    /// There is no such template.
    case templateNotFound
    /// AWS has suspended the account.
    case accountSuspended
    /// More than the account's rate.
    case accountThrottled
    /// More than the account's daily quota.
    case accountDailyQuotaExceeded
    /// The pool of addresses it would be sent from is not there.
    case invalidSendingPoolName
    /// Sending is paused for the account.
    case accountSendingPaused
    /// Sending is paused for the configuration set.
    case configurationSetSendingPaused
    /// Something in the request cannot be.
    case invalidParameter
    /// A failure that passes.
    case transientFailure
    /// A failure that SES does not explain.
    case failed
    /// A status that is not known here, as it came.
    case other(String)

    private static let known: [(Status, String)] = [
      (.success, "SUCCESS"), (.messageRejected, "MESSAGE_REJECTED"),
      (.mailFromDomainNotVerified, "MAIL_FROM_DOMAIN_NOT_VERIFIED"),
      (.configurationSetNotFound, "CONFIGURATION_SET_NOT_FOUND"), (.templateNotFound, "TEMPLATE_NOT_FOUND"),
      // The model has the words above, AWS's page of the call these.
      (.configurationSetNotFound, "CONFIGURATION_SET_DOES_NOT_EXIST"), (.templateNotFound, "TEMPLATE_DOES_NOT_EXIST"),
      (.accountSuspended, "ACCOUNT_SUSPENDED"), (.accountThrottled, "ACCOUNT_THROTTLED"),
      (.accountDailyQuotaExceeded, "ACCOUNT_DAILY_QUOTA_EXCEEDED"),
      (.invalidSendingPoolName, "INVALID_SENDING_POOL_NAME"), (.accountSendingPaused, "ACCOUNT_SENDING_PAUSED"),
      (.configurationSetSendingPaused, "CONFIGURATION_SET_SENDING_PAUSED"), (.invalidParameter, "INVALID_PARAMETER"),
      (.transientFailure, "TRANSIENT_FAILURE"), (.failed, "FAILED"),
    ]

    /// Reads SES's word.
    package init(rawValue: String) {
      self = Self.known.first { $0.1 == rawValue }?.0 ?? .other(rawValue)
    }

    /// Returns SES's word.
    package var rawValue: String {
      if case .other(let text) = self { text } else { Self.known.first { $0.0 == self }?.1 ?? "" }
    }
  }

  /// Says how it went.
  package var status: Status
  /// Says why it failed; addresses in it are masked.
  package var error: String?
  /// Names the mail in its events; `nil` when there is none.
  package var messageID: String?
  /// Lists whom SES names as not verified, in lower case: addresses, not for logs.
  package var unverified: [String]

  /// Makes a result.
  package init(status: Status, error: String? = nil, messageID: String? = nil, unverified: [String] = []) {
    self.unverified = unverified
    self.status = status
    self.error = error
    self.messageID = messageID
  }
}
