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
  /// What was handed to the terminal's clipboard.
  var copied: [String] = []
  /// How often a graceful end was asked for.
  var quits = 0
  /// Every effect there was.
  var effects: [Effect] = []

  /// The language of the desks that are made.
  @TaskLocal static var language = Language.standard

  init(
    width: Int = 80, height: Int = 24, isLoaded: Bool = true, runsWorker: Bool = true, isThrowaway: Bool = false,
    isReadOnly: Bool = false, links: [LinkTemplate] = [], audiences: [NamedAudience] = [],
    clipboard: CopyText.Way = .terminal, keyMap: KeyMap = .standard, store: Store = Store()
  ) {
    self.store = store
    state = State(
      size: Size(width: width, height: height), now: Sample.now, utcOffset: .seconds(9 * 3600), runsWorker: runsWorker,
      isThrowaway: isThrowaway, isReadOnly: isReadOnly, language: Self.language, links: links, audiences: audiences,
      clipboard: clipboard,
      keyMap: keyMap)
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
      store.take(effect)
      if case .copy(let text) = effect { copied.append(text) }
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
    var last = LastFrame()
    Dashboard.draw(state, &canvas, theme: theme, after: &last)
    return canvas
  }
}

/// Answers as a store would. `nil` leaves an effect unanswered.
struct Store {
  var snapshot = Sample.snapshot
  /// Messages of the summer campaign: 1 to this.
  var messages = 2000
  /// Messages that are put in another order at most.
  var mostOrdered = 20_000
  var failures = Sample.failures
  var letters = DeadLetterPage(letters: Sample.letters(2), total: 2, recipients: 100)
  var quarantine = QuarantinePage(entries: Sample.quarantine, total: 3)
  var log = LogPage(records: [])
  var audience = Sample.count(1950)
  var resendable = ScopeCount(
    taken: 20, sample: ["kim@example.com", "lee@example.com", "park@example.com"],
    skipped: [.init(why: .cancelledCampaign, count: 15)])
  /// Messages that count as sent on an operator's word.
  var assumed: [MessageID] = []
  /// The summer campaign's batches.
  var batchRows = Sample.batches
  var leftAlone: [LeftAlone] = []
  /// How the mail of a message reads.
  var mail: (MessageSummary) -> Mail = { Sample.mail($0) }
  /// Loads that fail, all of them.
  var problem: Problem?
  /// Loads that are never answered.
  var isSilent = false

  /// Who is found, and what they would get; the first is in the count.
  var recipient: (RecipientWish) -> RecipientView? = { wish in
    guard case .number(let number) = wish else { return nil }
    return RecipientView(number: number, address: "p\(number)@example.com", lines: ["Hello \(number)"], bytes: 7)
  }

  /// How many people a filter names.
  var people = 12_304
  /// What the provider's own list has, by address.
  var accounts = [
    "gone@example.com": AccountEntry(
      address: "gone@example.com", region: "eu-central-1", reason: "BOUNCE", since: Sample.ago(86_400))
  ]
  /// Addresses that nothing is sent to.
  var suppressions = [
    Suppression(address: "kim@example.com", cause: .manual, since: Sample.ago(60), by: "mina", note: "asked by phone"),
    Suppression(address: "gone@example.com", cause: .hardBounce, since: Sample.ago(3600)),
    Suppression(
      address: "away@example.com", cause: .unsubscribed, since: Sample.ago(86_400),
      until: Sample.now + .seconds(864_000)),
  ]

  /// Writes down what is to be kept.
  mutating func take(_ effect: Effect) {
    switch effect {
    case .keep(let draft): snapshot.drafts = snapshot.drafts.filter { $0.id != draft.id } + [draft]
    case .drop(let id): snapshot.drafts.removeAll { $0.id == id }
    case .remember(let entries): snapshot.typedLast.merge(entries) { $1 }
    default: break
    }
  }

  func answer(_ effect: Effect) -> Action? {
    if isSilent { return nil }
    switch effect {
    case .command, .quit, .steer, .record, .edit, .copy, .keep, .drop, .remember, .write, .stopCounting: return nil
    case .complete(let path):
      return .completed(PathCompletion(typed: path, text: path + "sv", choices: []))
    case .gather(let gathering):
      if let problem { return .gatherFailed(gathering, problem) }
      switch gathering {
      case .addresses(var query, let limit):
        query.limit = messages
        let addresses = page(query).rows.map(\.address)
        let text = addresses.joined(separator: "\n")
        return .gathered(gathering, text.utf8.count > limit ? .tooMuch : .text(text, count: addresses.count))
      case .document(let id):
        return .gathered(
          gathering, Sample.document(id).map { .text($0.listed(limit: $0.bytes.count), count: 1) } ?? .gone)
      }
    case .load(let load): return problem.map { .loadFailed(load, $0) } ?? .answered(answer(load))
    case .count(let count):
      if let problem { return .countFailed(count, problem) }
      switch count {
      case .audience(let composition): return .audienceCounted(composition, audience)
      case .recipient(let composition, let wish): return .recipientFound(composition, wish, recipient(wish))
      case .resendable(let scope): return .resendCounted(scope, resendable)
      case .correction(let id, let text):
        let isGood = text.contains("eventType")
        return .correctionChecked(
          id, text, events: isGood ? 1 : 0, problem: isGood ? nil : IntakeProblem.empty.sentence)
      case .leftAlone(let scope): return .leftAlone(scope, leftAlone)
      case .people(let scope): return .peopleCounted(scope, people, listed: 3, sample: ["kim@example.com"])
      case .account(let address):
        return .accountLookedUp(accounts[address] ?? AccountEntry(address: address, region: "eu-central-1"))
      case .settleable(let scope):
        let found = Sample.messages.prefix(messages).filter {
          $0.status == .uncertain && (scope.campaign == nil || scope.campaign == $0.campaign)
            && $0.address.hasPrefix(scope.addressPrefix ?? "")
        }
        return .settleCounted(
          scope, SettleCount(messages: found.map(\.id), assumed: assumed, sample: found.prefix(3).map(\.address)))
      }
    }
  }

  private func answer(_ load: Load) -> Answer {
    switch load {
    case .snapshot: return .snapshot(snapshot)
    case .page(let query): return .page(page(query))
    case .batches(let query): return .batches(batches(query))
    case .course(let span): return .course(Sample.course(span))
    case .find(let request): return .find(find(request))
    case .messages(let ids):
      // Its number is its place.
      return .messages(
        ids, ids.sorted().filter { $0.rawValue <= messages }.map { Sample.messages[Int($0.rawValue) - 1] })
    case .timeline(let id):
      var summary = Sample.message(Int(id.rawValue))
      summary.attempts = 2
      return .timeline(summary, Sample.events(id), earlier: 0)
    case .failureGroups(let campaign, let grouping):
      return .failureGroups(campaign, by: grouping, Sample.groups(grouping))
    case .mail(let id): return .mail(mail(Sample.message(Int(id.rawValue))))
    case .attempts(let id, let count): return .attempts(id, count: count, providerIDs: [1: "0100018f-former"])
    case .person(let address, let limit):
      let found = Sample.messages.prefix(messages).filter { $0.address == address }.reversed()
      return .person(
        PersonHistory(address: address, messages: Array(found.prefix(limit)), total: found.count), limit: limit)
    case .failures(let campaign): return .failures(campaign, failures)
    case .deadLetters(let limit, let withRecovered):
      var page = letters
      page.showsRecovered = withRecovered
      if !withRecovered { page.letters.removeAll(where: \.isRecovered) }
      return .deadLetters(page, limit: limit)
    case .letter(let id):
      let letter = letters.letters.first { $0.id == id }
      return .letter(
        id,
        letter.map {
          LetterDetails(
            letter: $0, body: Sample.letterBody,
            recipients: (1...50).map { Sample.message($0, campaign: Sample.notices) })
        })
    case .log(let limit): return .log(log, limit: limit)
    case .quarantine(let limit): return .quarantine(quarantine, limit: limit)
    case .document(let id): return .document(id, Sample.document(id))
    case .suppressions(let text, let limit):
      let fitting = suppressions.filter { text.isEmpty || $0.address.contains(text) }
      return .suppressions(
        SuppressionListing(entries: fitting, total: fitting.count), containing: text, limit: limit)
    case .history(let text, let limit):
      let fitting = Sample.history.filter { text.isEmpty || "\($0)".contains(text) }
      return .history(HistoryPage(entries: fitting, total: fitting.count), containing: text, limit: limit)
    }
  }

  /// Three steps of a search as the real store takes them: the beginnings and campaigns, the addresses, the subjects.
  func find(_ request: FindRequest) -> FindPart {
    let text = request.text.lowercased()
    func found(_ texts: [String], _ match: FindMatch, _ isWanted: (String) -> Bool) -> [FoundMessage] {
      var all: [FoundMessage] = []
      for place in 0..<messages where isWanted(texts[place]) {
        all.append(FoundMessage(Sample.messages[place], match))
        if all.count == 500 { break }
      }
      return all
    }
    guard let position = request.position else {
      return FindPart(
        request: request,
        campaigns: snapshot.campaigns.filter { $0.name.lowercased().contains(text) }
          .map { FoundCampaign(id: $0.id, name: $0.name, subject: "{{name}}님") },
        messages: found(Sample.addresses, .address) { $0.hasPrefix(text) },
        next: FindPosition(addresses: .start, contents: .start, read: 0, total: messages * 2))
    }
    // One after the other, so that a screen between the two is always the same.
    return position.addresses != nil
      ? FindPart(
        request: request, messages: found(Sample.addresses, .address) { $0.contains(text) },
        next: FindPosition(addresses: nil, contents: position.contents, read: messages, total: messages * 2))
      : FindPart(request: request, messages: found(Sample.subjects, .value(request.text)) { $0.contains(text) })
  }

  /// Pages of batches as the real store does.
  func batches(_ query: BatchQuery) -> BatchPage {
    let all = batchRows.filter { query.standings.isEmpty || query.standings.contains($0.standing) }
    let range: Range<Int>
    switch query.anchor {
    case .first: range = 0..<min(query.limit, all.count)
    case .last: range = max(0, all.count - query.limit)..<all.count
    case .from(let id):
      let start = all.firstIndex { $0.id >= id } ?? all.count
      range = start..<min(all.count, start + query.limit)
    case .after(let id):
      let start = all.firstIndex { $0.id > id } ?? all.count
      range = start..<min(all.count, start + query.limit)
    case .before(let id):
      let end = all.firstIndex { $0.id >= id } ?? all.count
      range = max(0, end - query.limit)..<end
    case .around(let id):
      let start = max(0, (all.firstIndex { $0.id >= id } ?? all.count) - query.limit / 2)
      range = start..<min(all.count, start + query.limit)
    }
    return BatchPage(query: query, rows: Array(all[range]), earlier: range.lowerBound, total: all.count)
  }

  /// Pages as the real store does, at most `limit` rows.
  func page(_ query: MessageQuery) -> MessagePage {
    let prefix = query.addressPrefix?.lowercased() ?? ""
    let ids = Sample.messages.prefix(messages).filter { message in
      (query.campaign == nil || query.campaign == message.campaign)
        && (query.batch.map { $0.rawValue == (message.id.rawValue - 1) / 50 + 1 } ?? true)
        && (query.status == nil || query.status == message.status)
        && (query.kind == nil || query.kind == message.classification?.kind)
        && (query.classification == nil || query.classification == message.classification)
        && (prefix.isEmpty || message.address.lowercased().hasPrefix(prefix))
    }
    if let order = query.order { return ordered(query, Array(ids), order) }
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
    case .around(let id):
      let start = max(0, index(id) - query.limit / 2)
      range = start..<min(ids.count, start + query.limit)
    }
    return MessagePage(
      query: query, rows: Array(ids[range]), hasEarlier: range.lowerBound > 0, hasLater: range.upperBound < ids.count)
  }

  /// By the address or the number of tries.
  private func ordered(
    _ query: MessageQuery, _ messages: [MessageSummary], _ order: RowOrder<MessageQuery.Column>
  ) -> MessagePage {
    guard messages.count <= mostOrdered else {
      return MessagePage(query: query, rows: [], hasEarlier: false, hasLater: true)
    }
    let sorted = messages.sorted { left, right in
      let (low, high) = order.isDescending ? (right, left) : (left, right)
      return order.column == .address ? low.address < high.address : low.attempts < high.attempts
    }
    var start = 0
    if case .around(let id) = query.anchor {
      start = max(0, (sorted.firstIndex { $0.id == id } ?? 0) - query.limit / 2)
    } else if query.anchor == .last {
      start = max(0, sorted.count - query.limit)
    }
    let rows = Array(sorted.dropFirst(start).prefix(query.limit))
    let later = sorted.count - start - rows.count
    return MessagePage(
      query: query, rows: rows, hasEarlier: start > 0, hasLater: later > 0,
      place: PagePlace(earlier: start, later: later))
  }
}
