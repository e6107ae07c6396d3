import Model

/// A list in which messages are marked; what is done to messages is done to these.
protocol ChosenMessages {
  /// What is marked, as it was last seen.
  var marked: [MessageID: MessageSummary] { get }
  /// The message under the cursor.
  var current: MessageSummary? { get }
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
