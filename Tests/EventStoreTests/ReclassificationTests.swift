import Foundation
import GRDB
import Model
import Testing
import TestSupport

@testable import EventStore

/// A store of the version before: what its events mean since is in its rows and counters when it has been opened.
@Suite struct ReclassificationTests {
  /// Makes a store as version 3 left it: one foreign message for each event, with the status it had then.
  private func old(_ path: String, _ rows: [(Int64, String, Classification?, String?, String?, MessageStatus)])
    async throws
  {
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "3")
    try await queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); INSERT INTO identity VALUES ('old')")
      var table = ClassificationTable(db)
      for (id, type, classification, reason, detail, status) in rows {
        let number = try classification.map { try table.id(of: $0) }
        try db.execute(
          sql: """
            INSERT INTO message (id, address, status, attempt, tries, classification, providerID, providerKey, updatedAt)
            VALUES (?, ?, ?, 1, 1, ?, ?, ?, 9)
            """,
          arguments: [
            id, "r\(id)@example.com", status.rawValue, status.isFailure ? number : nil, "p\(id / 10)",
            StableHash.hash("p\(id / 10)"),
          ])
        try db.execute(
          sql: "INSERT INTO event VALUES (?, 9, ?, 1, ?, 0, ?, ?, ?)",
          arguments: [id, id, type, number, reason, detail])
        try db.execute(
          sql: "INSERT INTO statusCount VALUES (0, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
          arguments: [status.rawValue])
        if status.isFailure {
          try db.execute(
            sql: "INSERT INTO failureCount VALUES (0, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1", arguments: [number])
        }
      }
    }
    try queue.close()
  }

  @Test func whatItsReplayChanges() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.file("old.db")
    func soft(_ status: String? = nil) -> Classification {
      Classification(kind: .soft, cause: "Transient", subtype: "General", smtpStatus: status)
    }
    try await old(
      path,
      [
        (
          10, "Complaint", Classification(kind: .complaint, cause: "OnAccountSuppressionList"), nil, nil, .complained
        ),
        (
          20, "Bounce", Classification(kind: .hard, cause: "Permanent", subtype: "UnsubscribedRecipient"), nil, nil,
          .hardBounced
        ),
        (30, "Bounce", soft(), "smtp; 550 user unknown", nil, .softBounced),
        (40, "Bounce", soft(), nil, "{\"feedbackId\":\"1\"}", .softBounced),
        (50, "Bounce", soft(), nil, "{\"reportingMTA\":\"dsn; a\"}", .softBounced),
        (60, "Open", nil, nil, nil, .opened), (61, "Open", nil, nil, nil, .opened),
        (70, "Open", nil, nil, nil, .opened),
        (80, "Received", nil, nil, nil, .accepted), (90, "Subscription", nil, nil, nil, .accepted),
        (
          100, "Complaint", Classification(kind: .complaint, cause: "Complaint", subtype: "abuse"), nil, nil,
          .complained
        ),
      ])
    let store = try EventStore(path: path, newID: "unused")
    func row(_ id: Int64) async throws -> MessageSummary? { try await store.message(MessageID(rawValue: id)) }
    func type(_ id: Int64) async throws -> EventType? { try await store.timeline(MessageID(rawValue: id)).last?.type }
    #expect(try await row(10)?.status == .suppressed)
    #expect(try await row(10)?.classification?.kind == .suppressed)
    #expect(try await row(20)?.status == .suppressed)
    #expect(try await row(30)?.classification == soft("550"))
    #expect(try await type(40) == .automaticReply)
    #expect(try await row(40)?.status == .softBounced)
    #expect(try await type(50) == .bounce)
    #expect(try await (type(60), type(61), type(70)) == (.byOneOfSeveral(.open), .byOneOfSeveral(.open), .open))
    #expect(try await (row(60)?.status, row(70)?.status) == (.accepted, .opened))
    #expect(try await row(80) == nil)
    #expect(try await row(90)?.status == .delivered)
    #expect(try await row(100)?.status == .complained)
    #expect(try await store.replay() == [])
    #expect(try await store.failures().reduce(0) { $0 + $1.count } == 6)
    #expect(try await store.regression() == nil)
  }
}
