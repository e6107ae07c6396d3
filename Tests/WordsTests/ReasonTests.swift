import Model
import Testing
import Words

/// What Sendboard itself says of an event, and what it found in a store.
@Suite struct ReasonTests {
  /// Stores and JSON hold these texts since the first version; a language words them anew.
  @Test(arguments: [
    (OwnReason.abandoned, "the worker stopped before the provider's answer was on record"),
    (.notMentioned, "the provider's answer did not mention this recipient"),
    (.campaignCancelled, "the campaign was cancelled"), (.letterDiscarded, "its dead letter was discarded"),
    (.letterGone, "its dead letter is no longer on the queue: it expired or was removed"),
    (.takenForSent(by: "hyeonjun"), "hyeonjun takes it as sent"),
    (.takenForSentNoLonger(by: "현준"), "현준 takes it as sent no longer"),
  ])
  func ourOwnAreRecognised(reason: OwnReason, stored: String) {
    #expect(reason.stored == stored)
    #expect(OwnReason(stored: stored) == reason)
    #expect(Language.english.words.reason(stored) == Language.english.words.reason(reason))
  }

  @Test(arguments: ["smtp; 550 5.1.1 user unknown", "", "the campaign was cancelled by them"])
  func othersAreLeftAlone(words: String) {
    #expect(OwnReason(stored: words) == nil)
    #expect(Language.english.words.reason(words) == words)
  }
}
