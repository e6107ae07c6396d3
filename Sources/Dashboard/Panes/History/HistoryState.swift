import Model

/// The latest of what operators did.
struct HistoryState: Equatable, Sendable {
  /// What an entry must have in it; empty for everything.
  private(set) var filter = ""
  private(set) var page: HistoryPage?
  var cursor = Cursor<Int64>()
  var loader = Loader()
  var sorting = Sorting()

  /// Entries that are held at most; the page says how many there are in all.
  static let limit = 500

  /// The entries of the page in the order in which they are shown.
  var entries: [HistoryEntry] { sorting.sorted(page?.entries ?? []) { HistoryPane.value($0, in: $1) } }
  var ids: [Int64] { entries.map(\.id) }
  var current: HistoryEntry? {
    let entries = entries
    return cursor.index(in: entries.map(\.id)).map { entries[$0] }
  }

  /// Turns to another filter. What was shown goes at once: a key must not act on a row of another list.
  mutating func show(containing text: String) {
    guard text != filter else { return }
    filter = text
    page = nil
  }

  mutating func receive(_ new: HistoryPage, containing text: String) {
    if text == filter { page = new }
  }
}
