import EventStore
import Foundation
import GRDB
import Model
import Ports
import Sandbox
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// A hundred thousand dead letters: lists come by pages, and what they cost in memory does not grow with them.
  @Suite struct ManyDeadLettersTests {
    private static let count = 100_000
    private static let recipients = 2

    @Test(.timeLimit(.minutes(5)))
    func aHundredThousandDeadLettersAreListedAndShownByPages() async throws {
      let place = try Workplace()
      try await fill(place)

      for arguments in [["deadletters"], ["deadletters", "--json"], ["history"], ["quarantine"]] {
        let began = ContinuousClock.now
        let result = try await place.run(arguments, within: .seconds(120))
        let took = ContinuousClock.now - began
        let lines = result.output.split(separator: "\n").count
        print("ManyDeadLettersTests: \(arguments): \(lines) lines, \(took), \(result.peakMemory) KiB")
        #expect(result.status == 0, "\(result.errors)")
        #expect(lines == Self.count + (arguments.contains("--json") ? 0 : 1))
        // A program of this size has some 40 MB at rest in a debug build, caches and all. The rows kept would be 60 MB more.
        #expect(result.peakMemory < 100_000)
      }

      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(["dashboard"])
      try await terminal.wait(for: "[1 Campaigns]")
      let began = ContinuousClock.now
      try await terminal.send("4")
      let screen = try await terminal.wait(for: "first 500")
      let took = ContinuousClock.now - began
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let memory = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      print("ManyDeadLettersTests: the pane: \(took), \(memory)")
      #expect(took < .seconds(10))
      #expect(screen.contains { $0.contains("100,000") && $0.contains("200,000 recipients") }, "\(screen)")
      let peak = memory.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
      #expect(try #require(peak) < 150_000)
      try await terminal.quit()
    }

    /// Letters as they are on the queue, and as the store knows them by then.
    private func fill(_ place: Workplace) async throws {
      let store = try await place.openStore()
      let id = store.id
      try store.close()
      let database = try DatabaseQueue(path: place.store)
      let (count, recipients) = (Self.count, Self.recipients)
      try await database.write { db in
        try db.execute(
          sql: """
            INSERT INTO campaign (id, name, channel, state, operator, createdAt, audience, sender, subject, columns,
              batchSize, recipients, dead, firstMessage, lastMessage, touchedAt)
            VALUES (1, 'Many', 'email', 'sending', 'x', 1790000000000, 'f', 'a@b.example', 's', '', \(recipients),
              \(count * recipients), \(count), 1, \(count * recipients), 5);
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
            INSERT INTO batch (id, campaign, size, state, receiveCount, error, updatedAt)
              SELECT i, 1, \(recipients), 3, 3, 'throttled: too many at once', 1790000000000 FROM n;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count * recipients))
            INSERT INTO message (id, campaign, batch, address, status, attempt, tries, updatedAt)
              SELECT i, 1, (i + \(recipients) - 1) / \(recipients), 'user' || i || '@example.com', 0, 1, 0, 1790000000000
              FROM n;
            INSERT INTO statusCount VALUES (1, 0, \(count * recipients));
            INSERT INTO deadLetter (id, campaign, batch, receiveCount, enqueuedAt, seenAt, error)
              SELECT CAST(id AS TEXT), 1, id, 3, 1790000000000 + id, 1790000000000, 'throttled: too many at once' FROM batch;
            INSERT INTO history (at, operator, action, campaign, condition, count, result)
              SELECT 1790000000000, 'x', 'resend', 1, 'message ' || id, 1, 'skipped 0' FROM batch;
            INSERT INTO quarantine (at, error, body, bodyKey)
              SELECT 1790000000000, 'not JSON', CAST('{"broken": ' || id AS BLOB), id FROM batch;
            """)
      }
      try database.close()
      let queues = try await QueueStore.open(path: place.file("store/board-queues.db"))
      let dead = try await queues.deadLetterQueue("send-dead-letters")
      for start in stride(from: 1, through: count, by: 10_000) {
        try await dead.sendAll(
          (start..<start + 10_000).map {
            QueueEntry(
              body: BatchTicket(
                store: id, campaign: CampaignID(rawValue: 1), batch: BatchID(rawValue: Int64($0)), channel: .email
              ).body)
          })
      }
      try queues.close()
    }
  }
}
