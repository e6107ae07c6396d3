/// What an action is about: what the screen shows, or what a command names.
///
/// Conditions narrow each other; one that is not given leaves everything in.
package struct Scope: Equatable, Sendable {
  /// Keeps only this campaign's messages; `nil` for all campaigns.
  package var campaign: CampaignID?
  /// Names messages one by one, each of which is owed an answer; empty for all that pass the conditions.
  package var messages: [MessageID]
  /// Keeps only these statuses; empty for all.
  package var statuses: [MessageStatus]
  /// Keeps only failures of these kinds; empty for all.
  package var kinds: [FailureKind]
  /// Keeps only failures of exactly this classification.
  package var classification: Classification?

  /// Makes a scope from its parts.
  package init(
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
  package func takes(_ failure: Classification) -> Bool {
    (kinds.isEmpty || kinds.contains(failure.kind)) && (statuses.isEmpty || statuses.contains(failure.kind.status))
      && (classification == nil || classification == failure)
  }

  /// Which messages it takes, in few words, for the record of who did what. A screen has its own (`Words`).
  package var words: String {
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
package struct ScopeCount: Equatable, Sendable {
  /// Messages left alone for one reason.
  package struct Skipped: Equatable, Sendable {
    /// Says why.
    package var why: String
    /// Counts the messages.
    package var count: Int

    /// Makes an entry.
    package init(why: String, count: Int) {
      self.why = why
      self.count = count
    }
  }

  /// Counts the messages it takes.
  package var taken: Int
  /// The first addresses it takes.
  package var sample: [String]
  /// Holds the messages left alone, by reason.
  package var skipped: [Skipped]

  /// How many addresses a sample shows.
  package static let sampleSize = 3

  /// Makes a count.
  package init(taken: Int, sample: [String] = [], skipped: [Skipped] = []) {
    self.taken = taken
    self.sample = sample
    self.skipped = skipped
  }
}

extension Classification {
  /// The classification in one line: `soft Transient/MailboxFull 4.2.2`.
  package var line: String {
    let cause = subtype.isEmpty || subtype == self.cause ? self.cause : "\(self.cause)/\(subtype)"
    return [kind.rawValue, cause, smtpStatus ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
