/// Where a single batch stands, as a list shows it: its ``BatchState``, and whether a worker has it.
package enum BatchStanding: String, CaseIterable, Sendable {
  /// On disk, to be put on the queue.
  case pending
  /// On the queue, and with no worker.
  case queued
  /// With a worker: some of its messages are claimed and without an outcome.
  case sending
  /// Nothing in it is left to be sent.
  case done
  /// Received too often; it lies in the dead-letter queue.
  case dead
}

/// One batch of a campaign, as a list shows it.
package struct BatchSummary: Equatable, Identifiable, Sendable {
  /// Names it within its store.
  package var id: BatchID
  /// Whose it is.
  package var campaign: CampaignID
  /// Says where it stands.
  package var standing: BatchStanding
  /// Counts the recipients it was made for.
  package var recipients: Int
  /// How often a queue gave it to a worker. The queue counts that, and workers write it down with a failure and with the
  /// end; `nil` where nobody has yet.
  package var receives: Int?
  /// Since when it stands where it does; for one that a worker has, when the oldest of its open claims was made.
  package var since: Timestamp
  /// Why it last failed, as it is stored; `nil` when it never did.
  package var error: String?

  /// Makes a value from its parts.
  package init(
    id: BatchID, campaign: CampaignID, standing: BatchStanding, recipients: Int, receives: Int? = nil,
    since: Timestamp, error: String? = nil
  ) {
    self.id = id
    self.campaign = campaign
    self.standing = standing
    self.recipients = recipients
    self.receives = receives
    self.since = since
    self.error = error
  }
}

/// Which batches a page shows. Pages follow the batches' numbers, unless another order is asked for.
package struct BatchQuery: Equatable, Sendable {
  /// By what batches can be ordered.
  package enum Column: CaseIterable, Equatable, Sendable {
    case standing, recipients, receives, since, error
  }

  /// Where a page starts.
  package typealias Anchor = PageAnchor<BatchID>

  /// Whose batches.
  package var campaign: CampaignID
  /// Keeps only batches that stand so; empty for all.
  package var standings: [BatchStanding]
  /// By what the rows are ordered; `nil` for their numbers.
  package var order: RowOrder<Column>?
  /// Says where the page starts.
  package var anchor: Anchor
  /// Bounds the number of rows.
  package var limit: Int

  /// Makes a value from its parts.
  package init(
    campaign: CampaignID, standings: [BatchStanding] = [], order: RowOrder<Column>? = nil, anchor: Anchor = .first,
    limit: Int = 50
  ) {
    self.campaign = campaign
    self.standings = standings
    self.order = order
    self.anchor = anchor
    self.limit = limit
  }
}

/// One page of batches, in the order that was asked for.
package struct BatchPage: Equatable, Sendable {
  /// Holds what was asked.
  package var query: BatchQuery
  /// Holds the batches.
  package var rows: [BatchSummary]
  /// Counts the batches that come before the page, and all that the query is about.
  package var earlier, total: Int

  /// Counts the batches that come after the page.
  package var later: Int { max(0, total - earlier - rows.count) }

  /// Makes a value from its parts.
  package init(query: BatchQuery, rows: [BatchSummary], earlier: Int, total: Int) {
    self.query = query
    self.rows = rows
    self.earlier = earlier
    self.total = total
  }
}
