import GRDB

/// Keeps what a large document says of all its recipients once, instead of with each of their events.
///
/// In `event.detail` stands a reference then: no JSON object begins with its mark.
struct SharedDetails {
  private let db: Database
  private var last: (detail: String, reference: String)?
  /// Shorter ones take no more room with each event than a reference does with its page.
  private static let threshold = 1024
  private static let mark: Character = "="

  init(_ db: Database) { self.db = db }

  /// Returns what is to stand with an event for a detail.
  mutating func keep(_ detail: String) throws -> String {
    guard detail.utf8.count > Self.threshold else { return detail }
    if let last, last.detail == detail { return last.reference }
    let key = StableHash.hash(detail)
    let found = try String.fetchOne(db.cachedStatement(sql: "SELECT body FROM detail WHERE key = ?"), arguments: [key])
    // Two texts of one hash are no accident: the second one stays where it is.
    if let found, found != detail { return detail }
    if found == nil {
      try db.cachedStatement(sql: "INSERT INTO detail (key, body) VALUES (?, ?)").execute(arguments: [key, detail])
    }
    last = (detail, "\(Self.mark)\(key)")
    return "\(Self.mark)\(key)"
  }

  /// Returns the detail that stands with an event.
  static func read(_ db: Database, _ stored: String?) throws -> String? {
    guard let stored, stored.first == mark, let key = Int64(stored.dropFirst()) else { return stored }
    return try String.fetchOne(db.cachedStatement(sql: "SELECT body FROM detail WHERE key = ?"), arguments: [key])
  }
}
