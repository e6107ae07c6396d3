import Canvas
import Model

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
  var label: String { "\(glyph) \(name)" }

  /// What lists and counters go through, from the beginning of a message's way to its end.
  static let inOrder: [MessageStatus] = [
    .queued, .sending, .uncertain, .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .hardBounced,
    .complained, .suppressed, .rejected, .renderFailed, .refused, .cancelled,
  ]
}

extension MessageSummary {
  /// The sign and the word: what counts as accepted on the operator's word alone has a word of its own.
  var label: String { isAssumed ? Self.assumedLabel : status.label }
  var role: Role { isAssumed ? .warning : status.role }

  static let assumedLabel = "? assumed"
}

extension CampaignState {
  var glyph: String {
    switch self {
    case .draft, .scheduled: "·"
    case .launching: "↑"
    case .sending: "→"
    case .paused: "="
    case .cancelled: "-"
    case .finished: "✓"
    }
  }

  var role: Role {
    switch self {
    case .draft, .scheduled, .cancelled: .muted
    case .launching, .sending: .info
    case .paused: .warning
    case .finished: .good
    }
  }
}
