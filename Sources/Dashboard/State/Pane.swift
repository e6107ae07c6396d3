/// The panes, in the order Tab walks through them.
package enum Pane: Int, CaseIterable, Sendable {
  case campaigns, messages, failures, deadLetters, find, log
  /// Reached from the pane it belongs to.
  case batches, timeline

  /// The panes with a digit of their own and a place in the bar.
  static let numbered: [Pane] = [.campaigns, .messages, .failures, .deadLetters, .find, .log]

  /// The digit that jumps to the pane.
  var digit: Int? { Pane.numbered.firstIndex(of: self).map { $0 + 1 } }

  var title: String {
    switch self {
    case .campaigns: "Campaigns"
    case .messages: "Messages"
    case .failures: "Failures"
    case .deadLetters: "Dead letters"
    case .find: "Find"
    case .log: "Log"
    case .batches: "Batches"
    case .timeline: "Timeline"
    }
  }
}
