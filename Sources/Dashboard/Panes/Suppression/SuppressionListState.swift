package import Model

/// A page of the addresses that nothing is sent to.
package struct SuppressionListing: Equatable, Sendable {
  /// The latest first.
  package var entries: [Suppression]
  /// How many there are in all that have the text in them.
  package var total: Int

  /// Makes a page.
  package init(entries: [Suppression], total: Int) { (self.entries, self.total) = (entries, total) }
}

/// The addresses that nothing is sent to, and those the operator has marked.
struct SuppressionListState: Equatable, Sendable {
  /// A part of the address; empty for all.
  private(set) var filter = ""
  private(set) var page: SuppressionListing?
  /// The marked, those of the page alone: whom one has not seen one takes off no list.
  var marks: Set<String> = []
  var cursor = Cursor<String>()
  var sorting = Sorting()
  var loader = Loader()

  /// Addresses that are held at most.
  static let limit = 500

  var entries: [Suppression] { sorting.sorted(page?.entries ?? []) { SuppressionPane.value($0, in: $1) } }
  var ids: [String] { entries.map(\.id) }
  var current: Suppression? {
    let entries = entries
    return cursor.index(in: entries.map(\.id)).map { entries[$0] }
  }

  /// The marked, or the one under the cursor.
  var chosen: [Suppression] {
    marks.isEmpty ? current.map { [$0] } ?? [] : entries.filter { marks.contains($0.id) }
  }

  /// Turns to another filter. What was shown goes at once: a key must not act on a row of another list.
  mutating func show(containing text: String) {
    guard text != filter else { return }
    filter = text
    page = nil
    marks = []
  }

  mutating func receive(_ new: SuppressionListing, containing text: String) {
    guard text == filter else { return }
    page = new
    marks.formIntersection(ids)
  }

  mutating func toggleMark() {
    guard let current else { return }
    if marks.remove(current.id) == nil { marks.insert(current.id) }
    cursor.move(1, in: ids)
  }

  mutating func toggleMarks() { marks = marks.count == ids.count ? [] : Set(ids) }
}
