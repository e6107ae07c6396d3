import Canvas
import Dashboard
import Model
import Testing
import Words

/// Plays operator and shell: presses keys, and answers effects from a small store.
struct Desk {
  var state: State
  var store = Store()
  /// Commands that were asked for, in order; the desk does not answer them by itself.
  var commands: [Command] = []
  /// How often a graceful end was asked for.
  var quits = 0
  /// Every effect there was.
  var effects: [Effect] = []

  /// The language of the desks that are made.
  @TaskLocal static var language = Language.standard

  init(
    width: Int = 80, height: Int = 24, isLoaded: Bool = true, runsWorker: Bool = true, isReadOnly: Bool = false,
    keyMap: KeyMap = .standard
  ) {
    state = State(
      size: Size(width: width, height: height), now: Sample.now, utcOffset: .seconds(9 * 3600), runsWorker: runsWorker,
      isReadOnly: isReadOnly, language: Self.language, keyMap: keyMap)
    if isLoaded { act(.tick(Sample.now)) }
  }

  /// Does one thing, and answers what is asked for until nothing more is.
  mutating func act(_ action: Action) {
    var open = Dashboard.update(&state, action)
    while !open.isEmpty {
      let effect = open.removeFirst()
      effects.append(effect)
      if case .command(let command) = effect { commands.append(command) }
      if effect == .quit { quits += 1 }
      store.snapshot.at = state.now
      if let answer = store.answer(effect) { open += Dashboard.update(&state, answer) }
    }
  }

  /// Presses keys: each character is one.
  mutating func type(_ text: String) { for character in text { act(.key(.character(character))) } }

  /// Clicks on a text where it first stands on the screen.
  mutating func click(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let point = place(of: text) else {
      Issue.record("“\(text)” is not on the screen", sourceLocation: sourceLocation)
      return
    }
    act(.key(.mouse(.click, point)))
  }

  /// Where a text first stands on the screen, in cells.
  func place(of text: String) -> Point? {
    for (row, line) in screen().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let range = line.firstRange(of: text) {
        return Point(x: TextWidth.of(line[..<range.lowerBound]), y: row)
      }
    }
    return nil
  }

  mutating func press(_ keys: Key...) { for key in keys { act(.key(key)) } }

  /// Lets time pass, second by second, as a shell does that is woken when it should be.
  mutating func wait(_ seconds: Int) {
    for _ in 0..<seconds { act(.tick(state.now + .seconds(1))) }
  }

  func screen(_ theme: Theme = .monochrome) -> String { canvas(theme).text }

  func canvas(_ theme: Theme = .monochrome) -> Canvas {
    var canvas = Canvas(size: state.size)
    Dashboard.draw(state, &canvas, theme: theme)
    return canvas
  }
}

/// Answers as a store would. `nil` leaves an effect unanswered.
struct Store {
  var snapshot = Sample.snapshot
  /// Messages of the summer campaign: 1 to this.
  var messages = 2000
  var failures = Sample.failures
  var letters = DeadLetterPage(letters: Sample.letters(2), total: 2, recipients: 100)
  var quarantine = QuarantinePage(entries: Sample.quarantine, total: 3)
  var audience = Sample.count(1950)
  var resendable = ScopeCount(
    taken: 20, sample: ["kim@example.com", "lee@example.com", "park@example.com"],
    skipped: [.init(why: .cancelledCampaign, count: 15)])
  /// Loads that fail, all of them.
  var problem: Problem?
  /// Loads that are never answered.
  var isSilent = false

  func answer(_ effect: Effect) -> Action? {
    if isSilent { return nil }
    switch effect {
    case .command, .quit: return nil
    case .load(let load): return problem.map { .loadFailed(load, $0) } ?? .answered(answer(load))
    case .count(let count):
      if let problem { return .countFailed(count, problem) }
      switch count {
      case .audience(let composition): return .audienceCounted(composition, audience)
      case .resendable(let scope): return .resendCounted(scope, resendable)
      case .settleable(let scope):
        let found = Sample.messages.prefix(messages).filter {
          $0.status == .uncertain && (scope.campaign == nil || scope.campaign == $0.campaign)
            && $0.address.hasPrefix(scope.addressPrefix ?? "")
        }
        return .settleCounted(
          scope, SettleCount(messages: found.map(\.id), sample: found.prefix(3).map(\.address)))
      }
    }
  }

  private func answer(_ load: Load) -> Answer {
    switch load {
    case .snapshot: return .snapshot(snapshot)
    case .page(let query): return .page(page(query))
    case .find(let request): return .find(find(request))
    case .messages(let ids): return .messages(ids, Sample.messages.prefix(messages).filter { ids.contains($0.id) })
    case .timeline(let id):
      var summary = Sample.message(Int(id.rawValue))
      summary.attempts = 2
      return .timeline(summary, Sample.events(id), earlier: 0)
    case .failures(let campaign): return .failures(campaign, failures)
    case .deadLetters(let limit): return .deadLetters(letters, limit: limit)
    case .quarantine(let limit): return .quarantine(quarantine, limit: limit)
    case .document(let id): return .document(id, Sample.document(id))
    case .history(let text, let limit):
      let fitting = Sample.history.filter { text.isEmpty || "\($0)".contains(text) }
      return .history(HistoryPage(entries: fitting, total: fitting.count), containing: text, limit: limit)
    }
  }

  /// Three steps of a search as the real store takes them: the beginnings and campaigns, the addresses, the subjects.
  func find(_ request: FindRequest) -> FindPart {
    let text = request.text.lowercased()
    let all = Sample.messages.prefix(messages)
    func found(_ isWanted: (MessageSummary) -> Bool, _ match: FindMatch) -> [FoundMessage] {
      all.filter(isWanted).prefix(500).map { FoundMessage($0, match) }
    }
    switch request.position?.stage {
    case nil:
      return FindPart(
        request: request,
        campaigns: snapshot.campaigns.filter { $0.name.lowercased().contains(text) }
          .map { FoundCampaign(id: $0.id, name: $0.name, subject: "{{name}}님") },
        messages: found({ $0.address.lowercased().hasPrefix(text) }, .address),
        next: FindPosition(.addresses(after: "", MessageID(rawValue: 0)), read: 0, total: messages * 2))
    case .addresses:
      return FindPart(
        request: request, messages: found({ $0.address.lowercased().contains(text) }, .address),
        next: FindPosition(.values(before: MessageID(rawValue: .max)), read: messages, total: messages * 2))
    case .values, .subjects:
      return FindPart(
        request: request, messages: found({ $0.subject.lowercased().contains(text) }, .value(request.text)))
    }
  }

  /// Pages as the real store does: in id order, at most `limit` rows.
  func page(_ query: MessageQuery) -> MessagePage {
    let prefix = query.addressPrefix?.lowercased() ?? ""
    let ids = Sample.messages.prefix(messages).filter { message in
      (query.campaign == nil || query.campaign == message.campaign)
        && (query.status == nil || query.status == message.status)
        && (query.kind == nil || query.kind == message.classification?.kind)
        && (query.classification == nil || query.classification == message.classification)
        && (prefix.isEmpty || message.address.lowercased().hasPrefix(prefix))
    }
    let range: Range<Int>
    func index(_ id: MessageID) -> Int { ids.firstIndex { $0.id >= id } ?? ids.count }
    switch query.anchor {
    case .first: range = 0..<min(query.limit, ids.count)
    case .last: range = max(0, ids.count - query.limit)..<ids.count
    case .from(let id):
      let start = index(id)
      range = start..<min(ids.count, start + query.limit)
    case .after(let id):
      let start = ids.firstIndex { $0.id > id } ?? ids.count
      range = start..<min(ids.count, start + query.limit)
    case .before(let id):
      let end = index(id)
      range = max(0, end - query.limit)..<end
    }
    return MessagePage(
      query: query, rows: Array(ids[range]), hasEarlier: range.lowerBound > 0, hasLater: range.upperBound < ids.count)
  }
}
