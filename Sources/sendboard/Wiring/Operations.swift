import Words
import Ports
import EventStore
import Logging
import Model
import Services

/// What an operator does from the command line or the dashboard, with its entry in the history.
struct Operations: Sendable {
  let root: CompositionRoot
  let logger: Logger
  /// Told how long work gets on; the screen shows it by itself.
  var progress: @Sendable (String) -> Void = { _ in }

  private var `operator`: String { root.settings.operator }

  /// Redrives dead letters.
  ///
  /// - Parameters:
  ///   - pace: how fast, and whether to go on. Slow work is on record when it begins, too: what ends the process meanwhile
  ///     must not take from the record that somebody asked for it.
  ///   - moved: told how many were redriven so far.
  /// - Throws: ``CommandError`` when one is not there.
  func redrive(
    _ choice: LetterChoice, at pace: LetterPace = .atOnce, moved: @escaping (Int) -> Void = { _ in }
  ) async throws -> (letters: Int, recipients: Int) {
    if let rate = pace.rate {
      try await note("redrive", choice, nil, count: 0, OwnRecord.begunAtARate("\(rate.perSecond)").sentence)
    }
    return try await deadLetters("redrive", choice) { ids in
      try await root.deadLetterDesk(logger).redrive(ids, at: pace) { done, total in
        moved(done)
        progress("moving dead letters: \(done)" + (total.map { " of \($0)" } ?? ""))
      }
    } events: { letters, ids in
      try await letters.redrive(ids)
    }
  }

  /// Discards dead letters.
  ///
  /// - Throws: ``CommandError`` when one is not there.
  func discard(_ choice: LetterChoice) async throws -> (letters: Int, recipients: Int) {
    try await deadLetters("discard", choice) {
      try await root.deadLetterDesk(logger).discard($0)
    } events: { letters, ids in
      try await letters.discard(ids)
    }
  }

  private func deadLetters(
    _ action: String, _ choice: LetterChoice, _ act: (Set<String>?) async throws -> (letters: Int, recipients: Int),
    events: (EventLetters, Set<String>?) async throws -> Int
  ) async throws -> (letters: Int, recipients: Int) {
    let chosen = try await choose(choice)
    do {
      var result = chosen.ids?.isEmpty == true ? (letters: 0, recipients: 0) : try await act(chosen.ids)
      if let queue = chosen.events {
        result.letters += try await events(queue, chosen.ids == nil ? nil : chosen.eventIDs)
      }
      // What changed nothing is no deed.
      guard result.letters > 0 else { return result }
      try await note(
        action, choice, chosen.campaign, count: result.recipients, OwnRecord.letters(result.letters).sentence)
      return result
    } catch {
      // A part may be done, and that somebody asked for it must be found later. The error itself matters more.
      try? await note(action, choice, chosen.campaign, count: 0, OwnRecord.brokeOff("\(error)").sentence)
      throw error
    }
  }

  /// Puts the event queue's dead letters back on it.
  ///
  /// - Returns: how many.
  /// - Throws: ``CommandError``, `QueueError`.
  func redriveEvents() async throws -> Int {
    guard let letters = try await root.eventLetters() else { return 0 }
    let count = try await letters.redrive(nil)
    root.eventLetterTally.count = 0
    try await note("redrive", .all, nil, count: 0, OwnRecord.eventsPutBack(count).sentence)
    return count
  }

  /// Looks for dead letters on both queues.
  ///
  /// - Throws: ``CommandError`` when one is not there.
  func choose(_ choice: LetterChoice) async throws -> ChosenLetters {
    try await root.deadLetterDesk(logger).refresh()
    var chosen = ChosenLetters()
    switch choice {
    case .all:
      let totals = try await root.store.deadLetterTotals()
      (chosen.letters, chosen.recipients, chosen.campaign) = (totals.letters, totals.recipients, totals.campaign)
      (chosen.events, chosen.eventIDs) = try await eventLetters(areNamed: false)
    case .oldest(let count, let withRecovered):
      var ids: Set<String> = []
      var last: DeadLetter?
      while ids.count < count {
        let page = try await root.store.deadLetters(
          after: last, withRecovered: withRecovered, limit: min(1000, count - ids.count))
        guard let end = page.last else { break }
        ids.formUnion(page.map(\.id))
        chosen.add(page)
        last = end
      }
      chosen.ids = ids
    case .of(let campaigns):
      var ids: Set<String> = []
      var page = try await root.store.deadLetters(limit: 1000)
      while let end = page.last {
        let theirs = page.filter { $0.campaign.map(campaigns.contains) == true }
        ids.formUnion(theirs.map(\.id))
        chosen.add(theirs)
        page = try await root.store.deadLetters(after: end, limit: 1000)
      }
      chosen.ids = ids
    case .these(let ids):
      let known = try await root.store.deadLetters(ids.sorted())
      chosen.add(known)
      let ofBatches = Set(known.map(\.id))
      chosen.ids = ofBatches
      let others = ids.subtracting(ofBatches)
      guard !others.isEmpty else { break }
      let (events, ofEvents) = try await eventLetters(areNamed: true)
      let missing = others.subtracting(ofEvents).sorted()
      if !missing.isEmpty {
        throw CommandError(
          .noSuchLetters(missing), ending: ": list them with 'sendboard deadletters'; nothing was changed")
      }
      (chosen.events, chosen.eventIDs) = (events, others)
    }
    return chosen
  }

  /// Looks at the dead letters of the event queue; `nil` when there are none.
  ///
  /// - Parameter areNamed: whether somebody names some that may be among them; else what cannot be had is left out.
  private func eventLetters(areNamed: Bool) async throws -> (EventLetters?, ids: Set<String>) {
    do {
      guard let letters = try await root.eventLetters() else { return (nil, []) }
      let ids = Set(try await letters.list().map(\.id))
      return ids.isEmpty ? (nil, []) : (letters, ids)
    } catch {
      if areNamed {
        throw CommandError("the event queue's dead letters: \(error)", underlying: error, text: .eventLetters)
      }
      logger.warning("the event queue's dead letters could not be looked at: \(error)")
      return (nil, [])
    }
  }

  private func note(
    _ action: String, _ choice: LetterChoice, _ campaign: CampaignID?, count: Int, _ result: String
  ) async throws {
    try await root.store.addHistory(
      HistoryEntry(
        at: root.clock.now(), operator: `operator`, action: action, campaign: campaign, condition: choice.record,
        count: count, result: result))
  }

  /// Gives failed messages that may be resent a new attempt.
  func resend(_ scope: Scope, limit: Int = .max, isDryRun: Bool) async throws -> ResendReport {
    try await root.store.resend(
      scope, limit: limit, isDryRun: isDryRun, operator: `operator`, now: root.clock.now(),
      mayResend: { $0.isResendable })
  }
}

extension DeadLettersCommand {
  /// Redrives or discards, and says what was done.
  ///
  /// - Parameter choose: says which are meant, by what the store knows.
  static func act(
    _ global: GlobalOptions, _ output: OutputOptions, _ approval: ApprovalOptions, _ action: String,
    _ choose: (EventStore) async throws -> LetterChoice,
    _ body: (Operations, LetterChoice) async throws -> (letters: Int, recipients: Int)
  ) async throws {
    let settings = try await global.settings(for: "sendboard deadletters \(action)")
    let operations = Operations(
      root: try await CompositionRoot.existing(settings), logger: Log.standardError(settings.logLevel),
      progress: { StandardError.progress($0) })
    let choice = try await choose(operations.root.store)
    let chosen = try await operations.choose(choice)
    let recipients = chosen.recipients
    let fate = action == "redrive" ? "be sent to" : "get no further try"
    try approval.require(
      max(chosen.count, recipients),
      "\(counted(recipients, "recipient")) in \(counted(chosen.count, "dead letter")) would \(fate)")
    let result = try await body(operations, choice)
    StandardError.endProgress()
    if output.json {
      var line = JSONLine()
      line.add("action", .string(action))
      line.add("deadLetters", .int(result.letters))
      line.add("recipients", .int(result.recipients))
      StandardOutput.print(line.finished)
    } else {
      let verb = action == "redrive" ? "redriven" : "discarded"
      let fate = action == "redrive" ? "sent on again" : "cancelled"
      print(
        "\(counted(result.letters, "dead letter")) \(verb), \(counted(result.recipients, "recipient")) \(fate)"
      )
    }
  }
}
