extension Classification {
  /// Classifies a bounce of one recipient.
  ///
  /// <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>, "Bounce object".
  ///
  /// - Parameters:
  ///   - type: `bounceType`.
  ///   - subtype: `bounceSubType`; kept as it came, also when it is new.
  ///   - action: the recipient's `action`: one bounce may name failed and delayed recipients.
  ///   - status: the recipient's `status`.
  ///   - diagnostic: the recipient's `diagnosticCode`.
  ///   - isReported: whether there is anything else of a DSN, such as a `reportingMTA`.
  package static func bounce(
    type: String, subtype: String = "", action: String? = nil, status: String? = nil, diagnostic: String? = nil,
    isReported: Bool = false
  ) -> Classification {
    let kind: FailureKind =
      switch (type, subtype) {
      case _ where action?.lowercased() == "delayed": .delay
      case _ where namesList(subtype): .suppressed
      case ("Permanent", _): .hard
      case ("Transient", "MessageTooLarge"), ("Transient", "ContentRejected"), ("Transient", "AttachmentRejected"):
        .content
      case ("Transient", _): .soft
      default: .undetermined
      }
    let bounce = Classification(
      kind: kind, cause: type, subtype: subtype,
      smtpStatus: SMTPStatus.code(status: status, diagnostic: diagnostic))
    // An automatic reply has nothing of a DSN: whatever has, and no code, is a bounce all the same, and says so.
    let isReported = isReported || [action, status, diagnostic].contains { $0?.isEmpty == false }
    guard isReported, bounce.isAutomaticReply else { return bounce }
    var reported = bounce
    reported.smtpStatus = SMTPStatus.passingWithoutCode
    return reported
  }

  /// True for a subtype that names a list for which SES does not even try: a suppression list, also one that is new, or
  /// those who unsubscribed. The address is good, or was never asked.
  private static func namesList(_ subtype: String) -> Bool {
    let subtype = subtype.lowercased()
    return subtype.contains("suppress") || subtype.contains("unsubscribe") || subtype.hasSuffix("list")
  }

  /// Classifies a complaint, or returns `nil` for one that is none: `not-spam` takes a complaint back.
  ///
  /// - Parameters:
  ///   - subtype: `complaintSubType`, which names the suppression list when SES did not even try: then nobody complained.
  ///   - feedbackType: `complaintFeedbackType`.
  package static func complaint(subtype: String? = nil, feedbackType: String? = nil) -> Classification? {
    guard feedbackType?.lowercased() != "not-spam" else { return nil }
    if let subtype, namesList(subtype) {
      return Classification(kind: .suppressed, cause: "Complaint", subtype: subtype)
    }
    let cause = subtype.flatMap { $0.isEmpty ? nil : $0 } ?? "Complaint"
    return Classification(kind: .complaint, cause: cause, subtype: feedbackType ?? "")
  }

  /// Classifies a delivery delay of one recipient by its `delayType`.
  package static func delay(type: String, status: String? = nil, diagnostic: String? = nil) -> Classification {
    Classification(
      kind: .delay, cause: type, smtpStatus: SMTPStatus.code(status: status, diagnostic: diagnostic))
  }

  /// The classification of a message SES took and then found a virus in.
  package static let reject = Classification(kind: .rejected, cause: "Reject")

  /// The classification of a message whose template could not be filled in.
  package static let renderingFailure = Classification(kind: .rendering, cause: "Rendering Failure")
}
