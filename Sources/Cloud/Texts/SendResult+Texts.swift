import AWS
import Model
import Ports

extension SendResult {
  /// Says what a failed call of `SendTextMessage` means for its recipient
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html#API_SendTextMessage_Errors>).
  ///
  /// What AWS finds wrong with a sender for a destination's country is that recipient's: French numbers in an American campaign
  /// must not stop it.
  init(textError error: AWSError) {
    if error.isOutcomeUnknown {
      self = .unknown(reason: error.description)
      return
    }
    let cause: Refusal.Cause? =
      switch error.awsCode {
      case "ServiceQuotaExceededException":
        error.reason == "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT" ? .quota : .other
      case "AccessDeniedException" where Self.stopped.contains(error.reason ?? ""): .accountPaused
      case "ResourceNotFoundException": .unverifiedSender
      case "ConflictException": Self.conflicts[error.reason ?? ""] ?? .invalidParameter
      case "ValidationException": .invalidParameter
      default: nil
      }
    guard let cause else {
      self = SendAnswer(error).result(at: 0)
      return
    }
    let words = [error.reason, error.description].compactMap(\.self).joined(separator: ": ")
    self = .refused(Refusal(cause: cause, reason: words))
  }

  private static let stopped = ["INSUFFICIENT_ACCOUNT_REPUTATION", "ACCOUNT_DISABLED"]

  /// What is about the sender, whoever the text is for; and what the recipient has to do with.
  private static let conflicts: [String: Refusal.Cause] = [
    "NO_ORIGINATION_IDENTITIES_FOUND": .unverifiedSender, "RESOURCE_NOT_ACTIVE": .unverifiedSender,
    "NUMBER_CAPABILITIES_MISMATCH": .unverifiedSender, "MESSAGE_TYPE_MISMATCH": .unverifiedSender,
    "DESTINATION_PHONE_NUMBER_OPTED_OUT": .optedOut, "DESTINATION_PHONE_NUMBER_NOT_VERIFIED": .unverifiedRecipient,
  ]
}
