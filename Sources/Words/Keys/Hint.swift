/// What a key does, in a word or two.
package enum Hint: Equatable, Sendable {
  case messages, pause, resume, cancel, resendFailed, scroll, back, batches, new, filter
  case mark, redrive, discard, messagesOfItsCampaign, putEventsBack
  case itsMessages, resendThese, thisOrAllCampaigns
  case findAnother, sameAddress, rawEvents, timeline, settleUncertain, resend, firstLast, typeToFind, otherPanes, help
  case status, address, statusBack, otherMessage, quit
  case leaveIt, keepTheFilter, asBefore, empty, close, backToTheFields, nextField, nextOrCount, leaveAndKeep
  /// All that the filter shows.
  case markAllShown
  /// What is done to so many marked rows; `nil` for all that the filter shows.
  case toMarked(MarkedDeed, Int?)
  case mail, attempts, copy, link, textOrSource, whyNotResent
  case wholeDocument, tryAgain, drop
  case export, letter, redriveAtARate, recovered, groupBy, edit, uncertainOnes
  case singleBatches, stateOrNumber, course, hourOrDay
  case yes, no, doItWhenTyped
  case startTime, goOnWithDraft, dropDraft
  case writeBody, completePath, countRecipients, changeChoice, launch
  /// The list of addresses that nothing is sent to: what puts on it, shows it, adds to it by hand, takes off it.
  case suppress, suppressions, addAddress, unsuppress, accountList
  // What means the same everywhere.
  case allKeys, work, palette, zoom, reload, language, find, control, panes, move, open, escape, first, last
  case messageBefore, nextMessage
  /// The order of a list: by the columns before and after, and the other way round.
  case sort, sortBefore, sortNext, sortReversed
  /// The palette's own keys.
  case choose, doIt
}

/// What is done to marked rows.
package enum MarkedDeed: CaseIterable, Equatable, Sendable {
  case resend, settle, suppress, unsuppress, redrive, discard, tryAgain, drop, export, copy

  /// The same without a number.
  package var hint: Hint {
    switch self {
    case .resend: .resend
    case .settle: .settleUncertain
    case .suppress: .suppress
    case .unsuppress: .unsuppress
    case .redrive: .redrive
    case .discard: .discard
    case .tryAgain: .tryAgain
    case .drop: .drop
    case .export: .export
    case .copy: .copy
    }
  }
}
