import Audience
import Ports
import Dashboard
import EventStore
import Foundation
import Model
import SQLiteKit
import SMSText
import Services
import Synchronization
import Words

/// Carries out what the dashboard asks for, and answers with an action.
struct EffectRunner: Sendable {
  let root: CompositionRoot
  let operations: Operations
  private let book: LogBook
  let audience = CountedAudience()
  let people = CountedPeople()
  /// What sends tests.
  let providers: @Sendable () throws -> [Channel: any Provider]
  private let bodies: LetterBodies

  init(
    root: CompositionRoot, operations: Operations, book: LogBook,
    providers: @escaping @Sendable () throws -> [Channel: any Provider]
  ) {
    self.book = book
    self.providers = providers
    self.root = root
    self.operations = operations
    bodies = LetterBodies(root.deadLetterDesk(operations.logger))
  }

  private static let campaignLimit = 300
  private static let eventLimit = 500
  private static let groupLimit = 500

  /// Reads what is to be shown; a failure is an answer too.
  func run(_ load: Load) async -> Action {
    do { return .answered(try await read(load)) } catch { return .loadFailed(load, Problem(error)) }
  }

  /// Begins to count, in the order in which it was asked for: recipients that are being read for another count are read no
  /// more.
  func begin(_ count: Count) -> ReadingStop {
    if case .audience = count { audience.begin() } else { ReadingStop() }
  }

  /// Counts what a question is about; a failure is an answer too, and `nil` where nobody waits for one any more.
  ///
  /// - Parameter stop: of ``begin(_:)``.
  func run(_ count: Count, _ stop: ReadingStop) async -> Action? {
    do { return try await counted(count, stop) } catch is CancellationError { return nil } catch {
      return .countFailed(count, Problem(error))
    }
  }

  /// Does what the operator wants done; a failure is an answer too.
  ///
  /// - Parameters:
  ///   - control: what the operator wants of it meanwhile.
  ///   - report: told how far it is.
  func run(
    _ command: Command, _ control: WorkControl, report: @escaping @Sendable (WorkProgress) -> Void
  ) async -> Action {
    do { return .done(command, try await carryOut(command, control, report)) } catch {
      return .failed(command, Problem(error))
    }
  }

  /// Keeps what happened, where anything may be kept.
  func record(_ level: LogRecord.Level, _ event: Occurrence) {
    guard root.settings.readOnly == nil else { return }
    Task.detached { [book] in book.append(level, event) }
  }

  /// Remembers what was typed; whoever cannot be told so types it again.
  func remember(_ entries: [String: String]) {
    Task.detached { [root] in try? await root.store.remember(typed: entries) }
  }

  private func log(limit: Int) async throws -> LogPage {
    let path = CompanionFiles(of: root.settings.storePath).log
    let records = try await onThreadOfItsOwn { LogBook.read(path, limit: limit) }
    return LogPage(
      records: records, own: book.process, problem: book.failure.map { String(cString: strerror($0)) })
  }

  private func read(_ load: Load) async throws -> Answer {
    switch load {
    case .snapshot:
      return .snapshot(
        Snapshot(
          campaigns: try await root.store.campaigns(limit: Self.campaignLimit),
          campaignTotal: try await root.store.campaignCount(),
          health: try await root.health(), at: root.clock.now(), drafts: try await root.store.drafts(),
          typedLast: try await root.store.typedLast()))
    case .page(let query): return .page(try await root.store.messages(query))
    case .batches(let query): return .batches(try await root.store.batches(query))
    case .course(let span): return .course(try await root.course(span))
    case .find(let request): return .find(try await root.store.find(request))
    case .messages(let ids): return .messages(ids, try await root.store.messages(ids))
    case .timeline(let id): return try await timeline(id)
    case .log(let limit): return .log(try await log(limit: limit), limit: limit)
    case .mail(let id):
      guard let message = try await root.store.message(id) else { throw CommandError(.noSuchMessage(id.description)) }
      return .mail(try await Mail(message, in: root.store))
    case .attempts(let id, let count):
      return .attempts(id, count: count, providerIDs: try await root.store.earlierProviderIDs(of: id))
    case .person(let address, let limit):
      return .person(try await root.store.person(address, limit: limit, now: root.clock.now()), limit: limit)
    case .quarantine(let limit): return .quarantine(try await root.store.quarantinePage(limit: limit), limit: limit)
    case .document(let id): return .document(id, try await root.store.quarantined(id))
    case .suppressions(let text, let limit):
      let page = try await root.store.suppressions(containing: text, limit: limit, now: root.clock.now())
      return .suppressions(
        SuppressionListing(entries: page.entries, total: page.total), containing: text, limit: limit)
    case .history(let text, let limit):
      return .history(
        try await root.store.historyPage(containing: text, limit: limit), containing: text, limit: limit)
    case .failureGroups(let campaign, let grouping):
      return .failureGroups(
        campaign, by: grouping, try await root.store.failures(campaign, by: grouping, limit: Self.groupLimit))
    case .failures(let campaign): return .failures(campaign, try await root.store.failures(campaign))
    case .deadLetters(let limit, let withRecovered):
      let totals = try await root.store.deadLetterTotals()
      return .deadLetters(
        DeadLetterPage(
          letters: try await root.store.deadLetters(withRecovered: withRecovered, limit: limit),
          total: withRecovered ? totals.letters : totals.open, recipients: totals.recipients,
          events: root.eventLetterTally.count, recovered: totals.recovered, showsRecovered: withRecovered),
        limit: limit)
    case .letter(let id): return .letter(id, try await letter(id))
    }
  }

  private func counted(_ count: Count, _ stop: ReadingStop) async throws -> Action {
    switch count {
    case .audience(let composition):
      return .audienceCounted(composition, try await self.count(composition, stop))
    case .resendable(let scope):
      return .resendCounted(scope, try await operations.resend(scope, isDryRun: true).count)
    case .correction(let id, let text):
      let found = root.quarantineDesk.check(text)
      return .correctionChecked(id, text, events: found.events, problem: found.problem)
    case .leftAlone(let scope):
      return .leftAlone(
        scope, try await root.store.leftAlone(scope, now: root.clock.now(), mayResend: \.isResendable))
    case .recipient(let composition, let wish):
      var view = try await recipient(of: composition, wish)
      if let found = view {
        view?.isKeptBack = try await root.store.suppression(of: found.address, now: root.clock.now()) != nil
      }
      return .recipientFound(composition, wish, view)
    case .people(let scope): return try await countPeople(scope)
    case .account(let address): return .accountLookedUp(try await account(address))
    case .settleable(let scope):
      let found = try await root.store.uncertain(in: scope)
      let assumed = try await root.store.assumed(in: scope)
      let first = Array((found.isEmpty ? assumed : found).prefix(ScopeCount.sampleSize))
      let sample = try await root.store.messages(first).map(\.address)
      return .settleCounted(scope, SettleCount(messages: found, assumed: assumed, sample: sample))
    }
  }

  private func carryOut(
    _ command: Command, _ control: WorkControl, _ report: @escaping @Sendable (WorkProgress) -> Void
  ) async throws -> CommandResult {
    // A file of the operator's own, and nothing of the store's.
    if case .export(let order) = command { return try await export(order, control, report) }
    // The dashboard offers none of it then.
    try root.settings.allow("sendboard")
    let now = root.clock.now()
    let name = root.settings.operator
    switch command {
    case .launch(let composition, let recipients, let copyOf, let due):
      return try await launch(composition, confirmed: recipients, copyOf: copyOf, at: due, control, report)
    case .sendTest(let composition, let number, let address):
      return try await sendTest(composition, recipient: number, to: address)
    case .pause(let id): return CommandResult(count: try await root.store.pause(id, operator: name, now: now))
    case .resume(let id): return CommandResult(count: try await root.store.resume(id, operator: name, now: now))
    case .cancel(let id): return CommandResult(count: try await root.store.cancel(id, operator: name, now: now))
    case .begin(let id): return CommandResult(count: try await root.store.beginNow(id, operator: name, now: now))
    case .reschedule(let id, let text):
      let due = try StartTime.read(text, now: now)
      return CommandResult(count: try await root.store.reschedule(id, at: due, operator: name, now: now))
    case .resend(let scope, let count):
      return CommandResult(count: try await operations.resend(scope, limit: count, isDryRun: false).resent)
    case .redrive(let choice, let count, let rate):
      let pace = LetterPace(rate: rate) { await control.mayGoOn() }
      let result = try await operations.redrive(letters(choice, limit: count), at: pace) { done in
        report(WorkProgress(done: done, total: count, isPaused: control.isPaused))
      }
      return CommandResult(count: result.letters, note: .goOutAgain(recipients: result.recipients))
    case .discard(let choice, let count):
      let result = try await operations.discard(letters(choice, limit: count))
      return CommandResult(count: result.letters, note: .cancelled(messages: result.recipients))
    case .redriveEvents: return CommandResult(count: try await operations.redriveEvents())
    case .retryQuarantined(let choice, _):
      let report = try await root.quarantineDesk.retry(choice)
      return CommandResult(count: report.stored, note: report.kept > 0 ? .notUnderstood(report.kept) : nil)
    case .dropQuarantined(let choice, _):
      return CommandResult(count: try await root.store.dropQuarantined(choice, operator: name, now: now))
    case .correct(let id, let text, let change, let events):
      let isStored = try await root.quarantineDesk.correct(
        id, to: text, change: change, by: name)
      return CommandResult(count: isStored ? events : 0, note: isStored ? nil : .notCorrected)
    case .settle(let messages, let verdict): return try await settle(messages, verdict)
    case .suppress(let addresses):
      let entries = addresses.map { Suppression(address: $0, cause: .manual, since: now, by: name) }
      return CommandResult(count: try await root.store.suppress(entries, operator: name, now: now))
    case .suppressAll(let scope, let people): return try await suppressAll(scope, people: people)
    case .suppressAtAccount(let address, let reason): return try await change(address, atAccountFor: reason)
    case .unsuppressAtAccount(let address): return try await change(address, atAccountFor: nil)
    case .unsuppress(let addresses):
      return CommandResult(count: try await root.store.unsuppress(addresses, operator: name, now: now))
    case .export(let order): return try await export(order, control, report)
    }
  }

  private func timeline(_ id: MessageID) async throws -> Answer {
    guard let message = try await root.store.message(id) else {
      throw CommandError(.noSuchMessage(id.description))
    }
    let events = try await root.store.timeline(id)
    return .timeline(
      message, Array(events.suffix(Self.eventLimit)), earlier: max(0, events.count - Self.eventLimit),
      content: try await MessageContent(of: id, in: root.store))
  }

  /// The oldest letters, as many as were confirmed: what came since is not touched.
  private func letters(_ choice: DeadLetterChoice, limit: Int) -> LetterChoice {
    switch choice {
    case .these(let ids): .these(Set(ids.prefix(limit)))
    case .all: .oldest(limit, withRecovered: false)
    case .allAndRecovered: .oldest(limit, withRecovered: true)
    }
  }

  private static let recipientLimit = 500

  private func letter(_ id: String) async throws -> LetterDetails? {
    guard let letter = try await root.store.deadLetters([id]).first else { return nil }
    var recipients: [MessageSummary] = []
    if let batch = letter.batch {
      recipients = try await root.store.messages(MessageQuery(batch: batch, limit: Self.recipientLimit)).rows
    }
    return LetterDetails(
      letter: letter, body: await bodies.body(of: id),
      recipients: recipients)
  }

  private func settle(_ messages: [MessageID], _ verdict: Verdict) async throws -> CommandResult {
    let count = try await root.store.settle(
      messages, verdict, leavingOthers: true, operator: root.settings.operator, now: root.clock.now())
    if count == 0 { return CommandResult(count: 0, note: .settledMeanwhile) }
    return CommandResult(count: count, note: count < messages.count ? .othersSettledMeanwhile : nil)
  }
}

/// Composing.
extension EffectRunner {
  /// Reads the files of a composition, which may take long.
  private func read(
    _ composition: Composition, noting remarks: AudienceRemarks? = nil, stop: ReadingStop = ReadingStop()
  ) async throws -> (plan: CampaignPlan, audience: LoadedAudience) {
    let stored =
      composition.template.isEmpty ? nil : try await StoredTemplate.fetch(composition.template, root.settings.cloud)
    return try await onThreadOfItsOwn { [root] in
      let plan = try composition.plan(operator: root.settings.operator, stored: stored)
      return (
        plan,
        try composition.load(for: plan.template, in: root.settings.numbering, folder: root.folder, stop: stop) {
          remarks?.add($0)
        }
      )
    }
  }

  private func count(_ typed: Composition, _ stop: ReadingStop) async throws -> AudienceCount {
    let composition = typed.withWholePaths
    try root.settings.cloud.check(composition.channel)
    let due = composition.start.isEmpty ? nil : try StartTime.read(composition.start, now: root.clock.now())
    let remarks = try AudienceRemarks(folder: root.folder, root.settings.language)
    let (plan, audience) = try await read(composition, noting: remarks, stop: stop)
    try composition.checkNight(plan, audience)
    let like = try await like(plan, audience)
    let rule = try plan.channel == .sms ? root.settings.textRule() : nil
    let serves = try root.settings.servesNumber()
    let texts = try await onThreadOfItsOwn {
      try rule.flatMap { try TextCheck.report(plan, audience, by: $0, serves: serves, stop: stop) }
    }
    // Another is counted since: that one is what may be launched.
    if stop.isStopped { throw CancellationError() }
    self.audience.remember(
      CountedAudience.Counted(
        composition: composition, plan: plan, audience: audience,
        rule: rule, texts: texts, like: like, remarks: remarks))
    // What a block of SES's own template asks for may be in other places than columns, or need not be there.
    let isChecked = plan.template.storedName == nil || plan.template.firstBlock == nil
    let missing = isChecked ? audience.missingVariables(of: plan.template, channel: plan.channel) : []
    let preview = missing.isEmpty && audience.recipients > 0 ? try composition.preview(audience, plan.template) : nil
    let lines = preview.map(\.lines)
    let suppressed = try await root.store.suppressed(in: audience.staging, listing: 5, now: root.clock.now())
    var count = AudienceCount(
      recipients: audience.recipients, duplicates: audience.duplicates, invalid: audience.invalid,
      invalidLines: audience.invalidSamples.map { .init(line: $0.line, problem: $0.problem) },
      batches: (audience.recipients + plan.batchSize - 1) / plan.batchSize, columns: audience.columns,
      missingColumns: missing,
      twin: try await root.store.twin(of: plan, audience: audience.staging.digest),
      firstAddress: audience.staging.first?.address ?? "", preview: lines ?? [], dueAt: due,
      suppressed: suppressed.count, suppressedAddresses: suppressed.listed, incomplete: audience.incomplete,
      incompleteLines: audience.incompleteSamples.map { .init(line: $0.line, variables: $0.variables) })
    count.like = count.twin == nil ? like : nil
    if let first = audience.staging.first, suppressed.count > 0 {
      count.isFirstKeptBack = try await root.store.suppression(of: first.address, now: root.clock.now()) != nil
    }
    count.previewHTML = preview?.htmlBody
    count.duplicateLines = audience.duplicateSamples.prefix(3).map { .init(line: $0.line, first: $0.first) }
    count.texts = texts
    count.firstMeasure = rule.flatMap { rule in preview.map { rule.measure($0.text) } }
    count.forecast = try await forecast(
      of: plan, recipients: audience.recipients - suppressed.count, parts: count.texts?.parts)
    return count
  }

  private func like(_ plan: CampaignPlan, _ audience: LoadedAudience) async throws -> Twin? {
    try await root.store.like(
      of: plan, people: audience.staging.people, now: root.clock.now())
  }

  private func launch(
    _ typed: Composition, confirmed: Int, copyOf: CampaignID?, at due: Timestamp?, _ control: WorkControl,
    _ report: @escaping @Sendable (WorkProgress) -> Void
  ) async throws -> CommandResult {
    let composition = typed.withWholePaths
    if let due, due <= root.clock.now() { throw CommandError(.composing(.start(composition.start, .over(at: due)))) }
    var (plan, audience) = try await read(composition)
    // What matters comes first: the line at the bottom of the screen may be cut off.
    guard audience.recipients == confirmed else {
      throw CommandError(
        .composing(.otherAudience(audience.recipients, confirmed: confirmed, file: composition.file)))
    }
    guard let counted = self.audience.counted(composition), counted.audience.staging.digest == audience.staging.digest
    else {
      throw CommandError(.composing(.changedFile(composition.file)))
    }
    guard counted.plan == plan, counted.audience.columns == audience.columns else {
      throw CommandError(.composing(.changedContent))
    }
    plan.dueAt = due
    try composition.check(audience, plan.template)
    let twin = try await root.store.twin(of: plan, audience: audience.staging.digest)
    guard twin?.id == copyOf else {
      throw CommandError(.composing(.launchedMeanwhile(campaign: twin?.id.description)))
    }
    let like = try await like(plan, audience)
    guard twin != nil || like?.id == counted.like?.id else {
      throw CommandError(.composing(.launchedMeanwhile(campaign: like?.id.description)))
    }
    let id: CampaignID
    do {
      // The last step is the launch: from there on it is the campaign that is paused or cancelled.
      try await control.checkpoint()
      id = try await composition.launch(plan, audience, again: twin.map { !$0.isContinued } ?? false, on: root) {
        copied in
        report(WorkProgress(done: copied, total: audience.recipients))
        try await control.checkpoint()
      }
    } catch is StoppedWork { return CommandResult(count: 0, note: .launchStopped) }
    try await root.store.acknowledge(id)
    let relation = twin.map { $0.id == id ? CommandNote.Launch.continued : .copy(of: $0.id.description) } ?? .first
    return CommandResult(count: audience.recipients, note: .launched(campaign: id.description, relation))
  }
}

extension Preview {
  /// What there is to read, by lines, subject first; without the HTML body.
  var lines: [String] {
    [subject] + headers.map(\.line)
      + (textBody?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? [])
  }
}

extension Composition {
  /// With `~` in its paths taken for the home folder, as a shell does on a command line.
  var withWholePaths: Composition {
    var composition = self
    for path in [\Composition.file, \.textFile, \.htmlFile] {
      composition[keyPath: path] = NSString(string: composition[keyPath: path]).expandingTildeInPath
    }
    return composition
  }
}
