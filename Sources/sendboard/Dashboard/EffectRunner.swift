import Dashboard
import EventStore
import Foundation
import Model
import Synchronization

/// Carries out what the dashboard asks for, and answers with an action.
struct EffectRunner: Sendable {
  let bench: Workbench
  let operations: Operations
  private let audience = CountedAudience()

  init(bench: Workbench, operations: Operations) {
    self.bench = bench
    self.operations = operations
  }

  private static let campaignLimit = 300
  private static let eventLimit = 500

  /// Reads what is to be shown; a failure is an answer too.
  func run(_ load: Load) async -> Action {
    do { return .answered(try await read(load)) } catch { return .loadFailed(load, Problem("\(error)")) }
  }

  /// Counts what a question is about; a failure is an answer too.
  func run(_ count: Count) async -> Action {
    do { return try await counted(count) } catch { return .countFailed(count, Problem("\(error)")) }
  }

  /// Does what the operator wants done; a failure is an answer too.
  func run(_ command: Command) async -> Action {
    do { return .done(command, try await carryOut(command)) } catch { return .failed(command, Problem("\(error)")) }
  }

  private func read(_ load: Load) async throws -> Answer {
    switch load {
    case .snapshot:
      return .snapshot(
        Snapshot(
          campaigns: try bench.store.campaigns(limit: Self.campaignLimit),
          campaignTotal: try bench.store.campaignCount(),
          health: try await bench.health(), at: bench.clock.now()))
    case .page(let query): return .page(try bench.store.messages(query))
    case .timeline(let id): return try timeline(id)
    case .failures(let campaign): return .failures(campaign, try bench.store.failures(campaign))
    case .deadLetters(let limit):
      let letters = try bench.store.deadLetters()
      return .deadLetters(
        DeadLetterPage(
          letters: Array(letters.prefix(limit)), total: letters.count,
          recipients: letters.reduce(0) { $0 + $1.recipients }, events: bench.eventLetterTally.count), limit: limit)
    }
  }

  private func counted(_ count: Count) async throws -> Action {
    switch count {
    case .audience(let composition):
      return .audienceCounted(composition, try await aside { try self.count(composition) })
    case .resendable(let scope):
      return .resendCounted(scope, try operations.resend(scope, isRehearsal: true).count)
    }
  }

  private func carryOut(_ command: Command) async throws -> Outcome {
    let now = bench.clock.now()
    let name = bench.settings.operator
    switch command {
    case .launch(let composition, let recipients, let copyOf):
      return try await aside { try launch(composition, confirmed: recipients, copyOf: copyOf) }
    case .pause(let id): return Outcome(count: try bench.store.pause(id, operator: name, now: now))
    case .resume(let id): return Outcome(count: try bench.store.resume(id, operator: name, now: now))
    case .cancel(let id): return Outcome(count: try bench.store.cancel(id, operator: name, now: now))
    case .resend(let scope, let count):
      return Outcome(count: try operations.resend(scope, limit: count, isRehearsal: false).resent)
    case .redrive(let choice, let count):
      let result = try await operations.redrive(try ids(choice, limit: count))
      return Outcome(count: result.letters, note: "recipients that go out again: \(result.recipients)")
    case .discard(let choice, let count):
      let result = try await operations.discard(try ids(choice, limit: count))
      return Outcome(count: result.letters, note: "messages cancelled: \(result.recipients)")
    case .redriveEvents: return Outcome(count: try await operations.redriveEvents())
    case .settle(let messages, let verdict): return try settle(messages, verdict)
    }
  }

  /// Runs long work on a thread of its own: on a small machine it would keep the services from theirs.
  private func aside<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
  }

  private func timeline(_ id: MessageID) throws -> Answer {
    guard let message = try bench.store.message(id) else { throw CommandError("message \(id) is not in the store") }
    let events = try bench.store.timeline(id)
    return .timeline(
      message, Array(events.suffix(Self.eventLimit)), earlier: max(0, events.count - Self.eventLimit),
      content: try MessageContent(of: id, in: bench.store))
  }

  /// The oldest letters, as many as were confirmed: what came since is not touched.
  private func ids(_ choice: DeadLetterChoice, limit: Int) throws -> Set<String> {
    switch choice {
    case .these(let ids): Set(ids.prefix(limit))
    case .all: Set(try bench.store.deadLetters().prefix(limit).map(\.id))
    }
  }

  private func settle(_ messages: [MessageID], _ verdict: Command.Verdict) throws -> Outcome {
    let word: EventStore.Verdict =
      switch verdict {
      case .resend: .resend
      case .assumeSent: .assumeSent
      case .undo: .undo
      }
    let fitting = try messages.filter { id in try bench.store.message(id).map(word.fits) ?? false }
    guard !fitting.isEmpty else { return Outcome(count: 0, note: "they were settled meanwhile") }
    let count = try bench.store.settle(fitting, word, operator: bench.settings.operator, now: bench.clock.now())
    return Outcome(count: count, note: count < messages.count ? "the others were settled meanwhile" : nil)
  }
}

/// Composing.
extension EffectRunner {
  private func count(_ composition: Composition) throws -> AudienceCount {
    let campaign = CampaignComposition(composition)
    try bench.settings.cloud.check(campaign.channel)
    let plan = try campaign.plan(operator: bench.settings.operator)
    let audience = try campaign.load(for: plan.template, folder: bench.folder)
    self.audience.remember(composition, audience.staging.digest)
    let missing = audience.missingVariables(of: plan.template, channel: plan.channel)
    let preview = missing.isEmpty && audience.recipients > 0 ? try campaign.preview(audience, plan.template) : nil
    let lines = preview.map {
      [$0.subject] + $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return AudienceCount(
      recipients: audience.recipients, duplicates: audience.duplicates, invalid: audience.invalid,
      invalidLines: audience.invalidSamples.map { .init(line: $0.line, reason: $0.reason) },
      batches: (audience.recipients + plan.batchSize - 1) / plan.batchSize, columns: audience.columns,
      missingColumns: missing,
      twin: try bench.store.twin(of: plan, audience: audience.staging.digest).map {
        .init(id: $0.id, at: $0.createdAt, isContinued: !$0.isAcknowledged)
      },
      firstAddress: audience.staging.first?.address ?? "", preview: lines ?? [])
  }

  private func launch(_ composition: Composition, confirmed: Int, copyOf: CampaignID?) throws -> Outcome {
    let campaign = CampaignComposition(composition)
    let plan = try campaign.plan(operator: bench.settings.operator)
    let audience = try campaign.load(for: plan.template, folder: bench.folder)
    // What matters comes first: the line at the bottom of the screen may be cut off.
    guard audience.recipients == confirmed else {
      throw CommandError(
        "nothing was sent: it is now \(audience.recipients) recipients, not the \(confirmed) you confirmed; count again: \(composition.file)"
      )
    }
    guard self.audience.isUnchanged(composition, audience.staging.digest) else {
      throw CommandError("nothing was sent: the file was changed meanwhile; count again: \(composition.file)")
    }
    try campaign.check(audience, plan.template)
    let twin = try bench.store.twin(of: plan, audience: audience.staging.digest)
    guard twin?.id == copyOf else {
      throw CommandError(
        "nothing was sent: the same was launched meanwhile, as campaign \(twin?.id.description ?? "?"); count again to "
          + "send it once more")
    }
    let id = try campaign.launch(plan, audience, again: twin?.isAcknowledged ?? false, on: bench)
    try bench.store.acknowledge(id)
    let relation = twin.map { $0.id == id ? ", continued" : ", a copy of \($0.id)" } ?? ""
    return Outcome(count: audience.recipients, note: "campaign \(id)\(relation)")
  }
}

/// Remembers which audience was shown, so that no other one is launched.
final class CountedAudience: Sendable {
  private let last = Mutex<(composition: Composition, digest: Int64)?>(nil)

  func remember(_ composition: Composition, _ digest: Int64) { last.withLock { $0 = (composition, digest) } }

  func isUnchanged(_ composition: Composition, _ digest: Int64) -> Bool {
    last.withLock { $0.map { $0.composition == composition && $0.digest == digest } ?? false }
  }
}

extension CampaignComposition {
  /// Takes over what was typed into the form.
  init(_ composition: Composition) {
    func path(_ text: String) -> String? { text.isEmpty ? nil : NSString(string: text).expandingTildeInPath }
    self.init(
      name: composition.name, recipientsPath: path(composition.file) ?? "", from: composition.from,
      subject: composition.subject, textPath: path(composition.textFile), htmlPath: path(composition.htmlFile),
      channel: composition.channel, batchSize: composition.batchSize)
  }
}
