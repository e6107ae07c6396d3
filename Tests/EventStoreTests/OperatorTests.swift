import Model
import Ports
import Testing

@testable import EventStore

@Suite struct OperatorTests {
  private let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  /// 10 messages: 1–4 softly bounced, 5–6 hard, 7 uncertain, the rest delivered.
  private func sent() async throws -> (StoreFixture, CampaignID) {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      claimed.map {
        .init(
          message: $0.message, attempt: 1,
          $0.message.rawValue == 7 ? .unknown(reason: "timed out") : .accepted(providerID: "p-\($0.message)-1"))
      }, batch: batch, receiveCount: 1, now: fixture.now)
    var events = (1...4).map { fixture.incoming(.bounce, MessageID(rawValue: $0), at: 1, soft) }
    events += (5...6).map { fixture.incoming(.bounce, MessageID(rawValue: $0), at: 1, hard) }
    events += (8...10).map { fixture.incoming(.delivery, MessageID(rawValue: $0), at: 1) }
    _ = try await fixture.store.ingest(events, now: fixture.now)
    return (fixture, id)
  }

  private func resend(_ fixture: StoreFixture, _ id: CampaignID, limit: Int = .max, isDryRun: Bool = false)
    async throws
    -> ResendReport
  {
    try await fixture.store.resend(
      id, limit: limit, isDryRun: isDryRun, operator: "kim", now: fixture.now + .seconds(1)
    ) { $0.kind == .soft }
  }

  @Test func onlyThoseThatMayBeResentAre() async throws {
    let (fixture, id) = try await sent()
    let expected = ResendReport(
      campaigns: [id], resent: 4, sample: ["user0@example.com", "user1@example.com", "user2@example.com"],
      skipped: [.notResendable(.hard, .code("5.1.1")): 2, .uncertain: 1])
    #expect(try await resend(fixture, id, isDryRun: true) == expected)
    #expect(try await fixture.summary(id).counts[.softBounced] == 4)
    #expect(try await resend(fixture, id) == expected)
    #expect(try await fixture.summary(id).counts == [.queued: 4, .hardBounced: 2, .uncertain: 1, .delivered: 3])
    // Nothing is resent twice.
    #expect(try await resend(fixture, id).resent == 0)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    #expect(claimed.map(\.message.rawValue) == [1, 2, 3, 4])
    #expect(claimed.map(\.attempt) == [2, 2, 2, 2])
    #expect(try await fixture.store.replay() == [])
    let history = try #require(try await fixture.store.history(limit: 1000).dropFirst().first)
    #expect(history.operator == "kim")
    #expect(history.action == "resend")
    #expect(history.count == 4)
  }

  @Test func failedIsWhatFailuresCount() async throws {
    let (fixture, id) = try await sent()
    let summary = try await fixture.summary(id)
    #expect(summary.failed == 6)
    #expect(try await fixture.store.failures(id).reduce(0) { $0 + $1.count } == summary.failed)
    #expect(summary.count(.uncertain) == 1)
    #expect(summary.handedOver == 9, "nobody knows of the uncertain one")
  }

  @Test func anIdThatIsAlsoANameIsRefused() async throws {
    let fixture = try StoreFixture()
    let first = try await fixture.launch(1, name: "2")
    let second = try await fixture.launch(1, name: "May")
    let third = try await fixture.launch(1, name: "3")
    await #expect(throws: StoreError.self) { try await fixture.store.findCampaign("2") }
    do { _ = try await fixture.store.findCampaign("2") } catch {
      let error = try #require(error as? StoreError)
      #expect(error.code == .ambiguous)
      #expect(error.context.contains("'id:2' or 'name:2'"))
    }
    #expect(try await fixture.store.findCampaign("name:2").id == first)
    #expect(try await fixture.store.findCampaign("id:2").id == second)
    #expect(try await fixture.store.findCampaign("1").id == first)
    #expect(try await fixture.store.findCampaign("3").id == third, "its own name is no other campaign's")
    await #expect(throws: StoreError.self) { try await fixture.store.findCampaign("id:9") }
  }

  @Test func lettersOfOneSecondStandByCampaignAndBatch() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.launch(150)
    _ = try await fixture.launch(100)
    let batches = try await fixture.queueAll().map(\.batch)
    #expect(batches.count == 5)
    // As a queue hands them out: in any order, within the same second, under ids that say nothing; one is older.
    let sightings = [3, 0, 4, 2, 1].enumerated().map { place, batch in
      EventStore.DeadLetterSighting(
        id: "\(place)", batch: batches[batch], receiveCount: 3,
        enqueuedAt: Timestamp(milliseconds: 1_795_000_000_000 + Int64(place) - (batch == 4 ? 1000 : 0)))
    }
    try await fixture.store.recordDeadLetters(sightings, now: fixture.now)
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.batch) == [4, 0, 1, 2, 3].map { batches[$0] })
    // What looks finished says where the rest is.
    do {
      _ = try await fixture.store.pause(CampaignID(rawValue: 1), operator: "kim", now: fixture.now)
      Issue.record("a finished campaign was paused")
    } catch {
      #expect("\(error)".hasSuffix("3 batches lie in the dead letters"))
      #expect((error as? StoreError)?.remedy == .seeDeadLetters)
    }
  }

  @Test func theHistorySaysWhatWasDone() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10)
    _ = try await fixture.store.pause(id, operator: "kim", now: fixture.now)
    _ = try await fixture.store.resume(id, operator: "kim", now: fixture.now)
    _ = try await fixture.store.cancel(id, operator: "kim", now: fixture.now)
    #expect(try await fixture.store.history(limit: 1000).suffix(3).map(\.result) == ["paused", "resumed", "cancelled"])
  }

  @Test func resumingCountsWhoIsTriedAgainToo() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(10, batchSize: 5)
    let batch = try await fixture.queueAll()[0].batch
    let outcomes = try await fixture.claim(batch).enumerated().map { place, claimed in
      AttemptResult(
        message: claimed.message, attempt: claimed.attempt,
        place < 2
          ? .refused(Refusal(cause: .throttled, reason: "slow down")) : .accepted(providerID: "p\(place)"))
    }
    #expect(try await fixture.store.record(outcomes, batch: batch, receiveCount: 1, now: fixture.now) == 2)
    #expect(try await fixture.store.pause(id, operator: "kim", now: fixture.now) == 7)
    #expect(try await fixture.summary(id).toBeSent == 7)
    // They are not lost either: resuming sends them.
    let report = try await fixture.store.resend(
      Scope(campaign: id), isDryRun: true, operator: "kim", now: fixture.now
    ) { _ in true }
    #expect(report == ResendReport(skipped: [.whenResumed: 2]))
    #expect(try await fixture.store.resume(id, operator: "kim", now: fixture.now) == 7)
  }

  @Test func noMoreAreResentThanWereConfirmed() async throws {
    let (fixture, id) = try await sent()
    #expect(try await resend(fixture, id, limit: 3).resent == 3)
    #expect(try await fixture.summary(id).counts[.softBounced] == 1)
  }

  @Test func onePersonCanBeResentTo() async throws {
    let (fixture, id) = try await sent()
    let scope = Scope(messages: [MessageID(rawValue: 3)])
    let report = try await fixture.store.resend(
      scope, isDryRun: false, operator: "kim", now: fixture.now + .seconds(1)
    ) { $0.kind == .soft }
    #expect(report == ResendReport(campaigns: [id], resent: 1, sample: ["user2@example.com"]))
    #expect(
      try await fixture.summary(id).counts
        == [.queued: 1, .softBounced: 3, .hardBounced: 2, .uncertain: 1, .delivered: 3])
    #expect(try await fixture.claim(try await fixture.queueAll()[0].batch).map(\.message.rawValue) == [3])
    let entry = try #require(try await fixture.store.history(limit: 1000).last)
    #expect(entry.condition == "message 3" && entry.count == 1 && entry.campaign == id)
    #expect(try await fixture.store.replay() == [])
  }

  /// Every message that is named is taken or counted with a reason.
  @Test func ofEachNamedMessageItIsSaidWhyItIsLeftAlone() async throws {
    let (fixture, id) = try await sent()
    let other = try await fixture.launch(1, name: "June")
    _ = try await fixture.store.ingest(
      [
        IncomingEvent(
          tags: nil, providerID: "foreign", address: "x@example.com", subject: nil, at: fixture.now, type: .bounce,
          identity: 1, classification: soft, reason: nil, detail: nil)
      ], now: fixture.now)
    let named = (1...12).map { MessageID(rawValue: $0) }
    func rehearse(_ scope: Scope) async throws -> ResendReport {
      try await fixture.store.resend(scope, isDryRun: true, operator: "kim", now: fixture.now) { $0.kind == .soft }
    }
    #expect(
      try await rehearse(Scope(messages: named)).skipped == [
        .notResendable(.hard, .code("5.1.1")): 2, .uncertain: 1, .notFailed(.delivered): 3, .notFailed(.queued): 1,
        .anotherProgram: 1,
      ])
    #expect(try await rehearse(Scope(messages: named)).resent == 4)
    #expect(try await rehearse(Scope(campaign: other, messages: named)).resent == 0)
    #expect(try await rehearse(Scope(campaign: other, messages: named)).skipped[.otherCampaign] == 10)
    await #expect(throws: StoreError.self) { try await rehearse(Scope(messages: [MessageID(rawValue: 99)])) }
    // A row of failures is its classification, here in its campaign, there everywhere.
    #expect(try await rehearse(Scope(campaign: id, classification: soft)).resent == 4)
    #expect(try await rehearse(Scope(classification: soft)).skipped == [.anotherProgram: 1])
    #expect(try await rehearse(Scope(campaign: id, classification: hard)).resent == 0)
  }

  /// A filter means what it means in a list: the start of an address, whatever the letters' case.
  @Test func aFilterTakesThoseThatAListShows() async throws {
    let (fixture, id) = try await sent()
    func resend(_ scope: Scope, limit: Int = .max, isDryRun: Bool = true) async throws -> ResendReport {
      try await fixture.store.resend(
        scope, limit: limit, isDryRun: isDryRun, operator: "kim", now: fixture.now
      ) { $0.kind == .soft }
    }
    #expect(
      try await resend(Scope(campaign: id, addressPrefix: "USER2@"))
        == ResendReport(campaigns: [id], resent: 1, sample: ["user2@example.com"]))
    // What takes everybody says the same as no filter, by another way: message by message, and not by counters.
    #expect(try await resend(Scope(campaign: id, addressPrefix: "u")) == resend(Scope(campaign: id)))
    #expect(
      try await resend(Scope(addressPrefix: "u")).skipped == [.notResendable(.hard, .code("5.1.1")): 2, .uncertain: 1])
    #expect(
      try await resend(Scope(kinds: [.hard], addressPrefix: "u")).skipped == [.notResendable(.hard, .code("5.1.1")): 2])
    #expect(
      try await resend(Scope(statuses: [.uncertain], addressPrefix: "u")) == ResendReport(skipped: [.uncertain: 1]))
    #expect(try await resend(Scope(addressPrefix: "nobody")) == ResendReport())
    #expect(try await resend(Scope(addressPrefix: "user"), limit: 3, isDryRun: false).resent == 3)
    #expect(try await fixture.summary(id).counts[.softBounced] == 1)
    #expect(try await fixture.store.history(limit: 1000).last?.condition == "address user…")
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whatIsSettledMeanwhileIsLeftAloneWhereThatIsWanted() async throws {
    let (fixture, _) = try await sent()
    let both = [3, 7].map(MessageID.init(rawValue:))
    await #expect(throws: StoreError.self) {
      try await fixture.store.settle(both, .assumeSent, operator: "t", now: fixture.now)
    }
    #expect(try await fixture.store.message(both[1])?.status == .uncertain, "all or none")
    func settle() async throws -> Int {
      try await fixture.store.settle(both, .assumeSent, leavingOthers: true, operator: "t", now: fixture.now)
    }
    #expect(try await settle() == 1)
    #expect(try await fixture.store.message(both[1])?.isAssumed == true)
    #expect(try await settle() == 0)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whoOnlyLooksSeesWhatOthersDoAndDoesNothing() async throws {
    let (fixture, id) = try await sent()
    let looking = try await EventStore.openForReading(path: fixture.store.path)
    #expect(looking.isReadOnly && !looking.isFrozen && looking.id == fixture.store.id)
    #expect(try await looking.message(MessageID(rawValue: 7))?.status == .uncertain)
    let now = fixture.now
    for refused in [
      { _ = try await looking.settle([MessageID(rawValue: 7)], .assumeSent, operator: "t", now: now) },
      { _ = try await looking.pause(id, operator: "t", now: now) },
      {
        try await looking.addHistory(
          HistoryEntry(at: now, operator: "t", action: "x", campaign: nil, condition: "", count: 0, result: ""))
      },
    ] as [@Sendable () async throws -> Void] {
      let error = await #expect(throws: StoreError.self) { try await refused() }
      #expect(error?.code == .readOnly)
    }
    let before = try looking.commitVersion()
    _ = try await fixture.store.settle([MessageID(rawValue: 7)], .assumeSent, operator: "t", now: fixture.now)
    #expect(try looking.commitVersion() != before)
    #expect(try await looking.message(MessageID(rawValue: 7))?.isAssumed == true)
    try looking.close()
    await #expect(throws: StoreError.self) { try await EventStore.openForReading(path: fixture.store.path + "-none") }
  }

  @Test func theReasonTellsTheRefusedApart() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      zip(claimed, [Refusal.Cause.unverifiedSender, .invalidParameter]).map {
        .init(message: $0.message, attempt: 1, .refused(.init(cause: $1, reason: "no")))
      }, batch: batch, receiveCount: 1, now: fixture.now)
    let report = try await fixture.store.resend(
      Scope(campaign: id), isDryRun: true, operator: "t", now: fixture.now, mayResend: \.isResendable)
    #expect(report.resent == 1)
    #expect(report.skipped == [.notResendable(.refused, .cause("invalidParameter")): 1])
  }

  @Test func theOperatorsWordIsTakenBack() async throws {
    let (fixture, id) = try await sent()
    let seven = MessageID(rawValue: 7)
    func settle(_ verdict: Verdict, at seconds: Int) async throws {
      #expect(
        try await fixture.store.settle([seven], verdict, operator: "t", now: fixture.now + .seconds(seconds)) == 1)
    }
    await #expect(throws: StoreError.self) { try await settle(.undo, at: 1) }
    try await settle(.assumeSent, at: 2)
    #expect(try await fixture.store.message(seven)?.isAssumed == true)
    #expect(try await fixture.summary(id).assumed == 1)
    #expect(try await fixture.store.settleable(.undo, in: id) == [seven])
    // The clock was set back by an hour: the later word counts all the same.
    try await settle(.undo, at: -3600)
    #expect(try await fixture.store.message(seven)?.status == .uncertain)
    #expect(try await fixture.summary(id).assumed == 0)
    #expect(try await fixture.store.settleable(.assumeSent, in: id) == [seven])
    #expect(try await fixture.store.replay() == [])
    try await settle(.assumeSent, at: -7200)
    #expect(try await fixture.store.message(seven)?.isAssumed == true)
    #expect(try await fixture.store.replay() == [])
    // An event of it settles it for good: there is no word of anybody's left to take back.
    _ = try await fixture.store.ingest([fixture.incoming(.send, seven, at: 1)], now: fixture.now)
    #expect(try await fixture.store.message(seven)?.status == .accepted)
    #expect(try await fixture.store.message(seven)?.isAssumed == false)
    await #expect(throws: StoreError.self) { try await settle(.undo, at: 5) }
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whatWasTakenBackCanBeSentAgain() async throws {
    let (fixture, _) = try await sent()
    let seven = MessageID(rawValue: 7)
    for verdict in [Verdict.assumeSent, .undo, .resend] {
      #expect(try await fixture.store.settle([seven], verdict, operator: "t", now: fixture.now) == 1)
    }
    #expect(try await fixture.claim(try await fixture.queueAll()[0].batch).map(\.attempt) == [2])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func whatIsStillBeingTriedIsLeftAlone() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      claimed.map { .init(message: $0.message, attempt: 1, .refused(.init(cause: .throttled, reason: "slow"))) },
      batch: batch, receiveCount: 1, now: fixture.now)
    let report = try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now) { _ in true }
    #expect(report == ResendReport(skipped: [.beingTried: 2]))
  }

  @Test func aBouncedMessageIsResentWhileItsOldBatchIsStillTryingOthers() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      [
        .init(message: claimed[0].message, attempt: 1, .accepted(providerID: "p-1-1")),
        .init(message: claimed[1].message, attempt: 1, .refused(.init(cause: .throttled, reason: "slow"))),
      ], batch: batch, receiveCount: 1, now: fixture.now)
    _ = try await fixture.store.ingest(
      [fixture.incoming(.bounce, claimed[0].message, at: 1, soft)], now: fixture.now)
    #expect(try await resend(fixture, id).resent == 1)
    // The old batch tries the refused one, the new batch the bounced one; neither both.
    #expect(try await fixture.claim(batch).map(\.message) == [claimed[1].message])
    let next = try await fixture.queueAll()[0].batch
    #expect(try await fixture.claim(next).map(\.message) == [claimed[0].message])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func theOperatorsWordSettles() async throws {
    let (fixture, id) = try await sent()
    let seven = MessageID(rawValue: 7)
    await #expect(throws: StoreError.self) {
      try await fixture.store.settle([seven, MessageID(rawValue: 8)], .assumeSent, operator: "t", now: fixture.now)
    }
    #expect(try await fixture.store.message(seven)?.status == .uncertain)
    #expect(try await fixture.store.settle([seven], .assumeSent, operator: "t", now: fixture.now) == 1)
    #expect(try await fixture.store.message(seven)?.status == .accepted)
    #expect(try await fixture.summary(id).counts[.uncertain] == nil)
    #expect(try await fixture.store.replay() == [])
  }

  /// The first try was turned away by a word that was not the provider's, and arrived after all; the second broke off.
  @Test func whoHasItIsNotCountedAsSentAgain() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    for attempt in 1...2 {
      let claimed = try await fixture.claim(batch)
      #expect(claimed.map(\.attempt) == [attempt, attempt])
      _ = try await fixture.store.record(
        claimed.map {
          .init(
            message: $0.message, attempt: attempt,
            attempt == 1 ? .refused(.init(cause: .throttled, reason: "slow")) : .unknown(reason: "broke off"))
        }, batch: batch, receiveCount: 1, now: fixture.now)
    }
    let first = MessageID(rawValue: 1)
    _ = try await fixture.store.ingest([fixture.incoming(.delivery, first, attempt: 1, at: 1)], now: fixture.now)
    let doubtful = try await fixture.store.settleable(.resend, in: id)
    #expect(doubtful.count == 2)
    #expect(try await fixture.store.settle(doubtful, .resend, operator: "t", now: fixture.now) == 1)
    #expect(try await fixture.store.message(first)?.status == .delivered)
    #expect(try await fixture.store.history(limit: 9).last?.count == 1)
    #expect(try await fixture.claim(try await fixture.queueAll()[0].batch).map(\.message) == [MessageID(rawValue: 2)])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func proofThatComesInTimeStopsTheSecondCopy() async throws {
    let (fixture, _) = try await sent()
    let seven = MessageID(rawValue: 7)
    _ = try await fixture.store.settle([seven], .resend, operator: "t", now: fixture.now)
    #expect(try await fixture.store.message(seven)?.status == .queued)
    let batch = try await fixture.queueAll()[0].batch
    _ = try await fixture.store.ingest([fixture.incoming(.delivery, seven, at: 1)], now: fixture.now)
    #expect(try await fixture.store.message(seven)?.status == .delivered)
    #expect(try await fixture.claim(batch).isEmpty)
    #expect(try await fixture.store.replay() == [])
  }

  /// Throttled, out of quota, denied: that may last for hours, in which proof of the first copy has time to come.
  @Test func proofStopsTheSecondCopyAlsoAfterItWasTurnedAway() async throws {
    let (fixture, id) = try await sent()
    let seven = MessageID(rawValue: 7)
    _ = try await fixture.store.settle([seven], .resend, operator: "t", now: fixture.now)
    let batch = try await fixture.queueAll()[0].batch
    for attempt in 2...3 {
      #expect(try await fixture.claim(batch).map(\.attempt) == [attempt])
      _ = try await fixture.store.record(
        [.init(message: seven, attempt: attempt, .refused(.init(cause: .throttled, reason: "slow")))],
        batch: batch, receiveCount: 1, now: fixture.now)
    }
    _ = try await fixture.store.ingest([fixture.incoming(.bounce, seven, at: 1, soft)], now: fixture.now)
    #expect(try await fixture.store.message(seven)?.status == .softBounced)
    #expect(try await fixture.claim(batch).isEmpty)
    #expect(try await fixture.store.replay() == [])
    // And what bounced can be resent: the next attempt is one that never was.
    _ = try await resend(fixture, id)
    let next = try #require(try await fixture.queueAll().last).batch
    #expect(try await fixture.claim(next).first { $0.message == seven }?.attempt == 4)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aDeadBatchIsRevivedForThoseNotYetAccepted() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      claimed.map {
        .init(
          message: $0.message, attempt: 1,
          $0.message.rawValue == 1
            ? .accepted(providerID: "p") : .refused(.init(cause: .transient, reason: "oops")))
      }, batch: batch, receiveCount: 3, now: fixture.now)
    let sighting = EventStore.DeadLetterSighting(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)
    try await fixture.store.recordDeadLetters([sighting], now: fixture.now)
    let letter = try #require(try await fixture.store.deadLetters(limit: 1000).first)
    #expect(letter.error == "transient: oops")
    #expect(letter.recipients == 2)
    #expect(try await fixture.summary(id).batches == .init(dead: 1))
    try await fixture.store.reviveBatches([batch], now: fixture.now)
    #expect(try await fixture.summary(id).batches == .init(queued: 1))
    #expect(try await fixture.claim(batch).map(\.message.rawValue) == [2, 3])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aClaimInADeadLetterIsDoubtedOnlyWhenItsWorkerMustBeDead() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    let sighting = EventStore.DeadLetterSighting(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)
    let start = fixture.now
    fixture.now = start + .seconds(59)
    try await fixture.store.recordDeadLetters([sighting], now: fixture.now)
    #expect(try await fixture.summary(id).counts == [.sending: 3])
    // The worker was alive after all.
    try await fixture.accept([claimed[0]], batch)
    fixture.now = start + .seconds(60)
    try await fixture.store.recordDeadLetters([sighting], now: fixture.now)
    #expect(try await fixture.summary(id).counts == [.accepted: 1, .uncertain: 2])
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aBatchIsGivenUpOnlyWithItsLastDeadLetter() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    let start = fixture.now
    try await fixture.store.recordDeadLetters(
      [.init(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: start)], now: start)
    fixture.now = start + .seconds(60)
    try await fixture.store.recordDeadLetters(
      [.init(id: "dead-2", batch: batch, receiveCount: 3, enqueuedAt: start)], now: fixture.now)
    try await fixture.store.forgetDeadLetters(seenBefore: fixture.now, now: fixture.now)
    #expect(try await fixture.store.deadLetters(limit: 1000).map(\.id) == ["dead-2"])
    #expect(try await fixture.summary(id).counts == [.queued: 3])
    try await fixture.store.forgetDeadLetters(seenBefore: fixture.now + .seconds(1), now: fixture.now)
    #expect(try await fixture.summary(id).counts == [.refused: 3])
  }

  @Test func whatWaitsInADeadLetterThatExpiredCanBeResent() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    try await fixture.store.recordDeadLetters(
      [.init(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    fixture.now = fixture.now + .seconds(60)
    try await fixture.store.forgetDeadLetters(seenBefore: fixture.now, now: fixture.now)
    #expect(try await fixture.store.deadLetters(limit: 1000).isEmpty)
    #expect(try await fixture.summary(id).counts == [.refused: 3])
    #expect(try await fixture.summary(id).batches == .init(done: 1))
    #expect(
      try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now) { $0.kind == .refused }
        .resent
        == 3)
    #expect(try await fixture.claim(try await fixture.queueAll()[0].batch).count == 3)
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aDiscardedDeadLettersRecipientsAreCancelled() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(3)
    let batch = try await fixture.queueAll()[0].batch
    let sighting = EventStore.DeadLetterSighting(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)
    try await fixture.store.recordDeadLetters([sighting], now: fixture.now)
    #expect(try await fixture.store.deadLetters(limit: 1000).first?.error == "received 3 times without an outcome")
    #expect(try await fixture.store.abandonBatch(batch, now: fixture.now) == 3)
    #expect(try await fixture.summary(id).counts == [.cancelled: 3])
    #expect(try await fixture.summary(id).batches == .init(done: 1))
    #expect(try await fixture.store.replay() == [])
  }

  @Test func aResentMessageIsNotSentByItsOldBatchToo() async throws {
    let fixture = try StoreFixture()
    let id = try await fixture.launch(2)
    let batch = try await fixture.queueAll()[0].batch
    let claimed = try await fixture.claim(batch)
    _ = try await fixture.store.record(
      claimed.map { .init(message: $0.message, attempt: 1, .refused(.init(cause: .throttled, reason: "slow"))) },
      batch: batch, receiveCount: 3, now: fixture.now)
    try await fixture.store.recordDeadLetters(
      [.init(id: "dead-1", batch: batch, receiveCount: 3, enqueuedAt: fixture.now)], now: fixture.now)
    #expect(
      try await fixture.store.resend(id, isDryRun: false, operator: "t", now: fixture.now) { _ in true }.resent == 2)
    #expect(try await fixture.store.deadLetters(limit: 1000).first?.recipients == 0)
    try await fixture.store.reviveBatches([batch], now: fixture.now)
    #expect(try await fixture.claim(batch).isEmpty)
    #expect(try await fixture.store.replay() == [])
  }
}
