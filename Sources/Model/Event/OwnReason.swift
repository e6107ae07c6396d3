/// A reason that Sendboard itself gives, as opposed to a provider's or a receiving server's words: for an event, a pause, a
/// dead letter, or what is out of order.
package enum OwnReason: OwnText {
  // Why nobody knows what became of a message.
  /// A worker stopped before the provider's answer was on record.
  case abandoned
  /// The provider answered, and not about this recipient.
  case notMentioned
  /// The provider says that it took the message, and not by which id.
  case takenWithoutID
  /// The provider gave it an id, and a status that is not known here.
  case takenWithStrangeStatus(String)
  /// The store is an earlier state than the one it was sent from.
  case storePutBack
  /// A scheduled campaign of a store that was put back: what was decided since is not known.
  case scheduleHeld

  // What an operator did.
  case campaignCancelled
  case letterDiscarded
  /// The dead letter expired or was removed.
  case letterGone
  case takenForSent(by: String)
  case takenForSentNoLonger(by: String)

  // Why a message was not handed over.
  case quotaUsedUp(limit: String, sent: String)
  /// Others had the rest of the quota, by what is known here.
  case quotaLeftToOthers(recipients: String, sent: String, limit: String, since: String)
  /// The provider has stopped the account, by its own word for it.
  case accountStopped(String)
  /// Recipients must be verified, with what the provider says.
  case unverifiedRecipient(String)
  case ticketWithoutChannel(Channel)
  /// Told to stop in the search for whom the provider turns the others away for.
  case stoppedInSearch
  case searchTakesLong
  case afterUnknownOutcome
  case addressNotTaken
  /// With this recipient's values in it, the header by which they leave the list is longer than SES takes.
  case unsubscribeTooLong
  case emailOnly
  /// What sends texts was handed something else; it took a text and did not say by which id.
  case textsOnly, textWithoutID
  /// The provider takes numbers of its own country alone.
  case numberNotServed
  /// Characters that the provider cannot write, with blanks between.
  case textNotWritable(String)
  /// In the provider's own count, bytes or characters.
  case textTooLong(length: Int, most: Int)
  /// What answered is not the provider, or speaks in a way that is not known.
  case answerNotUnderstood(status: Int)
  /// The answer says different things of this recipient.
  case answerContradictsItself
  /// The address is on the store's own list.
  case onList(Suppression.Cause)

  // Notes of campaigns.
  /// Everybody is turned away alike, with what for.
  case everybodyAlike(String)
  /// A breaker has stopped it, or its account.
  case stoppedByBreaker(BreakerTrip)
  /// The campaign was sent after the backup that was put back.
  case forgottenCampaign

  // Dead letters.
  case receivedInVain(Int)
  case noBatchOfThisStore
  /// The batch's last failure.
  case batchFailed(Refusal.Cause, String)

  // What is out of order.
  case quotaSeemsUsedUp(sent: String, limit: String, since: String)
  case throttled
  case throttledTo(rate: Int)
  case noAnswer(seconds: Int)
  case eventsNeverStored(Int)
  case storeWentBack(uncertain: Int)
  case storeForgot(uncertain: Int, campaigns: String)

  /// What is stored for each.
  package enum Code: String, OwnCode {
    case abandoned, notMentioned, takenWithoutID, takenWithStrangeStatus, storePutBack, scheduleHeld
    case campaignCancelled, letterDiscarded, letterGone, takenForSentNoLonger, takenForSent
    case stoppedByBreaker, stoppedByAccountBreaker
    case quotaUsedUp, quotaLeftToOthers, accountStopped, unverifiedRecipient, ticketWithoutChannel
    case stoppedInSearch, searchTakesLong, afterUnknownOutcome, addressNotTaken, unsubscribeTooLong, emailOnly,
      textsOnly, textWithoutID, numberNotServed, textNotWritable, textTooLong, answerNotUnderstood,
      answerContradictsItself,
      onList
    case everybodyAlike, forgottenCampaign, receivedInVain, noBatchOfThisStore
    case quotaSeemsUsedUp, throttled, throttledTo, noAnswer, eventsNeverStored, storeWentBack, storeForgot
    // Reads nearly everything, and so comes last.
    case batchFailed
  }

  /// Each code with its sentence.
  package static let phrases = Code.allCases.map { (code: $0, phrase: $0.phrase) }

  /// The code and its arguments.
  package var parts: (code: Code, arguments: [String]) {
    switch self {
    case .abandoned: (.abandoned, [])
    case .notMentioned: (.notMentioned, [])
    case .takenWithoutID: (.takenWithoutID, [])
    case .takenWithStrangeStatus(let status): (.takenWithStrangeStatus, [status])
    case .storePutBack: (.storePutBack, [])
    case .scheduleHeld: (.scheduleHeld, [])
    case .campaignCancelled: (.campaignCancelled, [])
    case .letterDiscarded: (.letterDiscarded, [])
    case .letterGone: (.letterGone, [])
    case .takenForSent(let name): (.takenForSent, [name])
    case .takenForSentNoLonger(let name): (.takenForSentNoLonger, [name])
    case .quotaUsedUp(let limit, let sent): (.quotaUsedUp, [limit, sent])
    case .stoppedByBreaker(let trip):
      (trip.isAccount ? .stoppedByAccountBreaker : .stoppedByBreaker, trip.arguments)
    case .quotaLeftToOthers(let people, let sent, let limit, let since):
      (.quotaLeftToOthers, [people, sent, limit, since])
    case .accountStopped(let word): (.accountStopped, [word])
    case .unverifiedRecipient(let words): (.unverifiedRecipient, [words])
    case .ticketWithoutChannel(let channel): (.ticketWithoutChannel, [channel.rawValue])
    case .stoppedInSearch: (.stoppedInSearch, [])
    case .searchTakesLong: (.searchTakesLong, [])
    case .afterUnknownOutcome: (.afterUnknownOutcome, [])
    case .addressNotTaken: (.addressNotTaken, [])
    case .unsubscribeTooLong: (.unsubscribeTooLong, [])
    case .emailOnly: (.emailOnly, [])
    case .textsOnly: (.textsOnly, [])
    case .textWithoutID: (.textWithoutID, [])
    case .numberNotServed: (.numberNotServed, [])
    case .textNotWritable(let characters): (.textNotWritable, [characters])
    case .textTooLong(let length, let most): (.textTooLong, [String(length), String(most)])
    case .answerNotUnderstood(let status): (.answerNotUnderstood, [String(status)])
    case .answerContradictsItself: (.answerContradictsItself, [])
    case .onList(let cause): (.onList, [cause.rawValue])
    case .everybodyAlike(let why): (.everybodyAlike, [why])
    case .forgottenCampaign: (.forgottenCampaign, [])
    case .receivedInVain(let times): (.receivedInVain, [String(times)])
    case .noBatchOfThisStore: (.noBatchOfThisStore, [])
    case .batchFailed(let cause, let why): (.batchFailed, [cause.rawValue, why])
    case .quotaSeemsUsedUp(let sent, let limit, let since): (.quotaSeemsUsedUp, [sent, limit, since])
    case .throttled: (.throttled, [])
    case .throttledTo(let rate): (.throttledTo, [String(rate)])
    case .noAnswer(let seconds): (.noAnswer, [String(seconds)])
    case .eventsNeverStored(let events): (.eventsNeverStored, [String(events)])
    case .storeWentBack(let messages): (.storeWentBack, [String(messages)])
    case .storeForgot(let messages, let campaigns): (.storeForgot, [String(messages), campaigns])
    }
  }

  /// Makes a reason of what was stored; `nil` when the arguments are not the code's.
  package init?(_ code: Code, _ arguments: [String]) {
    guard arguments.count == code.phrase.places else { return nil }
    func number(_ place: Int) -> Int? { Int(arguments[place]) }
    let reason: OwnReason? =
      switch code {
      case .abandoned: .abandoned
      case .notMentioned: .notMentioned
      case .takenWithoutID: .takenWithoutID
      case .takenWithStrangeStatus: .takenWithStrangeStatus(arguments[0])
      case .storePutBack: .storePutBack
      case .scheduleHeld: .scheduleHeld
      case .campaignCancelled: .campaignCancelled
      case .letterDiscarded: .letterDiscarded
      case .letterGone: .letterGone
      case .takenForSent: .takenForSent(by: arguments[0])
      case .takenForSentNoLonger: .takenForSentNoLonger(by: arguments[0])
      case .quotaUsedUp: .quotaUsedUp(limit: arguments[0], sent: arguments[1])
      case .quotaLeftToOthers:
        .quotaLeftToOthers(
          recipients: arguments[0], sent: arguments[1], limit: arguments[2], since: arguments[3])
      case .accountStopped: .accountStopped(arguments[0])
      case .unverifiedRecipient: .unverifiedRecipient(arguments[0])
      case .ticketWithoutChannel: Channel(rawValue: arguments[0]).map { .ticketWithoutChannel($0) }
      case .stoppedInSearch: .stoppedInSearch
      case .searchTakesLong: .searchTakesLong
      case .afterUnknownOutcome: .afterUnknownOutcome
      case .addressNotTaken: .addressNotTaken
      case .unsubscribeTooLong: .unsubscribeTooLong
      case .emailOnly: .emailOnly
      case .textsOnly: .textsOnly
      case .textWithoutID: .textWithoutID
      case .numberNotServed: .numberNotServed
      case .textNotWritable: .textNotWritable(arguments[0])
      case .textTooLong: number(0).flatMap { length in number(1).map { .textTooLong(length: length, most: $0) } }
      case .answerNotUnderstood: number(0).map { .answerNotUnderstood(status: $0) }
      case .answerContradictsItself: .answerContradictsItself
      case .onList: Suppression.Cause(rawValue: arguments[0]).map { .onList($0) }
      case .everybodyAlike: .everybodyAlike(arguments[0])
      case .stoppedByBreaker: BreakerTrip(arguments, isAccount: false).map { .stoppedByBreaker($0) }
      case .stoppedByAccountBreaker: BreakerTrip(arguments, isAccount: true).map { .stoppedByBreaker($0) }
      case .forgottenCampaign: .forgottenCampaign
      case .receivedInVain: number(0).map { .receivedInVain($0) }
      case .noBatchOfThisStore: .noBatchOfThisStore
      case .batchFailed: Refusal.Cause(rawValue: arguments[0]).map { .batchFailed($0, arguments[1]) }
      case .quotaSeemsUsedUp: .quotaSeemsUsedUp(sent: arguments[0], limit: arguments[1], since: arguments[2])
      case .throttled: .throttled
      case .throttledTo: number(0).map { .throttledTo(rate: $0) }
      case .noAnswer: number(0).map { .noAnswer(seconds: $0) }
      case .eventsNeverStored: number(0).map { .eventsNeverStored($0) }
      case .storeWentBack: number(0).map { .storeWentBack(uncertain: $0) }
      case .storeForgot: number(0).map { .storeForgot(uncertain: $0, campaigns: arguments[1]) }
      }
    guard let reason else { return nil }
    self = reason
  }
}

extension OwnReason.Code {
  /// What JSON and the command line say.
  package var phrase: Phrase {
    switch self {
    case .abandoned: "the worker stopped before the provider's answer was on record"
    case .notMentioned: "the provider's answer did not mention this recipient"
    case .takenWithoutID: "SES says that it took the message, and not by which id"
    case .takenWithStrangeStatus: "SES gave the message an id, and a status not known here: {}"
    case .storePutBack: "this store was put back to an earlier state: whether it was sent meanwhile is not known here"
    case .scheduleHeld:
      "this store was put back: whether it was to begin still is not known, and it begins at somebody's word alone"
    case .campaignCancelled: "the campaign was cancelled"
    case .letterDiscarded: "its dead letter was discarded"
    case .letterGone: "its dead letter is no longer on the queue: it expired or was removed"
    case .takenForSent: "{} takes it as sent"
    case .takenForSentNoLonger: "{} takes it as sent no longer"
    case .quotaUsedUp:
      "SES's daily quota of {} recipients is used up ({} in the last 24 hours): resume when the 24 hours allow"
    case .quotaLeftToOthers:
      "{} recipients were not handed over: the daily quota seems used up: SES counts {} of {} in 24 hours, and {} went since; waiting for its next figures"
    case .accountStopped:
      "SES has stopped sending for this account (enforcement {}): see the SES console, then resume the campaign"
    case .unverifiedRecipient: "sandbox: recipients must be verified too: {}"
    case .ticketWithoutChannel: "its ticket did not say that it goes by {}: tried again by itself"
    case .stoppedInSearch: "stopped while looking for the recipients that SES finds invalid"
    case .searchTakesLong: "not tried yet: looking for the recipients that SES finds invalid takes long"
    case .afterUnknownOutcome: "not tried: the outcome of a call just before is unknown"
    case .addressNotTaken: "SES takes only ASCII letters before the @, and names of domains behind it"
    case .unsubscribeTooLong:
      "the link to unsubscribe is too long with this recipient's values: SES takes 996 characters"
    case .emailOnly: "SES sends email only"
    case .textsOnly: "this provider sends texts only"
    case .textWithoutID: "the provider says that it took the text, and not by which id"
    case .numberNotServed: "this provider takes numbers of its own country only"
    case .textNotWritable: "the text has characters that this provider cannot write: {}"
    case .textTooLong: "the text is too long for this provider: {} of {}"
    case .answerNotUnderstood: "the answer was not understood (HTTP {}): whether it was sent is not known"
    case .answerContradictsItself:
      "the provider's answer says two things of this recipient: whether it was sent is not known"
    case .onList: "the address is on the suppression list: {}"
    case .stoppedByBreaker: "stopped by the breaker: {} {} % (limit {} %), {} of {} whose fate is known"
    case .stoppedByAccountBreaker:
      "stopped by the account's breaker: {} {} % in 7 days (limit {} %), {} of {} whose fate is known"
    case .everybodyAlike: "{}: everybody is turned away alike; mend it, then resume"
    case .forgottenCampaign: "sent after the backup that was put back: its recipients are not known here"
    case .receivedInVain: "received {} times without an outcome"
    case .noBatchOfThisStore: "its body names no batch of this store"
    case .batchFailed: "{}: {}"
    case .quotaSeemsUsedUp:
      "seems used up: SES counts {} of {} in 24 hours, and {} went since; waiting for its next figures"
    case .throttled: "throttled; tried again by itself: the provider turns away what comes too fast"
    case .throttledTo:
      "throttled, now about {} a second; tried again by itself: the provider turns away what comes too fast"
    case .noAnswer: "no answer for {} s"
    case .eventsNeverStored: "{} events were received too often and not stored: they lie among the dead letters"
    case .storeWentBack:
      "put back to an earlier state: messages that may have been sent since then and are uncertain: {}"
    case .storeForgot:
      "put back to an earlier state: messages that may have been sent since then and are uncertain: {}; campaigns sent since then are not in it ({}): do not send them again"
    }
  }
}
