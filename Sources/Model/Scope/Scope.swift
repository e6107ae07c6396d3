/// What an action is about: what the screen shows, or what a command names.
///
/// Conditions narrow each other; one that is not given leaves everything in.
public struct Scope: Equatable, Sendable {
  /// Keeps only this campaign's messages; `nil` for all campaigns.
  public var campaign: CampaignID?
  /// Names messages one by one, each of which is owed an answer; empty for all that pass the conditions.
  public var messages: [MessageID]
  /// Keeps only these statuses; empty for all.
  public var statuses: [MessageStatus]
  /// Keeps only failures of these kinds; empty for all.
  public var kinds: [FailureKind]
  /// Keeps only failures of exactly this classification.
  public var classification: Classification?

  /// Makes a scope from its parts.
  public init(
    campaign: CampaignID? = nil, messages: [MessageID] = [], statuses: [MessageStatus] = [], kinds: [FailureKind] = [],
    classification: Classification? = nil
  ) {
    self.campaign = campaign
    self.messages = messages
    self.statuses = statuses
    self.kinds = kinds
    self.classification = classification
  }

  /// Whether a failure passes its conditions.
  public func takes(_ failure: Classification) -> Bool {
    (kinds.isEmpty || kinds.contains(failure.kind)) && (statuses.isEmpty || statuses.contains(failure.kind.status))
      && (classification == nil || classification == failure)
  }

  /// Which messages it takes, in few words: for questions and for the record of who did what.
  public var words: String {
    var parts: [String] = []
    if messages.count > 3 { parts.append("\(messages.count) messages chosen") }
    if (1...3).contains(messages.count) {
      parts.append("message " + messages.map(\.description).joined(separator: ", "))
    }
    parts += statuses.map(\.name) + kinds.map(\.rawValue)
    if let classification { parts.append(classification.line) }
    return parts.isEmpty ? "all that may be resent" : parts.joined(separator: ", ")
  }
}

/// How many messages an action on a scope takes, a sample of them, and why it leaves the others alone.
public struct ScopeCount: Equatable, Sendable {
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

  /// Counts the messages it takes.
  public var taken: Int
  /// The first addresses it takes.
  public var sample: [String]
  /// Holds the messages left alone, by reason.
  public var skipped: [Skipped]

  /// How many addresses a sample shows.
  public static let sampleSize = 3

  /// Makes a count.
  public init(taken: Int, sample: [String] = [], skipped: [Skipped] = []) {
    self.taken = taken
    self.sample = sample
    self.skipped = skipped
  }

  /// The sample in words: `kim@example.com, lee@example.com and 18 more`; empty without one.
  public var sampleWords: String {
    let shown = sample.prefix(Self.sampleSize).joined(separator: ", ")
    let more = taken - min(sample.count, Self.sampleSize)
    return shown.isEmpty || more <= 0 ? shown : "\(shown) and \(more) more"
  }
}

extension Classification {
  /// The classification in one line: `soft Transient/MailboxFull 4.2.2`.
  public var line: String {
    let cause = subtype.isEmpty || subtype == self.cause ? self.cause : "\(self.cause)/\(subtype)"
    return [kind.rawValue, cause, smtpStatus ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
