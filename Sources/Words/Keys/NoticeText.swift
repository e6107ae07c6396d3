/// What the line at the bottom says: of the last key, of what is wrong, and of what is under way.
package enum NoticeText: Equatable, Sendable {
  // Softly, of the last key.
  case doesNothing(key: String, hints: String, help: String)
  case firstPane(quit: String)
  case noBatchHere
  case noMessageHere, noFailureHere, noCampaignHere(new: String), noCampaignInLetter
  case oneAttempt
  case noOtherMessage, endOfList(isLast: Bool)
  case chooseWhatToResend(resend: String)
  case lettersNotLoaded, noLetters, noEventLetters, quarantineEmpty, noCampaignInEntry
  case nothingToSettle(settle: String, status: String?), nothingLeftAlone
  case choices(keys: [String], leave: String)
  case counting, countingRecipients, leftAsItWas
  case helpKeys, promptKeys, formKeys, notLaunchable, draftKept
  /// The palette: its keys, that nothing fits, and where a key that was chosen belongs.
  case paletteKeys, nothingFits, pressHere(key: String, does: String)
  /// The list here has an order of its own, and no other.
  case notSorted
  /// More messages than so many are not put in another order.
  case tooLongToSort(Int, status: String, address: String)
  /// The colours asked for cannot be had; with why.
  case themeNotUsed(String)
  /// So many keys were pressed before it was known what they are about, and too long ago.
  case keysDropped(Int)
  case answerYes(verb: String), controlCInQuestion, enterNeedsNumber(Int)
  case needsCampaign(Move), notNow(Move, state: String, hasDead: Bool, campaign: String)
  case alreadyFinishing(Int), finishing
  case readOnly
  case underWayAlready(String)
  /// Another language is shown; with the name of the one that comes after it, in that one's own word.
  case language(key: String, next: String)
  case languageStays

  // Of what is under way, and of what is wrong.
  case finishingFor(Duration, inFlight: Int)
  case running(String, Duration, more: Int)
  case nothingToResend(campaign: String)
  case leftAlone(Int, why: String)
  case cannotCount(String)
  /// The list of the SES account could not be asked.
  case cannotLookUp(String)
  /// By whom; empty where that is not known.
  case draftChangedElsewhere(String)
  case draftNotKept(String), draftKeptAgain
  case cannotRead(ReadingName, String)
  case cannotReadSince(String, ReadingName, String, more: Int)
  case readAgain(ReadingName)
  case outOfOrderSince(String, problem: String, link: String, more: Int)
  case worksAgain(String)

  // What is typed.
  case addressBegins, find, nameContains, contains, stateOrNumber

  // Keys that have no name printed on them.
  case aPaste, aKey, space

  /// What the operator can do with a campaign.
  package enum Move: Equatable, Sendable {
    case pause, resume, cancel
  }
}
