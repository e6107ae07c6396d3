import Canvas
import Model
import Words

/// What every pane can do. What a pane has no need of it leaves out.
protocol PaneBehavior {
  /// Names the pane in the bar and in the help.
  static var title: PaneName { get }

  /// The keys that mean something here, the most useful first.
  static var keys: [PaneKey] { get }

  /// Those of the keys that would do something at this moment.
  static func keys(_ state: State) -> [PaneKey]

  /// Whether the list is known to have no row, so that whatever acts on one does nothing.
  static func isEmpty(_ state: State) -> Bool

  /// Whether it is not known yet what is listed: a key that is about a row has to wait.
  static func isLoading(_ state: State) -> Bool

  /// Does what a key means here; `nil` when it means nothing here.
  static func press(_ key: Key, _ state: inout State) -> [Effect]?

  /// Draws the pane on a region of its own.
  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme)

  /// Whether the pane is known to look the same in two states of the same minute, with the same language, on the same
  /// region and with or without the keys in both. False where that is not known, which costs time and nothing else.
  static func looksTheSame(_ old: State, _ new: State) -> Bool

  /// Keeps cursors and offsets on the screen; asked for panes that are seen only.
  static func fit(_ state: inout State, _ rect: Rect)

  /// Where the pane stands on a wide screen, on which others stand beside it.
  static var side: Side { get }

  /// True for a pane that is reached from another one and has no digit.
  static var isPart: Bool { get }

  /// The pane with a digit under which this one stands at this moment; `nil` when it has one itself.
  static func home(_ state: State) -> Pane?

  /// The campaign that commands are about here; `nil` when there is none.
  static func campaign(_ state: State) -> CampaignSummary?

  /// The messages that an action is about here: the marked, else the row; `nil` when there are none.
  static func scope(_ state: State) -> Scope?

  /// What is written to a file here: the marked, else the row; `nil` when there is nothing.
  static func export(_ state: State) -> ExportOffer?
  /// The message under the cursor, where there is one; `nil` where several are marked.
  static func message(_ state: State) -> MessageSummary?

  /// What is copied here: what is marked, else the row.
  static func copies(_ state: State) -> Copies
  /// Puts the cursor on a row, counted from the first that is seen.
  ///
  /// - Returns: whether it was there already; `nil` when there is no such row.
  static func point(at row: Int, _ state: inout State) -> Bool?

  /// How the list is sorted; `nil` for one that has one order only.
  static var sorting: WritableKeyPath<State, Sorting>? { get }

  /// By what the list can be sorted.
  static func sortable(_ state: State) -> [Sorting.Criterion]

  /// Lets go of what is marked of a kind that a command has acted on.
  static func clearMarks(_ subject: Command.Subject, _ state: inout State)

  /// What the pane reads, and when; `nil` for one that shows what others read.
  static var reader: (any Reader.Type)? { get }
}

/// Where a pane stands on a screen that is wide enough for several.
enum Side {
  /// On the left, always.
  case left
  /// At the right above the timeline.
  case list
  /// At the right below the list.
  case detail
  /// At the right, all of it.
  case whole
}

extension PaneBehavior {
  static func keys(_ state: State) -> [PaneKey] { keys }
  static func isEmpty(_ state: State) -> Bool { false }
  static func isLoading(_ state: State) -> Bool { false }
  static func looksTheSame(_ old: State, _ new: State) -> Bool { false }
  static func fit(_ state: inout State, _ rect: Rect) {}
  static var side: Side { .whole }
  static var isPart: Bool { false }
  static func home(_ state: State) -> Pane? { nil }
  static func campaign(_ state: State) -> CampaignSummary? { nil }
  static func scope(_ state: State) -> Scope? { nil }
  static func message(_ state: State) -> MessageSummary? { nil }
  static func copies(_ state: State) -> Copies { .nothing }
  static func point(at row: Int, _ state: inout State) -> Bool? { nil }
  static var sorting: WritableKeyPath<State, Sorting>? { nil }
  static func sortable(_ state: State) -> [Sorting.Criterion] { [] }
  static func clearMarks(_ subject: Command.Subject, _ state: inout State) {}
  static var reader: (any Reader.Type)? { nil }
}

extension PaneBehavior where Self: Reader {
  static var reader: (any Reader.Type)? { self }
}
