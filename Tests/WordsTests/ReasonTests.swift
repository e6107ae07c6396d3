import Model
import Testing
import Words

/// What Sendboard itself says of an event, a pause, a dead letter or a fault, as it is stored and as it is shown.
@Suite struct ReasonTests {
  /// Stores before hold these sentences, and JSON says them; a language words them anew.
  @Test(arguments: [
    (OwnReason.abandoned, "the worker stopped before the provider's answer was on record"),
    (.notMentioned, "the provider's answer did not mention this recipient"),
    (.campaignCancelled, "the campaign was cancelled"), (.letterDiscarded, "its dead letter was discarded"),
    (.letterGone, "its dead letter is no longer on the queue: it expired or was removed"),
    (.takenForSent(by: "hyeonjun"), "hyeonjun takes it as sent"),
    (.takenForSentNoLonger(by: "현준"), "현준 takes it as sent no longer"),
    (
      .quotaUsedUp(limit: "200", sent: "199"),
      "SES's daily quota of 200 recipients is used up (199 in the last 24 hours): resume when the 24 hours allow"
    ),
    (
      .quotaLeftToOthers(recipients: "50", sent: "190", limit: "200", since: "10"),
      "50 recipients were not handed over: the daily quota seems used up: SES counts 190 of 200 in 24 hours, and 10 went since; waiting for its next figures"
    ),
    (
      .accountStopped("SHUTDOWN"),
      "SES has stopped sending for this account (enforcement SHUTDOWN): see the SES console, then resume the campaign"
    ),
    (
      .everybodyAlike("MESSAGE_REJECTED: no"),
      "MESSAGE_REJECTED: no: everybody is turned away alike; mend it, then resume"
    ),
    (.receivedInVain(3), "received 3 times without an outcome"),
    (.noBatchOfThisStore, "its body names no batch of this store"),
    (.batchFailed(.transient, "503: try later"), "transient: 503: try later"),
    (
      .scheduleHeld,
      "this store was put back: whether it was to begin still is not known, and it begins at somebody's word alone"
    ),
    (
      .storePutBack, "this store was put back to an earlier state: whether it was sent meanwhile is not known here"
    ),
    (.forgottenCampaign, "sent after the backup that was put back: its recipients are not known here"),
    (.ticketWithoutChannel(.sms), "its ticket did not say that it goes by sms: tried again by itself"),
    (.noAnswer(seconds: 10), "no answer for 10 s"),
    (
      .throttledTo(rate: 12),
      "throttled, now about 12 a second; tried again by itself: the provider turns away what comes too fast"
    ),
  ])
  func whatWasASentenceStillReads(reason: OwnReason, sentence: String) {
    #expect(reason.sentence == sentence)
    #expect(OwnReason(stored: sentence) == reason)
    #expect(OwnReason.stored(of: sentence) == reason.stored)
    #expect(OwnReason.sentence(of: sentence) == sentence)
    #expect(Language.english.words.reason(sentence) == Language.english.words.reason(reason))
  }

  /// Arguments that some case takes, for each of the places.
  private static func sample(_ code: OwnReason.Code) -> OwnReason? {
    let places =
      switch code {
      case .stoppedByBreaker, .stoppedByAccountBreaker: 5
      case .quotaLeftToOthers: 4
      case .quotaSeemsUsedUp: 3
      case .quotaUsedUp, .storeForgot, .batchFailed, .textTooLong: 2
      case .takenWithStrangeStatus, .takenForSent, .takenForSentNoLonger, .accountStopped, .unverifiedRecipient,
        .ticketWithoutChannel, .everybodyAlike, .receivedInVain, .throttledTo, .noAnswer, .eventsNeverStored,
        .storeWentBack, .onList, .textNotWritable, .answerNotUnderstood:
        1
      case .abandoned, .notMentioned, .takenWithoutID, .storePutBack, .scheduleHeld, .campaignCancelled,
        .letterDiscarded, .letterGone,
        .stoppedInSearch, .searchTakesLong, .afterUnknownOutcome, .addressNotTaken, .unsubscribeTooLong, .emailOnly,
        .textsOnly, .textWithoutID, .numberNotServed, .answerContradictsItself,
        .forgottenCampaign,
        .noBatchOfThisStore, .throttled:
        0
      }
    return ["7", "email", "transient", "manual", "bounces"].lazy.compactMap { first in
      OwnReason(code, [String](([first] + ["7", "8", "7", "8"]).prefix(places)))
    }.first
  }

  @Test(arguments: OwnReason.Code.allCases)
  func whatIsStoredIsACodeWithArguments(code: OwnReason.Code) throws {
    let reason = try #require(Self.sample(code))
    #expect(reason.parts.code == code)
    #expect(reason.stored.hasPrefix("sendboard:\(code.rawValue)"))
    #expect(!reason.stored.contains(" "), "no sentence is stored: \(reason.stored)")
    #expect(OwnReason(stored: reason.stored) == reason)
    #expect(OwnReason(stored: reason.sentence) == reason, "\(reason.sentence)")
    #expect(OwnReason.sentence(of: reason.stored) == reason.sentence)
    for language in Language.all {
      let text = language.words.reason(reason.stored)
      #expect(text == language.words.reason(reason) && !text.isEmpty)
    }
  }

  /// A reason in a reason is one of ours too, or somebody else's.
  @Test func aReasonInAReasonIsStoredAsACodeAsWell() {
    let inner = OwnReason.quotaUsedUp(limit: "200", sent: "199")
    let outer = OwnReason.everybodyAlike(inner.sentence)
    #expect(outer.stored == "sendboard:everybodyAlike\u{1F}sendboard:quotaUsedUp\u{1F}200\u{1F}199")
    #expect(OwnReason(stored: outer.stored) == outer)
    #expect(OwnReason.sentence(of: outer.stored) == outer.sentence)
    #expect(OwnReason.batchFailed(.unusable, "down").stored == "sendboard:batchFailed\u{1F}unusable\u{1F}down")
  }

  @Test(arguments: [
    "smtp; 550 5.1.1 user unknown", "", "the campaign was cancelled by them", "no answer for ten s", "x: y",
    "sendboard:unheardOf", "sendboard:receivedInVain\u{1F}often", "sendboard:abandoned\u{1F}7",
  ])
  func othersAreLeftAlone(words: String) {
    #expect(OwnReason(stored: words) == nil)
    #expect(OwnReason.stored(of: words) == words)
    #expect(OwnReason.sentence(of: words) == words)
    #expect(Language.english.words.reason(words) == words)
  }

  /// What would not come back letter by letter is stored as it is.
  @Test func nothingIsLostByStoring() {
    #expect(OwnReason.stored(of: "received 03 times without an outcome") == "received 03 times without an outcome")
    #expect(OwnRecord.stored(of: "skipped 05") == "skipped 05")
  }

  @Test(arguments: [
    (OwnRecord.launchedAgain(copyOf: CampaignID(rawValue: 7)), "launched again: a copy of campaign 7"),
    (.skipped(3), "skipped 3"), (.noRecordOfClaims, "no record of claims"), (.earlierState, "an earlier state"),
    (.uncertainMeanwhile, "uncertain: nobody knows what was sent meanwhile"), (.letters(2), "2 dead letters"),
    (.eventsPutBack(9), "9 events put back on the event queue"), (.brokeOff("locked"), "broke off: locked"),
    (.begunAtARate("0.5"), "begun, at most 0.5 a second"), (.edited("- a + b"), "edited: - a + b"),
    (.allLetters, "all dead letters"), (.oldestLetters(4), "the 4 oldest dead letters"),
    (.lettersOf("1, 2"), "dead letters of campaign 1, 2"),
    (.allThatMayBeResent, "all that may be resent"), (.chosen(5, conditions: ""), "5 messages chosen"),
    (.chosen(5, conditions: "softBounced"), "5 messages chosen, softBounced"),
  ])
  func theRecordOfWhoDidWhat(record: OwnRecord, sentence: String) {
    #expect(record.sentence == sentence)
    #expect(OwnRecord(stored: sentence) == record)
    #expect(OwnRecord(stored: record.stored) == record)
    #expect(!record.stored.dropFirst("sendboard:".count).contains("dead letters"))
  }

  @Test func aScopeIsRecordedByItsNumbersAndNames() {
    let ids = (1...5).map { MessageID(rawValue: $0) }
    #expect(Scope(messages: ids, statuses: [.softBounced]).record == "5 messages chosen, softBounced")
    #expect(Scope(messages: Array(ids.prefix(2)), kinds: [.soft]).record == "message 1, 2, soft")
    #expect(OwnRecord.stored(of: "message 1, 2") == "sendboard:named\u{1F}1, 2")
    #expect(Scope().record == "all that may be resent")
    #expect(Scope(statuses: [.softBounced, .refused]).record == "softBounced, refused")
  }

  @Test(arguments: ComponentName.all) func whatIsOutOfOrderHasAName(component: ComponentName) {
    #expect(ComponentName(name: component.name) == component)
  }
}
