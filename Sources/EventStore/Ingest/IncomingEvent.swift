import Model

/// What a provider's event document says of one recipient, before its message is found.
public struct IncomingEvent: Equatable, Sendable {
  /// The message, when the event carries this store's tags.
  public var tag: (message: MessageID, attempt: Int)?
  /// The provider's name for the mail.
  public var providerID: String?
  public var address: String
  public var subject: String?
  public var at: Timestamp
  public var type: EventType
  public var identity: Int64
  public var classification: Classification?
  public var reason: String?
  public var detail: String?

  public init(
    tag: (message: MessageID, attempt: Int)?, providerID: String?, address: String, subject: String?, at: Timestamp,
    type: EventType, identity: Int64, classification: Classification?, reason: String?, detail: String?
  ) {
    self.tag = tag
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

  public static func == (left: IncomingEvent, right: IncomingEvent) -> Bool {
    left.tag?.message == right.tag?.message && left.tag?.attempt == right.tag?.attempt
      && left.providerID == right.providerID && left.address == right.address && left.subject == right.subject
      && left.at == right.at && left.type == right.type && left.identity == right.identity
      && left.classification == right.classification && left.reason == right.reason && left.detail == right.detail
  }
}

/// Input that could not be understood, to be kept whole.
public struct UnreadableInput: Equatable, Sendable {
  public var body: [UInt8]
  public var error: String

  public init(body: [UInt8], error: String) {
    self.body = body
    self.error = error
  }
}

/// What became of one delivery of input to the journal.
public struct IngestCounts: Equatable, Sendable {
  public var stored, duplicates, quarantined: Int

  public init(stored: Int = 0, duplicates: Int = 0, quarantined: Int = 0) {
    self.stored = stored
    self.duplicates = duplicates
    self.quarantined = quarantined
  }
}
