import Foundation
import GRDB
import Model
import Ports
import TestSupport
import Testing

@testable import EventStore

/// Copies of a store that are put back in ways by which the number of claims alone tells nothing: with the record, with the
/// host's note, over a log that was left, or where nothing else is left.
@Suite struct StoreCopyTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID
  private let entries: [EventStore.OutboxEntry]
  private var record: String { fixture.path + "-claims" }
  private var cache: String { fixture.folder + "/cache" }

  /// Four hundred recipients in two hundred batches: more than one page of each table.
  init() async throws {
    fixture = try StoreFixture(notes: true)
    campaign = try await fixture.launch(400, batchSize: 2)
    entries = try await fixture.queueAll()
  }

  private func send(_ batches: Range<Int>) async throws {
    for entry in entries[batches] { try await fixture.accept(try await fixture.claim(entry.batch), entry.batch) }
  }

  private func copy(_ from: String, _ to: String) throws {
    if FileManager.default.fileExists(atPath: to) { try FileManager.default.removeItem(atPath: to) }
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  private func keep() throws {
    try fixture.store.close()
    for path in [fixture.path, record, cache] where FileManager.default.fileExists(atPath: path) {
      try copy(path, path + ".kept")
    }
    try fixture.reopen()
  }

  private func putBack(_ paths: String...) throws {
    try fixture.store.close()
    for suffix in ["-wal", "-shm"] { unlink(fixture.path + suffix) }
    for path in paths {
      // Otherwise the number of the file that was removed is given to the next one.
      rename(path, path + ".former")
      try copy(path + ".kept", path)
    }
  }

  private func lookInto() async throws -> Forgotten? {
    try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now)
  }

  private func expectAllInDoubt(after sent: Int) async throws {
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 400 - sent)
    #expect(try await fixture.store.campaigns(campaign)[0].counts[.queued] == nil)
    #expect(try await fixture.store.regression() == nil)
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil, "it is looked into once")
    #expect(try await fixture.store.replay() == [])
  }

  @Test(arguments: [true, false]) func theFolderWhereTheHostsNoteIsGone(emptied: Bool) async throws {
    try await send(0..<3)
    try keep()
    try await send(3..<9)
    try putBack(fixture.path, record)
    if emptied {
      for file in try FileManager.default.contentsOfDirectory(atPath: cache) { truncate(cache + "/" + file, 0) }
    } else {
      try FileManager.default.removeItem(atPath: cache)
    }
    try fixture.reopen()
    try await expectAllInDoubt(after: 6)
  }

  @Test func theFolderAndTheHostsNoteTogether() async throws {
    try await send(0..<3)
    try keep()
    try await send(3..<9)
    try putBack(fixture.path, record, cache)
    try fixture.reopen()
    try await expectAllInDoubt(after: 6)
  }

  /// Nothing was claimed when the copy was made, and nothing else is left.
  @Test func aCopyOfBeforeTheFirstClaimAlone() async throws {
    try keep()
    try await send(0..<5)
    try putBack(fixture.path)
    unlink(record)
    try FileManager.default.removeItem(atPath: cache)
    try fixture.reopen()
    try await expectAllInDoubt(after: 0)
  }

  /// Also where what is left reaches beyond the copy, or was cut within a record.
  @Test(arguments: [0, 2, 8, 11]) func anOldCopyBesideARecordThatWasCutShort(records: Int) async throws {
    try await send(0..<6)
    try keep()
    try await send(6..<12)
    try putBack(fixture.path)
    truncate(record, off_t(ClaimFile.Open.header + records * ClaimRecord.size) + (records == 11 ? 47 : 0))
    try FileManager.default.removeItem(atPath: cache)
    try fixture.reopen()
    try await expectAllInDoubt(after: 12)
  }

  /// The tester's find: the log of a killed process brings the newest number of claims to a copy that it is no log of.
  @Test func aCopyOverTheStoreWithALogLeftLying() async throws {
    // Enough that the log of one claim holds not all pages of the batches.
    let fixture = try StoreFixture(notes: true)
    _ = try await fixture.launch(1500, batchSize: 1)
    let entries = try await fixture.queueAll()
    // Room for all that is to come: a copy that is shorter than its log says is known for damaged.
    try await fixture.store.write { db in
      try db.execute(sql: "CREATE TABLE room (a); INSERT INTO room VALUES (zeroblob(2000000)); DROP TABLE room")
    }
    try await fixture.store.backup(to: fixture.path + ".kept")
    for entry in entries[0..<600] { try await fixture.accept(try await fixture.claim(entry.batch), entry.batch) }
    try await fixture.store.pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try await fixture.accept(try await fixture.claim(entries[1499].batch), entries[1499].batch)
    try copy(fixture.path + "-wal", fixture.folder + "/log")
    try fixture.store.close()
    let old = try Data(contentsOf: URL(fileURLWithPath: fixture.path + ".kept"))
    try old.write(to: URL(fileURLWithPath: fixture.path))
    try copy(fixture.folder + "/log", fixture.path + "-wal")
    try fixture.reopen()
    let (mark, waiting) = try await fixture.store.read { db in
      (
        try EventStore.mark(db).claim,
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM message NOT INDEXED WHERE status = 0
              AND batch IN (SELECT id FROM batch NOT INDEXED WHERE state <> 2)
            """)
      )
    }
    #expect(mark == 601 && waiting ?? 0 > 1000, "it is what it is meant to be: a store of two times")
    #expect(try await fixture.store.regression() == .unrecorded)
    // Until it was looked into, and for ever where that cannot be, as in pages of two times: nobody is claimed.
    for place in [0, 300, 599] {
      await #expect(throws: StoreError.self) { try await fixture.claim(entries[place].batch) }
    }
  }

  /// The same under a process that goes on: it keeps the number of claims in its memory.
  @Test func whoIsOnRecordIsNotClaimedForTheSameAttempt() async throws {
    try await send(0..<2)
    let batch = entries[0].batch
    try await fixture.store.write { db in
      try db.execute(sql: "UPDATE message SET status = 0 WHERE batch = ?", arguments: [batch.rawValue])
      try db.execute(sql: "UPDATE batch SET state = 1 WHERE id = ?", arguments: [batch.rawValue])
    }
    await #expect { try await fixture.claim(batch) } throws: { ($0 as? StoreError)?.code == .wentBack }
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await fixture.claim(entries[2].batch).count == 2)
  }

  @Test(arguments: [true, false]) func aFolderThatIsMovedStaysWhatItIs(hasNote: Bool) async throws {
    try await send(0..<3)
    try fixture.store.close()
    if !hasNote { try FileManager.default.removeItem(atPath: cache) }
    for suffix in ["", "-claims"] { rename(fixture.path + suffix, fixture.folder + "/moved.db" + suffix) }
    let moved = try EventStore(path: fixture.folder + "/moved.db", newID: "unused", notes: cache)
    #expect(try await moved.regression() == nil)
    #expect(try await moved.claim(entries[5].batch, limit: 50, now: fixture.now, lease: .seconds(60)).count == 2)
  }

  /// Copied to another disk, and the host's note agrees with it: the note may have stood still while others sent. Looked into,
  /// it is the original.
  @Test func aCopyIsNotBelievedWhateverTheHostNoted() async throws {
    try await send(0..<3)
    try keep()
    try putBack(fixture.path, record)
    try fixture.reopen()
    #expect(try fixture.store.claimFile.open()?.isCopy == true)
    #expect(try await lookInto()?.messages == 394)
    #expect(try fixture.store.claimFile.open()?.isCopy == false)
    try FileManager.default.removeItem(atPath: cache)
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil)
  }

  /// The tester's find: store and record of when the note had all there was, and then others sent whom it does not know.
  @Test(arguments: [true, false]) func aNoteThatStoodStillWhileOthersSentProvesNothing(ofAnotherUser: Bool) async throws
  {
    try await send(0..<3)
    try keep()
    let still = fixture.folder + "/still"
    if !ofAnotherUser {
      try fixture.store.close()
      rename(cache, still)
      try Data().write(to: URL(fileURLWithPath: cache))
      try fixture.reopen()
      try await send(3..<9)
      try fixture.store.close()
      unlink(cache)
      rename(still, cache)
    } else {
      for place in 3..<9 { try await fixture.accept(try await claimByOther(place), entries[place].batch) }
    }
    try putBack(fixture.path, record)
    try fixture.reopen()
    try await expectAllInDoubt(after: 6)
  }

  /// Looking into it was cut off before the record was said to be the original: it begins anew, and doubts nobody twice.
  @Test func aLookThatWasCutOffBeforeItsEndIsRepeated() async throws {
    try await send(0..<3)
    try keep()
    try putBack(fixture.path, record)
    try FileManager.default.removeItem(atPath: cache)
    try fixture.reopen()
    #expect(try await lookInto()?.messages == 394)
    try fixture.store.close()
    try copy(record, record + ".again")
    rename(record + ".again", record)
    try fixture.reopen()
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 0)
    #expect(try await fixture.store.regression() == nil)
  }

  /// Whoever was tried more than once in the forgotten time is doubted for the last of it, and can be settled and sent to.
  @Test func whoWasTriedTwiceInForgottenTimeCanBeSettled() async throws {
    try keep()
    let batch = entries[0].batch
    for _ in 1...3 {
      let claimed = try await fixture.claim(batch)
      #expect(claimed.count == 2)
      _ = try await fixture.store.record(
        claimed.map {
          .init(message: $0.message, attempt: $0.attempt, .refused(Refusal(cause: .transient, reason: "later")))
        }, batch: batch, receiveCount: 1, now: fixture.now)
    }
    try putBack(fixture.path)
    try fixture.reopen()
    #expect(try await lookInto()?.messages == 2)
    let message = MessageID(rawValue: 1)
    let attempt = try await fixture.store.read { db in
      try Int.fetchOne(db, sql: "SELECT attempt FROM message WHERE id = 1")
    }
    #expect(attempt == 3)
    #expect(try await fixture.store.settle([message], .resend, operator: "t", now: fixture.now) == 1)
    let new = try await fixture.store.takeOutbox(limit: 500, now: fixture.now, lease: .seconds(15))
    var claimed: [ClaimedMessage] = []
    for entry in new where claimed.isEmpty { claimed = try await fixture.claim(entry.batch) }
    #expect(claimed.first { $0.message == message }?.attempt == 4)
    #expect(try await fixture.store.replay() == [])
  }

  /// The tester's find: a note of an earlier claim counted as proof that nothing came after it, and 150 got a second copy.
  @Test func aNoteThatWasNotKeptProvesNothing() async throws {
    try await send(0..<3)
    // Another user, with a cache of their own.
    let other = try EventStore(path: fixture.path, newID: "unused", notes: fixture.folder + "/theirs")
    for entry in entries[3..<6] {
      #expect(try await other.claim(entry.batch, limit: 50, now: fixture.now, lease: .seconds(60)).count == 2)
    }
    try other.close()
    try keep()
    try await fixture.accept(try await claimByOther(6), entries[6].batch)
    try putBack(fixture.path, record)
    try fixture.reopen()
    #expect(try await fixture.store.regression() == .unrecorded)
  }

  private func claimByOther(_ place: Int) async throws -> [ClaimedMessage] {
    let other = try EventStore(path: fixture.path, newID: "unused", notes: fixture.folder + "/theirs")
    let claim = try await other.claim(entries[place].batch, limit: 50, now: fixture.now, lease: .seconds(60))
    try other.close()
    guard case .send(_, let messages) = claim else { return [] }
    return messages
  }

  /// Two claims of one batch whose worker died before they were on record: nobody has to explain them twice, and an earlier
  /// copy is not believed to know them.
  @Test func claimsThatAreMissingAtTheEndAreWrittenDown() async throws {
    let fixture = try StoreFixture()
    let campaign = try await fixture.launch(100, batchSize: 50)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.store.backup(to: fixture.folder + "/backup.db")
    for _ in 1...2 {
      let claim = try await fixture.store.claim(batch, limit: 10, now: fixture.now, lease: .zero)
      #expect(claim.count == 10)
      fixture.now = fixture.now + .milliseconds(1)
    }
    truncate(fixture.path + "-claims", off_t(ClaimFile.Open.header))
    try fixture.reopen()
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now) == nil)
    #expect(try await fixture.store.claim(batch, limit: 1, now: fixture.now, lease: .zero).count == 1)
    let uncertain = try await fixture.store.settleable(.assumeSent, in: campaign)
    #expect(try await fixture.store.settle(uncertain, .assumeSent, operator: "t", now: fixture.now) == 20)
    try fixture.reopen()
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now) == nil)
    try fixture.store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(fixture.path + suffix) }
    try copy(fixture.folder + "/backup.db", fixture.path)
    try fixture.reopen()
    #expect(try await fixture.store.regression() == .unrecorded)
  }

  /// The tester's find: who opened the store while a copy was being put in its place gave the copy a log of another file.
  @Test func nobodyOpensAStoreWhileACopyIsPutInItsPlace() async throws {
    #expect { try StoreLock.take(fixture.path) } throws: { ($0 as? StoreError)?.code == .locked }
    try fixture.store.close()
    let lock = try #require(try StoreLock.take(fixture.path))
    #expect { try StoreLock.take(fixture.path) } throws: { ($0 as? StoreError)?.code == .locked }
    let (path, notes) = (fixture.path, cache)
    let opened = Task {
      let store = try await EventStore.open(path: path, newID: "unused", notes: notes)
      return (ContinuousClock.now, try await store.campaigns().count)
    }
    // It may begin at any time; it must not end before.
    try await Task.sleep(for: .milliseconds(100))
    let released = ContinuousClock.now
    lock.release()
    let (time, campaigns) = try await opened.value
    #expect(time >= released && campaigns == 1)
    #expect(try await EventStore.openForReading(path: path).campaigns().count == 1)
  }

  /// What was replaced while a command wrote to it has nothing of what the command did.
  @Test func whoWritesToAReplacedStoreIsTold() async throws {
    try keep()
    rename(fixture.path, fixture.path + ".former")
    try copy(fixture.path + ".kept", fixture.path)
    await #expect { try await fixture.store.cancel(campaign, operator: "t", now: fixture.now) } throws: {
      ($0 as? StoreError)?.code == .replaced
    }
    await #expect { try await fixture.launch(2, name: "Other") } throws: { ($0 as? StoreError)?.code == .replaced }
  }

  @Test func aNoteThatCannotBeKeptIsTold() throws {
    #expect(fixture.store.claimFile.note?.obstacle == nil)
    let file = fixture.folder + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let note = HostNote(folder: file + "/cache", store: "x")
    #expect(note.obstacle?.path == file + "/cache/claims-x")
  }
}

@Suite struct HeightsTests {
  @Test func agreesWithATableOfAllNumbers() {
    var random = SplitMix(7)
    var heights = Heights()
    var table = [Int](repeating: 0, count: 20_000)
    for _ in 1...2000 {
      let start = Int.random(in: 0..<20_000, using: &random)
      let end = min(19_999, start + Int.random(in: 0...(Bool.random(using: &random) ? 60 : 9000), using: &random))
      let value = Int.random(in: 1...6, using: &random)
      heights.raise(Int64(start)...Int64(end), to: value)
      for place in start...end { table[place] = max(table[place], value) }
    }
    #expect((0..<20_000).map { heights[Int64($0)] } == table)
    #expect(heights[1 << 40] == 0)
    heights.raise(5...5, to: 1000)
    #expect(heights[5] == 255)
  }
}
