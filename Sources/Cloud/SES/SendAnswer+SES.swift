import AWS
import Model
import Ports

extension SendResult {
  /// Says what an entry's status means for its recipient
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_BulkEmailEntryResult.html>).
  init(_ result: SESBulkResult) {
    if result.status == .success, let id = result.messageID, !id.isEmpty {
      self = .accepted(providerID: id)
      return
    }
    if result.status == .success {
      self = .unknown(reason: OwnReason.takenWithoutID.sentence)
      return
    }
    // An id is what SES gives to mail that it took; a word that is new here may say that it did.
    if case .other(let status) = result.status, result.messageID?.isEmpty == false {
      self = .unknown(reason: OwnReason.takenWithStrangeStatus(ErrorText.masked(status)).sentence)
      return
    }
    let words = ErrorText.masked(result.error ?? "")
    let reason = words.isEmpty ? result.status.rawValue : "\(result.status.rawValue): \(words)"
    let cause: Refusal.Cause =
      switch result.status {
      case .accountThrottled: .throttled
      case .accountDailyQuotaExceeded: .quota
      case .transientFailure: .transient
      case .accountSuspended, .accountSendingPaused, .configurationSetSendingPaused: .accountPaused
      case .mailFromDomainNotVerified, .configurationSetNotFound, .templateNotFound, .invalidSendingPoolName:
        .unverifiedSender
      case .messageRejected: rejection(words)
      case .invalidParameter: .invalidParameter
      case .failed: .failed
      case .success, .other: .other
      }
    self = .refused(Refusal(cause: cause, reason: reason))
  }
}

extension SendAnswer {
  /// Says what a failed call means for all its recipients.
  init(_ error: AWSError) {
    if error.isOutcomeUnknown {
      self = .unknown(reason: error.description)
      return
    }
    let cause: Refusal.Cause =
      switch error.code {
      case .throttled: .throttled
      case .dailyQuotaExceeded: .quota
      case .accountSuspended, .sendingPaused: .accountPaused
      case .messageRejected where error.awsCode != "MailFromDomainNotVerifiedException": rejection(error.message)
      case .messageRejected, .notFound: .unverifiedSender
      case .invalidRequest, .unsupported: .invalidParameter
      case .accessDenied, .expiredCredentials, .invalidCredentials, .noCredentials, .clockSkew, .unreachable: .unusable
      case .alreadyExists, .conflict, .limitExceeded, .unavailable, .brokenAnswer, .redirected, .timedOut,
        .connectionLost,
        .cancelled, .other:
        .transient
      }
    self = .notSent(Refusal(cause: cause, reason: error.description))
  }
}

/// What SES means by a message that it rejected: the sender, or what is in it.
private func rejection(_ words: String) -> Refusal.Cause { words.contains("not verified") ? .unverifiedSender : .other }
