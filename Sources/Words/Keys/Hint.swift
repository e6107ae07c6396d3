/// What a key does, in a word or two.
package enum Hint: Equatable, Sendable {
  case messages, pause, resume, cancel, resendFailed, scroll, back, batches, new, filter
  case mark, markAll, redrive, discard, messagesOfItsCampaign, putEventsBack
  case itsMessages, resendThese, thisOrAllCampaigns
  case findAnother, sameAddress, rawEvents, timeline, settleUncertain, resend, firstLast, typeToFind, otherPanes, help
  case status, address, markAllToSettleOrResend, statusBack, otherMessage, quit
  case leaveIt, keepTheFilter, asBefore, empty, close, backToTheFields, nextField, nextOrCount, leaveAndKeep
  /// All that the filter shows, and so many marked ones; `nil` for all of the filter.
  case markAllShown, resendMarked(Int?)
  case mail, attempts, copy, link, textOrSource, whyNotResent
  case wholeDocument, tryAgain, drop
  case export, letter, redriveAtARate, recovered, groupBy, edit, uncertainOnes
  case singleBatches, stateOrNumber, course, hourOrDay
  case yes, no, doItWhenTyped
}
