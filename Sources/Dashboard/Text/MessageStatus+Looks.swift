import Canvas
import Model
import Words

extension MessageStatus {
  /// A sign beside the word, so that a column can be read at a glance without colours.
  var glyph: String {
    switch self {
    case .queued: "·"
    case .cancelled: "-"
    case .sending: "→"
    case .uncertain: "?"
    case .accepted: "↑"
    case .delayed: "~"
    case .delivered, .opened, .clicked: "✓"
    case .refused, .softBounced, .renderFailed, .rejected, .suppressed, .hardBounced: "✗"
    case .complained: "!"
    }
  }

  var role: Role {
    switch self {
    case .queued, .cancelled: .muted
    case .sending, .accepted: .info
    case .uncertain, .delayed, .softBounced, .suppressed: .warning
    case .delivered, .opened, .clicked: .good
    case .refused, .renderFailed, .rejected, .hardBounced, .complained: .bad
    }
  }

  /// The sign and the word.
  func label(_ words: any Words) -> String { "\(glyph) \(words.status(self))" }

  /// The same for the messages of a channel: what SES calls a bounce is none of a text.
  func label(_ words: any Words, of channel: Channel) -> String {
    switch (channel, self) {
    case (.sms, .softBounced): "\(glyph) \(words.textFailure(.unreachable))"
    case (.sms, .hardBounced): "\(glyph) \(words.textFailure(.undeliverable))"
    case (.sms, .suppressed): "\(glyph) \(words.textFailure(.blocked))"
    case (.sms, _), (.email, _): label(words)
    }
  }

  /// What lists and counters go through, from the beginning of a message's way to its end.
  static let inOrder = allCases.sorted { $0.place < $1.place }

  private var place: Int {
    switch self {
    case .queued: 0
    case .sending: 1
    case .uncertain: 2
    case .accepted: 3
    case .delayed: 4
    case .delivered: 5
    case .opened: 6
    case .clicked: 7
    case .softBounced: 8
    case .hardBounced: 9
    case .complained: 10
    case .suppressed: 11
    case .rejected: 12
    case .renderFailed: 13
    case .refused: 14
    case .cancelled: 15
    }
  }
}

extension MessageSummary {
  /// The sign and the word: what counts as accepted on the operator's word alone has a word of its own.
  func label(_ words: any Words) -> String {
    if isRetried { return Self.retriedLabel(words) }
    if isAssumed { return Self.assumedLabel(words) }
    // What exactly became of a text says more than what it is counted as.
    if let failure = classification?.textFailure, status.isFailure {
      return "\(status.glyph) \(words.textFailure(failure))"
    }
    return status.label(words)
  }
  var role: Role { isAssumed || isRetried ? .warning : status.role }

  static func retriedLabel(_ words: any Words) -> String { "~ \(words.term(.willRetry))" }
  static func assumedLabel(_ words: any Words) -> String { "? \(words.term(.assumed))" }
}

extension CampaignState {
  var glyph: String {
    switch self {
    case .importing, .draft, .scheduled: "·"
    case .launching: "↑"
    case .sending: "→"
    case .paused: "="
    case .cancelled: "-"
    case .finished: "✓"
    }
  }

  var role: Role {
    switch self {
    case .importing, .draft, .scheduled, .cancelled: .muted
    case .launching, .sending: .info
    case .paused: .warning
    case .finished: .good
    }
  }
}
