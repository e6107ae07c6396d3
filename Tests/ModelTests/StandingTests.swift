import Model
import Testing
import TestSupport

@Suite struct StandingTests {
  private func event(
    _ type: EventType, attempt: Int = 1, at: Int64, source: Event.Source = .provider, identity: Int64? = nil,
    _ classification: Classification? = nil
  ) -> Event {
    Event(
      message: MessageID(rawValue: 1), attempt: attempt, at: Timestamp(milliseconds: at), type: type, source: source,
      identity: identity ?? at, classification: classification)
  }

  private let soft = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  private let hard = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  private let reply = Classification(kind: .soft, cause: "Transient", subtype: "General")

  /// Somebody who is away has the mail: in whatever order the two are told.
  @Test(arguments: [EventType.delivery, .open, .click, .subscription])
  func anAutomaticReplyAfterAnArrivalIsNoFailure(arrival: EventType) {
    let arrived = event(arrival, at: 4)
    for replyAt in [3, 5] as [Int64] {
      let story = [event(.send, at: 1), arrived, event(.automaticReply, at: replyAt, reply)]
      let expected = Standing(
        attempt: 1, tries: 1, status: arrived.status ?? .queued, classification: nil)
      #expect(Standing(of: story) == expected)
      #expect(Standing(of: story.reversed()) == expected)
    }
    let alone = Standing(of: [event(.send, at: 1), event(.automaticReply, at: 3, reply)])
    #expect(alone == Standing(attempt: 1, tries: 1, status: .softBounced, classification: reply))
    #expect(alone.classification?.isResendable == false)
  }

  /// A carrier goes on trying: a phone that was off, and a code that nobody knows, are no failure once the text has arrived, in
  /// whatever order the two are told. What is for good stays.
  @Test(arguments: TextFailure.allCases) func aTextThatHasArrivedWasOnlyLate(failure: TextFailure) {
    let isPassing = [.unreachable, .carrierUnreachable, .expired, .unknown].contains(failure)
    for failedAt in [3, 5] as [Int64] {
      let story = [event(.send, at: 1), event(.delivery, at: 4), event(.bounce, at: failedAt, .text(failure))]
      let expected: MessageStatus = isPassing ? .delivered : failure.kind.status
      for order in [story, story.reversed(), [story[2], story[0], story[1]]] {
        let standing = Standing(of: order)
        #expect(standing.status == expected, "\(failure)")
        #expect(!isPassing || standing.classification == nil)
        var absorbed = Standing.planned
        for (index, event) in order.enumerated() where !absorbed.absorb(event) {
          absorbed = Standing(of: order.prefix(index + 1))
        }
        #expect(absorbed == standing, "\(failure): one at a time")
      }
    }
    #expect(Standing(of: [event(.send, at: 1), event(.bounce, at: 3, .text(failure))]).status == failure.kind.status)
  }

  @Test func aBounceWithACodeAfterADeliveryIsReal() {
    let story = [event(.delivery, at: 2), event(.automaticReply, at: 3, reply), event(.bounce, at: 4, soft)]
    #expect(Standing(of: story) == Standing(attempt: 1, tries: 1, status: .softBounced, classification: soft))
  }

  @Test func whatOneOfSeveralDidSaysNothingOfAnybody() {
    let story = [event(.send, at: 1), event(.byOneOfSeveral(.click), at: 2)]
    #expect(Standing(of: story, base: .foreign).status == .accepted)
  }

  @Test func anUnknownTypeProvesNoTry() {
    #expect(Standing(of: [event(.other("New"), at: 1)]) == .planned)
  }

  @Test func aSubscriptionProvesAnArrival() {
    #expect(Standing(of: [event(.send, at: 1), event(.subscription, at: 2)]).status == .delivered)
  }

  @Test func aLaterEventNeverHidesAWorseOne() {
    let story = [
      event(.claimed, at: 1, source: .sendboard), event(.accepted, at: 2, source: .sendboard), event(.send, at: 3),
      event(.delivery, at: 4), event(.bounce, at: 5, hard), event(.open, at: 6),
    ]
    #expect(Standing(of: story) == Standing(attempt: 1, tries: 1, status: .hardBounced, classification: hard))
  }

  @Test func ranksAreThoseOfTheDesign() {
    let order: [MessageStatus] = [
      .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .rejected, .hardBounced, .complained,
    ]
    #expect(order == order.sorted { $0.rank < $1.rank })
    #expect(MessageStatus.renderFailed.rank > MessageStatus.softBounced.rank)
    #expect(MessageStatus.renderFailed.rank < MessageStatus.hardBounced.rank)
  }

  @Test func aResendStartsAnew() {
    let story = [
      event(.claimed, at: 1, source: .sendboard), event(.send, at: 2), event(.bounce, at: 3, soft),
      event(.resent, at: 4, source: .operator),
    ]
    #expect(Standing(of: story) == Standing(attempt: 2, tries: 1, status: .queued, classification: nil))
    let delivered =
      story + [
        event(.claimed, attempt: 2, at: 5, source: .sendboard), event(.delivery, attempt: 2, at: 6),
        event(.bounce, attempt: 1, at: 7, hard),
      ]
    #expect(Standing(of: delivered) == Standing(attempt: 2, tries: 2, status: .delivered, classification: nil))
  }

  @Test func proofOfTheFirstCopyStopsASecondThatWasNotClaimedYet() {
    let doubt = [
      event(.claimed, at: 1, source: .sendboard), event(.uncertain, at: 2, source: .sendboard),
      event(.settledToResend, at: 3, source: .operator),
    ]
    #expect(Standing(of: doubt).status == .queued)
    #expect(
      Standing(of: doubt + [event(.delivery, at: 4)])
        == Standing(attempt: 1, tries: 1, status: .delivered, classification: nil))
    let claimed = doubt + [event(.claimed, attempt: 2, at: 5, source: .sendboard), event(.delivery, at: 6)]
    #expect(Standing(of: claimed) == Standing(attempt: 2, tries: 2, status: .sending, classification: nil))
  }

  @Test func proofOfTheFirstCopyStopsASecondThatWasTriedAndTurnedAway() {
    let throttled = Classification(kind: .refused, cause: "throttled")
    let doubt = [
      event(.claimed, at: 1, source: .sendboard), event(.uncertain, at: 2, source: .sendboard),
      event(.settledToResend, at: 3, source: .operator), event(.claimed, attempt: 2, at: 4, source: .sendboard),
      event(.refused, attempt: 2, at: 5, source: .sendboard, throttled),
      event(.claimed, attempt: 3, at: 6, source: .sendboard),
      event(.refused, attempt: 3, at: 7, source: .sendboard, throttled),
    ]
    #expect(Standing(of: doubt) == Standing(attempt: 3, tries: 3, status: .refused, classification: throttled))
    let proven = doubt + [event(.bounce, at: 8, hard)]
    #expect(Standing(of: proven) == Standing(attempt: 1, tries: 3, status: .hardBounced, classification: hard))
    // On its way when the proof came: it may be a second copy.
    let claimed = proven + [event(.claimed, attempt: 4, at: 9, source: .sendboard)]
    #expect(Standing(of: claimed).status == .sending)
    #expect(Standing(of: claimed + [event(.refused, attempt: 4, at: 10, source: .sendboard, throttled)]).attempt == 1)
    // Who resends what bounced means it.
    let resent = proven + [event(.resent, attempt: 3, at: 9, source: .operator)]
    #expect(Standing(of: resent) == Standing(attempt: 4, tries: 3, status: .queued, classification: nil))
  }

  @Test func proofOfWhatWasRefusedByMistakeStopsTheRetry() {
    let throttled = Classification(kind: .refused, cause: "throttled")
    let story = [
      event(.claimed, at: 1, source: .sendboard), event(.refused, at: 2, source: .sendboard, throttled),
      event(.claimed, attempt: 2, at: 3, source: .sendboard),
      event(.refused, attempt: 2, at: 4, source: .sendboard, throttled), event(.delivery, at: 5),
    ]
    #expect(Standing(of: story) == Standing(attempt: 1, tries: 2, status: .delivered, classification: nil))
  }

  @Test func ofTheOperatorsWordsTheLatestCounts() {
    let doubt = [event(.claimed, at: 1, source: .sendboard), event(.uncertain, at: 2, source: .sendboard)]
    func word(_ type: EventType, at: Int64) -> Event { event(type, at: at, source: .operator) }
    let assumed = doubt + [word(.assumedSent, at: 3)]
    let withdrawn = assumed + [word(.assumptionWithdrawn, at: 4)]
    #expect(Standing(of: assumed).status == .accepted)
    #expect(Standing(of: withdrawn).status == .uncertain)
    #expect(Standing(of: withdrawn.reversed()).status == .uncertain)
    #expect(Standing(of: withdrawn + [word(.assumedSent, at: 5)]).status == .accepted)
    // What is known wins over any word.
    #expect(Standing(of: withdrawn + [event(.delivery, at: 1)]).status == .delivered)
    #expect(Standing(of: withdrawn + [event(.accepted, at: 1, source: .sendboard)]).status == .accepted)
    // It is a word on one attempt.
    let resent =
      withdrawn + [
        event(.settledToResend, at: 5, source: .operator), event(.claimed, attempt: 2, at: 6, source: .sendboard),
      ]
    #expect(Standing(of: resent) == Standing(attempt: 2, tries: 2, status: .sending, classification: nil))
  }

  @Test func anEventSettlesDoubt() {
    let story = [event(.claimed, at: 1, source: .sendboard), event(.uncertain, at: 2, source: .sendboard)]
    #expect(Standing(of: story).status == .uncertain)
    #expect(Standing(of: story + [event(.send, at: 1)]).status == .accepted)
  }

  @Test func atOneTimeTheCauseStandsFirst() {
    let types: [EventType] = [
      .claimed, .accepted, .send, .deliveryDelay, .delivery, .open, .click, .complaint, .resent,
    ]
    // Identities that would put them the other way round.
    let events = types.enumerated().map { event($1, at: 5, identity: Int64(-$0)) }
    #expect(events.reversed().sorted { $0.precedes($1) }.map(\.type) == types)
    let next = event(.claimed, attempt: 2, at: 5, identity: -99)
    #expect((events + [next]).sorted { $0.precedes($1) }.last == next)
    #expect(event(.click, at: 4).precedes(event(.claimed, at: 5)), "time comes first")
  }

  /// Random stories in random orders: the fold does not depend on the order or on repetition, and taking events in one
  /// by one, with the fold where `absorb` asks for it, comes to the same.
  @Test(arguments: 0..<200) func orderAndRepetitionDoNotMatter(seed: Int) {
    var random = SplitMix(UInt64(seed))
    let types: [(EventType, Classification?)] = [
      (.claimed, nil), (.accepted, nil), (.refused, Classification(kind: .refused, cause: "throttled")),
      (.uncertain, nil), (.assumedSent, nil), (.assumptionWithdrawn, nil), (.settledToResend, nil), (.resent, nil),
      (.cancelled, nil), (.send, nil),
      (.delivery, nil), (.bounce, soft), (.bounce, hard),
      (.complaint, Classification(kind: .complaint, cause: "abuse")),
      (.reject, Classification(kind: .rejected, cause: "Bad content")), (.open, nil), (.click, nil),
      (.deliveryDelay, Classification(kind: .delay, cause: "General")), (.subscription, nil), (.other("New"), nil),
      (.automaticReply, reply), (.byOneOfSeveral(.open), nil),
    ]
    let story = (0..<Int.random(in: 1...12, using: &random)).map { index in
      let (type, classification) = types.randomElement(using: &random)!
      let source: Event.Source = type.name.first!.isUppercase || type == .automaticReply ? .provider : .sendboard
      return event(
        type, attempt: Int.random(in: 1...3, using: &random), at: Int64.random(in: 0...5, using: &random),
        source: source, identity: Int64(index), classification)
    }
    let expected = Standing(of: story)
    for _ in 0..<20 {
      let shuffled = (story + story.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)
      #expect(Standing(of: shuffled) == expected)
      var standing = Standing.planned
      var seen: [Event] = []
      for event in shuffled where !seen.contains(event) {
        seen.append(event)
        if !standing.absorb(event) { standing = Standing(of: seen) }
      }
      #expect(standing == expected)
    }
  }
}
