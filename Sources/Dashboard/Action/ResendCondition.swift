import Model

/// Which failed messages of a campaign to send again. Only those that may be resent are ever resent.
public struct ResendCondition: Equatable, Sendable {
  /// Names the campaign.
  public var campaign: CampaignID
  /// Statuses to take; empty for every failure.
  public var statuses: [MessageStatus]
  /// Kinds to take; empty for every kind.
  public var kinds: [FailureKind]

  /// Makes a condition; without statuses and kinds, one that takes every failure.
  public init(campaign: CampaignID, statuses: [MessageStatus] = [], kinds: [FailureKind] = []) {
    self.campaign = campaign
    self.statuses = statuses
    self.kinds = kinds
  }
}

/// How many messages a resend would take, and why it leaves the others alone.
public struct ResendCount: Equatable, Sendable {
  /// Messages left alone for one reason.
  public struct Skipped: Equatable, Sendable {
    /// Says why.
    public var why: String
    /// Counts the messages.
    public var count: Int

    /// Makes an entry.
    public init(why: String, count: Int) {
      self.why = why
      self.count = count
    }
  }

  /// Counts the messages that would be sent.
  public var resendable: Int
  /// Holds the messages left alone, by reason.
  public var skipped: [Skipped]

  /// Makes a count.
  public init(resendable: Int, skipped: [Skipped] = []) {
    self.resendable = resendable
    self.skipped = skipped
  }
}
