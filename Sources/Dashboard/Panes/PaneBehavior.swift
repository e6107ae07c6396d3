import Canvas
import Model

/// What every pane can do.
protocol PaneBehavior {
  /// The keys that mean something here, the most useful first.
  static var keys: [KeyHint] { get }

  /// Those of the keys that would do something at this moment.
  static func keys(_ state: State) -> [KeyHint]

  /// Does what a key means here; `nil` when it means nothing here.
  static func press(_ key: Key, _ state: inout State) -> [Effect]?

  /// Draws the pane on a region of its own.
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme)
}

extension PaneBehavior {
  static func keys(_ state: State) -> [KeyHint] { keys }
}

extension Pane {
  var behavior: any PaneBehavior.Type {
    switch self {
    case .campaigns: CampaignsPane.self
    case .messages: MessagesPane.self
    case .failures: FailuresPane.self
    case .deadLetters: DeadLettersPane.self
    case .find: FindPane.self
    case .log: LogPane.self
    case .batches: BatchesPane.self
    case .timeline: TimelinePane.self
    }
  }
}
