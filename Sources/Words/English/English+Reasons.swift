import Model

extension English {
  func suppression(_ cause: Suppression.Cause) -> String {
    switch cause {
    case .manual: "put there by hand"
    case .hardBounce: "bounced for good"
    case .complaint: "complained"
    case .unsubscribed: "unsubscribed"
    }
  }

  func reason(_ reason: OwnReason) -> String {
    switch reason {
    case .abandoned: "the worker stopped before the provider's answer was on record"
    case .notMentioned: "the provider's answer did not mention this recipient"
    case .takenWithoutID: "SES says that it took the message, and not by which id"
    case .takenWithStrangeStatus(let status): "SES gave the message an id, and a status not known here: \(status)"
    case .storePutBack: "this store was put back to an earlier state: whether it was sent meanwhile is not known here"
    case .scheduleHeld:
      "this store was put back: whether it was to begin still is not known, and it begins at somebody's word alone"
    case .campaignCancelled: "the campaign was cancelled"
    case .letterDiscarded: "its dead letter was discarded"
    case .letterGone: "its dead letter is no longer on the queue: it expired or was removed"
    case .takenForSent(let name): "\(name) takes it as sent"
    case .takenForSentNoLonger(let name): "\(name) takes it as sent no longer"
    case .quotaUsedUp(let limit, let sent):
      "SES's daily quota of \(counted(limit, "recipient")) is used up (\(sent) in the last 24 hours): resume when the 24 hours allow"
    case .quotaLeftToOthers(let people, let sent, let limit, let since):
      "\(counted(people, "recipient")) \(people == "1" ? "was" : "were") not handed over: the daily quota \(seemsUsedUp(sent, limit, since))"
    case .accountStopped(let word):
      "SES has stopped sending for this account (enforcement \(word)): see the SES console, then resume the campaign"
    case .unverifiedRecipient(let words): "sandbox: recipients must be verified too: \(words)"
    case .ticketWithoutChannel(let channel):
      "its ticket did not say that it goes by \(self.channel(channel)): tried again by itself"
    case .stoppedInSearch: "stopped while looking for the recipients that SES finds invalid"
    case .searchTakesLong: "not tried yet: looking for the recipients that SES finds invalid takes long"
    case .afterUnknownOutcome: "not tried: the outcome of a call just before is unknown"
    case .onList(let cause): "the address is on the suppression list: \(suppression(cause))"
    case .addressNotTaken: "SES takes only ASCII letters before the @, and names of domains behind it"
    case .unsubscribeTooLong:
      "the link to unsubscribe is too long with this recipient's values: SES takes 996 characters"
    case .emailOnly: "SES sends email only"
    case .textsOnly: "this provider sends texts only"
    case .textWithoutID: "the provider says that it took the text, and not by which id"
    case .numberNotServed: "this provider takes numbers of its own country only"
    case .textNotWritable(let characters): "the text has characters that this provider cannot write: \(characters)"
    case .textTooLong(let length, let most): "the text is too long for this provider: \(length) of \(most)"
    case .answerNotUnderstood(let status):
      "the answer was not understood (HTTP \(status)): whether it was sent is not known"
    case .answerContradictsItself:
      "the provider's answer says two things of this recipient: whether it was sent is not known"
    case .stoppedByBreaker(let trip):
      "stopped: \(trip.percent) % \(measure(trip.measure))\(trip.isAccount ? " of the account in 7 days" : "") (limit \(trip.limit) %), "
        + "\(trip.count) of \(trip.total) whose fate is known; see why, then resume or cancel"
    case .everybodyAlike(let why): "\(self.reason(why)): everybody is turned away alike; mend it, then resume"
    case .forgottenCampaign: "sent after the backup that was put back: its recipients are not known here"
    case .receivedInVain(let times): "received \(count(times, "time")) without an outcome"
    case .noBatchOfThisStore: "its body names no batch of this store"
    case .batchFailed(let cause, let why): "\(self.cause(cause)): \(self.reason(why))"
    case .quotaSeemsUsedUp(let sent, let limit, let since): seemsUsedUp(sent, limit, since)
    case .throttled: "throttled; \(slowed)"
    case .throttledTo(let rate): "throttled, now about \(rate) a second; \(slowed)"
    case .noAnswer(let seconds): "no answer for \(seconds) s"
    case .eventsNeverStored(let events):
      "\(count(events, "event")) \(events == 1 ? "was" : "were") received too often and not stored: E in 4 Dead letters "
        + "puts them back"
    case .storeWentBack(let messages): wentBack(messages)
    case .storeForgot(let messages, let campaigns):
      "\(wentBack(messages)); campaigns sent since then are not in it (\(campaigns)): do not send them again"
    }
  }

  private func measure(_ measure: BreakerMeasure) -> String {
    switch measure {
    case .bounces: "hard bounces"
    case .complaints: "complaints"
    case .invalidNumbers: "invalid numbers"
    case .carrierBlocks: "blocked by carriers"
    }
  }

  /// A count that came as a text.
  private func counted(_ value: String, _ noun: String) -> String { "\(value) \(noun)\(value == "1" ? "" : "s")" }

  private func seemsUsedUp(_ sent: String, _ limit: String, _ since: String) -> String {
    "seems used up: SES counts \(sent) of \(limit) in 24 hours, and \(since) went since; waiting for its next figures"
  }

  private var slowed: String { "tried again by itself: the provider turns away what comes too fast" }

  private func wentBack(_ messages: Int) -> String {
    if messages == 0 { return "put back to an earlier state: nobody becomes uncertain" }
    return "put back to an earlier state: \(count(messages, "message")) may have been sent since then and "
      + "\(messages == 1 ? "is" : "are") uncertain: settle them"
  }

  private func cause(_ cause: Refusal.Cause) -> String {
    switch cause {
    case .throttled: "throttled"
    case .quota: "quota"
    case .transient: "transient"
    case .unusable: "unusable"
    case .unverifiedSender: "unverifiedSender"
    case .unverifiedRecipient: "unverifiedRecipient"
    case .invalidParameter: "invalidParameter"
    case .optedOut: "optedOut"
    case .sharedFault: "sharedFault"
    case .undecided: "undecided"
    case .failed: "failed"
    case .accountPaused: "accountPaused"
    case .other: "other"
    }
  }

  func component(_ component: ComponentName) -> String {
    switch component {
    case .fullSpeed(.email): "sending at full speed"
    case .fullSpeed(.sms): "sending SMS at full speed"
    case .eventIntake: "event intake"
    case .store: "store"
    case .dailyQuota: "SES (daily quota)"
    case .queue(let name, let operation): "\(name) (\(self.operation(operation)))"
    case .other(let name): name
    }
  }

  private func operation(_ operation: ComponentName.Operation) -> String {
    switch operation {
    case .send: "send"
    case .receive: "receive"
    case .delete: "delete"
    case .move: "move"
    case .count: "count"
    case .changeVisibility: "change visibility"
    }
  }

  func skipped(_ reason: SkipReason) -> String {
    switch reason {
    case .anotherProgram: "sent by another program"
    case .otherCampaign: "of another campaign"
    case .cancelledCampaign: "its campaign was cancelled"
    case .uncertain: "uncertain: settle these first"
    case .notFailed(let status): "\(self.status(status)): it has not failed"
    case .otherCondition: "of another status or kind"
    case .notResendable(let kind, nil): "\(self.kind(kind)): may not be resent"
    case .notResendable(let kind, .cause(let cause)): "\(self.kind(kind)) (\(cause)): may not be resent"
    case .notResendable(let kind, .code(let code)): "\(self.kind(kind)) \(code): may not be resent"
    case .onOwnList: "on the suppression list: only one at a time, by a word of its own"
    case .receiversPolicy(let code):
      "\(code), a policy of the receiving server: only by choice"
    case .whenResumed: "sent when its campaign is resumed"
    case .beingTried: "still being tried"
    }
  }
}
