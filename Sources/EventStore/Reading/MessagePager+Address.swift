import GRDB
import Model

/// Finds a page by the start of an address, when that is rare enough to look at all that matches.
extension MessagePager {
  /// Above this many matches a prefix is taken for common, and ids are walked instead: a page is then found within a
  /// few thousand rows, while this many entries of an index are read in ten milliseconds.
  private static let rarePrefix = 100_000

  func isRare(_ prefix: String) throws -> Bool {
    let count = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM message INDEXED BY message_address
          WHERE address >= ?1 COLLATE NOCASE AND address < ?2 COLLATE NOCASE LIMIT ?3)
        """, arguments: [prefix, Self.end(of: prefix), Self.rarePrefix + 1])
    return count ?? 0 <= Self.rarePrefix
  }

  /// Sorts what the index of addresses has for the prefix by id, then looks at rows until the page is full.
  ///
  /// The index holds the ids, so that the inner query reads no row. `CROSS JOIN` keeps it the outer loop, and so
  /// the order: <https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join>.
  func search(_ prefix: String, _ start: Int64, _ forward: Bool, _ limit: Int) throws -> [Int64] {
    let bounds = try bounds(start, forward)
    let hasFilters =
      query.campaign != nil || query.status != nil || query.kind != nil || query.classification != nil
    let found = """
      SELECT id FROM message INDEXED BY message_address
      WHERE address >= ?1 COLLATE NOCASE AND address < ?2 COLLATE NOCASE AND id BETWEEN ?3 AND ?4
      ORDER BY id \(forward ? "ASC" : "DESC") LIMIT \(hasFilters ? "-1" : "?5")
      """
    let filtered = """
      SELECT found.id FROM (\(found)) AS found CROSS JOIN message m ON m.id = found.id
      LEFT JOIN classification c ON c.id = m.classification
      WHERE (?6 IS NULL OR m.campaign = ?6) AND (?7 IS NULL OR m.status = ?7) AND (?8 IS NULL OR c.kind = ?8)
        AND (?9 IS NULL OR (c.kind, c.cause, c.subtype, c.smtpStatus) = (?9, ?10, ?11, ?12))
      LIMIT ?5
      """
    let arguments: StatementArguments = [prefix, Self.end(of: prefix), bounds.lowest, bounds.highest, limit]
    let filters: StatementArguments =
      [query.campaign?.rawValue, query.status?.rawValue, query.kind?.rawValue] + classificationArguments
    return try Int64.fetchAll(
      db.cachedStatement(sql: hasFilters ? filtered : found), arguments: hasFilters ? arguments + filters : arguments)
  }

  /// The first text that no longer begins with the prefix.
  static func end(of prefix: String) -> String { prefix + "\u{10FFFF}" }
}
