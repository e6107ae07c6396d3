/// A provider's no, for one recipient or for a whole call.
public struct Refusal: Equatable, Sendable {
  /// Why the provider said no.
  public enum Cause: String, CaseIterable, Sendable {
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
    /// The recipient or its data is not acceptable.
    case invalidParameter
    /// The provider has stopped the whole account.
    case accountPaused
    /// Any other no.
    case other

    /// True when the same message may be taken at a later try.
    public var isPassing: Bool {
      switch self {
      case .throttled, .quota, .transient, .unusable, .accountPaused: true
      case .unverifiedSender, .invalidParameter, .other: false
      }
    }
  }

  /// Says why.
  public var cause: Cause
  /// The provider's own words.
  public var reason: String

  /// Makes a value from its parts.
  public init(cause: Cause, reason: String) {
    self.cause = cause
    self.reason = reason
  }

  /// The classification a refused message is counted under.
  public var classification: Classification { Classification(kind: .refused, cause: cause.rawValue) }
}
