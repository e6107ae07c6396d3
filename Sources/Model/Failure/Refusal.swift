/// A provider's no, for one recipient or for a whole call.
package struct Refusal: Equatable, Sendable {
  /// Why the provider said no.
  package enum Cause: String, CaseIterable, Sendable {
    /// The provider wants fewer calls a second.
    case throttled
    /// The day's quota is used up.
    case quota
    /// A passing fault of the provider.
    case transient
    /// The provider cannot be used at all now: it cannot be reached, or does not take our credentials.
    case unusable
    /// The sender, its domain or its configuration is not set up.
    case unverifiedSender
    /// The account is in the provider's sandbox, and the recipient is not verified there.
    case unverifiedRecipient
    /// The recipient or its data is not acceptable.
    case invalidParameter
    /// The recipient wants none, and has said so to the provider.
    case optedOut
    /// Everybody is turned away alike: the fault is the campaign's or the account's, whatever the provider's words say.
    case sharedFault
    /// A small call was turned away as a whole: the recipient's own fault, or one that all share.
    case undecided
    /// The provider failed without saying why.
    case failed
    /// The provider has stopped the whole account.
    case accountPaused
    /// Any other no.
    case other

    /// True when the same message may be taken at a later try.
    package var isPassing: Bool {
      switch self {
      case .throttled, .quota, .transient, .unusable, .accountPaused, .sharedFault: true
      case .unverifiedSender, .unverifiedRecipient, .invalidParameter, .optedOut, .undecided, .failed,
        .other:
        false
      }
    }

    /// True when the message may be sent again once what it was refused for has passed, or was mended by somebody.
    package var isMendable: Bool {
      switch self {
      case .throttled, .quota, .transient, .unusable, .accountPaused, .sharedFault: true
      // A sender, a template or a recipient can be set up; whom it was not sent to is not to be lost for it.
      case .unverifiedSender, .unverifiedRecipient, .undecided, .failed: true
      case .invalidParameter, .optedOut, .other: false
      }
    }

    /// Whether the next call would be turned away for the same: it is about the account, and about nobody's message.
    package var isOfTheAccount: Bool {
      switch self {
      case .throttled, .quota, .unusable, .accountPaused, .unverifiedSender: true
      case .transient, .unverifiedRecipient, .invalidParameter, .optedOut, .sharedFault, .undecided, .failed, .other:
        false
      }
    }
  }

  /// Says why.
  package var cause: Cause
  /// The provider's own words.
  package var reason: String
  /// Whether it was found without the provider, by looking at this recipient: it says nothing of others.
  package var isOwnFinding: Bool

  /// Makes a value from its parts.
  package init(cause: Cause, reason: String, isOwnFinding: Bool = false) {
    self.cause = cause
    self.reason = reason
    self.isOwnFinding = isOwnFinding
  }

  /// The classification a refused message is counted under.
  package var classification: Classification { Classification(kind: .refused, cause: cause.rawValue) }
}
