/// One claim on record: its number, and the highest numbers of ours that were in use by then.
struct ClaimMark: Equatable, Sendable {
  /// Counts the store's claims, this one included.
  var claims: Int64
  /// The batch that was claimed from.
  var batch: Int64
  /// Its campaign.
  var campaign: Int64
  /// The highest message in it.
  var message: Int64

  static let words = 4
  static let size = words * MemoryLayout<Int64>.size

  init(claims: Int64, batch: Int64, campaign: Int64, message: Int64) {
    self.claims = claims
    self.batch = batch
    self.campaign = campaign
    self.message = message
  }

  init(_ words: ArraySlice<Int64>) {
    let first = words.startIndex
    self.init(claims: words[first], batch: words[first + 1], campaign: words[first + 2], message: words[first + 3])
  }

  var words: [Int64] { [claims, batch, campaign, message] }
}
