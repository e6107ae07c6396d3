import Model

/// The first dead letters and those the operator has marked.
struct DeadLettersState: Equatable, Sendable {
  private(set) var page: DeadLetterPage?
  /// Whether letters are shown of which nothing is left to be done.
  private(set) var showsRecovered = false
  var marks = Marks<String>()
  var cursor = Cursor<String>()
  var loader = Loader()
  var sorting = Sorting()

  /// Letters that are held at most; the page says how many there are in all.
  static let limit = 500

  /// The letters of the page in the order in which they are shown.
  var letters: [DeadLetter] { sorting.sorted(page?.letters ?? []) { DeadLettersPane.value($0, in: $1) } }
  var ids: [String] { letters.map(\.id) }
  var current: DeadLetter? {
    let letters = letters
    return cursor.index(in: letters.map(\.id)).map { letters[$0] }
  }
  var markedLetters: [DeadLetter] { letters.filter { marks.contains($0.id) } }

  /// Shows recovered ones too, or hides them again; marks are of what was shown.
  mutating func toggleRecovered() {
    showsRecovered.toggle()
    marks.clear()
  }

  mutating func receive(_ new: DeadLetterPage) {
    guard new.showsRecovered == showsRecovered else { return }
    page = new
    marks.follow(ids)
  }

  /// The marked letters, or the one under the cursor when none is marked; with how many there are, and for how many
  /// recipients. `nil` when there is no letter.
  var chosen: (choice: DeadLetterChoice, sample: [DeadLetter], letters: Int, recipients: Int)? {
    if marks.isAll, let page {
      return (page.showsRecovered ? .allAndRecovered : .all, letters, page.total, page.recipients)
    }
    let chosen = marks.isEmpty ? current.map { [$0] } ?? [] : markedLetters
    guard !chosen.isEmpty else { return nil }
    return (.these(chosen.map(\.id)), chosen, chosen.count, chosen.reduce(0) { $0 + $1.recipients })
  }

  mutating func toggleMark() {
    guard let current else { return }
    marks.toggle(current.id)
    cursor.move(1, in: ids)
  }
}
