/// A line of the help: a key or a label, and what it means.
package struct HelpLine: Equatable, Sendable {
  /// Names what is explained.
  package var name: String
  /// Explains it.
  package var meaning: String

  /// Makes a line.
  package init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }
}

/// Everything the help explains besides a pane's own keys.
package enum HelpText: Equatable, Sendable {
  case digits(panes: [String]), tabs, rows, ends, open, escape, filter, find, new, control, resend, reload, quit
  case rate, sendQueue, eventQueue, lag, bounces, complaints, uncertain, quarantine
  case handedOver, failed, rateAndLeft, receives
  case arrived, underWay, wantsYou

  /// A part of the help, under a heading of its own.
  package enum Section: Equatable, Sendable {
    case keys, pane(String), everywhere, header, columns, signs
  }
}

extension HelpText.Section {
  /// What is explained under the heading.
  package func lines(panes: [String]) -> [HelpText] {
    switch self {
    case .keys, .pane: []
    case .everywhere:
      [
        .digits(panes: panes), .tabs, .rows, .ends, .open, .escape, .filter, .find, .new, .control, .resend, .reload,
        .quit,
      ]
    case .header: [.rate, .sendQueue, .eventQueue, .lag, .bounces, .complaints, .uncertain, .quarantine]
    case .columns: [.handedOver, .failed, .rateAndLeft, .receives]
    case .signs: [.arrived, .underWay, .wantsYou]
    }
  }
}
