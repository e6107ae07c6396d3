/// What a failure is. Equal classifications are counted together.
///
/// The advice and whether a resend may help follow from it: see `Advice.swift` and `Classification+Resend.swift`.
package struct Classification: Hashable, Sendable {
  /// Names the kind of failure.
  package var kind: FailureKind
  /// The provider's broad word: a bounceType, a delayType, or the cause of a refusal.
  package var cause: String
  /// The subtype as received; empty when there was none.
  package var subtype: String
  /// The enhanced status code (RFC 3463), such as `5.1.1`; `nil` when none was given.
  package var smtpStatus: String?

  /// Makes a value from its parts.
  package init(kind: FailureKind, cause: String, subtype: String = "", smtpStatus: String? = nil) {
    self.kind = kind
    self.cause = cause
    self.subtype = subtype
    self.smtpStatus = smtpStatus
  }
}
