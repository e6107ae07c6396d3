extension Classification {
  /// True when sending the same message again may help, and is safe to do.
  package var isResendable: Bool {
    switch kind {
    case .soft: !hasFinalStatus && !isAutomaticReply
    case .refused: Refusal.Cause(rawValue: cause)?.isMendable ?? false
    case .hard, .suppressed, .content, .undetermined, .complaint, .rejected, .rendering, .delay: false
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
