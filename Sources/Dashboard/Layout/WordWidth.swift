import Canvas
import Model
import Words

/// The columns that a table keeps for words, which are as wide as the language makes them.
extension Words {
  /// The widest status with its sign. Every frame asks for it.
  var statusWidth: Int { StatusWidth.known[ObjectIdentifier(Self.self)] ?? widestStatus }

  fileprivate var widestStatus: Int {
    (MessageStatus.allCases.map { $0.label(self) } + [
      MessageSummary.assumedLabel(self), MessageSummary.retriedLabel(self),
    ])
    .columns
  }

  /// The widest that a batch's state may say.
  var batchWidth: Int { BatchStanding.allCases.map { $0.label(self) }.columns }

  /// The widest of some kinds of failure with its sign. Those that are rare may be long.
  func width(of kinds: [FailureKind]) -> Int { kinds.map { "✗ \(kind($0))" }.columns }

  /// The widest that a campaign's state may say.
  var stateWidth: Int {
    let states: [CampaignState] = [.launching, .sending, .paused, .cancelled, .finished]
    return
      (states.map { "= \(state($0))" } + [
        "= \(state(.paused)) !9", "! \(campaigns(.stalled))", "! \(campaigns(.dead(99)))", "? \(status(.uncertain))",
      ]).columns
  }

  /// The widest span.
  var spanWidth: Int {
    let (hour, day) = (3600, 86_400)
    return [59 * 60 + 59, 24 * hour - 1, 30 * day - 1].map { span(.seconds($0)) }.columns
  }
}

private enum StatusWidth {
  static let known = Dictionary(
    uniqueKeysWithValues: Language.all.map { (ObjectIdentifier(type(of: $0.words)), $0.words.widestStatus) })
}

extension [String] {
  /// The columns of the widest.
  fileprivate var columns: Int { map { TextWidth.of($0) }.max() ?? 0 }
}
