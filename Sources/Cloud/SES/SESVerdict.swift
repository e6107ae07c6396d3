import AWS
import Model
import Ports

/// What SES says to one call, and whose fault it may be.
struct SESVerdict {
  var answer: SendAnswer
  /// Places of the recipients whom SES names as not verified when it turns a whole call away.
  var named: Set<Int> = []
  /// Whether it turned the call away for what may be a recipient's own fault.
  var mayBeRecipients = false

  /// Reads the results of the recipients.
  ///
  /// - Parameter isSandbox: whether recipients must be verified too.
  init(_ results: [SESBulkResult], of request: SendRequest, isSandbox: Bool) {
    let isSenderVerified = results.contains { $0.status == .success }
    answer = .answered(
      zip(request.recipients, results).map { recipient, result in
        let outcome = SendResult(result)
        guard case .refused(let refusal) = outcome, refusal.cause == .unverifiedSender else { return outcome }
        let isNamed = recipient.isAmong(result.unverified) && !request.isSenderAmong(result.unverified)
        let isLeft = result.unverified.isEmpty && result.status == .messageRejected && isSandbox && isSenderVerified
        return isNamed || isLeft ? .refused(.sandbox(refusal.reason)) : outcome
      })
  }

  /// Reads what a call failed with.
  ///
  /// - Parameter isSandbox: whether recipients must be verified too.
  init(_ error: AWSError, of request: SendRequest, isSandbox: Bool) {
    answer = SendAnswer(error)
    guard case .notSent(let refusal) = answer else { return }
    if error.code == .messageRejected, refusal.cause == .unverifiedSender, !request.isSenderAmong(error.unverified) {
      named = Set(request.recipients.indices.filter { request.recipients[$0].isAmong(error.unverified) })
      mayBeRecipients = !named.isEmpty || (isSandbox && error.unverified.isEmpty)
      if !named.isEmpty { answer = .notSent(.sandbox(refusal.reason)) }
    }
    if refusal.cause == .invalidParameter { mayBeRecipients = true }
  }

  /// Says that no call was made.
  init(notSent refusal: Refusal) { answer = .notSent(refusal) }
}

extension Refusal {
  /// A recipient's that is not verified, where the sender is.
  static func sandbox(_ reason: String) -> Refusal {
    // Who is meant is the recipient; the others whom SES names beside him are masked.
    let words = reason.firstRange(of: " The following identities").map { reason[..<$0.lowerBound] } ?? reason[...]
    return Refusal(cause: .unverifiedRecipient, reason: OwnReason.unverifiedRecipient(String(words)).sentence)
  }
}

extension SendRequest {
  /// Whether the sender's address or one of its domains is among these.
  fileprivate func isSenderAmong(_ identities: [String]) -> Bool {
    let sender = Sender(campaign.template.from).address
    let address = (SESAddress(sender)?.text ?? sender).lowercased()
    return identities.contains { $0 == address || address.hasSuffix("@\($0)") || address.hasSuffix(".\($0)") }
  }
}

extension ClaimedMessage {
  fileprivate func isAmong(_ identities: [String]) -> Bool {
    !identities.isEmpty && identities.contains((SESAddress(address)?.text ?? address).lowercased())
  }
}
