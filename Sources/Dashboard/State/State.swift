package import Canvas
package import Model
package import Words

/// Everything the dashboard knows. Pages and counters only: never a whole table.
package struct State: Equatable, Sendable {
  /// The screen's size in cells.
  package internal(set) var size: Size
  /// The latest time that was told.
  package internal(set) var now: Timestamp
  /// When the operator asked to quit; `nil` while they have not.
  package internal(set) var quittingSince: Timestamp?

  /// When the dashboard was opened.
  let startedAt: Timestamp
  /// True when this process also sends: quitting then stops the sending here.
  let runsWorker: Bool
  /// True when the store is removed with the dashboard, as that of a demonstration.
  let isThrowaway: Bool
  /// True when nothing may be changed from here: what would is neither offered nor done.
  let isReadOnly: Bool
  /// Links of the configuration that a message leads to.
  let links: [LinkTemplate]
  /// The country whose national numbers are understood; `nil` for none.
  let numbering: NumberingPlan?
  /// Audiences of the configuration, to pick from.
  let audiences: [NamedAudience]
  /// How many a batch may have, where that is not the usual.
  let batchSizes: [Channel: BatchSizes]
  /// What stands between the program and a clipboard.
  let clipboard: CopyText.Way
  var wallTime: WallTime
  /// The reader's, who may change it at any time: what is kept to be shown is kept without words.
  var language: Language
  /// Which keys the operator chose for what.
  let keyMap: KeyMap

  var focus = Pane.campaigns
  /// Whether the pane with the keys has the whole screen.
  var isZoomed = false
  /// Where Esc leads back to, the last place last.
  var trail: [Place] = []
  var modal: Modal?
  var held = HeldKeys()
  var notices = Notices()
  /// Commands that were handed out and are not answered.
  var running: [Running] = []

  var snapshot: Snapshot?
  var snapshotLoader = Loader()
  var pace = Pace()

  var panes = Panes()

  /// Makes the state of a dashboard that has just been opened.
  ///
  /// - Parameters:
  ///   - size: the screen's size in cells.
  ///   - now: the time.
  ///   - utcOffset: how far the operator's clock is ahead of UTC.
  ///   - runsWorker: whether this process also sends.
  ///   - isThrowaway: whether the store is removed with the dashboard.
  ///   - isReadOnly: whether nothing may be changed from here.
  ///   - language: the language of everything that is said.
  ///   - links: links that a message leads to.
  ///   - numbering: the country whose national numbers are understood; `nil` for none.
  ///   - audiences: named audiences to pick from.
  ///   - batchSizes: how many a batch may have, where that is not the usual.
  ///   - clipboard: what stands between the program and a clipboard.
  ///   - keyMap: which keys the operator chose for what.
  ///   - themeProblem: why the colours are not those that were asked for.
  package init(
    size: Size, now: Timestamp, utcOffset: Duration = .zero, runsWorker: Bool, isThrowaway: Bool = false,
    isReadOnly: Bool = false, language: Language = .standard, links: [LinkTemplate] = [],
    numbering: NumberingPlan? = nil, audiences: [NamedAudience] = [], batchSizes: [Channel: BatchSizes] = [:],
    clipboard: CopyText.Way = .terminal,
    keyMap: KeyMap = .standard, themeProblem: String? = nil
  ) {
    self.size = size
    self.now = now
    startedAt = now
    self.runsWorker = runsWorker
    self.isThrowaway = isThrowaway
    self.isReadOnly = isReadOnly
    self.language = language
    self.links = links
    self.numbering = numbering
    self.audiences = audiences
    self.batchSizes = batchSizes
    self.clipboard = clipboard
    self.keyMap = keyMap
    wallTime = WallTime(offset: utcOffset)
    if isReadOnly { say(.readOnly) }
    if let themeProblem { notices.note(.warning, .themeNotUsed(themeProblem), at: now) }
  }

  /// What everything is called, in the language of the moment.
  package var words: any Words { language.words }

  /// A place Esc leads back to.
  struct Place: Equatable, Sendable {
    var pane: Pane
    var messages: MessageList.Scope
    var timeline: MessageID?
    /// What was found there, with its marks: looking further afield loses neither.
    var found: FindState
    /// What is shown over the pane again.
    var leftAlone: LeftAloneList?
    /// The filter with which messages were opened from there: it goes with the way back, and not before it.
    var led: MessageList.Scope?
  }

  /// A command under way.
  struct Running: Equatable, Sendable {
    var command: Command
    var since: Timestamp
    /// How far it is, when it says so.
    var progress: WorkProgress?
  }

  /// What lies over the panes and takes the keys.
  enum Modal: Equatable, Sendable {
    case confirm(Confirmation)
    case choose(Choice)
    case pick(Pick)
    case link(name: String, url: String)
    case leftAlone(LeftAloneList)
    /// Waits for an exact count before it asks: for this one and no other; with the question it was asked from.
    case counting(Count, since: Timestamp, from: Pick? = nil)
    /// Waits for what the provider's list says of an address.
    case lookingUp(String, since: Timestamp)
    case prompt(Prompt)
    case help(offset: Int)
    case palette(Palette)
    /// A command under way: how far it is, and what stops it.
    case work(Command)
    case compose(ComposeForm)
  }
}

extension State {
  /// Says something softly, of the last key; `nil` takes it away.
  mutating func say(_ notice: NoticeText?) { notices.say(notice.map(words.notice)) }

  /// What is printed on the key of an action now.
  func key(_ action: Hint) -> String { keyMap.label(of: action) }
}
