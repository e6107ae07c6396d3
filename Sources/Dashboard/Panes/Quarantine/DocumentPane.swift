import Canvas
import Model
import Words

/// A document as it came, with what is known of it: a quarantined one, or a dead letter.
enum DocumentPane: PaneBehavior {
  static let title = PaneName.document
  static let keys = [
    PaneKey("↑↓", .scroll), PaneKey("Esc", .back), PaneKey("E", .edit), PaneKey("e", .export),
    PaneKey("m", .messagesOfItsCampaign),
  ]
  static var isPart: Bool { true }

  static func keys(_ state: State) -> [PaneKey] {
    keys.filter { $0.key != "m" || state.panes.document.letter?.letter.campaign != nil }
      .filter { $0.key != "E" || state.panes.document.entry?.isText == true }
  }

  static func home(_ state: State) -> Pane? {
    switch state.panes.document.opened {
    case .letter: .deadLetters
    case .quarantined, nil: .quarantine
    }
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.document.offset += motion.lines(page: Layout(state).rect(.document).height - 1)
      return []
    }
    if key == .character("E") { return state.editDocument() }
    if key == .character("m"), let campaign = state.panes.document.letter?.letter.campaign {
      state.drill(to: .messages)
      state.panes.messages.show(MessageList.Scope(campaign: campaign))
      return []
    }
    return key == .left || key == .character("h") ? state.press(.escape) : nil
  }

  static func campaign(_ state: State) -> CampaignSummary? {
    state.campaign(state.panes.document.letter?.letter.campaign)
  }

  static func export(_ state: State) -> ExportOffer? {
    switch state.panes.document.opened {
    case .quarantined(let id): ExportOffer(.these([id]), 1)
    case .letter(let id):
      state.panes.document.letter.map {
        ExportOffer(
          what: .recipients(.these([id])), named: .recipients(letters: 1), total: $0.letter.recipients,
          name: state.fileName($0.letter.campaign, ["deadletters"]))
      }
    case nil: nil
    }
  }

  static func copies(_ state: State) -> Copies {
    switch state.panes.document.opened {
    case .quarantined(let id): .read(.document(id))
    case .letter: state.panes.document.letter?.body.map { .text(.letters(1), $0) } ?? .nothing
    case nil: .nothing
    }
  }

  static func fit(_ state: inout State, _ rect: Rect) {
    guard state.panes.document.offset > 0 else {
      state.panes.document.offset = max(0, state.panes.document.offset)
      return
    }
    let lines = block(state, width: rect.width, nil).lines.count
    state.panes.document.offset = max(0, min(state.panes.document.offset, lines - (rect.height - 1)))
  }

  /// The lines of the document; without a theme they are as many.
  private static func block(_ state: State, width: Int, _ theme: Theme?) -> TextBlock {
    var block = TextBlock(width: width)
    switch state.panes.document.content {
    case .quarantined(let entry): add(entry, state.words, &block, theme)
    case .letter(let details): LetterText.add(details, state, &block, theme)
    case nil: break
    }
    return block
  }

  private static func add(_ entry: QuarantineEntry, _ words: any Words, _ block: inout TextBlock, _ theme: Theme?) {
    func style(_ role: Role) -> Style { theme?[role] ?? Style() }
    block.hanging(words.term(.reason), words.intake(entry.error), style(.strong))
    if entry.bytes.count > DocumentState.limit {
      block.hanging("", words.quarantine(.shown(DocumentState.limit, of: entry.bytes.count)), style(.warning))
    }
    for line in entry.listed(limit: DocumentState.limit).split(separator: "\n", omittingEmptySubsequences: false) {
      block.hanging("", String(line), style(.text))
    }
  }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let document = state.panes.document
    let words = state.words
    let block = block(state, width: canvas.size.width, theme)
    let more = words.term(
      .more(above: document.offset > 0, below: block.lines.count - document.offset > canvas.size.height - 1))
    let body = PaneFrame(
      title: title(document, words),
      note: state.note(document.loader.wait(now: state.now), MoreMark.join(size(document, words), more)),
      isFocused: state.focus == .document
    ).draw(&canvas, theme)
    guard document.content != nil else {
      let text = document.loader.answered == nil ? words.term(.loading) : gone(document, words)
      canvas.write(text, at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    block.draw(&canvas, in: body, from: document.offset)
  }

  private static func title(_ document: DocumentState, _ words: any Words) -> String {
    switch document.opened {
    case .quarantined(let id): words.quarantine(.document(id))
    case .letter(let id): words.letters(.title(id))
    case nil: words.pane(title)
    }
  }

  private static func size(_ document: DocumentState, _ words: any Words) -> String {
    switch document.content {
    case .quarantined(let entry): words.quarantine(.bytes(entry.bytes.count))
    case .letter(let details): details.body.map { words.quarantine(.bytes($0.utf8.count)) } ?? ""
    case nil: ""
    }
  }

  private static func gone(_ document: DocumentState, _ words: any Words) -> String {
    if case .letter = document.opened { words.letters(.gone) } else { words.quarantine(.gone) }
  }
}

extension DocumentPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.document.loader }
  static func wanted(_ state: State) -> Load? {
    switch state.panes.document.opened {
    case .quarantined(let id): .document(id)
    case .letter(let id): .letter(id)
    case nil: nil
    }
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .document(let id, let entry) = answer {
      state.panes.document.receive(entry.map(DocumentState.Content.quarantined), of: .quarantined(id))
    }
    if case .letter(let id, let details) = answer {
      state.panes.document.receive(details.map(DocumentState.Content.letter), of: .letter(id))
    }
  }
}
