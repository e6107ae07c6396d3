/// What is on record of one claim outside the store: some of its messages, with consecutive numbers.
struct ClaimRecord: Equatable, Sendable {
  /// Counts the store's claims, this one included.
  var claim: Int64
  /// The batch that was claimed from.
  var batch: Int64
  /// Its campaign.
  var campaign: Int64
  /// What tells its campaign from any other: see `CampaignPlan.digest`.
  var digest: Int64
  /// The first of its messages; 0 where only the batch is on record.
  var first: Int64
  /// The last of its messages.
  var last: Int64

  static let words = 6
  static let size = words * MemoryLayout<Int64>.size

  var words: [Int64] { [claim, batch, campaign, digest, first, last] }
}

extension ClaimRecord {
  init(_ words: ArraySlice<Int64>) {
    let at = words.startIndex
    self.init(
      claim: words[at], batch: words[at + 1], campaign: words[at + 2], digest: words[at + 3], first: words[at + 4],
      last: words[at + 5])
  }

  /// The records of a claim: one for each row of consecutive numbers among its messages.
  static func records(
    claim: Int64, batch: Int64, campaign: Int64, digest: Int64, messages: [Int64]
  ) -> [ClaimRecord] {
    var records: [ClaimRecord] = []
    for message in messages.sorted() {
      if let last = records.last?.last, last + 1 == message {
        records[records.count - 1].last = message
      } else {
        records.append(
          ClaimRecord(
            claim: claim, batch: batch, campaign: campaign, digest: digest, first: message, last: message))
      }
    }
    return records
  }
}

extension ClaimRecord {
  /// The messages of records, each once: one that was refused and tried again is in several.
  static func messages(of records: [ClaimRecord]) -> [ClosedRange<Int64>] {
    var found: [ClosedRange<Int64>] = []
    for record in records.sorted(by: { $0.first < $1.first }) where record.first > 0 && record.first <= record.last {
      if let last = found.last, record.first <= last.upperBound + 1 {
        found[found.count - 1] = last.lowerBound...max(last.upperBound, record.last)
      } else {
        found.append(record.first...record.last)
      }
    }
    // Not so many at once that others would wait for long.
    return found.flatMap { range in
      stride(from: range.lowerBound, through: range.upperBound, by: 50).map { $0...min($0 + 49, range.upperBound) }
    }
  }
}

/// The highest numbers that were in use: none of them may be given again.
struct HighWaterMark: Equatable, Sendable {
  var claim: Int64 = 0
  var batch: Int64 = 0
  var campaign: Int64 = 0
  var message: Int64 = 0

  static let words = 4

  mutating func raise(to other: HighWaterMark) {
    claim = max(claim, other.claim)
    batch = max(batch, other.batch)
    campaign = max(campaign, other.campaign)
    message = max(message, other.message)
  }

  mutating func raise(to record: ClaimRecord) {
    raise(
      to: HighWaterMark(claim: record.claim, batch: record.batch, campaign: record.campaign, message: record.last))
  }
}
