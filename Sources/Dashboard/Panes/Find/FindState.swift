import Canvas
import Model
import Words

/// What is looked for, and what was found so far: the campaigns, then the messages in the order they were found or as the
/// operator sorts them. The cursor keeps to its row while the search goes on.
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

  /// What is looked for.
  enum Sought: Equatable, Sendable {
    /// Anything that has the text in it.
    case text(String)
    /// Everything that was ever sent to an address, newest first.
    case person(String)
  }

  /// Rows that are kept at most: who finds more types more.
  static let limit = 1000

  private(set) var sought = Sought.text("")
  /// Everything that was sent to the address that is looked for.
  private(set) var person: PersonHistory?
  private(set) var rows: [Row] = []
  /// The rows' names, in their order.
  private(set) var ids: [Row.ID] = []
  /// The rows in the order in which they were found, and where each is among them.
  private var found: [Row] = []
  private var known: [Row.ID: Int] = [:]
  var sorting = Sorting() { didSet { if sorting != oldValue { arrange() } } }
  /// The columns of the widest address that was found.
  private(set) var addressWidth = 0
  /// Where the search goes on; `nil` when it is over.
  private(set) var next: FindPosition?
  /// Whether the first answer has arrived.
  private(set) var isLoaded = false
  var marks = MessageMarks()
  var cursor = Cursor<Row.ID>()
  var loader = Loader()
  private var height = 1

  /// What was typed, or the address.
  var text: String {
    switch sought {
    case .text(let text), .person(let text): text
    }
  }

  /// Whether it is about one address alone.
  var isPerson: Bool { if case .person = sought { true } else { false } }

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
    if case .person(let address) = sought { return .person(address, limit: Self.limit) }
    if !isLoaded { return .find(FindRequest(wantedText)) }
    if let next, !isFull { return .find(FindRequest(wantedText, from: next)) }
    let seen = shownMessages
    return seen.isEmpty ? nil : .messages(seen)
  }

  /// Whether ``wanted`` only renews what is shown.
  var isRenewal: Bool { isLoaded && (isPerson || next == nil || isFull) }

  private var shownMessages: [MessageID] {
    rows.dropFirst(cursor.top).prefix(height).compactMap {
      if case .message(let found) = $0 { found.message.id } else { nil }
    }
  }

  /// Looks for another text. What was found for the former one goes with the first answer.
  mutating func show(_ new: String) {
    // Who looks at an address and types nothing goes on looking at it.
    if sought != .person(new) { show(.text(new)) }
  }

  /// The same for whatever is looked for.
  mutating func show(_ new: Sought) {
    guard new != sought else { return }
    let (former, wasPerson) = (wantedText, isPerson)
    sought = new
    let isSame = former == wantedText && wasPerson == isPerson
    guard !isSame else { return }
    next = nil
    isLoaded = false
    if wantedText.isEmpty || isPerson || wasPerson { forget() }
  }

  /// Shows again what was left behind, with its marks and the row that the cursor was on.
  mutating func goBack(to former: FindState) {
    guard sought != former.sought else { return }
    self = former
    loader.reset()
    loader.invalidate()
  }

  private mutating func forget() {
    (found, known, addressWidth) = ([], [:], 0)
    person = nil
    marks.clear()
    cursor = Cursor()
    arrange()
  }

  /// Puts what was found in the order in which it is shown.
  private mutating func arrange() {
    let campaigns = found.filter { if case .campaign = $0 { true } else { false } }
    let messages = found.dropFirst(campaigns.count)
    rows = campaigns + sorting.sorted(Array(messages)) { $0.value(in: $1) }
    ids = rows.map(\.id)
    cursor.fit(ids, height: height)
  }

  /// Takes one step of the search in, if it is still about this text.
  mutating func receive(_ part: FindPart) {
    guard !isPerson, part.request.text == wantedText, part.request.position == next, isLoaded == (next != nil) else {
      return
    }
    if !isLoaded { forget() }
    isLoaded = true
    next = part.next
    for row in part.campaigns.map(Row.campaign) + part.messages.map(Row.message)
    where known[row.id] == nil && found.count < Self.limit {
      known[row.id] = found.count
      found.append(row)
    }
    let widths = part.messages.map { TextWidth.of($0.message.address) }
    addressWidth = max(addressWidth, widths.max() ?? 0)
    arrange()
  }

  /// Takes everything in that was sent to an address, if it is still about that one.
  mutating func receive(_ new: PersonHistory) {
    guard sought == .person(new.address) else { return }
    isLoaded = true
    person = new
    found = new.messages.map { .message(FoundMessage($0, .address)) }
    known = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id, $0) })
    for message in new.messages { marks.renew(message) }
    arrange()
  }

  /// Takes in what has become of messages that were found.
  mutating func receive(_ messages: [MessageSummary]) {
    for message in messages {
      guard let place = known[.message(message.id)], case .message(var row) = found[place] else { continue }
      row.message = message
      found[place] = .message(row)
      marks.renew(message)
    }
    arrange()
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

extension FindState.Row {
  /// By what messages are sorted: the columns of ``MessageTable``.
  static let sortable: [Sorting.Criterion] = [
    .number(2), .text(3), .text(4), .text(5), .number(6), .number(7), .text(8),
  ]

  /// What a message has in a column.
  fileprivate func value(in column: Int) -> Sorting.Value {
    guard case .message(let found) = self else { return .nothing }
    let message = found.message
    switch column {
    // By its number: the newest campaign first.
    case 2: return message.campaign.map { .number(Double($0.rawValue)) } ?? .nothing
    case 3: return .text(message.address)
    case 4: return .text(message.subject)
    case 5: return .number(Double(message.status.rawValue))
    case 6: return .number(Double(message.attempts))
    case 7: return .number(Double(message.updatedAt.milliseconds))
    case 8:
      if case .value(let value) = found.match { return .text(value) }
      return message.classification.map {
        .text([$0.kind.rawValue, $0.smtpStatus ?? "", $0.cause, $0.subtype].joined(separator: " "))
      } ?? .nothing
    default: return .nothing
    }
  }
}
