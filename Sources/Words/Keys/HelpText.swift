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

/// Everything the help explains besides panes and keys, in the order in which it does.
package enum HelpText: CaseIterable, Equatable, Sendable {
  case rate, sendQueue, eventQueue, lag, bounces, complaints, uncertain, quarantine
  case handedOver, failed, rateAndLeft, receives
  case arrived, underWay, wantsYou, changed

  /// A part of the help, under a heading of its own.
  package enum Part: CaseIterable, Equatable, Sendable {
    case header, columns, signs
  }

  /// Where it stands.
  package var part: Part {
    switch self {
    case .rate, .sendQueue, .eventQueue, .lag, .bounces, .complaints, .uncertain, .quarantine: .header
    case .handedOver, .failed, .rateAndLeft, .receives: .columns
    case .arrived, .underWay, .wantsYou, .changed: .signs
    }
  }
}

/// What stands above the lines of the help.
package enum HelpHeading: Equatable, Sendable {
  case keys, pane(String), everywhere, part(HelpText.Part)
}
