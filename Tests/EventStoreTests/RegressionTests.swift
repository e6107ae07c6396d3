import Foundation
import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// A store that goes back in time, or is another one suddenly: nobody is sent to a second time for it.
@Suite struct RegressionTests {
  /// Sends `sent` batches of two, and returns their messages.
  private func send(_ sent: Int, _ entries: [EventStore.OutboxEntry], _ fixture: StoreFixture) async throws
    -> [MessageID]
  {
    var messages: [MessageID] = []
    for entry in entries.prefix(sent) {
      let claimed = try await fixture.claim(entry.batch)
      try await fixture.accept(claimed, entry.batch)
      messages += claimed.map(\.message)
    }
    return messages
  }

  /// A backup of before the sending in the place of the store, with its record of claims left beside it.
  private func putBack(_ backup: String, _ fixture: StoreFixture) async throws -> EventStore {
    for suffix in ["", "-wal", "-shm"] { unlink(fixture.path + suffix) }
    try FileManager.default.copyItem(atPath: backup, toPath: fixture.path)
    return try EventStore(path: fixture.path, newID: "unused")
  }

  @Test func whoeverMayHaveBeenSentToSinceTheBackupIsUncertain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10, batchSize: 2)
    let entries = try await fixture.queueAll()
    let early = try await send(1, entries, fixture)
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    let late = try await send(2, Array(entries.dropFirst()), fixture)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    #expect(try await store.regression() == .wentBack(claims: 2))
    // Before anybody has looked into it, nothing is claimed.
    await #expect {
      try await store.claim(entries[1].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    } throws: {
      ($0 as? StoreError)?.code == .wentBack
    }
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 4)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 2, .uncertain: 4, .queued: 4])
    for message in late { #expect(try await store.message(message)?.status == .uncertain) }
    for message in early { #expect(try await store.message(message)?.status == .accepted) }
    #expect(try await store.history(limit: 1000).last?.action == "restore")
    #expect(try await store.history(limit: 1000).last?.count == 4)
    #expect(try await store.regression() == nil)
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now) == nil)
    guard case .nothingLeft = try await store.claim(entries[1].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "who may have been sent to was claimed") }
    guard case .send = try await store.claim(entries[4].batch, limit: 50, now: fixture.now, lease: .seconds(60)) else {
      return #expect(Bool(false), "who was never claimed waits for nobody")
    }
    #expect(try await store.replay() == [])
  }

  /// A batch tries the refused again by itself: who was refused when the backup was made may have got it since.
  @Test func whoeverWasRefusedBeforeTheBackupIsUncertainToo() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2, batchSize: 2)
    let batch = try await fixture.queueAll()[0].batch
    let refusal = Refusal(cause: .transient, reason: "try again")
    _ = try await fixture.store.record(
      try await fixture.claim(batch).map { .init(message: $0.message, attempt: $0.attempt, .refused(refusal)) },
      batch: batch, receiveCount: 1, now: fixture.now)
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    try await fixture.accept(try await fixture.claim(batch), batch)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    #expect(try await store.campaigns(id)[0].counts == [.refused: 2])
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 2)
    #expect(try await store.campaigns(id)[0].counts == [.uncertain: 2])
    guard case .nothingLeft = try await store.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)) else {
      return #expect(Bool(false), "they would get a second copy")
    }
    #expect(try await store.replay() == [])
  }

  /// What was made after the backup had numbers too: their events must not find anybody else.
  @Test func forgottenNumbersAreNotGivenAgain() async throws {
    let fixture = try StoreFixture()
    let backup = fixture.folder + "/backup.db"
    _ = try await fixture.launch(2, batchSize: 2)
    _ = try await send(1, try await fixture.queueAll(), fixture)
    try await fixture.store.backup(to: backup)
    let forgotten = try await fixture.launch(4, name: "Forgotten", batchSize: 2)
    _ = try await send(2, try await fixture.queueAll(), fixture)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 0)
    let new = try await fixture.launch(1, name: "New", on: store)
    #expect(new > forgotten)
    #expect(try await store.messages(MessageQuery(campaign: new)).rows.map(\.id) == [MessageID(rawValue: 7)])
    let batches = try await store.takeOutbox(limit: 10, campaign: new, now: fixture.now, lease: .seconds(15))
    #expect(batches.map(\.batch) == [BatchID(rawValue: 4)])
  }

  /// What was launched after the backup has a place in the list, and is not launched again as if it had never been.
  @Test func aForgottenCampaignIsNotLaunchedAgain() async throws {
    let fixture = try StoreFixture()
    let backup = fixture.folder + "/backup.db"
    _ = try await fixture.launch(1)
    _ = try await send(1, try await fixture.queueAll(), fixture)
    try await fixture.store.backup(to: backup)
    let forgotten = try await fixture.launch(4, name: "Forgotten", batchSize: 2)
    _ = try await send(2, try await fixture.queueAll(), fixture)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    await #expect { try await fixture.launch(1, name: "Too early", on: store) } throws: {
      ($0 as? StoreError)?.code == .wentBack
    }
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.campaigns == [forgotten])
    let plan = fixture.plan(name: "Forgotten", batchSize: 2)
    let staging = try fixture.staging(4)
    #expect(try await store.twin(of: plan, audience: staging.digest)?.id == forgotten)
    await #expect { try await store.launch(plan, from: staging, now: { fixture.now }) } throws: {
      ($0 as? StoreError)?.code == .notAllowed
    }
    #expect(try await store.campaigns(forgotten)[0].state == .finished)
    #expect(try await store.replay() == [])
  }

  /// Who failed, was resent to after the backup, and is "failed" again in it, may have the second copy already.
  @Test func whoeverWasResentToSinceTheBackupIsUncertain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    let bounces = [1, 3].map { fixture.incoming(.bounce, MessageID(rawValue: $0), at: 1, soft) }
    _ = try await fixture.store.ingest(bounces, now: fixture.now)
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    let report = try await fixture.store.resend(
      Scope(messages: [MessageID(rawValue: 3)]), isDryRun: false, operator: "kim", now: fixture.now
    ) { _ in true }
    #expect(report.resent == 1)
    let again = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(again), again)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 1, .softBounced: 2])
    await #expect {
      try await store.resend(Scope(campaign: id), isDryRun: false, operator: "kim", now: fixture.now) { _ in true }
    } throws: {
      ($0 as? StoreError)?.code == .wentBack
    }
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 1)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 1, .softBounced: 1, .uncertain: 1])
    // Proof of the forgotten attempt settles it.
    _ = try await store.ingest(
      [fixture.incoming(.delivery, MessageID(rawValue: 3), attempt: 2, at: 5)], now: fixture.now)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 1, .softBounced: 1, .delivered: 1])
    #expect(try await store.replay() == [])
  }

  /// What is known of the first copy says nothing of the second, which the operator wants again.
  @Test(arguments: [EventType.bounce, .delivery, .send]) func whoeverIsSettledToBeSentAgainIsSentAgain(first: EventType)
    async throws
  {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(1)
    let message = MessageID(rawValue: 1)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    func bounce(_ attempt: Int, at: Int64) -> IncomingEvent {
      fixture.incoming(.bounce, message, attempt: attempt, at: at, soft)
    }
    if first != .bounce {
      _ = try await fixture.store.ingest([fixture.incoming(first, message, at: 1)], now: fixture.now)
    }
    let backup = fixture.folder + "/backup.db"
    if first == .bounce { _ = try await fixture.store.ingest([bounce(1, at: 2)], now: fixture.now) }
    try await fixture.store.backup(to: backup)
    if first != .bounce { _ = try await fixture.store.ingest([bounce(1, at: 2)], now: fixture.now) }
    #expect(
      try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now) { _ in true }.resent == 1)
    let again = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(again), again)
    try fixture.store.close()

    let store = try await putBack(backup, fixture)
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 1)
    #expect(try await store.message(message)?.status == .uncertain)
    // An event without tags that bears the first copy's name is of the first.
    var untagged = bounce(1, at: 2)
    untagged.tags = nil
    _ = try await store.ingest([untagged], now: fixture.now)
    #expect(try await store.message(message)?.status == .uncertain)
    #expect(try await store.settle([message], .resend, operator: "t", now: fixture.now) == 1)
    #expect(try await store.message(message)?.status == .queued)
    let next = try #require(try await store.takeOutbox(limit: 10, now: fixture.now, lease: .seconds(15)).first)
    guard
      case .send(_, let claimed) = try await store.claim(next.batch, limit: 50, now: fixture.now, lease: .seconds(60))
    else { return #expect(Bool(false), "it was said to be sent on, and nothing was") }
    #expect(claimed.map(\.attempt) == [3])
    #expect(try await store.replay() == [])
  }

  /// The record of another store proves nothing of this one.
  @Test func anotherStoresRecordIsNone() async throws {
    let (fixture, other) = (try StoreFixture(), try StoreFixture(id: "otherstore"))
    let id = try await fixture.launch(6, batchSize: 2)
    let entries = try await fixture.queueAll()
    _ = try await send(1, entries, fixture)
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    _ = try await send(1, Array(entries.dropFirst()), fixture)
    try fixture.store.close()
    _ = try await other.launch(20, batchSize: 2)
    _ = try await send(9, try await other.queueAll(), other)
    try other.store.close()

    for suffix in ["", "-wal", "-shm"] { unlink(other.path + suffix) }
    try FileManager.default.copyItem(atPath: backup, toPath: other.path)
    let store = try EventStore(path: other.path, newID: "unused")
    #expect(try await store.regression() == .unrecorded)
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 4)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 2, .uncertain: 4])
    #expect(FileManager.default.fileExists(atPath: other.path + "-claims.other"), "it may be wanted back")
  }

  /// Where an old one's record was left lying, a new store would know of nobody who was sent to. Once that is moved away, one
  /// is begun.
  @Test func noNewStoreBeginsBesideAnOldRecord() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(4, batchSize: 2)
    _ = try await send(2, try await fixture.queueAll(), fixture)
    try fixture.store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(fixture.path + suffix) }
    #expect { try EventStore(path: fixture.path, newID: "another") } throws: {
      ($0 as? StoreError)?.remedy == .putCopyBack
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.path))
    rename(fixture.path + "-claims", fixture.path + "-claims.former")
    let store = try EventStore(path: fixture.path, newID: "another")
    #expect(try await store.regression() == nil)
    let id = try await fixture.launch(2, on: store)
    let batch = try await store.takeOutbox(limit: 1, now: fixture.now, lease: .seconds(15))[0].batch
    #expect(try await store.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)).count == 2)
    #expect(try await store.campaigns(id)[0].counts == [.sending: 2])
  }

  @Test(arguments: [true, false]) func aRecordThatIsGoneOrMovedIsNoticedBeforeAClaim(moved: Bool) async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2, batchSize: 2)
    let entries = try await fixture.queueAll()
    let record = fixture.path + "-claims"
    if moved { rename(record, record + "-aside") } else { unlink(record) }
    await #expect { try await fixture.claim(entries[0].batch) } throws: { ($0 as? StoreError)?.code == .replaced }
    #expect(try await fixture.summary(id).counts == [.queued: 2], "nothing is claimed that cannot be put on record")
  }

  /// The store and the record beside it were put back together; what the host noted elsewhere was not.
  @Test func aWholeFolderThatIsPutBackIsNoticedByTheHostsNote() async throws {
    let fixture = try StoreFixture(notes: true)
    let id = try await fixture.launch(6, batchSize: 2)
    let entries = try await fixture.queueAll()
    _ = try await send(1, entries, fixture)
    try fixture.store.close()
    let files = ["", "-claims"]
    for suffix in files {
      try FileManager.default.copyItem(atPath: fixture.path + suffix, toPath: fixture.folder + "/kept" + suffix)
    }
    try fixture.reopen()
    _ = try await send(1, Array(entries.dropFirst()), fixture)
    try fixture.store.close()
    for suffix in files + ["-wal", "-shm"] { unlink(fixture.path + suffix) }
    for suffix in files {
      try FileManager.default.copyItem(atPath: fixture.folder + "/kept" + suffix, toPath: fixture.path + suffix)
    }
    try fixture.reopen()
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 4)
    #expect(try await fixture.summary(id).counts == [.accepted: 2, .uncertain: 4])
    #expect(try await fixture.store.regression() == nil)
  }

  /// Until yesterday a record said neither whose it was nor which messages.
  @Test func aRecordOfTheFirstVersionIsTakenOver() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(6, batchSize: 2)
    let entries = try await fixture.queueAll()
    _ = try await send(1, entries, fixture)
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    _ = try await send(1, Array(entries.dropFirst()), fixture)
    try fixture.store.close()
    let old: [Int64] = [1, entries[0].batch.rawValue, id.rawValue, 2, 2, entries[1].batch.rawValue, id.rawValue, 4]
    try old.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: fixture.path + "-claims")) }
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil)
    try fixture.store.close()
    let store = try await putBack(backup, fixture)
    #expect(try await store.regression() == .wentBack(claims: 1))
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 2)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 2, .uncertain: 2, .queued: 2])
  }

  /// A copy without its record of claims: a restored backup after the disk was lost, or a second store made by hand.
  @Test func withoutARecordEverythingThatWaitsIsUncertain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(6, batchSize: 2)
    _ = try await send(1, try await fixture.queueAll(), fixture)
    let copy = fixture.folder + "/copy.db"
    try await fixture.store.backup(to: copy)
    let store = try EventStore(path: copy, newID: "unused")
    #expect(try await store.regression() == .unrecorded)
    #expect(try await store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 4)
    #expect(try await store.campaigns(id)[0].counts == [.accepted: 2, .uncertain: 4])
    #expect(try await store.regression() == nil)
  }

  @Test func aStoreThatWasNeverBackIsLeftAlone() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(4, batchSize: 2)
    #expect(try await fixture.store.regression() == nil)
    _ = try await send(2, try await fixture.queueAll(), fixture)
    let other = try fixture.another()
    #expect(try await other.regression() == nil)
    #expect(try await other.markForgottenUncertain(operator: "mina", now: fixture.now) == nil)
  }

  /// A claim that was committed by a process that died before it wrote the record: the store is ahead, and that is well.
  @Test func aStoreAheadOfItsRecordIsLeftAlone() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(6, batchSize: 2)
    let entries = try await fixture.queueAll()
    _ = try await send(1, entries, fixture)
    #expect(try await fixture.claim(entries[1].batch).count == 2)
    truncate(fixture.path + "-claims", off_t(ClaimFile.Open.header + ClaimRecord.size))
    #expect(try await fixture.another().regression() == nil)
    #expect(try await fixture.claim(entries[2].batch).count == 2)
  }

  @Test(arguments: [true, false]) func aFileThatIsReplacedOrGoneIsNoticedBeforeAClaim(replaced: Bool) async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(2, batchSize: 2)
    let entries = try await fixture.queueAll()
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    unlink(fixture.path)
    if replaced { try FileManager.default.copyItem(atPath: backup, toPath: fixture.path) }
    await #expect { try await fixture.claim(entries[0].batch) } throws: { ($0 as? StoreError)?.code == .replaced }
  }

  /// SQLite 3.40 took a table of ours for damaged as soon as somebody was resent to.
  @Test func aBackupOfEverythingIsWhole() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.accept(try await fixture.claim(batch), batch)
    let message = MessageID(rawValue: 1)
    let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, message, at: 1, soft)], now: fixture.now)
    let now = fixture.now
    try await fixture.store.write { db in
      let row = try Row.fetchAll(db, sql: "SELECT id, attempt, providerID FROM message WHERE id = 1")
      try EventStore.open(db, row, .resent, campaign: try #require(try CampaignRow.fetch(db, id)), now: now)
    }
    let copy = fixture.folder + "/copy.db"
    try await fixture.store.backup(to: copy)
    let content = try await EventStore.lookAtBackup(copy)
    #expect((content.campaigns, content.messages) == (1, 2))
    #expect(content.latest == fixture.now + .milliseconds(1))
    await #expect { try await fixture.store.backup(to: copy) } throws: { ($0 as? StoreError)?.code == .notAllowed }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
    try file.seek(toOffset: 4096 * 5)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096 * 10))
    try file.close()
    await #expect { try await EventStore.lookAtBackup(copy) } throws: { ($0 as? StoreError)?.code == .corrupt }
  }

  /// A copy put back while a log of the store was left over, as after a kill, is the copy all the same.
  @Test func aCopyIsPutBackWhatever() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(400, batchSize: 50)
    let entries = try await fixture.queueAll()
    let backup = fixture.folder + "/backup.db"
    try await fixture.store.backup(to: backup)
    _ = try await send(4, entries, fixture)
    let content = try await EventStore.lookAtBackup(backup)
    await #expect { try await EventStore.restore(content, to: fixture.path, now: fixture.now) } throws: {
      ($0 as? StoreError)?.code == .locked
    }
    // As a killed process leaves them.
    let left = fixture.folder + "/left"
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: fixture.path + suffix, toPath: left + suffix)
    }
    try fixture.store.close()
    for suffix in ["", "-wal"] {
      unlink(fixture.path + suffix)
      try FileManager.default.moveItem(atPath: left + suffix, toPath: fixture.path + suffix)
    }
    let kept = try #require(try await EventStore.restore(content, to: fixture.path, now: fixture.now))
    // Whoever is impatient restores twice within one second.
    let second = try #require(try await EventStore.restore(content, to: fixture.path, now: fixture.now))
    let third = try #require(try await EventStore.restore(content, to: fixture.path, now: fixture.now))
    #expect([second, third] == [kept + "-2", kept + "-3"])
    try fixture.reopen()
    #expect(try await fixture.store.regression() == .wentBack(claims: 4))
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 200)
    #expect(try await fixture.summary(id).counts == [.uncertain: 200, .queued: 200])
    #expect(try await fixture.store.replay() == [])
    #expect(try await EventStore.lookAtBackup(kept).messages == 400)
    await #expect(
      try EventStore(path: kept, newID: "unused").campaigns(id)[0].counts == [.accepted: 200, .queued: 200])
  }

  /// The file alone is all of the store once a process has ended in order.
  @Test func closingFoldsTheLogIn() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(100)
    try fixture.store.close()
    let copy = fixture.folder + "/copied.db"
    try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
    #expect(try await EventStore(path: copy, newID: "unused").campaigns(id)[0].recipients == 100)
    let log = (try? FileManager.default.attributesOfItem(atPath: fixture.path + "-wal")[.size] as? Int) ?? 0
    #expect(log == 0)
  }

  /// Many processes at once, each with a record of claims of its own: nobody takes another's progress for a step back.
  @Test func claimsOfManyProcessesAgreeWithTheRecord() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(400, batchSize: 2)
    let entries = try await fixture.queueAll()
    let stores = try (0..<4).map { _ in try fixture.another() }
    let now = fixture.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, store) in stores.enumerated() {
        group.addTask {
          for entry in entries where Int(entry.batch.rawValue) % 4 == index {
            _ = try await store.claim(entry.batch, limit: 50, now: now, lease: .seconds(60))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await fixture.store.campaigns()[0].counts == [.sending: 400])
    #expect(try await fixture.another().regression() == nil)
    #expect(try fixture.store.claimFile.latest()?.claim == 200)
  }

  @Test func filesAreTheirOwnersAlone() async throws {
    let old = umask(0)
    defer { umask(old) }
    let folder = NSTemporaryDirectory() + "sendboard-modes-\(UUID().uuidString)/deep/er"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try EventStore(path: folder + "/a.db", newID: "x")
    let staging = try AudienceStaging(folder: folder)
    try staging.add([("a@example.com", ["x"])])
    _ = try await store.campaigns()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(mode(folder + "/" + name) == 0o600, "\(name)")
    }
    #expect(mode(folder) == 0o700)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func aStagingFileThatSomebodyHoldsIsNotRemoved() async throws {
    let fixture = try StoreFixture()
    let staging = try AudienceStaging(folder: fixture.folder)
    let left = fixture.folder + "/.sendboard-audience-left-behind.db"
    try Data().write(to: URL(fileURLWithPath: left))
    AudienceStaging.removeAbandoned(in: fixture.folder)
    #expect(FileManager.default.fileExists(atPath: staging.path))
    #expect(!FileManager.default.fileExists(atPath: left))
  }
}
