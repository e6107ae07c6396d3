import Model

/// One event document, read: the mail it speaks of and what it says of each recipient it names.
public struct ParsedEvents: Equatable, Sendable {
  /// What the document says of one recipient.
  public struct Fact: Equatable, Sendable {
    /// The bare address: `"Name <a@b>"` is reduced to `a@b`, the domain in lower case.
    public var address: String
    /// The same for copies of one event in any envelope, different for different events.
    public var identity: Int64
    public var classification: Classification?
    /// The server's own words on one line.
    public var reason: String?

    public init(address: String, identity: Int64, classification: Classification?, reason: String?) {
      self.address = address
      self.identity = identity
      self.classification = classification
      self.reason = reason
    }
  }

  public var type: EventType
  public var at: Timestamp
  /// SES's message id; `nil` when the document has none.
  public var providerID: String?
  /// Our tags, when the mail was ours.
  public var tags: MessageTags?
  public var subject: String?
  /// The fields of the type's own object, and unknown fields anywhere, as a compact JSON object; `nil` when empty.
  public var detail: String?
  public var facts: [Fact]

  public init(
    type: EventType, at: Timestamp, providerID: String?, tags: MessageTags?, subject: String?, detail: String?,
    facts: [Fact]
  ) {
    self.type = type
    self.at = at
    self.providerID = providerID
    self.tags = tags
    self.subject = subject
    self.detail = detail
    self.facts = facts
  }
}

/// What an input document turned out to be.
public enum ParseResult: Equatable, Sendable {
  case events(ParsedEvents)
  /// Not an event and not an error, such as the SNS validation text.
  case ignored(why: String)
  /// It cannot be understood: to be kept whole in quarantine with this error.
  case unreadable(error: String)
}
