import Model

/// The first dead letters and those the operator has marked.
struct DeadLettersState: Equatable, Sendable {
  private(set) var page: DeadLetterPage?
  private(set) var marked: Set<String> = []
  /// Whether every letter is marked, also those beyond the page.
  private(set) var isAllMarked = false
  var cursor = Cursor<String>()
  var loader = Loader()

  /// Letters that are held at most; the page says how many there are in all.
  static let limit = 500

  var letters: [DeadLetter] { page?.letters ?? [] }
  var ids: [String] { letters.map(\.id) }
  var current: DeadLetter? { cursor.index(in: ids).map { letters[$0] } }
  var markedLetters: [DeadLetter] { letters.filter { marked.contains($0.id) } }

  mutating func receive(_ new: DeadLetterPage) {
    page = new
    // A letter that somebody else redrove must not stay marked, and be counted, unseen.
    marked.formIntersection(new.letters.map(\.id))
    if isAllMarked { marked = Set(ids) }
  }

  /// The marked letters, or the one under the cursor when none is marked; with how many there are, and for how many
  /// recipients. `nil` when there is no letter.
  var chosen: (choice: DeadLetterChoice, sample: [DeadLetter], letters: Int, recipients: Int)? {
    if isAllMarked, let page { return (.all, letters, page.total, page.recipients) }
    let chosen = marked.isEmpty ? current.map { [$0] } ?? [] : markedLetters
    guard !chosen.isEmpty else { return nil }
    return (.these(chosen.map(\.id)), chosen, chosen.count, chosen.reduce(0) { $0 + $1.recipients })
  }

  mutating func toggleMark() {
    guard let current else { return }
    isAllMarked = false
    if marked.remove(current.id) == nil { marked.insert(current.id) }
    cursor.move(1, in: ids)
  }

  mutating func toggleAllMarks() {
    isAllMarked = !isAllMarked && !letters.isEmpty
    marked = isAllMarked ? Set(ids) : []
  }

  mutating func clearMarks() {
    marked = []
    isAllMarked = false
  }
}
