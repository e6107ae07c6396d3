import GRDB
import Model

/// A page of a list that is short enough to be put in order as a whole: there is no index for the order.
struct OrderedPage {
  private(set) var ids: [Int64] = []
  private(set) var place = PagePlace(earlier: 0, later: 0)

  /// Puts the ids of a list in order and cuts a page out.
  ///
  /// - Parameters:
  ///   - ids: the list.
  ///   - anchor: where the page starts. Its row need not be in the list any more.
  ///   - order: puts ids in order.
  init<ID: RawRepresentable<Int64>>(
    of ids: [Int64], at anchor: PageAnchor<ID>, limit: Int, order: ([Int64]) throws -> [Int64]
  ) rethrows {
    let row = anchor.row?.rawValue
    let isGone = row.map { !ids.contains($0) } ?? false
    var all = try order(isGone ? ids + [row ?? 0] : ids)
    // Nothing is known of a row that is in no table.
    let at = row.flatMap { row in all.firstIndex(of: row) } ?? 0
    if isGone, all.indices.contains(at), all[at] == row { all.remove(at: at) }
    let start =
      switch anchor {
      case .first: 0
      case .last: all.count - limit
      case .from: at
      case .after: isGone ? at : at + 1
      case .before: at - limit
      case .around: min(at - limit / 2, all.count - limit)
      }
    let end =
      switch anchor {
      case .before: at
      case .first, .last, .from, .after, .around: max(0, start) + limit
      }
    let page = min(max(0, start), all.count)..<min(max(0, end), all.count)
    self.ids = Array(all[page])
    place = PagePlace(earlier: page.lowerBound, later: all.count - page.upperBound)
  }
}

extension PageAnchor {
  /// The row that the page is about; `nil` for an end of the list.
  fileprivate var row: ID? {
    switch self {
    case .first, .last: nil
    case .after(let id), .before(let id), .from(let id), .around(let id): id
    }
  }
}

extension RowOrder {
  /// The end of a statement that puts rows in order.
  ///
  /// - Parameter value: what is compared, in SQL.
  func sql(_ value: String, id: String) -> String {
    "ORDER BY \(value) IS NULL, \(value)\(isDescending ? " DESC" : ""), \(id)"
  }
}

extension [Int64] {
  /// Ids for SQLite's `json_each`, which keeps their order.
  var asOneArgument: String { "[\(map(String.init).joined(separator: ","))]" }
}
