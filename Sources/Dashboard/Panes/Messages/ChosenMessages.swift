import Model

/// A list in which messages are marked; what is done to messages is done to these.
protocol ChosenMessages {
  var marks: MessageMarks { get set }
  /// The message under the cursor.
  var current: MessageSummary? { get }
  /// The messages that are loaded.
  var loaded: [MessageSummary] { get }
  /// Moves the cursor by rows.
  mutating func move(_ delta: Int)
}

extension ChosenMessages {
  var marked: [MessageID: MessageSummary] { marks.messages }
  var isAllMarked: Bool { marks.isAll }
  /// How many are marked one by one; `nil` for all that the filter shows.
  var count: Int? { isAllMarked ? nil : marked.count }

  /// The marked messages, or the one under the cursor when none is marked.
  var chosen: [MessageSummary] {
    marked.isEmpty ? current.map { [$0] } ?? [] : marked.values.sorted { $0.id < $1.id }
  }

  /// Those of the chosen that can be settled.
  var settleable: [MessageSummary] { chosen.filter(\.mayBeSettled) }

  /// Those of the chosen that may be resent, as far as the list knows.
  var resendable: [MessageSummary] { chosen.filter(\.mayBeResent) }

  /// Marks the message under the cursor, or takes its mark away, and goes on to the next row.
  mutating func toggleMark() {
    marks.toggle(current)
    move(1)
  }

  /// Marks every message that was loaded and passes the test, or takes the marks away when all have one.
  mutating func toggleMarks(where isWanted: (MessageSummary) -> Bool) { marks.toggle(all: loaded.filter(isWanted)) }
}
