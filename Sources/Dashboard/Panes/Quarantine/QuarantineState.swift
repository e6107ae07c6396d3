import Model

/// The newest quarantined documents and those the operator has marked.
struct QuarantineState: Equatable, Sendable {
  private(set) var page: QuarantinePage?
  var marks = Marks<Int64>()
  var cursor = Cursor<Int64>()
  var loader = Loader()
  var sorting = Sorting()

  /// Documents that are held at most; the page says how many there are in all.
  static let limit = 500

  /// The documents of the page in the order in which they are shown.
  var entries: [QuarantineSummary] { sorting.sorted(page?.entries ?? []) { QuarantinePane.value($0, in: $1) } }
  var ids: [Int64] { entries.map(\.id) }
  var current: QuarantineSummary? {
    let entries = entries
    return cursor.index(in: entries.map(\.id)).map { entries[$0] }
  }

  mutating func receive(_ new: QuarantinePage) {
    page = new
    marks.follow(ids)
  }

  /// The marked documents, or the one under the cursor when none is marked, and how many they are; `nil` without any.
  var chosen: (choice: QuarantineChoice, count: Int)? {
    if marks.isAll, let page, let newest = page.entries.first { return (.all(newest: newest.id), page.total) }
    let chosen = marks.isEmpty ? current.map { [$0.id] } ?? [] : marks.ids.sorted()
    return chosen.isEmpty ? nil : (.these(chosen), chosen.count)
  }

  mutating func toggleMark() {
    guard let current else { return }
    marks.toggle(current.id)
    cursor.move(1, in: ids)
  }
}

/// The document that was opened.
struct DocumentState: Equatable, Sendable {
  var opened: Int64?
  private(set) var entry: QuarantineEntry?
  /// Lines scrolled down.
  var offset = 0
  var loader = Loader()

  /// Bytes that are shown at most: the rest is in what `sendboard quarantine export` writes.
  static let limit = 100_000

  mutating func open(_ id: Int64) {
    if entry?.id != id { entry = nil }
    opened = id
    offset = 0
  }

  mutating func receive(_ entry: QuarantineEntry?, of id: Int64) {
    if id == opened { self.entry = entry }
  }
}
