import Model

/// The newest quarantined documents and those the operator has marked.
struct QuarantineState: Equatable, Sendable {
  private(set) var page: QuarantinePage?
  private(set) var marked: Set<Int64> = []
  /// Whether every document is marked, also those beyond the page.
  private(set) var isAllMarked = false
  var cursor = Cursor<Int64>()
  var loader = Loader()

  /// Documents that are held at most; the page says how many there are in all.
  static let limit = 500

  var entries: [QuarantineSummary] { page?.entries ?? [] }
  var ids: [Int64] { entries.map(\.id) }
  var current: QuarantineSummary? { cursor.index(in: ids).map { entries[$0] } }

  mutating func receive(_ new: QuarantinePage) {
    page = new
    // What somebody else took out must not stay marked, and be counted, unseen.
    marked.formIntersection(new.entries.map(\.id))
    if isAllMarked { marked = Set(ids) }
  }

  /// The marked documents, or the one under the cursor when none is marked, and how many they are; `nil` without any.
  var chosen: (choice: QuarantineChoice, count: Int)? {
    if isAllMarked, let page, let newest = page.entries.first { return (.all(newest: newest.id), page.total) }
    let chosen = marked.isEmpty ? current.map { [$0.id] } ?? [] : marked.sorted()
    return chosen.isEmpty ? nil : (.these(chosen), chosen.count)
  }

  mutating func toggleMark() {
    guard let current else { return }
    isAllMarked = false
    if marked.remove(current.id) == nil { marked.insert(current.id) }
    cursor.move(1, in: ids)
  }

  mutating func toggleAllMarks() {
    isAllMarked = !isAllMarked && !entries.isEmpty
    marked = isAllMarked ? Set(ids) : []
  }

  mutating func clearMarks() {
    marked = []
    isAllMarked = false
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
