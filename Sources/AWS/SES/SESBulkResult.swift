/// What became of one recipient of a bulk email
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_BulkEmailEntryResult.html>).
public struct SESBulkResult: Equatable, Sendable {
  /// How it went, in SES's words.
  public enum Status: Equatable, Sendable {
    /// SES has accepted it and will try to deliver.
    case success
    case messageRejected
    case mailFromDomainNotVerified
    case configurationSetNotFound
    case templateNotFound
    case accountSuspended
    case accountThrottled
    case accountDailyQuotaExceeded
    case invalidSendingPoolName
    case accountSendingPaused
    case configurationSetSendingPaused
    case invalidParameter
    /// A failure that passes.
    case transientFailure
    case failed
    /// A status that is not known here, as it came.
    case other(String)

    private static let known: [(Status, String)] = [
      (.success, "SUCCESS"), (.messageRejected, "MESSAGE_REJECTED"),
      (.mailFromDomainNotVerified, "MAIL_FROM_DOMAIN_NOT_VERIFIED"),
      (.configurationSetNotFound, "CONFIGURATION_SET_NOT_FOUND"), (.templateNotFound, "TEMPLATE_NOT_FOUND"),
      (.accountSuspended, "ACCOUNT_SUSPENDED"), (.accountThrottled, "ACCOUNT_THROTTLED"),
      (.accountDailyQuotaExceeded, "ACCOUNT_DAILY_QUOTA_EXCEEDED"),
      (.invalidSendingPoolName, "INVALID_SENDING_POOL_NAME"), (.accountSendingPaused, "ACCOUNT_SENDING_PAUSED"),
      (.configurationSetSendingPaused, "CONFIGURATION_SET_SENDING_PAUSED"), (.invalidParameter, "INVALID_PARAMETER"),
      (.transientFailure, "TRANSIENT_FAILURE"), (.failed, "FAILED"),
    ]

    /// Reads SES's word.
    public init(rawValue: String) {
      self = Self.known.first { $0.1 == rawValue }?.0 ?? .other(rawValue)
    }

    /// Returns SES's word.
    public var rawValue: String {
      if case .other(let text) = self { text } else { Self.known.first { $0.0 == self }?.1 ?? "" }
    }
  }

  /// Says how it went.
  public var status: Status
  /// Says why it failed; addresses in it are masked.
  public var error: String?
  /// Names the mail in its events; `nil` when there is none.
  public var messageID: String?

  /// Makes a result.
  public init(status: Status, error: String? = nil, messageID: String? = nil) {
    self.status = status
    self.error = error
    self.messageID = messageID
  }
}
