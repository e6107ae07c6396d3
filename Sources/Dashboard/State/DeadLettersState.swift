import Model

/// The first dead letters and those the operator has marked.
struct DeadLettersState: Equatable, Sendable {
  private(set) var page: DeadLetterPage?
  private(set) var marked: Set<String> = []
  var cursor = Cursor<String>()
  var loader = Loader<Int>()

  /// Letters that are held at most; the page says how many there are in all.
  static let limit = 500

  var letters: [DeadLetter] { page?.letters ?? [] }
  var ids: [String] { letters.map(\.id) }
  var current: DeadLetter? { cursor.index(in: ids).map { letters[$0] } }
  var markedLetters: [DeadLetter] { letters.filter { marked.contains($0.id) } }

  mutating func receive(_ new: DeadLetterPage) {
    guard loader.receive(Self.limit) else { return }
    page = new
    // A letter that somebody else redrove must not stay marked, and be counted, unseen.
    marked.formIntersection(new.letters.map(\.id))
  }

  mutating func toggleMark() {
    guard let current else { return }
    if marked.remove(current.id) == nil { marked.insert(current.id) }
    cursor.move(1, in: ids)
  }

  mutating func toggleAllMarks() { marked = marked.count == letters.count ? [] : Set(ids) }
  mutating func clearMarks() { marked = [] }
}
