import GRDB
import Model

/// Messages that count as accepted on the operator's word alone.
enum Assumption {
  /// The condition on `message m`. The word that was taken back last would have left the status uncertain.
  static let holds = """
    m.status = \(MessageStatus.accepted.rawValue)
      AND EXISTS (SELECT 1 FROM event w WHERE w.message = m.id AND w.attempt = m.attempt AND w.type = 'assumedSent')
      AND NOT EXISTS (SELECT 1 FROM event p WHERE p.message = m.id AND p.attempt = m.attempt
        AND p.type IN ('accepted', 'Send'))
    """

  /// Counts them, by campaign: they are few, and found by an index of their own.
  static func counts(_ db: Database) throws -> [Int64: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.campaign, count(DISTINCT m.id) AS n FROM event e INDEXED BY event_assumed
        JOIN message m ON m.id = e.message WHERE e.type = 'assumedSent' AND m.campaign IS NOT NULL AND \(holds)
        GROUP BY m.campaign
        """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["campaign"], $0["n"]) })
  }
}
