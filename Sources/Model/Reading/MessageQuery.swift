/// Which messages a page shows. Pages follow message ids: no page costs more than its rows (keyset pagination).
package struct MessageQuery: Equatable, Sendable {
  /// Where a page starts.
  package enum Anchor: Equatable, Sendable {
    case first, last
    /// Rows that come after this message.
    case after(MessageID)
    /// Rows that come before this message.
    case before(MessageID)
    /// Rows from this message on, itself included.
    case from(MessageID)
  }

  /// Keeps only this campaign's messages.
  package var campaign: CampaignID?
  /// Keeps only the messages that travel in this batch.
  package var batch: BatchID?
  /// Keeps only messages of this status.
  package var status: MessageStatus?
  /// Keeps only failures of this kind.
  package var kind: FailureKind?
  /// Keeps only failures of exactly this classification.
  package var classification: Classification?
  /// The start of an address, letters compared without case (ASCII).
  package var addressPrefix: String?
  /// Keeps only failures of this part of them.
  package var slice: FailureSlice?
  /// Keeps only messages that count as accepted on the operator's word alone.
  package var isAssumed: Bool
  /// Says where the page starts.
  package var anchor: Anchor
  /// Bounds the number of rows.
  package var limit: Int

  /// Makes a value from its parts.
  package init(
    campaign: CampaignID? = nil, batch: BatchID? = nil, status: MessageStatus? = nil, kind: FailureKind? = nil,
    classification: Classification? = nil, addressPrefix: String? = nil, slice: FailureSlice? = nil,
    isAssumed: Bool = false, anchor: Anchor = .first, limit: Int = 50
  ) {
    self.slice = slice
    self.isAssumed = isAssumed
    self.campaign = campaign
    self.batch = batch
    self.status = status
    self.kind = kind
    self.classification = classification
    self.addressPrefix = addressPrefix
    self.anchor = anchor
    self.limit = limit
  }
}

/// One page of messages, in id order.
package struct MessagePage: Equatable, Sendable {
  /// Holds what was asked.
  package var query: MessageQuery
  /// Holds the messages, in id order.
  package var rows: [MessageSummary]
  /// True when rows exist before the first and after the last one.
  package var hasEarlier, hasLater: Bool

  /// Makes a value from its parts.
  package init(query: MessageQuery, rows: [MessageSummary], hasEarlier: Bool, hasLater: Bool) {
    self.query = query
    self.rows = rows
    self.hasEarlier = hasEarlier
    self.hasLater = hasLater
  }
}
