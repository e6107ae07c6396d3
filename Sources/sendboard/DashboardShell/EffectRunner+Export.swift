import Ports
import Services
import Dashboard
import EventStore
import Foundation
import Model
import Words

/// Writes what panes show to files.
extension EffectRunner {
  /// Writes a file, or none at all.
  func export(_ order: ExportOrder, _ control: WorkControl, _ report: @escaping @Sendable (WorkProgress) -> Void)
    async throws -> CommandResult
  {
    let file = try ExportFile(order.file, replaces: order.replaces)
    do {
      let result = try await write(order, file) { count in
        try await control.checkpoint()
        report(WorkProgress(done: count, total: order.total))
      }
      try file.finish()
      return result
    } catch is StoppedWork {
      file.abandon()
      return CommandResult(count: 0, note: .stoppedWithoutFile)
    } catch {
      file.abandon()
      throw error
    }
  }

  private func write(
    _ order: ExportOrder, _ file: ExportFile, progress: (Int) async throws -> Void
  ) async throws -> CommandResult {
    let store = root.store
    switch order.what {
    case .messages(let scope):
      let campaigns = try await campaigns(of: scope)
      let result = try await MessageExport(store: store, campaigns: campaigns).write(.init(scope, store)) {
        try file.line($0)
      } progress: {
        try await progress($0)
      }
      return CommandResult(count: result.count, note: result.unusualAddress.map { .addressColumn($0) })
    case .recipients(let choice):
      let letters = try await self.letters(choice)
      let batches = Array(Set(letters.compactMap(\.batch))).sorted()
      let messages = try await store.messagesToSend(ofBatches: batches)
      let campaigns = Array(Set(letters.compactMap(\.campaign))).sorted()
      let result = try await MessageExport(store: store, campaigns: campaigns).write(.named(messages)) {
        try file.line($0)
      } progress: {
        try await progress($0)
      }
      return CommandResult(count: result.count, note: result.unusualAddress.map { .addressColumn($0) })
    case .history(let text):
      let count = try await HistorySheet(store: store).write(
        containing: text, line: { try file.line($0) }, progress: { try await progress($0) })
      return CommandResult(count: count)
    case .remarks(let composition):
      return CommandResult(count: try await write(remarksOf: composition, file))
    case .documents(let choice):
      return CommandResult(count: try await write(choice, file, progress))
    }
  }

  /// Writes whom a launch would leave out, keep back or send to without a value, by the audience as it was counted.
  private func write(remarksOf composition: Composition, _ file: ExportFile) async throws -> Int {
    let counted = try self.counted(composition)
    try file.line(AudienceRemarks.header)
    let rows = try counted.remarks?.read { try file.write($0) } ?? 0
    let words = root.settings.language.words
    let suppressed = try await root.store.suppressed(
      in: counted.audience.staging, listing: .max, now: root.clock.now())
    for address in suppressed.listed { try file.line(ExportSheet.line(["", address, words.compose(.keptBack)])) }
    return rows + suppressed.count
  }

  /// Whose columns the file has: only theirs, where the messages are named.
  private func campaigns(of scope: Scope) async throws -> [CampaignID] {
    if let campaign = scope.campaign { return [campaign] }
    guard !scope.messages.isEmpty else { return [] }
    return Array(Set(try await root.store.messages(scope.messages).compactMap(\.campaign))).sorted()
  }

  private func letters(_ choice: DeadLetterChoice) async throws -> [DeadLetter] {
    switch choice {
    case .these(let ids): return try await root.store.deadLetters(ids)
    case .all, .allAndRecovered:
      var letters: [DeadLetter] = []
      let withRecovered = choice == .allAndRecovered
      while case let page = try await root.store.deadLetters(
        after: letters.last, withRecovered: withRecovered, limit: 1000), !page.isEmpty
      {
        letters += page
      }
      return letters
    }
  }

  private func write(
    _ choice: QuarantineChoice, _ file: ExportFile, _ progress: (Int) async throws -> Void
  ) async throws -> Int {
    if case .these(let ids) = choice, ids.count == 1 {
      guard let entry = try await root.store.quarantined(ids[0]) else { return 0 }
      try file.write(entry.bytes)
      return 1
    }
    return try await QuarantineLines(store: root.store).write(choice, line: { try file.line($0) }, progress: progress)
  }
}
