import Canvas
import Words

/// A question before something that cannot be taken back. Enter alone never answers it.
struct Confirmation: Equatable, Sendable {
  /// How many recipients, messages or letters it is about.
  let count: Int
  /// What is handed out, with exactly the count that is shown.
  let order: Order
  /// What `y` or the number does, as in `y resumes it`.
  let verb: String
  /// Whether the number must be typed; else `y` will do.
  let needsNumber: Bool
  var dialog: Dialog

  /// More than one is sent to, or lost, only for the typed number: no key held down, and no run of keys that were meant
  /// for something else, may do it.
  init(title: String, lines: [String], verb: String, count: Int, order: Order, isTyped: Bool = false) {
    self.count = count
    self.order = order
    self.verb = verb
    needsNumber = isTyped || count > 1
    dialog = Dialog(title, body: lines, confirmation: needsNumber ? .typing(Figures.count(count)) : .yes)
  }

  /// Whether nothing is missing but Enter.
  var isWholeNumberTyped: Bool {
    guard case .typing(let word) = dialog.confirmation else { return false }
    return dialog.editor.text.filter { $0 != "," } == word.filter { $0 != "," }
  }

  /// What to say to a key that confirmed nothing.
  func reply(to key: Key) -> NoticeText? {
    guard needsNumber else { return .answerYes(verb: verb) }
    if key == .control("c") { return .controlCInQuestion }
    return key == .enter ? .enterNeedsNumber(count) : nil
  }
}

/// A question with several answers, each of which leads to a ``Confirmation``.
struct Choice: Equatable, Sendable {
  struct Option: Equatable, Sendable {
    var key: Character
    var label: String
    var confirmation: Confirmation
  }

  var title: String
  var lines: [String]
  var options: [Option]
  /// What Esc does.
  var leave: String
}
