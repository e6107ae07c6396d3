package import Model
package import Ports

/// What a provider's event document says of one recipient, before its message is found.
package struct IncomingEvent: Equatable, Sendable {
  /// Name the message, when the event carries this store's.
  package var tags: MessageTags?
  /// When the provider took the mail: one from before its campaign was another campaign's, of a store that has gone back in
  /// time since and gives its numbers a second time.
  package var mailAt: Timestamp
  /// The provider's name for the mail.
  package var providerID: String?
  /// Holds the recipient's address in canonical form.
  package var address: String
  /// Holds the subject line; empty for SMS.
  package var subject: String?
  /// Says when it happened.
  package var at: Timestamp
  /// Says what happened.
  package var type: EventType
  /// Tells different events apart and is the same for copies of one.
  package var identity: Int64
  /// Says what the failure is; `nil` when there is none.
  package var classification: Classification?
  /// Holds the words that came with it.
  package var reason: String?
  /// Holds whatever else the event said, as JSON.
  package var detail: String?
  /// Whether the recipient does not want any more.
  package var isUnsubscription: Bool
  /// The whole document, where it must be kept in quarantine if the event fits no message and none can be made of it.
  package var document: [UInt8]?

  /// Makes a value from its parts.
  package init(
    tags: MessageTags?, mailAt: Timestamp? = nil, providerID: String?, address: String, subject: String?, at: Timestamp,
    type: EventType, identity: Int64, classification: Classification?, reason: String?, detail: String?,
    document: [UInt8]? = nil, isUnsubscription: Bool = false
  ) {
    self.isUnsubscription = isUnsubscription
    self.document = document
    self.tags = tags
    self.mailAt = mailAt ?? at
    self.providerID = providerID
    self.address = address
    self.subject = subject
    self.at = at
    self.type = type
    self.identity = identity
    self.classification = classification
    self.reason = reason
    self.detail = detail
  }
}

/// Input that could not be understood, to be kept whole.
package struct UnreadableInput: Equatable, Sendable {
  /// Holds the bytes as they came.
  package var body: [UInt8]
  /// Says what is wrong.
  package var error: String

  /// Makes a value from its parts.
  package init(body: [UInt8], error: String) {
    self.body = body
    self.error = error
  }
}

/// What became of one delivery of input to the journal.
package struct IngestCounts: Equatable, Sendable {
  /// New to the journal; in it already; not understood, and kept aside.
  package var stored, duplicates, quarantined: Int

  /// Makes a value from its parts.
  package init(stored: Int = 0, duplicates: Int = 0, quarantined: Int = 0) {
    self.stored = stored
    self.duplicates = duplicates
    self.quarantined = quarantined
  }
}

extension IngestCounts {
  /// Adds up the counts of parts.
  static func += (total: inout Self, part: Self) {
    total.stored += part.stored
    total.duplicates += part.duplicates
    total.quarantined += part.quarantined
  }
}
