import Foundation
import GRDB
package import Model

/// Failures by other things than what they are: by domain, by hour, by day.
extension EventStore {
  /// Counts failures by part: the largest domains, or the latest hours or days.
  ///
  /// Only what failed is read, by the index of failures: of a million messages of which 50,000 failed, a fifth of a second. Other counters than the ones there are would cost every event a write.
  ///
  /// - Parameters:
  ///   - campaign: only this one's; `nil` for all campaigns and foreign mail.
  ///   - limit: parts at most.
  /// - Throws: ``StoreError``.
  package func failures(_ campaign: CampaignID?, by grouping: FailureGrouping, limit: Int) async throws
    -> [FailureGroup]
  {
    let kinds = FailureKind.allCases
    let columns = kinds.map { "sum(c.kind = '\($0.rawValue)') AS \($0.rawValue)" }.joined(separator: ", ")
    return try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.key(grouping)) AS part, count(*) AS n, \(columns)
          FROM message INDEXED BY message_failure JOIN classification c ON c.id = message.classification
          WHERE classification IS NOT NULL\(campaign == nil ? "" : " AND campaign = ?1")
          GROUP BY \(Self.key(grouping))\(grouping == .domain ? " COLLATE NOCASE" : "")
          ORDER BY \(grouping == .domain ? "n DESC, part" : "part DESC") LIMIT ?2
          """, arguments: campaign == nil ? [nil, limit] : [campaign?.rawValue, limit]
      ).map { row in
        FailureGroup(
          slice: Self.slice(row, grouping), count: row["n"],
          kinds: kinds.reduce(into: [:]) { counts, kind in
            let n: Int = row[kind.rawValue]
            if n > 0 { counts[kind] = n }
          })
      }
    }
  }

  private static func key(_ grouping: FailureGrouping) -> String {
    switch grouping {
    case .domain: "CASE WHEN \(Schema.hasDomain) THEN \(Schema.domain) ELSE '' END"
    case .hour(let offset), .day(let offset): "(updatedAt + \(offset.milliseconds)) / \(length(grouping))"
    }
  }

  /// Milliseconds of a part.
  private static func length(_ grouping: FailureGrouping) -> Int64 {
    switch grouping {
    case .domain: 0
    case .hour: 3_600_000
    case .day: 86_400_000
    }
  }

  private static func slice(_ row: Row, _ grouping: FailureGrouping) -> FailureSlice {
    switch grouping {
    case .domain: return FailureSlice(domain: (row["part"] as String).lowercased())
    case .hour(let offset), .day(let offset):
      let start = Timestamp(milliseconds: (row["part"] as Int64) * length(grouping) - offset.milliseconds)
      return FailureSlice(span: start..<(start + .milliseconds(length(grouping))))
    }
  }
}
