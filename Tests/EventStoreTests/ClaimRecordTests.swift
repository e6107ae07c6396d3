import Foundation
import Model
import Ports
import Testing

@testable import EventStore

/// What the record of claims does not say counts as unknown, never as nothing.
@Suite struct ClaimRecordTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID
  private let entries: [EventStore.OutboxEntry]
  private var record: String { fixture.path + "-claims" }
  private var backup: String { fixture.folder + "/backup.db" }

  /// Eight recipients in four batches, and a copy of before the first is sent.
  init() async throws {
    fixture = try StoreFixture()
    campaign = try await fixture.launch(8, batchSize: 2)
    entries = try await fixture.queueAll()
    try await fixture.store.backup(to: fixture.folder + "/backup.db")
  }

  private func send(_ batches: Range<Int>) async throws {
    for entry in entries[batches] { try await fixture.accept(try await fixture.claim(entry.batch), entry.batch) }
  }

  private func putBack() throws {
    try fixture.store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(fixture.path + suffix) }
    try FileManager.default.copyItem(atPath: backup, toPath: fixture.path)
    try fixture.reopen()
  }

  private func lookInto() async throws -> Forgotten? {
    try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now)
  }

  private func change(_ body: (FileHandle) throws -> Void) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: record))
    try body(file)
    try file.close()
  }

  /// The tester's find: the record was lost, made anew with a height alone, and a copy from before it all was put back: 499
  /// got a second copy.
  @Test func aRecordThatWasMadeAnewSaysThatItDoesNotKnow() async throws {
    try await send(0..<4)
    unlink(record)
    try fixture.reopen()
    #expect(try await lookInto()?.messages == 0)
    for _ in 1...2 {
      try putBack()
      #expect(try await fixture.store.regression() == .unrecorded)
      #expect(try await lookInto()?.messages == 8)
      #expect(try await fixture.summary(campaign).counts == [.uncertain: 8])
      #expect(try await fixture.store.regression() == nil)
    }
  }

  /// After it the record goes on: a copy from after it is as good as any.
  @Test func whatComesAfterTheUnknownIsKnown() async throws {
    try await send(0..<1)
    unlink(record)
    try fixture.reopen()
    #expect(try await lookInto()?.messages == 6)
    let later = try await fixture.launch(4, name: "Later", batchSize: 2)
    let new = try await fixture.queueAll()
    let copy = fixture.folder + "/later.db"
    try await fixture.store.backup(to: copy)
    let claimed = try await fixture.claim(new[0].batch)
    try await fixture.accept(claimed, new[0].batch)
    try FileManager.default.removeItem(atPath: backup)
    try FileManager.default.copyItem(atPath: copy, toPath: backup)
    try putBack()
    #expect(try await fixture.store.regression() == .wentBack(claims: 1))
    #expect(try await lookInto()?.messages == 2)
    #expect(try await fixture.summary(later).counts == [.uncertain: 2, .queued: 2])
  }

  /// Looking into it was cut off after the height was written down and before the store took it: it begins anew.
  @Test func aLookThatWasCutOffIsRepeated() async throws {
    try await send(0..<1)
    unlink(record)
    try fixture.reopen()
    try await fixture.store.claimFile.write([
      ClaimRecord(HighWaterMark(claim: 2, batch: 4, campaign: 1, message: 8), isFloor: true, nonce: 7)
    ])
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 6)
    #expect(try await fixture.store.regression() == nil)
  }

  @Test func aClaimThatIsMissingAmongOthersMayHaveBeenAnybodys() async throws {
    try await send(0..<3)
    // Over the second of three.
    try change { file in
      try file.seek(toOffset: UInt64(ClaimFile.Open.header + ClaimRecord.size))
      try file.write(contentsOf: Data(repeating: 0, count: ClaimRecord.size))
    }
    #expect(try await fixture.store.regression() == nil)
    try putBack()
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 8)
  }

  /// An older record was put back beside a newer store, and claims went on.
  @Test func anOlderRecordThatGoesOnHasAGap() async throws {
    let old = try Data(contentsOf: URL(fileURLWithPath: record))
    try await send(0..<2)
    try old.write(to: URL(fileURLWithPath: record))
    try fixture.reopen()
    try await send(2..<3)
    try putBack()
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 8)
  }

  /// One of a claim's records is lost: the claim is not taken for known.
  @Test func aClaimOfSeveralRecordsIsKnownByAllOfThem() async throws {
    let records = ClaimRecord.records(
      claim: 1, batch: 1, campaign: 1, digest: 5, messages: [(9, 1), (1, 1), (2, 1), (5, 2), (6, 2)])
    #expect(records.map { [$0.first, $0.last, Int64($0.attempt)] } == [[1, 2, 1], [5, 6, 2], [9, 9, 1]])
    #expect(Set(records.map(\.nonce)).count == 1)
    #expect(ClaimRecord.areComplete(records, after: 0, through: 1))
    for index in records.indices {
      var less = records
      less.remove(at: index)
      #expect(!ClaimRecord.areComplete(less, after: 0, through: 1))
      // The same one twice makes it no more complete.
      #expect(!ClaimRecord.areComplete(less + less, after: 0, through: 1))
    }
    #expect(!ClaimRecord.areComplete(records, after: 0, through: 2))
    #expect(ClaimRecord.areComplete([], after: 3, through: 3))
    let floor = ClaimRecord(HighWaterMark(claim: 1), isFloor: true, nonce: 1)
    #expect(!ClaimRecord.areComplete(records + [floor], after: 0, through: 1))
    let nobody = ClaimRecord(HighWaterMark(claim: 2), isFloor: false, nonce: 1)
    #expect(ClaimRecord.areComplete(records + [nobody], after: 0, through: 2))
  }

  /// What a torn write, a bad disk or another program left between the records is none, and puts none out of step.
  @Test(arguments: [13, 48, 64, 100, 64 * 300]) func junkIsNoRecord(bytes: Int) async throws {
    try await send(0..<1)
    try change { file in
      try file.seekToEnd()
      try file.write(contentsOf: Data((0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }))
    }
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil)
    #expect(try fixture.store.claimFile.latest()?.claim == 1)
    try await send(1..<3)
    #expect(try await fixture.store.regression() == nil)
    try putBack()
    #expect(try await fixture.store.regression() == .wentBack(claims: 3))
    let forgotten = try await lookInto()
    #expect(forgotten?.messages == 6)
    #expect(forgotten?.campaigns == [])
    #expect(try await fixture.summary(campaign).counts == [.uncertain: 6, .queued: 2])
    #expect(try await fixture.store.campaigns().count == 1)
  }

  @Test func aRecordThatWasChangedFailsItsCheck() throws {
    let record = ClaimRecord(
      claim: 3, batch: 4, campaign: 5, digest: -6, first: 7, last: 8, attempt: 513, part: 1, parts: 2, nonce: 9)
    let words = record.words(of: 77)
    #expect(ClaimRecord(words[...], of: 77) == record)
    #expect(ClaimRecord(words[...], of: 78) == nil, "it is another store's")
    for index in words.indices {
      for bit in [0, 31, 63] {
        var changed = words
        changed[index] ^= Int64(bitPattern: 1 << UInt64(bit))
        #expect(ClaimRecord(changed[...], of: 77) == nil)
      }
    }
    #expect(ClaimRecord([0, 0, 0, 0, 0, 0, 0, 0], of: 0) == nil)
    // What is whole and makes no sense is none either.
    for odd in [
      ClaimRecord(claim: 0, batch: 1, campaign: 1, digest: 0, first: 1, last: 1),
      ClaimRecord(claim: 1, batch: 1, campaign: -1, digest: 0, first: 1, last: 1),
      ClaimRecord(claim: 1, batch: 1, campaign: 1 << 60, digest: 0, first: 1, last: 1),
      ClaimRecord(claim: 1, batch: 1, campaign: 1, digest: 0, first: 9, last: 3),
      ClaimRecord(claim: 1, batch: 1, campaign: 1, digest: 0, first: 1, last: 1 << 40),
    ] {
      #expect(ClaimRecord(odd.words(of: 77)[...], of: 77) == nil)
    }
  }

  /// The form of before records were checked: a head of four numbers, and six a record.
  private func writeSecondForm(_ records: [[Int64]], tail: Data = Data()) throws {
    let head: [Int64] = [0x5342_636c_6169_6d32, StableHash.hash("teststore"), 0, 0]
    let words = head + records.flatMap(\.self)
    try (words.withUnsafeBytes { Data($0) } + tail).write(to: URL(fileURLWithPath: record))
  }

  private func recordsOfSecondForm(_ batches: Range<Int>) -> [[Int64]] {
    batches.map { at in
      [Int64(at + 1), entries[at].batch.rawValue, campaign.rawValue, 1, Int64(at * 2 + 1), Int64(at * 2 + 2)]
    }
  }

  @Test func aRecordOfTheSecondFormIsTakenOver() async throws {
    try await send(0..<2)
    try writeSecondForm(recordsOfSecondForm(0..<2))
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil)
    try await send(2..<3)
    try putBack()
    #expect(try await fixture.store.regression() == .wentBack(claims: 3))
    #expect(try await lookInto()?.messages == 6)
  }

  /// It did not say what a height meant, nor was it checked: both count as unknown.
  @Test(arguments: [true, false]) func aDamagedOneOfTheSecondFormIsNotBelieved(torn: Bool) async throws {
    try await send(0..<2)
    let height: [Int64] = [2, 2, 0, 0, 9, 8]
    try writeSecondForm(
      recordsOfSecondForm(0..<(torn ? 1 : 2)) + (torn ? [] : [height]), tail: torn ? Data(count: 13) : Data())
    try fixture.reopen()
    #expect(try await fixture.store.regression() == nil)
    try await send(2..<3)
    try putBack()
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await lookInto()?.messages == 8)
  }
}
