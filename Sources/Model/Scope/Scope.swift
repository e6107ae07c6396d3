/// What an action is about: what the screen shows, or what a command names.
///
/// Conditions narrow each other; one that is not given leaves everything in.
package struct Scope: Equatable, Sendable {
  /// Keeps only this campaign's messages; `nil` for all campaigns.
  package var campaign: CampaignID?
  /// Keeps only the messages that travel in this batch.
  package var batch: BatchID?
  /// Names messages one by one, each of which is owed an answer; empty for all that pass the conditions.
  package var messages: [MessageID]
  /// Keeps only these statuses; empty for all.
  package var statuses: [MessageStatus]
  /// Keeps only failures of these kinds; empty for all.
  package var kinds: [FailureKind]
  /// Keeps only failures of exactly this classification.
  package var classification: Classification?
  /// The start of an address, as ``MessageQuery`` has it: what a list is filtered by. It narrows conditions, not names.
  package var addressPrefix: String?
  /// Keeps only failures of this part of them.
  package var slice: FailureSlice?
  /// Keeps only messages that count as accepted on the operator's word alone.
  package var isAssumed: Bool
  /// Takes what was refused for a policy of the receiving server too: the operator says that the sender was mended.
  package var includesPolicy: Bool
  /// Names the one message that is sent although its address is on the own suppression list: never more than one at a time.
  package var despiteList: MessageID?

  /// Makes a scope from its parts.
  package init(
    campaign: CampaignID? = nil, batch: BatchID? = nil, messages: [MessageID] = [], statuses: [MessageStatus] = [],
    kinds: [FailureKind] = [], classification: Classification? = nil, addressPrefix: String? = nil,
    slice: FailureSlice? = nil, isAssumed: Bool = false, includesPolicy: Bool = false
  ) {
    self.slice = slice
    self.isAssumed = isAssumed
    self.campaign = campaign
    self.batch = batch
    self.messages = messages
    self.statuses = statuses
    self.kinds = kinds
    self.classification = classification
    self.addressPrefix = addressPrefix
    self.includesPolicy = includesPolicy
  }

  /// Makes the scope of one message that is sent although its address is on the own suppression list.
  package static func despiteList(_ message: MessageID, of campaign: CampaignID? = nil) -> Scope {
    var scope = Scope(campaign: campaign, messages: [message])
    scope.despiteList = message
    return scope
  }

  /// Whether a failure passes its conditions.
  package func takes(_ failure: Classification) -> Bool {
    !isAssumed && (kinds.isEmpty || kinds.contains(failure.kind))
      && (statuses.isEmpty || statuses.contains(failure.kind.status))
      && (classification == nil || classification == failure)
  }

  /// Which messages it takes, for the record of who did what. A screen has its own words (`Words`).
  package var record: String {
    if despiteList != nil { return OwnRecord.despiteList(conditions).sentence }
    return includesPolicy ? OwnRecord.policyToo(conditions).sentence : conditions
  }

  private var conditions: String {
    let conditions =
      ((batch.map { ["batch \($0)"] } ?? []) + statuses.map(\.name) + kinds.map(\.rawValue)
      + [
        classification?.line, addressPrefix.map { "address \($0)…" }, slice?.line,
        isAssumed ? "assumed" : nil,
      ].compactMap(\.self)).joined(separator: ", ")
    if messages.count > 3 { return OwnRecord.chosen(messages.count, conditions: conditions).sentence }
    if !messages.isEmpty {
      return OwnRecord.named(messages.map(\.description).joined(separator: ", "), conditions: conditions).sentence
    }
    return conditions.isEmpty ? OwnRecord.allThatMayBeResent.sentence : conditions
  }
}

/// How many messages an action on a scope takes, a sample of them, and why it leaves the others alone.
package struct ScopeCount: Equatable, Sendable {
  /// Messages left alone for one reason.
  package struct Skipped: Equatable, Sendable {
    /// Says why.
    package var why: SkipReason
    /// Counts the messages.
    package var count: Int

    /// Makes an entry.
    package init(why: SkipReason, count: Int) {
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

  /// Counts those left alone for a policy of the receiving server: they may be taken by an explicit word.
  package var refusedForPolicy: Int {
    skipped.reduce(0) { if case .receiversPolicy = $1.why { $0 + $1.count } else { $0 } }
  }

  /// Counts those left alone for the own suppression list: one of them may be sent to by an explicit word.
  package var onOwnList: Int { skipped.reduce(0) { $1.why == .onOwnList ? $0 + $1.count : $0 } }

  /// How many addresses a sample shows.
  package static let sampleSize = 3

  /// Makes a count.
  package init(taken: Int, sample: [String] = [], skipped: [Skipped] = []) {
    self.taken = taken
    self.sample = sample
    self.skipped = skipped
  }
}

/// What an action on a scope leaves alone: one message, or all of a classification or a status.
package struct LeftAlone: Equatable, Sendable {
  /// Says why.
  package var why: SkipReason
  /// Counts the messages.
  package var count: Int
  /// What their failure is; `nil` where they have not failed, or for one message alone.
  package var classification: Classification?
  /// Names the message and its address, when it is one alone.
  package var message: MessageID?
  package var address: String?

  /// Makes an entry of all of a classification.
  package init(why: SkipReason, count: Int, classification: Classification? = nil) {
    (self.why, self.count, self.classification) = (why, count, classification)
  }

  /// Makes an entry of one message.
  package init(why: SkipReason, message: MessageID, address: String) {
    (self.why, count, self.message, self.address) = (why, 1, message, address)
  }
}

extension Classification {
  /// The classification in one line: `soft Transient/MailboxFull 4.2.2`.
  package var line: String {
    let cause = subtype.isEmpty || subtype == self.cause ? self.cause : "\(self.cause)/\(subtype)"
    return [kind.rawValue, cause, smtpStatus ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
