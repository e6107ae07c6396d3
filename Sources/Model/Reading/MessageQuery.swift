/// Which messages a page shows. Pages follow message ids: no page costs more than its rows (keyset pagination).
package struct MessageQuery: Equatable, Sendable {
  /// Where a page starts.
  package typealias Anchor = PageAnchor<MessageID>

  /// By what messages can be ordered.
  package enum Column: CaseIterable, Equatable, Sendable {
    case campaign, address, subject, status, tries, updated, classification
  }

  /// Messages that are put in another order than that of their ids at most: there is no index for it, and they are put in
  /// order anew for every page.
  package static let mostOrdered = 20_000

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
  /// Whether each subject is as its recipient reads it, and not as the campaign has it, which costs less. An
  /// order by the subject goes by the campaign's, and shows it.
  package var rendersSubjects: Bool
  /// By what the rows are ordered; `nil` for their ids.
  package var order: RowOrder<Column>?
  /// Says where the page starts.
  package var anchor: Anchor
  /// Bounds the number of rows.
  package var limit: Int

  /// Makes a value from its parts.
  package init(
    campaign: CampaignID? = nil, batch: BatchID? = nil, status: MessageStatus? = nil, kind: FailureKind? = nil,
    classification: Classification? = nil, addressPrefix: String? = nil, slice: FailureSlice? = nil,
    isAssumed: Bool = false, rendersSubjects: Bool = true, order: RowOrder<Column>? = nil, anchor: Anchor = .first,
    limit: Int = 50
  ) {
    self.rendersSubjects = rendersSubjects
    self.slice = slice
    self.isAssumed = isAssumed
    self.campaign = campaign
    self.batch = batch
    self.status = status
    self.kind = kind
    self.classification = classification
    self.addressPrefix = addressPrefix
    self.order = order
    self.anchor = anchor
    self.limit = limit
  }
}

/// One page of messages, in the order that was asked for.
package struct MessagePage: Equatable, Sendable {
  /// Holds what was asked.
  package var query: MessageQuery
  /// Holds the messages, in order. None where another order than that of the ids was asked for, and they are too many for it.
  package var rows: [MessageSummary]
  /// True when rows exist before the first and after the last one.
  package var hasEarlier, hasLater: Bool
  /// Says where the page lies; `nil` in the order of the ids, and for a list that is too long to be put in another.
  package var place: PagePlace?

  /// Whether there are too many messages for the order that was asked for.
  package var isTooLong: Bool { query.order != nil && place == nil }

  /// Makes a value from its parts.
  package init(query: MessageQuery, rows: [MessageSummary], hasEarlier: Bool, hasLater: Bool, place: PagePlace? = nil) {
    self.query = query
    self.rows = rows
    self.hasEarlier = hasEarlier
    self.hasLater = hasLater
    self.place = place
  }
}
