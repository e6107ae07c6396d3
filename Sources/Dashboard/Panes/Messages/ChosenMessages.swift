import Model

/// A list in which messages are marked; what is done to messages is done to these.
protocol ChosenMessages {
  /// What is marked, as it was last seen.
  var marked: [MessageID: MessageSummary] { get }
  /// The message under the cursor.
  var current: MessageSummary? { get }
  /// Whether everything that the list's filter shows is marked, also what is not loaded.
  var isAllMarked: Bool { get }
}

extension ChosenMessages {
  var isAllMarked: Bool { false }
  /// How many are marked one by one; `nil` for all that the filter shows.
  var count: Int? { isAllMarked ? nil : marked.count }
}

extension ChosenMessages {
  /// The marked messages, or the one under the cursor when none is marked.
  var chosen: [MessageSummary] {
    marked.isEmpty ? current.map { [$0] } ?? [] : marked.values.sorted { $0.id < $1.id }
  }

  /// Those of the chosen that can be settled.
  var settleable: [MessageSummary] { chosen.filter { $0.status == .uncertain || $0.isAssumed } }

  /// Those of the chosen that may be resent, as far as the list knows.
  var resendable: [MessageSummary] { chosen.filter(\.mayBeResent) }
}

extension MessageList: ChosenMessages {}
