import Foundation

/// A record of claims of an earlier form.
struct FormerClaims {
  /// What it says, claim by claim.
  var records: [ClaimRecord] = []
  /// Whether a part of it could not be read: what follows there is out of step.
  var isDamaged = false
  /// Whether it names its store.
  private(set) var saysWhose = false

  private static let secondMagic: Int64 = 0x5342_636c_6169_6d32  // "SBclaim2"
  private static let secondHeader = 4
  /// In the second form: claim, batch, campaign, digest, first, last.
  private static let secondWords = 6
  /// In the first form: claim, batch, campaign, the highest message.
  private static let firstWords = 4

  /// Reads it; `nil` when there is none, or it is of this form or another store's.
  init?(_ path: String, store: Int64) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let bytes = data.count
    let numbers = data.withUnsafeBytes { raw in
      (0..<bytes / 8).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
    }
    guard let first = numbers.first else { return nil }
    if first == Self.secondMagic {
      guard numbers.count >= Self.secondHeader, Array(numbers[1..<Self.secondHeader]) == [store, 0, 0] else {
        return nil
      }
      saysWhose = true
      readSecond(numbers.dropFirst(Self.secondHeader))
      isDamaged = isDamaged || (bytes - Self.secondHeader * 8) % (Self.secondWords * 8) != 0
    } else {
      guard bytes % (Self.firstWords * 8) == 0, first < 1 << 40 else { return nil }
      readFirst(numbers)
    }
  }

  /// Before a record said whose it is and which messages.
  private mutating func readFirst(_ numbers: [Int64]) {
    for at in stride(from: 0, to: numbers.count, by: Self.firstWords) {
      let record = ClaimRecord(
        claim: numbers[at], batch: numbers[at + 1], campaign: numbers[at + 2], digest: 0, first: 0,
        last: numbers[at + 3])
      guard record.isSane else { return isDamaged = true }
      records.append(record)
    }
  }

  /// Before records were checked and said how many their claim has.
  private mutating func readSecond(_ numbers: ArraySlice<Int64>) {
    var claims: [Int64: [ClaimRecord]] = [:]
    var order: [Int64] = []
    for at in stride(from: numbers.startIndex, to: numbers.endIndex - Self.secondWords + 1, by: Self.secondWords) {
      let record = ClaimRecord(
        claim: numbers[at], batch: numbers[at + 1], campaign: numbers[at + 2], digest: numbers[at + 3],
        first: numbers[at + 4], last: numbers[at + 5])
      guard record.isSane else {
        isDamaged = true
        break
      }
      // A height; whether the claims below it are known, it did not say.
      if record.first > record.last {
        var floor = record
        floor.parts = 0
        records.append(floor)
        continue
      }
      if claims[record.claim] == nil { order.append(record.claim) }
      claims[record.claim, default: []].append(record)
    }
    for claim in order { records += ClaimRecord.numbered(claims[claim] ?? [], nonce: 0) }
    records.sort { $0.claim < $1.claim }
  }
}
