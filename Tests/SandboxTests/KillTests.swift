import Foundation
import GRDB
import Model
import Ports
import Testing
import TestSupport

@testable import Sandbox

/// Processes that are killed (SIGKILL) in the middle of their work.
@Suite struct KillTests {
  @Test func answeredSendsSurvive() async throws {
    let folder = try TemporaryFolder()
    let (file, notes) = (folder.file("queues.db"), folder.file("answered"))
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String, notes = notes as String] in
      let queue = try await QueueStore(path: file).queue("queue")
      let answered = try SimulatorLedger(path: notes)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            for number in 0..<500 {
              _ = try await queue.send([QueueEntry(body: "\(task) \(number)")])
              try answered.append([Self.note("\(task) \(number)")])
              // The other tasks are anywhere in their sends.
              if task == 0 && number == 100 { kill(getpid(), SIGKILL) }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    let answered = Set(try lines(of: notes).compactMap { $0.text("address") })
    #expect(answered.count > 100)
    let queue = try await QueueStore(path: file).queue("queue")
    let intact = try await queue.store.reader.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") }
    #expect(intact == "ok")
    let total = try await queue.depths().total
    var bodies: [String] = []
    while true {
      let messages = try await queue.receive(max: 10, wait: .zero, visibility: nil)
      if messages.isEmpty { break }
      bodies += messages.map(\.body)
    }
    #expect(bodies.count == total)
    #expect(Set(bodies).count == bodies.count)
    #expect(answered.isSubset(of: bodies))
    // At most the one send each task had under way is there without an answer.
    #expect(bodies.count <= answered.count + 4)
  }

  @Test func theLedgerKnowsWhatEventsAndAnswersTellOf() async throws {
    let folder = try TemporaryFolder()
    let (file, book, notes) = (folder.file("queues.db"), folder.file("ledger"), folder.file("answered"))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [file = file as String, book = book as String, notes = notes as String] in
      let events = try await QueueStore(path: file).queue("events")
      let simulator = Simulator(settings: .quick, events: events, ledger: try SimulatorLedger(path: book))
      let answered = try SimulatorLedger(path: notes)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            for call in 0..<100 {
              let first = Int64(task * 10_000 + call * 10 + 1)
              let recipients = SimulatorFixture.recipients(Array(repeating: "a@example.com", count: 10), from: first)
              let request = SendRequest(
                campaign: SimulatorFixture.campaign(), recipients: recipients, storeID: "s")
              if case .answered(let outcomes) = await simulator.send(
                request, under: Permit(recipients: request.recipients.count))
              {
                try answered.append(
                  zip(recipients, outcomes).compactMap { recipient, outcome in
                    if case .accepted = outcome { Self.note("\(recipient.message)") } else { nil }
                  })
              }
              if task == 0 && call == 30 { kill(getpid(), SIGKILL) }
            }
          }
        }
        try await group.waitForAll()
      }
    }
    let sent = try lines(of: book).compactMap { $0.text("message") }
    #expect(Set(sent).count == sent.count)
    let answered = Set(try lines(of: notes).compactMap { $0.text("address") })
    #expect(answered.count > 250)
    #expect(answered.isSubset(of: sent))
    let events = try await QueueStore(path: file).queue("events")
    var told: Set<String> = []
    while true {
      let messages = try await events.receive(max: 10, wait: .zero, visibility: nil)
      if messages.isEmpty { break }
      for message in messages {
        told.formUnion(try JSONObject(message.body)["mail"]["tags"].texts(MessageTags.Name.message))
      }
    }
    #expect(told.isSubset(of: sent))
    #expect(answered.isSubset(of: told))
  }

  /// A line for what was answered: the ledger writes whole lines at once, which is what is wanted here too.
  private static func note(_ text: String) -> EventDocuments.Accepted {
    EventDocuments.Accepted(
      recipient: ClaimedMessage(message: MessageID(rawValue: 0), attempt: 1, address: text, values: []),
      providerID: "", at: Timestamp(milliseconds: 0))
  }

  private func lines(of path: String) throws -> [JSONObject] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try JSONObject(String($0)) }
  }
}
