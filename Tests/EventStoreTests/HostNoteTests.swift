import Foundation
import GRDB
import Model
import Ports
import Testing

@testable import EventStore

/// What the host notes outside of the store's folder: who took the last claim, and what was launched.
@Suite struct HostNoteTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID
  private let entries: [EventStore.OutboxEntry]

  /// Eight recipients in four batches.
  init() async throws {
    fixture = try StoreFixture(notes: true)
    campaign = try await fixture.launch(8, batchSize: 2)
    entries = try await fixture.queueAll()
  }

  private func copyFiles(from: String, to: String) throws {
    for suffix in ["", "-claims"] {
      unlink(to + suffix)
      try FileManager.default.copyItem(atPath: from + suffix, toPath: to + suffix)
    }
    for suffix in ["-wal", "-shm"] { unlink(to + suffix) }
  }

  /// Copies the store and its record to another name, and opens both.
  private func copied() throws -> EventStore {
    try fixture.store.close()
    let path = fixture.folder + "/two.db"
    try copyFiles(from: fixture.path, to: path)
    try fixture.reopen()
    return try open(path)
  }

  private func open(_ path: String) throws -> EventStore {
    try EventStore(path: path, newID: "unused", notes: fixture.folder + "/cache")
  }

  private func claim(_ store: EventStore, _ place: Int) async throws -> Int {
    try await store.claim(entries[place].batch, limit: 50, now: fixture.now, lease: .seconds(60)).count
  }

  private func isOfCopy(_ error: any Error) -> Bool {
    guard let error = error as? StoreError, error.code == .wentBack else { return false }
    if case .objection(.copyAtWork) = error.detail { return true }
    return false
  }

  /// The tester's find: both wrote down the same number, and 298 of 499 got two copies.
  @Test(arguments: [false, true]) func ofTwoCopiesOneStopsAtItsFirstClaim(afterClaims: Bool) async throws {
    if afterClaims { #expect(try await claim(fixture.store, 3) == 2) }
    let copy = try copied()
    #expect(try await claim(fixture.store, 0) == 2)
    await #expect { try await claim(copy, 0) } throws: { isOfCopy($0) }
    await #expect { try await claim(copy, 1) } throws: { isOfCopy($0) }
    #expect(try await claim(fixture.store, 1) == 2, "the first goes on")
    #expect(try await fixture.store.regression() == nil)
    // The other knows it at its next start, too, whatever file it is by then.
    try copy.close()
    let moved = fixture.folder + "/moved.db"
    try copyFiles(from: fixture.folder + "/two.db", to: moved)
    let again = try open(moved)
    #expect(try await again.regression() == .unrecorded)
    let forgotten = try #require(try await again.markForgottenUncertain(operator: "mina", now: fixture.now))
    #expect(forgotten.messages == (afterClaims ? 6 : 8), "whoever waits in it")
    #expect(try await again.campaigns(campaign)[0].counts[.queued] == nil)
    #expect(try await again.regression() == nil)
    #expect(try await claim(fixture.store, 2) == 2, "looking into it takes no claim from the first")
  }

  /// At the same height, a copy that was refused once is no equal of the first.
  @Test func aCopyThatWasRefusedKnowsItsStateIsNotTheLast() async throws {
    let copy = try copied()
    #expect(try await claim(fixture.store, 0) == 2)
    // Its claim was committed before the first's was noted.
    try await copy.write { db in try db.execute(sql: "UPDATE mark SET claims = 1") }
    let records = ClaimRecord.records(claim: 1, batch: 2, campaign: 1, digest: 1, messages: [(3, 1), (4, 1)])
    await #expect {
      try await copy.claimFile.append(records, launch: nil, for: copy.identity.number, store: copy.path)
    } throws: {
      isOfCopy($0)
    }
    #expect(try await copy.regression() == .unrecorded)
    let noted = try #require(copy.claimFile.note?.read())
    let record = try #require(try copy.claimFile.open())
    #expect(try copy.claimFile.isOfCopy(noted, record: record, for: fixture.store.identity.number), "in its place, too")
    #expect(try await copy.markForgottenUncertain(operator: "mina", now: fixture.now)?.cause == .copySent)
  }

  @Test func whoeverClaimsLastIsTheOneThatGoesOn() async throws {
    let copy = try copied()
    #expect(try await claim(fixture.store, 0) == 2)
    await #expect { try await claim(copy, 0) } throws: { isOfCopy($0) }
    _ = try await copy.markForgottenUncertain(operator: "mina", now: fixture.now)
    let new = try await fixture.launch(2, name: "New", batchSize: 2, on: copy)
    let batch = try await copy.takeOutbox(limit: 1, campaign: new, now: fixture.now, lease: .seconds(15))[0].batch
    #expect(try await copy.claim(batch, limit: 50, now: fixture.now, lease: .seconds(60)).count == 2)
    await #expect { try await claim(fixture.store, 1) } throws: { isOfCopy($0) }
    #expect(try await fixture.store.regression() == .unrecorded)
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 6)
  }

  @Test func copiesThatClaimAtOnceShareNobody() async throws {
    let copy = try copied()
    let stores = [fixture.store, copy, try open(fixture.path), try open(fixture.folder + "/two.db")]
    let (now, entries) = (fixture.now, entries)
    let claimed = await withTaskGroup(of: [MessageID].self) { group in
      for (index, store) in stores.enumerated() {
        // In different orders, as queues give them.
        for entry in index % 2 == 0 ? entries : entries.reversed() {
          group.addTask {
            let claim = try? await store.claim(entry.batch, limit: 1, now: now, lease: .seconds(60))
            guard case .send(_, let messages)? = claim else { return [] }
            return messages.map(\.message)
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(!claimed.isEmpty)
    #expect(Set(claimed).count == claimed.count)
  }

  @Test func aCopyThatWasLookedIntoGoesOn() async throws {
    #expect(try await claim(fixture.store, 0) == 2)
    let copy = try copied()
    #expect(try await copy.markForgottenUncertain(operator: "mina", now: fixture.now)?.messages == 6)
    #expect(try await copy.regression() == nil)
    let doubted = try await copy.settleable(.resend, in: campaign)
    #expect(try await copy.settle(doubted, .resend, operator: "mina", now: fixture.now) == 6)
    let resent = try await copy.takeOutbox(limit: 500, now: fixture.now, lease: .seconds(15))
    var claimed = 0
    for entry in resent {
      claimed += try await copy.claim(entry.batch, limit: 50, now: fixture.now, lease: .seconds(60)).count
    }
    #expect(claimed == 6)
    #expect(try await copy.regression() == nil)
  }

  private func note() throws -> HostNote { HostNote(folder: fixture.folder + "/other", store: "x") }

  private func mark(_ claim: Int64) -> HighWaterMark { HighWaterMark(claim: claim, batch: 1, campaign: 1, message: 2) }

  @Test func processesOfOneFileTakeTheirTurnsInAnyOrder() async throws {
    let note = try note()
    #expect(try await note.take(mark(2), nonce: 12, for: 5) { _ in false })
    #expect(try await note.take(mark(1), nonce: 11, for: 5) { _ in false })
    #expect(note.read() == HostNote.Content(mark: mark(2), copy: 5, nonce: 12), "the higher one stays")
    // Another file, at a number that was taken or left out, or above one that is not its own.
    for claim: Int64 in 1...3 {
      #expect(try await !note.take(mark(claim), nonce: 13, for: 6) { _ in false })
    }
    #expect(try await !note.take(mark(2), nonce: 13, for: 6) { _ in true })
    #expect(try await note.take(mark(3), nonce: 13, for: 6) { $0.nonce == 12 })
    #expect(note.read()?.copy == 6)
  }

  /// An earlier version wrote four numbers, and would raise those alone.
  @Test func aNoteOfAnEarlierVersionIsRead() async throws {
    let note = try note()
    #expect(try await note.take(mark(1), nonce: 11, for: 5) { _ in false })
    let path = fixture.folder + "/other/claims-x"
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try [Int64](arrayLiteral: 4, 1, 1, 2).withUnsafeBytes { try file.write(contentsOf: Data($0)) }
    #expect(note.read() == HostNote.Content(mark: mark(4)))
    try file.truncate(atOffset: 32)
    #expect(note.read() == HostNote.Content(mark: mark(4)))
    #expect(try await !note.take(mark(4), nonce: 14, for: 5) { _ in true })
    #expect(try await note.take(mark(5), nonce: 14, for: 5) { _ in false })
    #expect(note.read() == HostNote.Content(mark: mark(5), copy: 5, nonce: 14))
  }

  /// The tester's find: the folder was put back as a whole, the launch since then was known to nobody, its repetition was
  /// taken for new, and 499 got a second copy.
  @Test(arguments: [true, false]) func aLaunchThatTheWholeFolderForgotIsRemembered(isNumberTaken: Bool) async throws {
    for place in entries.indices { #expect(try await claim(fixture.store, place) == 2) }
    try fixture.store.close()
    try copyFiles(from: fixture.path, to: fixture.folder + "/kept")
    try fixture.reopen()
    let plan = fixture.plan(name: "Later", batchSize: 2)
    let later = try await fixture.launch(4, name: "Later", batchSize: 2)
    let sent = try await fixture.queueAll()
    #expect(try await fixture.claim(sent[0].batch).count == 2)
    try fixture.store.close()
    try copyFiles(from: fixture.folder + "/kept", to: fixture.path)
    try fixture.reopen()
    if isNumberTaken {
      // The copy was made while it was being stored.
      try await fixture.store.write { db in
        try db.execute(
          sql: """
            INSERT INTO campaign (name, channel, state, operator, createdAt, audience, sender, subject, columns, batchSize,
              touchedAt) VALUES ('Later', 'email', 'importing', 't', 1, '', '', '', '', 2, 0)
            """)
      }
    }
    let forgotten = try #require(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now))
    #expect(forgotten.cause == .earlierUnrecorded)
    #expect(forgotten.recipients == 4)
    #expect(forgotten.campaigns.count == 1 && (forgotten.campaigns == [later]) == !isNumberTaken)
    let staging = try fixture.staging(4)
    await #expect { try await fixture.store.launch(plan, from: staging, now: { fixture.now }) } throws: {
      ($0 as? StoreError)?.code == .notAllowed
    }
    let row = try await fixture.store.campaigns(forgotten.campaigns[0])[0]
    #expect(row.name == "(Later, forgotten)" && row.state == .finished)
    #expect(try await fixture.store.markForgottenUncertain(operator: "mina", now: fixture.now) == nil)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func launchesAreNotedOnceAndNotWithoutEnd() async throws {
    let notes = try note().launches
    let name = String(repeating: "가", count: 40)
    let first = LaunchNote(campaign: 1, digest: -7, recipients: 3, at: 9, name: name)
    await notes.add(first)
    await notes.add(first)
    #expect(notes.all().map(\.digest) == [-7])
    // What there is room for, and no half of a character.
    #expect(notes.all()[0].name == String(repeating: "가", count: 26))
    let many = (1...Int64(LaunchNotes.most)).map { campaign in
      LaunchNote(campaign: campaign, digest: campaign, recipients: 1, at: 10 + campaign)
    }
    try many.flatMap { $0.words(of: notes.store) }.withUnsafeBytes { Data($0) }
      .write(to: URL(fileURLWithPath: notes.path))
    await notes.add(LaunchNote(campaign: 9999, digest: 1, recipients: 1, at: 99_999))
    #expect(notes.all().count == LaunchNotes.most)
    #expect(notes.all().map(\.campaign).min() == 2, "the oldest gave way")
    #expect(LaunchNotes(path: notes.path, store: 1).all().isEmpty, "another store's prove nothing")
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: notes.path))
    try file.write(contentsOf: Data([1, 2, 3]))
    #expect(notes.all().count == LaunchNotes.most - 1, "what was torn is none")
  }

  /// A store of no bytes is a new one, unless something says that it was none: a new one would send to everybody again.
  @Test func anEmptyFileBesideARecordIsNoNewStore() async throws {
    try fixture.store.close()
    for suffix in ["-wal", "-shm"] { unlink(fixture.path + suffix) }
    try Data().write(to: URL(fileURLWithPath: fixture.path))
    #expect { try fixture.reopen() } throws: {
      ($0 as? StoreError)?.code == .corrupt && "\($0)".contains(fixture.path + "-claims")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)).isEmpty, "it was left as it is")
    let lone = fixture.folder + "/lone.db"
    try Data().write(to: URL(fileURLWithPath: lone))
    #expect(throws: (any Error).self) { try EventStore.refuseEmptied(lone, beside: [fixture.path + "-claims"]) }
    #expect(try await open(lone).campaigns().isEmpty)
  }
}
