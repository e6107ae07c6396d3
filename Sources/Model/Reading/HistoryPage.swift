/// The latest of what was done, for a list.
package struct HistoryPage: Equatable, Sendable {
  /// At most as many as were asked for, the latest first.
  package var entries: [HistoryEntry]
  /// All that fit.
  package var total: Int

  /// Makes a page.
  package init(entries: [HistoryEntry], total: Int) {
    self.entries = entries
    self.total = total
  }
}
