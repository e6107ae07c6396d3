import Foundation
import GRDB
import Model
import Ports
import SQLiteKit
import Testing

@testable import EventStore

@Suite struct LaunchTests {
  @Test func everythingIsOnDiskBeforeAnythingIsQueued() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(12_345)
    let summary = try await fixture.summary(id)
    #expect(summary.state == .launching)
    #expect(summary.recipients == 12_345)
    #expect(summary.counts == [.queued: 12_345])
    // 12,345 / 50 = 246.9
    #expect(summary.batches == .init(pending: 247))
    #expect(try await fixture.store.replay() == [])
    let queued = try await fixture.queueAll()
    #expect(queued.count == 247)
    #expect(try await fixture.summary(id).state == .sending)
    #expect(try await fixture.summary(id).batches == .init(queued: 247))
  }

  /// The last line of defence: what would not come back whole is not taken.
  @Test func aTextWithANULIsNotTaken() async throws {
    let fixture = try StoreFixture()
    let whole = fixture.plan()
    var plans = [whole, whole, whole, whole, whole, whole, whole, whole]
    plans[0].name = "Te\0st"
    plans[1].operator = "mina\0"
    plans[2].audience = "\0may.csv"
    plans[3].template.from = "a\0@example.com"
    plans[4].template.subject = "Hi\0"
    plans[5].template.text = "H\0e\0"
    plans[6].template.html = "H\0e\0"
    plans[7].template.storedName = "may\0"
    for plan in plans {
      await #expect {
        try await fixture.store.launch(plan, from: try fixture.staging(1), now: { fixture.now })
      } throws: {
        ($0 as? StoreError)?.code == .notAllowed && "\($0)".contains("holds a NUL character")
      }
    }
    #expect(try await fixture.store.campaigns().isEmpty)
  }

  /// GRDB ends a text at a NUL where it reads one.
  @Test func whatIsBoundComesBackToItsEnd() throws {
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE t (x TEXT)")
      let insert = try Prepared(db, "INSERT INTO t VALUES (?)")
      for text in ["a\0b tail", "\0", "", "a\u{FFFD}b"] {
        insert.bind(1, text)
        _ = try insert.change()
      }
      #expect(
        try String.fetchAll(db, sql: "SELECT x FROM t ORDER BY rowid") == [
          "a\u{FFFD}b tail", "\u{FFFD}", "", "a\u{FFFD}b",
        ])
    }
  }

  @Test func recipientsKeepTheirValuesWhateverTheyHold() async throws {
    let fixture = try StoreFixture()
    let values = ["", "a,b\n\"c\"", "\u{1F}\u{10}\u{10}", "김민준 🙂"]
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add([("a@example.com", values), ("b@example.com", ["", "", "", ""])])
    let plan = CampaignPlan(
      name: "V", channel: .email, operator: "t", audience: "f",
      template: Template(from: "a@b.c", subject: "s", text: "t", html: nil), columns: ["w", "x", "y", "z"],
      batchSize: 50)
    _ = try await fixture.store.launch(plan, from: staging, now: { fixture.now })
    let batch = try await fixture.queueAll()[0].batch
    #expect(try await fixture.claim(batch).map(\.values) == [values, ["", "", "", ""]])
  }

  @Test func duplicatesCollapseAndTheFirstStays() async throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add([("a@x.example", ["1"]), ("b@x.example", ["2"]), ("a@x.example", ["3"])])
    try staging.add([("b@x.example", ["4"])])
    #expect(staging.recipients == 2)
    #expect(staging.duplicates == 2)
    #expect(staging.first?.values == ["1"])
  }

  /// A launcher that was asleep for a minute (a suspended machine) must not finish what was given up, nor touch the
  /// campaign that came after.
  @Test func aLauncherThatWakesUpTooLateStops() async throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add((0..<12_000).map { ("late\($0)@example.com", ["x"]) })
    let plan = CampaignPlan(
      name: "Late", channel: .email, operator: "t", audience: "f",
      template: Template(from: "a@b.example", subject: "s", text: "t", html: nil), columns: ["name"], batchSize: 50)
    let other = try fixture.another()
    var next: CampaignID?
    await #expect(throws: StoreError.self) {
      _ = try await fixture.store.launch(
        plan, from: staging, now: { fixture.now },
        progress: { copied in
          guard copied == 5000 else { return }
          do {
            try await other.discardAbandonedImports(idle: .seconds(60), now: fixture.now + .seconds(61))
            next = try await fixture.launch(300, name: "Next", on: other)
          } catch { Issue.record(error) }
        })
    }
    let id = try #require(next)
    #expect(try await fixture.store.campaigns().map(\.name) == ["Next"])
    #expect(try await fixture.summary(id).counts == [.queued: 300])
    #expect(try await fixture.store.messages(MessageQuery(limit: 1000)).rows.count == 300)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aLaunchThatIsCutOffLeavesNothingAnyoneSees() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(100)
    // What a killed process leaves: an import with some recipients, no counters.
    try await fixture.store.write { db in
      try db.execute(
        sql: """
          INSERT INTO campaign (id, name, channel, state, operator, createdAt, audience, sender, subject, columns,
            batchSize, recipients, firstMessage, lastMessage, touchedAt)
          VALUES (9, 'Cut off', 'email', 'importing', 'x', 0, 'f', 's', 's', '', 50, 50, 1000, 1049, 5);
          INSERT INTO batch (id, campaign, size, state, updatedAt) VALUES (900, 9, 50, 0, 0);
          """)
      for n in 1000..<1050 {
        try db.execute(
          sql: """
            INSERT INTO message (id, campaign, batch, address, status, attempt, tries, updatedAt)
            VALUES (?, 9, 900, 'd@example.com', 0, 1, 0, 0)
            """, arguments: [n])
        try db.execute(sql: "INSERT INTO recipient VALUES (?, '')", arguments: [n])
      }
    }
    #expect(try await fixture.store.campaigns().map(\.name) == ["Test"])
    #expect(try await fixture.queueAll().count == 2)
    guard
      case .unknown = try await fixture.store.claim(
        BatchID(rawValue: 900), limit: 50, now: fixture.now, lease: .seconds(1))
    else { return #expect(Bool(false), "an importing campaign's batch was claimed") }
    try await fixture.store.discardAbandonedImports(idle: .milliseconds(5), now: Timestamp(milliseconds: 10))
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM message") } == 150)
    try await fixture.store.discardAbandonedImports(idle: .milliseconds(5), now: Timestamp(milliseconds: 11))
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM message") } == 100)
    #expect(try await fixture.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM recipient") } == 100)
    #expect(try await fixture.store.replay() == [])
  }
}
