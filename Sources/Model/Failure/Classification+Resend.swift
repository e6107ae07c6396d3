extension Classification {
  /// True when sending the same message again may help, and is safe to do.
  package var isResendable: Bool {
    switch kind {
    case .soft: !hasFinalStatus && !isAutomaticReply
    case .refused: Refusal.Cause(rawValue: cause)?.isMendable ?? false
    case .hard, .suppressed, .content, .undetermined, .complaint, .rejected, .rendering, .delay: false
    }
  }

  /// True for what the receiving server turned away for a policy of its own (5.7.x, <https://www.rfc-editor.org/rfc/rfc3463#section-3.8>)
  /// though nothing says that the address is at fault: as it is it would be turned away again, and once the sender was mended
  /// it may be taken. Only an operator knows whether that was done, so that it is never resent without their explicit word.
  ///
  /// What bounced for good, is suppressed or was complained of is none of it, whatever its code.
  package var isReceiversPolicy: Bool {
    switch kind {
    case .soft, .undetermined: smtpStatus?.hasPrefix("5.7.") ?? false
    case .hard, .suppressed, .content, .complaint, .rejected, .rendering, .refused, .delay: false
    }
  }

  /// True for what says nothing of a failure: an out-of-office answer comes as a Transient/General bounce without anything
  /// of a DSN, and whoever it is for has the mail. (One that has words and no code is given `4.0.0`.)
  package var isAutomaticReply: Bool {
    kind == .soft && smtpStatus == nil && (subtype == "General" || subtype.isEmpty)
  }

  /// True when a transient bounce carries a status that says trying again will not help.
  var hasFinalStatus: Bool { smtpStatus.map { $0.hasPrefix("5") || $0 == "4.4.7" } ?? false }
}
