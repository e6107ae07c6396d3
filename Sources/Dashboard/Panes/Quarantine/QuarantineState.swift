import Model
import Words

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

extension ExportOffer {
  /// Quarantined documents: one as it came, several as lines of JSON.
  init(_ choice: QuarantineChoice, _ count: Int) {
    let one: Int64? = if case .these(let ids) = choice, ids.count == 1 { ids[0] } else { nil }
    self.init(
      what: .documents(choice), named: .documents(count), total: count,
      name: one.map { "quarantine-\($0)" } ?? "quarantine", ending: one == nil ? "ndjson" : "json")
  }
}

/// The document that was opened: one of the quarantine, or a dead letter.
struct DocumentState: Equatable, Sendable {
  enum Name: Equatable, Sendable {
    case quarantined(Int64)
    case letter(String)
  }

  enum Content: Equatable, Sendable {
    case quarantined(QuarantineEntry)
    case letter(LetterDetails)
  }

  private(set) var opened: Name?
  private(set) var content: Content?
  /// Lines scrolled down.
  var offset = 0
  var loader = Loader()
  /// What the operator made of documents and has not stored.
  private var drafts: [Int64: String] = [:]

  func draft(of id: Int64) -> String? { drafts[id] }

  /// Keeps what was made of a document; `nil` when it is as it came.
  mutating func keep(_ draft: String?, of id: Int64) { drafts[id] = draft }

  /// Bytes that are shown at most: the rest is in what `sendboard quarantine export` writes.
  static let limit = 100_000

  /// The quarantined document that is shown.
  var entry: QuarantineEntry? {
    if case .quarantined(let entry) = content { entry } else { nil }
  }

  /// The letter that is shown.
  var letter: LetterDetails? {
    if case .letter(let details) = content { details } else { nil }
  }

  mutating func open(_ name: Name) {
    if opened != name { content = nil }
    opened = name
    offset = 0
  }

  mutating func receive(_ new: Content?, of name: Name) {
    if name == opened { content = new }
  }
}
