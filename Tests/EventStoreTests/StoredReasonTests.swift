import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// What Sendboard says by itself is in the file as a code with arguments, comes out as the sentence that JSON says, and reads
/// in files of versions that stored the sentence.
@Suite struct StoredReasonTests {
  private let fixture: StoreFixture

  init() throws { fixture = try StoreFixture() }

  private func stored(_ sql: String) async throws -> [String] {
    try await fixture.store.pool.read { db in try String.fetchAll(db, sql: sql) }
  }

  private func change(_ sql: String, _ arguments: StatementArguments = []) async throws {
    try await fixture.store.pool.write { db in try db.execute(sql: sql, arguments: arguments) }
  }

  @Test func aPauseNote() async throws {
    let id = try await fixture.launch(1)
    let sentence =
      "SES's daily quota of 200 recipients is used up (199 in the last 24 hours): resume when the 24 hours allow"
    try await fixture.store.pause(id, because: sentence)
    #expect(try await stored("SELECT note FROM campaign") == ["sendboard:quotaUsedUp\u{1F}200\u{1F}199"])
    #expect(try await fixture.summary(id).note == sentence)
    #expect(try await fixture.store.pausedCampaigns().map(\.note) == [sentence])
    // A version before stored the sentence; others' words are nobody's code.
    for words in [sentence, "the account is stopped"] {
      try await change("UPDATE campaign SET note = ?", [words])
      #expect(try await fixture.summary(id).note == words)
    }
  }

  @Test func whyInputIsInTheQuarantine() async throws {
    let errors = [
      "line 3: in the SNS message: broken JSON: an escape is not valid, at byte 12", "the text is not valid UTF-8",
      "the Bounce event names no recipient", "somebody else's words",
    ]
    let inputs = errors.enumerated().map { UnreadableInput(body: [UInt8($0)], error: $1) }
    _ = try await fixture.store.ingest([], unreadable: inputs, now: fixture.now)
    let mark = "\u{1F}"
    #expect(
      try await stored("SELECT error FROM quarantine ORDER BY id") == [
        [
          "sendboard:atLine", "3", "sendboard:within", "the SNS message", "sendboard:brokenJSON",
          "an escape is not valid", "12",
        ]
        .joined(separator: mark), "sendboard:notUTF8", "sendboard:noRecipient\(mark)Bounce", "somebody else's words",
      ])
    #expect(try await fixture.store.quarantine(limit: 9).map(\.error) == errors)
    #expect(try await fixture.store.quarantinePage(limit: 9).entries.map(\.error) == errors.reversed())
    try await change("UPDATE quarantine SET error = ? WHERE id = 1", [errors[0]])
    #expect(try await fixture.store.quarantined(1)?.error == errors[0], "as a version before stored it")
  }

  @Test func reasonsOfMessages() async throws {
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    let providers = "sendboard:campaignCancelled"
    let results: [SendResult] = [
      .refused(Refusal(cause: .invalidParameter, reason: OwnReason.addressNotTaken.sentence)),
      .refused(Refusal(cause: .transient, reason: "503: try later")),
    ]
    _ = try await fixture.store.record(
      zip(claimed, results).map { AttemptResult(message: $0.message, attempt: $0.attempt, $1) }, batch: batch,
      receiveCount: 1, now: fixture.now)
    #expect(
      try await stored("SELECT reason FROM event WHERE reason IS NOT NULL ORDER BY message")
        == ["sendboard:addressNotTaken", "503: try later"])
    let list = try await fixture.store.messages(MessageQuery(campaign: id)).rows
    #expect(Set(list.map(\.reason)) == [OwnReason.addressNotTaken.sentence, "503: try later"])
    let timeline = try await fixture.store.timeline(claimed[0].message)
    #expect(timeline.compactMap(\.reason) == [OwnReason.addressNotTaken.sentence])
    try await change(
      "UPDATE event SET reason = ? WHERE reason LIKE 'sendboard:%'", [OwnReason.addressNotTaken.sentence])
    #expect(try await fixture.store.timeline(claimed[0].message).compactMap(\.reason) == timeline.compactMap(\.reason))
    // What a receiving server says is its own, whatever it looks like.
    try await change("UPDATE event SET reason = ?, source = 0 WHERE reason IS NOT NULL", [providers])
    #expect(try await fixture.store.timeline(claimed[0].message).compactMap(\.reason) == [providers])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func errorsOfDeadLetters() async throws {
    _ = try await fixture.launch(1)
    let batch = try await fixture.queueAll()[0].batch
    let sightings = [
      EventStore.DeadLetterSighting(id: "a", batch: batch, receiveCount: 3, enqueuedAt: fixture.now),
      .init(id: "b", batch: nil, receiveCount: 3, enqueuedAt: fixture.now + .seconds(1)),
    ]
    try await fixture.store.recordDeadLetters(sightings, now: fixture.now)
    #expect(
      try await stored("SELECT error FROM deadLetter ORDER BY id")
        == ["sendboard:receivedInVain\u{1F}3", "sendboard:noBatchOfThisStore"])
    let errors = try await fixture.store.deadLetters(limit: 9).map(\.error)
    #expect(errors == ["received 3 times without an outcome", "its body names no batch of this store"])
    try await change("UPDATE deadLetter SET error = 'received 3 times without an outcome' WHERE id = 'a'")
    #expect(try await fixture.store.deadLetters(limit: 9).map(\.error) == errors)
  }

  @Test func theHistory() async throws {
    let id = try await fixture.launch(3, name: "Twice")
    try await fixture.store.addHistory(
      HistoryEntry(
        at: fixture.now, operator: "kim", action: "resend", campaign: id, condition: Scope(campaign: id).record,
        count: 1,
        result: OwnRecord.skipped(0).sentence))
    let again = try await fixture.launch(3, name: "Twice")
    #expect(
      try await stored("SELECT condition || ' / ' || result FROM history ORDER BY id") == [
        "test.csv / sendboard:launched", "sendboard:allThatMayBeResent / sendboard:skipped\u{1F}0",
        "test.csv / sendboard:launchedAgain\u{1F}\(id)",
      ])
    let history = try await fixture.store.history(limit: 9)
    #expect(history.map(\.condition) == ["test.csv", "all that may be resent", "test.csv"])
    #expect(history.map(\.result) == ["launched", "skipped 0", "launched again: a copy of campaign \(id)"])
    #expect(again != id)
  }

  @Test func faultsOfOtherProcesses() async throws {
    let fault = ComponentFault(
      component: ComponentName.eventIntake.name, since: fixture.now, problem: .reason(.eventsNeverStored(3)))
    let foreign = ComponentFault(component: "SES", since: fixture.now, problem: .said("AccessDenied: no"))
    try await fixture.store.report([fault, foreign], by: "other", now: fixture.now)
    #expect(
      try await stored("SELECT problem FROM trouble ORDER BY link")
        == ["AccessDenied: no", "sendboard:eventsNeverStored\u{1F}3"])
    let faults = try await fixture.store.faults(seenAfter: fixture.now + .seconds(-1), notBy: "this")
    #expect(faults.count == 2 && faults.contains(fault) && faults.contains(foreign))
  }
}
