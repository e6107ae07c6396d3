import EventStore
import Logging
import Model
import Services

/// What an operator does from the command line or the dashboard, with its entry in the history.
struct Operations: Sendable {
  let bench: Workbench
  let logger: Logger
  /// Told how long work gets on; the screen shows it by itself.
  var progress: @Sendable (String) -> Void = { _ in }

  private var `operator`: String { bench.settings.operator }

  /// Redrives dead letters.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Throws: ``CommandError`` when one is not there.
  func redrive(_ ids: Set<String>?) async throws -> (letters: Int, recipients: Int) {
    try await deadLetters("redrive", ids) { ids in
      try await bench.deadLetterDesk(logger).redrive(ids) { moved, total in
        progress("moving dead letters: \(moved)" + (total.map { " of \($0)" } ?? ""))
      }
    } events: { letters, ids in
      try await letters.redrive(ids)
    }
  }

  /// Discards dead letters.
  ///
  /// - Throws: ``CommandError`` when one is not there.
  func discard(_ ids: Set<String>?) async throws -> (letters: Int, recipients: Int) {
    try await deadLetters("discard", ids) {
      try await bench.deadLetterDesk(logger).discard($0)
    } events: { letters, ids in
      try await letters.discard(ids)
    }
  }

  private func deadLetters(
    _ action: String, _ ids: Set<String>?, _ act: (Set<String>?) async throws -> (letters: Int, recipients: Int),
    events: (EventLetters, Set<String>?) async throws -> Int
  ) async throws -> (letters: Int, recipients: Int) {
    let chosen = try await choose(ids)
    do {
      let ofBatches = ids?.subtracting(chosen.eventIDs)
      var result = ofBatches?.isEmpty == true ? (letters: 0, recipients: 0) : try await act(ofBatches)
      if let queue = chosen.events { result.letters += try await events(queue, ids) }
      try note(action, ids, chosen.batches, count: result.recipients, "\(result.letters) dead letters")
      return result
    } catch {
      // A part may be done, and that somebody asked for it must be found later. The error itself matters more.
      try? note(action, ids, chosen.batches, count: 0, "broke off: \(error)")
      throw error
    }
  }

  /// Puts the event queue's dead letters back on it.
  ///
  /// - Returns: how many.
  /// - Throws: ``CommandError``, `QueueError`.
  func redriveEvents() async throws -> Int {
    guard let letters = try await bench.eventLetters() else { return 0 }
    let count = try await letters.redrive(nil)
    bench.eventLetterTally.count = 0
    try note("redrive", nil, [], count: 0, "\(count) events put back on the event queue")
    return count
  }

  /// Dead letters that somebody is about to redrive or to discard.
  struct ChosenLetters {
    /// Those of the send queue.
    var batches: [DeadLetter]
    /// Where those of the event queue are; `nil` when none is chosen.
    var events: EventLetters?
    var eventIDs: Set<String>

    var count: Int { batches.count + eventIDs.count }
  }

  /// Looks for dead letters on both queues.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Throws: ``CommandError`` when one is not there.
  func choose(_ ids: Set<String>?) async throws -> ChosenLetters {
    try await bench.deadLetterDesk(logger).refresh()
    let known = try bench.store.deadLetters()
    let others = ids?.subtracting(known.map(\.id))
    let (events, ofEvents) = others?.isEmpty == true ? (nil, []) : try await eventLetters(areNamed: ids != nil)
    if let missing = others?.subtracting(ofEvents).sorted(), !missing.isEmpty {
      throw CommandError(
        "no dead letter has the id \(missing.joined(separator: ", ")): list them with 'sendboard deadletters'; nothing was changed"
      )
    }
    return ChosenLetters(
      batches: known.filter { ids?.contains($0.id) ?? true }, events: events,
      eventIDs: others.map(ofEvents.intersection) ?? ofEvents)
  }

  /// Looks at the dead letters of the event queue; `nil` when there are none.
  ///
  /// - Parameter areNamed: whether somebody names some that may be among them; else what cannot be had is left out.
  private func eventLetters(areNamed: Bool) async throws -> (EventLetters?, ids: Set<String>) {
    do {
      guard let letters = try await bench.eventLetters() else { return (nil, []) }
      let ids = Set(try await letters.list().map(\.id))
      return ids.isEmpty ? (nil, []) : (letters, ids)
    } catch {
      if areNamed { throw CommandError("the event queue's dead letters: \(error)", underlying: error) }
      logger.warning("the event queue's dead letters could not be looked at: \(error)")
      return (nil, [])
    }
  }

  private func note(_ action: String, _ ids: Set<String>?, _ letters: [DeadLetter], count: Int, _ result: String) throws
  {
    let campaigns = Set(letters.compactMap(\.campaign))
    try bench.store.addHistory(
      HistoryEntry(
        at: bench.clock.now(), operator: `operator`, action: action,
        campaign: campaigns.count == 1 ? campaigns.first : nil,
        condition: ids.map { $0.sorted().joined(separator: ",") } ?? "all dead letters", count: count, result: result))
  }

  /// Gives failed messages that may be resent a new attempt.
  func resend(_ scope: Scope, limit: Int = .max, isRehearsal: Bool) throws -> ResendReport {
    try bench.store.resend(
      scope, limit: limit, isRehearsal: isRehearsal, operator: `operator`, now: bench.clock.now(),
      mayResend: \.isResendable)
  }
}

extension DeadLettersCommand {
  /// Redrives or discards, and says what was done.
  static func act(
    _ global: GlobalOptions, _ output: OutputOptions, _ approval: ApprovalOptions, _ action: String,
    _ ids: Set<String>?,
    _ body: (Operations, Set<String>?) async throws -> (letters: Int, recipients: Int)
  ) async throws {
    let settings = try await global.settings()
    let operations = Operations(
      bench: try await Workbench.existing(settings), logger: Log.standardError(settings.logLevel),
      progress: { StandardError.progress($0) })
    let chosen = try await operations.choose(ids)
    // Two letters may be of one batch.
    let recipients = Dictionary(chosen.batches.map { ($0.batch, $0.recipients) }) { first, _ in first }.values.reduce(
      0, +)
    let fate = action == "redrive" ? "be sent to" : "get no further try"
    try approval.require(
      max(chosen.count, recipients),
      "\(counted(recipients, "recipient")) in \(counted(chosen.count, "dead letter")) would \(fate)")
    let result = try await body(operations, ids)
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
