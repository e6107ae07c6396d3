extension Classification {
  /// True when sending the same message again may help, and is safe to do.
  package var isResendable: Bool {
    switch kind {
    case .soft: !hasFinalStatus && !isAutomaticReply
    case .refused: Refusal.Cause(rawValue: cause)?.isMendable ?? false
    case .hard, .suppressed, .content, .undetermined, .complaint, .rejected, .rendering, .delay: false
    }
  }

  /// True for what says nothing of a failure: an out-of-office answer comes as a Transient/General bounce without any
  /// code, and whoever it is for has the mail.
  package var isAutomaticReply: Bool {
    kind == .soft && smtpStatus == nil && (subtype == "General" || subtype.isEmpty)
  }

  /// One sentence that tells an operator what to do, as far as the classification alone tells.
  package var advice: String { advice(on: nil) }

  /// One sentence that tells an operator what to do.
  ///
  /// - Parameter reason: the receiving server's words, which may say more than its code.
  package func advice(on reason: String?) -> String {
    let finding = finding(in: reason)
    return switch kind {
    case .hard: adviceOnHard(finding)
    case .suppressed: adviceOnSuppressed
    case .soft: adviceOnSoft(finding)
    case .content: adviceOnContent
    case .undetermined: adviceOnUndetermined(finding)
    case .complaint: adviceOnComplaint
    case .rejected: "SES found a virus in the message and sent nothing: remove the infected part and send a new one."
    case .rendering: "The template could not be filled in: mend the template or the missing column named in the reason."
    case .refused: adviceOnRefused
    case .delay: adviceOnDelay
    }
  }

  /// True when a transient bounce carries a status that says trying again will not help.
  var hasFinalStatus: Bool { smtpStatus.map { $0.hasPrefix("5") || $0 == "4.4.7" } ?? false }

  /// What the code says; or what the words say, where the code is that of a server out of reach, which said something all
  /// the same, or says next to nothing.
  private func finding(in reason: String?) -> StatusFinding? {
    let finding = smtpStatus.flatMap(StatusFinding.init)
    guard finding?.isVague ?? true, smtpStatus != "4.4.7" else { return finding }
    return reason.flatMap { StatusFinding(words: $0, code: smtpStatus) } ?? finding
  }

  private func adviceOnHard(_ finding: StatusFinding?) -> String {
    if let finding {
      return "\(finding.text): \(finding.isPolicy ? finding.remedy : "take the address off the list, or correct it.")"
    }
    if subtype == "NoEmail" {
      return "The receiving server says this address does not exist: take it off the list, or correct it."
    }
    return "The receiving server refused this address for good: read its reason, and take the address off the list."
  }

  private var adviceOnSuppressed: String {
    switch subtype {
    case "Suppressed":
      "The address is on SES's global suppression list (it bounced for some sender lately), so nothing was sent: "
        + "check the address with its owner before using it again."
    case "OnAccountSuppressionList":
      "The address is on your account's suppression list, so nothing was sent: remove it from that list in SES only "
        + "when its owner confirms that it works and that the mail is wanted."
    case "OnTenantSuppressionList":
      "The address is on the tenant's suppression list, so nothing was sent: remove it from that list in SES only "
        + "when its owner confirms that it works and that the mail is wanted."
    case _ where subtype.lowercased().contains("unsubscribe"):
      "The recipient has unsubscribed from this list in SES, so nothing was sent and the address is good: take it off "
        + "your own list."
    case "EmailValidationSuppressed":
      "SES's address validation judged the address undeliverable, so nothing was sent: correct the address."
    default:
      "The address is on a suppression list (\(subtype)), so nothing was sent: find out which before using it again."
    }
  }

  private func adviceOnSoft(_ finding: StatusFinding?) -> String {
    if smtpStatus == "4.4.7" {
      return "SES tried for hours and gave up (4.4.7): not resent blindly; check that the domain exists "
        + "and receives mail first."
    }
    if hasFinalStatus, let code = smtpStatus {
      return "\(finding?.text ?? "The receiving server refused the message for good (\(code))"), although SES calls "
        + "it transient, so a resend would fail alike: \(finding?.remedy ?? "read its reason first.")"
    }
    switch subtype {
    case "MailboxFull": return "The mailbox is full: resend in a few days, or reach the recipient another way."
    case "CustomTimeoutExceeded":
      return "The delivery time set for this mail ran out before the server took it: resend if it is still of use."
    default: break
    }
    if let finding { return "\(finding.text), for the time being: resend later." }
    if isAutomaticReply {
      return
        "An automatic answer, such as an out-of-office note, or a bounce without a word: the mail may have arrived, "
        + "so ask the recipient before sending it again."
    }
    return "A passing failure: read the reason, and resend later."
  }

  private var adviceOnContent: String {
    switch subtype {
    case "MessageTooLarge": "The message is too large for this mailbox: make it smaller before sending it again."
    case "AttachmentRejected":
      "The receiving server does not take this attachment: remove it or change its type before sending again."
    default:
      "The receiving server took the content for spam or a threat: change text and links before sending again."
    }
  }

  private func adviceOnUndetermined(_ finding: StatusFinding?) -> String {
    if let finding {
      return "\(finding.text), as far as SES can tell: \(finding.remedy)"
    }
    if cause == "Undetermined" || cause.isEmpty {
      return "SES could not tell why it bounced: read the reason, and ask the recipient before sending again."
    }
    return "SES reported a bounce of an unknown type (\(cause)): read the reason before sending again."
  }

  private var adviceOnComplaint: String {
    switch subtype.lowercased() {
    case "fraud": return "Reported as fraud or phishing: stop mailing this address, and check who sent this campaign."
    case "virus": return "Reported as carrying a virus: stop mailing this address, and check the content."
    case "auth-failure": return "Reported for failed authentication: check SPF, DKIM and DMARC of the sending domain."
    default: return "The recipient reported it as spam: take the address off the list and do not mail it again."
    }
  }

  private var adviceOnRefused: String {
    switch Refusal.Cause(rawValue: cause) {
    case .throttled: "The provider wants fewer messages a second: it is tried again by itself, more slowly."
    case .quota: "The day's sending quota is used up: resend when it renews, or ask AWS for a higher one."
    case .transient: "The provider had a passing fault: it is tried again by itself; resend what stays refused."
    case .unverifiedSender:
      "The sender is not verified with the provider, or its configuration is missing: set it up, then resend."
    case .unverifiedRecipient:
      "The account is in SES's sandbox, where recipients must be verified too: verify this one, or ask AWS for "
        + "production access, then resend."
    case .sharedFault:
      "The provider turns everybody away alike, so the campaign was paused: mend what the reason names, then resume it."
    case .failed: "The provider failed without saying why: mend what may be wrong with the template, then resend."
    case .undecided:
      "The provider turned the whole call away, for this recipient or for something that all share: mend what the reason "
        + "names, then resend."
    case .invalidParameter:
      "The provider does not take this address or its data: correct it in the list, then send anew."
    case .unusable: "The provider could not be reached or used at that time: sending again may help once it can."
    case .accountPaused: "The provider has paused sending for the account: clear that with AWS first, then resend."
    case .other, nil: "The provider refused it: read the reason and mend the cause before sending anew."
    }
  }

  private var adviceOnDelay: String {
    let ending = "nothing to do yet, the mail is still under way."
    switch cause {
    case "MailboxFull": return "The mailbox is full and SES keeps trying: \(ending)"
    case "SpamDetected": return "The receiving server has seen much unwanted mail from us and slows it down: \(ending)"
    case "RecipientServerError": return "The receiving server has trouble of its own and SES keeps trying: \(ending)"
    case "IPFailure": return "The sending IP address is being blocked or throttled: \(ending)"
    case "TransientCommunicationFailure": return "The connection to the receiving server broke off: \(ending)"
    case "BYOIPHostNameLookupUnavailable":
      return "SES could not look up the host name of your own IP addresses: check their reverse DNS; "
        + "the mail is still under way."
    case "SendingDeferral": return "SES holds the message back for the moment: \(ending)"
    case "InternalFailure": return "SES has trouble of its own and keeps trying: \(ending)"
    default: return "Delivery is delayed and tries go on: \(ending)"
    }
  }
}
