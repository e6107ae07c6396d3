package import Model
package import Ports

/// One event document, read: the mail it speaks of and what it says of each recipient it names.
package struct ParsedEvents: Equatable, Sendable {
  /// What the document says of one recipient.
  package struct Fact: Equatable, Sendable {
    /// The bare address: `"Name <a@b>"` is reduced to `a@b`, the domain in lower case. Empty when the event names no
    /// recipient and only our tags tell whose it is.
    package var address: String
    /// What happened to this one: the document's type, unless it is an automatic reply, or was done by one of several.
    package var type: EventType
    /// The same for copies of one event in any envelope, different for different events.
    package var identity: Int64
    /// What the failure is, when the event reports one.
    package var classification: Classification?
    /// The server's own words on one line.
    package var reason: String?
    /// Whether the recipient does not want any more from anybody who uses the list.
    package var isUnsubscription: Bool

    /// Makes a fact.
    package init(
      address: String, type: EventType, identity: Int64, classification: Classification?, reason: String?,
      isUnsubscription: Bool = false
    ) {
      self.isUnsubscription = isUnsubscription
      self.address = address
      self.type = type
      self.identity = identity
      self.classification = classification
      self.reason = reason
    }
  }

  /// What happened.
  package var type: EventType
  /// When: by the event's own word, or else its mail's or its envelope's.
  package var at: Timestamp
  /// When SES took the mail; `nil` when the document does not say.
  package var mailAt: Timestamp?
  /// SES's message id; `nil` when the document has none.
  package var providerID: String?
  /// Our tags, when the mail was ours.
  package var tags: MessageTags?
  /// The subject, when the event has the mail's headers.
  package var subject: String?
  /// What nothing else here tells, as a compact JSON object: the type's own fields, and unknown fields of the mail
  /// (under `mail`) and of the document (under `document`); `nil` when there is nothing.
  package var detail: String?
  /// One for each recipient the event names; at least one.
  package var facts: [Fact]

  /// Makes a read event.
  package init(
    type: EventType, at: Timestamp, mailAt: Timestamp?, providerID: String?, tags: MessageTags?, subject: String?,
    detail: String?, facts: [Fact]
  ) {
    self.type = type
    self.at = at
    self.mailAt = mailAt
    self.providerID = providerID
    self.tags = tags
    self.subject = subject
    self.detail = detail
    self.facts = facts
  }
}

/// What an input document turned out to be.
package enum ParseResult: Equatable, Sendable {
  /// An event.
  case events(ParsedEvents)
  /// What a broker of texts sent by itself, for the reading that its file describes.
  case reports(gateway: String, body: [UInt8])
  /// Not an event and not an error, such as the SNS validation text.
  case ignored(why: String)
  /// It cannot be understood: to be kept whole in quarantine with this error.
  case unreadable(error: String)
}
