/// What is on record of one claim outside the store: some of its messages, with consecutive numbers.
///
/// A record is checked when it is read: what a torn write, a bad disk or another program left is none. How many records a
/// claim has stands in each of them, so that one that is missing is missed.
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
  /// The last of its messages; one less than the first where there are none.
  var last: Int64
  /// The attempt that its messages were claimed for; 0 where that is not known.
  var attempt: UInt16 = 0
  /// Its place among the claim's records, from 1.
  var part: UInt16 = 1
  /// The claim's records; 0 says that up to this claim nothing is known of who was claimed.
  var parts: UInt16 = 1
  /// Random, and the same in all records of a claim: tells it from another with its number, that a copy of the store made.
  var nonce: UInt32 = 0

  /// Whether nothing is known of the claims up to this one.
  var isFloor: Bool { parts == 0 }

  static let words = 8
  /// No number of a batch reaches so far.
  private static let attemptShift: Int64 = 48
  static let size = words * MemoryLayout<Int64>.size

  /// What is written of it.
  func words(of store: Int64) -> [Int64] {
    let rest = Int64(bitPattern: UInt64(part) << 48 | UInt64(parts) << 32 | UInt64(nonce))
    let words = [claim, batch | Int64(attempt) << Self.attemptShift, campaign, digest, first, last, rest]
    return words + [Checksum.of(words, store)]
  }

  /// Whether its numbers can be those of a store.
  var isSane: Bool {
    let highest: Int64 = 1 << 48
    return (1..<highest).contains(claim) && (0..<highest).contains(batch) && (0..<highest).contains(campaign)
      && (0..<highest).contains(first) && (0..<highest).contains(last)
      && (first == 0 || (-1..<1 << 20).contains(last - first))
  }
}

extension ClaimRecord {
  /// Reads one; `nil` when it is none, or another store's.
  init?(_ words: ArraySlice<Int64>, of store: Int64) {
    let at = words.startIndex
    guard words.count == Self.words, words[at + 7] == Checksum.of(words.dropLast(), store) else { return nil }
    let rest = UInt64(bitPattern: words[at + 6])
    self.init(
      claim: words[at], batch: words[at + 1] & (1 << Self.attemptShift - 1), campaign: words[at + 2],
      digest: words[at + 3], first: words[at + 4], last: words[at + 5],
      attempt: UInt16(truncatingIfNeeded: words[at + 1] >> Self.attemptShift),
      part: UInt16(truncatingIfNeeded: rest >> 48), parts: UInt16(truncatingIfNeeded: rest >> 32),
      nonce: UInt32(truncatingIfNeeded: rest))
    guard isSane else { return nil }
  }

  /// Notes a height: no number up to it may be given again.
  ///
  /// - Parameter isFloor: nothing is known of the claims up to it; otherwise its own claim was of nobody.
  init(_ mark: HighWaterMark, isFloor: Bool, nonce: UInt32) {
    self.init(
      claim: mark.claim, batch: mark.batch, campaign: mark.campaign, digest: 0, first: mark.message + 1,
      last: mark.message, parts: isFloor ? 0 : 1, nonce: nonce)
  }

  /// The records of a claim: one for each row of consecutive numbers and the same attempt among its messages.
  static func records(
    claim: Int64, batch: Int64, campaign: Int64, digest: Int64, messages: [(id: Int64, attempt: Int)]
  ) -> [ClaimRecord] {
    var records: [ClaimRecord] = []
    for message in messages.sorted(by: { $0.id < $1.id }) {
      let attempt = UInt16(clamping: message.attempt)
      if let last = records.last, last.last + 1 == message.id, last.attempt == attempt {
        records[records.count - 1].last = message.id
      } else {
        records.append(
          ClaimRecord(
            claim: claim, batch: batch, campaign: campaign, digest: digest, first: message.id, last: message.id,
            attempt: attempt))
      }
    }
    return numbered(records, nonce: .random(in: 1...UInt32.max))
  }

  /// Tells the records of one claim how many they are.
  static func numbered(_ records: [ClaimRecord], nonce: UInt32) -> [ClaimRecord] {
    records.enumerated().map { index, record in
      var record = record
      record.part = UInt16(index + 1)
      record.parts = UInt16(records.count)
      record.nonce = nonce
      return record
    }
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

  /// Whether records say of every claim between two numbers who was claimed: each claim with all of its records.
  ///
  /// - Parameters:
  ///   - start: the last claim that they need not say it of.
  ///   - end: the last that they must.
  static func areComplete(_ records: [ClaimRecord], after start: Int64, through end: Int64) -> Bool {
    var parts: [Int64: Set<UInt16>] = [:]
    for record in records where record.claim > start {
      if record.isFloor { return false }
      parts[record.claim, default: []].insert(record.part)
    }
    let counts = Dictionary(records.map { ($0.claim, Int($0.parts)) }) { max($0, $1) }
    guard end > start else { return true }
    return Int64(parts.count) >= end - start
      && (start + 1...end).allSatisfy { claim in parts[claim].map { $0.count == counts[claim] } ?? false }
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
