import HTTP
import JSON
import Model

/// One page of what a broker tells.
package struct ReportPage: Equatable, Sendable {
  /// What is about texts.
  package var reports: [Report] = []
  /// Items that could not be read: no time, no code, nobody's.
  package var unread = 0
  /// How many items there were.
  var items = 0
  /// How the next page is asked for; `nil` when there is none.
  var next: Next?

  /// How the next page is asked for.
  enum Next: Equatable, Sendable {
    case key(String)
    case address(String)
    case number(Int)
  }

  /// Why nothing could be read.
  package enum Problem: Error, Equatable, Sendable {
    case notJSON
    case noList
  }

  /// A page of an answer, by which the next one is found.
  struct Turn {
    var pages: ReportRule.Poll.Pages
    /// The page's number.
    var number: Int
    /// The items of the pages before.
    var seen: Int
  }

  /// Reads what is in a list.
  ///
  /// - Parameter turn: `nil` for what comes by itself, and has no pages.
  /// - Throws: ``Problem``.
  init(
    _ body: [UInt8], _ rule: ReportRule, list: [Pointer], condition: Condition? = nil, turn: Turn? = nil,
    values: PlaceValues, mask: SecretMask
  ) throws(Problem) {
    let read = JSONDocument.read(body) { view -> ReportPage? in
      guard let found = list.lazy.compactMap({ $0.items(in: view, from: 0) }).first else { return nil }
      var page = ReportPage()
      page.items = found.count
      page.next = turn?.next(in: view, items: found.count)
      for item in found {
        if let condition, !condition.holds(in: view, from: item) { continue }
        if let condition = rule.item.condition, !condition.holds(in: view, from: item) { continue }
        if let report = Report(view, item, rule, values, mask) { page.reports.append(report) } else { page.unread += 1 }
      }
      return page
    }
    guard let read else { throw .notJSON }
    guard let page = read else { throw .noList }
    self = page
  }

  private init() {}
}

extension ReportPage.Turn {
  fileprivate func next(in view: JSONView, items: Int) -> ReportPage.Next? {
    switch pages {
    case .one: nil
    case .key(let source): source.text(in: view, from: 0).map(ReportPage.Next.key)
    case .address(let source): source.text(in: view, from: 0).map(ReportPage.Next.address)
    case .numbered(_, let more): more.holds(in: view, from: 0) && items > 0 ? .number(number + 1) : nil
    case .counted(_, let total):
      (total.text(in: view, from: 0).flatMap { Int($0) } ?? 0) > seen + items && items > 0 ? .number(number + 1) : nil
    }
  }
}

extension Report {
  /// From 2000 to 2100: whatever is outside was read wrongly.
  private static let plausible: ClosedRange<Int64> = 946_684_800_000...4_102_444_800_000

  fileprivate init?(_ view: JSONView, _ item: Int, _ rule: ReportRule, _ values: PlaceValues, _ mask: SecretMask) {
    let rule = (item: rule.item, meanings: rule.meanings)
    guard let code = rule.item.code.text(in: view, from: item),
      let at = rule.item.at.text(in: view, from: item).flatMap({ rule.item.clock.time($0) }),
      Self.plausible.contains(at.milliseconds)
    else { return nil }
    let reference = rule.item.ref?.text(in: view, from: item).flatMap { MessageReference($0) }
    let id = rule.item.id?.text(in: view, from: item, values).flatMap { $0.isEmpty || $0.utf8.count > 256 ? nil : $0 }
    guard reference != nil || id != nil else { return nil }
    let reason = rule.item.reason?.text(in: view, from: item) ?? ""
    self.init(
      reference: reference, id: id.map { mask.short($0) },
      meaning: rule.meanings.meaning(of: code) ?? .failed(.unknown),
      at: at,
      code: mask.short(code),
      reason: mask.short(reason))
  }
}
