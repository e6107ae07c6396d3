/// The panes, in the order Tab walks through them. This is the one list: a new pane is a case here, its behaviour, and
/// what it holds.
package enum Pane: CaseIterable, Sendable {
  case campaigns, messages, failures, deadLetters, find, log, quarantine, history
  case batches, timeline, document, batchList, course, mail, suppressions

  /// What the pane does.
  var behavior: any PaneBehavior.Type {
    switch self {
    case .campaigns: CampaignsPane.self
    case .messages: MessagesPane.self
    case .failures: FailuresPane.self
    case .deadLetters: DeadLettersPane.self
    case .find: FindPane.self
    case .log: LogPane.self
    case .quarantine: QuarantinePane.self
    case .history: HistoryPane.self
    case .batches: BatchesPane.self
    case .timeline: TimelinePane.self
    case .document: DocumentPane.self
    case .batchList: BatchListPane.self
    case .course: CoursePane.self
    case .mail: MailPane.self
    case .suppressions: SuppressionPane.self
    }
  }
}

/// What each pane holds.
struct Panes: Equatable, Sendable {
  var campaigns = CampaignList()
  var messages = MessageList()
  var find = FindState()
  var timeline = TimelineState()
  var failures = FailuresState()
  var deadLetters = DeadLettersState()
  var log = LogState()
  var quarantine = QuarantineState()
  var document = DocumentState()
  var mail = MailState()
  var history = HistoryState()
  var batches = BatchesState()
  var batchList = BatchList()
  var course = CourseState()
  var suppressions = SuppressionListState()
}

extension Pane {
  /// The panes with a digit of their own and a place in the bar.
  static let numbered: [Pane] = allCases.filter { !$0.behavior.isPart }

  /// The digit that jumps to the pane.
  var digit: Int? { Pane.numbered.firstIndex(of: self).map { $0 + 1 } }

  /// The pane that a digit jumps to.
  static func numbered(by digit: Character) -> Pane? {
    numbered.first { $0.digit.map(String.init) == String(digit) }
  }
}
