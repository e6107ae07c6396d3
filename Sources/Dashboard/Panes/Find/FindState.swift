import Model
import Words

/// What is looked for, and what was found so far: the campaigns, then the messages in the order they were found, so
/// that nothing moves under the cursor while the search goes on.
struct FindState: ChosenMessages, Equatable, Sendable {
  /// A row, whatever it stands for.
  enum Row: Equatable, Sendable {
    case campaign(FoundCampaign)
    case message(FoundMessage)

    enum ID: Hashable, Sendable {
      case campaign(CampaignID)
      case message(MessageID)
    }

    var id: ID {
      switch self {
      case .campaign(let found): .campaign(found.id)
      case .message(let found): .message(found.message.id)
      }
    }
  }

  /// Rows that are kept at most: who finds more types more.
  static let limit = 1000

  /// What was typed.
  private(set) var text = ""
  private(set) var rows: [Row] = []
  /// The rows' names, in their order.
  private(set) var ids: [Row.ID] = []
  private var known: [Row.ID: Int] = [:]
  /// Where the search goes on; `nil` when it is over.
  private(set) var next: FindPosition?
  /// Whether the first answer has arrived.
  private(set) var isLoaded = false
  var marks = MessageMarks()
  var cursor = Cursor<Row.ID>()
  var loader = Loader()
  private var height = 1

  /// Whether more was found than is kept.
  var isFull: Bool { rows.count >= Self.limit }
  var index: Int? { cursor.index(in: ids) }
  var currentRow: Row? { index.map { rows[$0] } }

  /// The message under the cursor.
  var current: MessageSummary? {
    if case .message(let found) = currentRow { found.message } else { nil }
  }

  /// What the text is without the white space that a paste brings along.
  private var wantedText: String { text.withoutBlanksAround }

  /// What to ask for: the next step of the search, or else what has become of the messages on the screen.
  var wanted: Load? {
    guard !wantedText.isEmpty else { return nil }
    if !isLoaded { return .find(FindRequest(wantedText)) }
    if let next, !isFull { return .find(FindRequest(wantedText, from: next)) }
    let seen = shownMessages
    return seen.isEmpty ? nil : .messages(seen)
  }

  /// Whether ``wanted`` only renews what is shown.
  var isRenewal: Bool { isLoaded && (next == nil || isFull) }

  private var shownMessages: [MessageID] {
    rows.dropFirst(cursor.top).prefix(height).compactMap {
      if case .message(let found) = $0 { found.message.id } else { nil }
    }
  }

  /// Looks for another text. What was found for the former one goes with the first answer.
  mutating func show(_ new: String) {
    guard new != text else { return }
    let isSame = new.withoutBlanksAround == wantedText
    text = new
    guard !isSame else { return }
    next = nil
    isLoaded = false
    if wantedText.isEmpty { forget() }
  }

  private mutating func forget() {
    (rows, ids, known) = ([], [], [:])
    marks.clear()
    let height = height
    cursor = Cursor()
    cursor.fit([], height: height)
  }

  /// Takes one step of the search in, if it is still about this text.
  mutating func receive(_ part: FindPart) {
    guard part.request.text == wantedText, part.request.position == next, isLoaded == (next != nil) else { return }
    if !isLoaded { forget() }
    isLoaded = true
    next = part.next
    for row in part.campaigns.map(Row.campaign) + part.messages.map(Row.message) where known[row.id] == nil && !isFull {
      known[row.id] = rows.count
      rows.append(row)
      ids.append(row.id)
    }
    cursor.fit(ids, height: height)
  }

  /// Takes in what has become of messages that were found.
  mutating func receive(_ messages: [MessageSummary]) {
    for message in messages {
      guard let place = known[.message(message.id)], case .message(var found) = rows[place] else { continue }
      found.message = message
      rows[place] = .message(found)
      marks.renew(message)
    }
  }

  /// On which side rows follow that are not on the screen.
  var more: Term { cursor.more(of: rows.count, height) }

  mutating func fit(_ height: Int) {
    self.height = max(1, height)
    cursor.fit(ids, height: self.height)
  }

  mutating func move(_ motion: Motion) { cursor.move(motion, in: ids) }
  mutating func point(at row: Int) -> Bool? { cursor.point(at: row, in: ids) }
  mutating func move(_ delta: Int) { cursor.move(delta, in: ids) }

  var loaded: [MessageSummary] {
    rows.compactMap { if case .message(let found) = $0 { found.message } else { nil } }
  }
}
