extension English {
  func question(_ question: QuestionText) -> String {
    switch question {
    case .resend: "Resend"
    case .countingResendable(let waited):
      "counting what may be resent… \(waited >= .seconds(1) ? span(waited) : "")"
    case .resendIn(let campaign): "Resend in \(campaign)"
    case .resendOnce(let number, let scope):
      "\(count(number, "message"))\(scope.map { " (\($0))" } ?? "") will be sent once more."
    case .resendVerb: "resend"
    case .policyRefused(let number):
      "\(count(number, "message")) \(number == 1 ? "was" : "were") refused for a policy of the receiving server (5.7.x). As \(number == 1 ? "it was" : "they were") sent, "
        + "\(number == 1 ? "it" : "they") would be refused again."
    case .resendWithoutPolicy(let number):
      number == 1 ? "resend only the one other" : "resend the \(count(number)) others only"
    case .resendWithPolicy: "those too: sender is mended"
    case .whyLeftAlone: "what is left alone, and why"
    case .leaveResend: "resend nothing"
    case .isOnList: "The address is on the suppression list, so nothing is sent to it."
    case .resendDespiteList: "send this one all the same"
    case .despiteListMeans(let list): "The address stays on the list (\(list)); only this message goes there, once."
    case .policyMended:
      "Only when what they were refused for has been mended: SPF, DKIM and DMARC of the sender's domain, a blocklist it stood on, "
        + "or the receiver's own rule."
    case .policyNever: "Who bounced for good, is suppressed or complained is not sent to, whatever the code."
    case .leftAloneKey: "Esc, then W, lists what is left alone."
    case .resume(let campaign): "Resume \(campaign)"
    case .breakerHolds(let campaign):
      "It is stopped again when that has grown by half. In an emergency, never again: sendboard resume \(campaign) --without-breaker override"
    case .resumeGoes(let left): "\(count(left, "message")) not yet sent will go out, unless they lie in dead letters."
    case .subject(let subject): "Subject  \(subject)"
    case .resumeVerb: "resume"
    case .cancel(let campaign): "Cancel \(campaign)"
    case .cancelNever(let left, let time):
      "\(count(left)) not yet sent\(at(time)) will never be sent. This cannot be undone."
    case .cancelGoesOn(let pause): "It goes on sending until you confirm. Esc, then \(pause), stops it at once."
    case .cancelInFlight(let flying, let time): "\(count(flying)) in flight\(at(time)) will finish."
    case .cancelVerb: "cancel it for good"
    case .dropDraft(let name): "Give up the draft \(name)?"
    case .dropDraftMeans: "What was typed is gone. Files that it names stay as they are, and nothing was sent."
    case .dropDraftVerb: "give it up"
    case .quit: "Quit while a send is under way"
    case .quitInFlight(let flying, let time):
      "\(count(flying)) in flight (at \(time)) \(flying == 1 ? "finishes" : "finish") first."
    case .quitRemoved: "This is a demonstration: its store is removed, and what waits goes to nobody."
    case .quitKept: "What waits stays on disk and goes on when Sendboard runs again; nobody is sent to twice."
    case .quitVerb: "quit"
    case .discard(let letters): "Discard \(count(letters, "dead letter"))"
    case .discardMeans(let people):
      "\(count(people, "recipient")) \(people == 1 ? "in it gets" : "in them get") no further try: "
        + "who was not tried is cancelled, for good;"
    case .discardRest(let resend): "who was refused stays refused, and \(resend) can still resend to them."
    case .discardVerb: "discard"
    case .redrive(let letters): "Redrive \(count(letters, "dead letter"))"
    case .redriveMeans(let people):
      "\(count(people, "recipient")) not yet accepted \(people == 1 ? "is tried again" : "will be tried again"); "
        + "the others are not sent to twice."
    case .redriveVerb: "redrive"
    case .drop(let number): "Drop \(count(number, "quarantined document"))"
    case .dropMeans: "The content is lost for good; sendboard quarantine export keeps a copy."
    case .dropVerb: "drop"
    case .redriveEvents(let events): "Put \(count(events, "event")) back on the event queue"
    case .eventsMissing: "What is not stored is missing in the timelines."
    case .nothingIsSent: "Nothing is sent to anybody by this."
    case .redriveEventsVerb: "put back"
    case .batchOf(let batch, let campaign): "batch \(batch ?? "unknown") of \(campaign ?? "an unknown campaign")"
    case .more(let number): " and \(count(number)) more"
    case .takeBack(let messages): "Take the word back on \(count(messages, "message"))"
    case .takeBackMeans: "Uncertain again, as before it was taken for sent. Nothing is sent by this."
    case .takeBackVerb: "take it back"
    case .settle(let messages): "Settle \(count(messages, "uncertain message"))"
    case .settleMeans: "The call broke off: nobody knows whether the provider took it."
    case .settleByItself: "A late event settles it by itself."
    case .othersNotUncertain(let others): "\(count(others)) left alone: not uncertain"
    case .settleSent: "sent: nothing more goes out"
    case .settleNotSent: "not sent: send it once more"
    case .decideLater: "decide later: stays uncertain"
    case .sendAgain(let messages): "Send \(count(messages, "uncertain message")) again"
    case .sendAgainMeans: "Who did get the first copy gets a second one."
    case .sendAgainVerb: "send again"
    case .takeForSent(let messages): "Take \(count(messages, "uncertain message")) for sent"
    case .takeForSentMeans(let settle):
      "Who did not get it will not get it, unless you take the word back with \(settle)."
    case .takeForSentVerb: "take for sent"
    case .launch(let people, let again): "Launch \(again ? "AGAIN " : "")to \(count(people, "recipient"))"
    case .launchVerb(let people): "launch to \(count(people, "recipient"))"
    }
  }

  private func at(_ time: String?) -> String { time.map { " (at \($0))" } ?? "" }

  func command(_ command: CommandText) -> String {
    switch command {
    case .launch(let name): "launch \(name)"
    case .pause(let name): "pause \(name)"
    case .resume(let name): "resume \(name)"
    case .cancel(let name): "cancel \(name)"
    case .begin(let name): "begin \(name)"
    case .reschedule(let name): "change the time of \(name)"
    case .suppress(let number): "suppress \(count(number, "person", plural: "people"))"
    case .unsuppress(let number): "take \(count(number, "person", plural: "people")) off the suppression list"
    case .suppressAtAccount(let address): "put \(address) on SES's list"
    case .unsuppressAtAccount(let address): "take \(address) off SES's list"
    case .sendTest(let address): "send a test to \(address)"
    case .resend(let number, let campaign): "resend \(count(number, "message")) in \(campaign)"
    case .redrive(let letters): "redrive \(count(letters, "dead letter"))"
    case .discard(let letters): "discard \(count(letters, "dead letter"))"
    case .redriveEvents(let events): "put \(count(events, "event")) back"
    case .retryQuarantined(let number): "try \(count(number, "document")) again"
    case .dropQuarantined(let number): "drop \(count(number, "document"))"
    case .settle(let messages): "settle \(count(messages, "message"))"
    case .export(let file): "export to \(file)"
    case .correct(let number): "store the edited document \(number)"
    case .failed(let what, let problem): failure(what, problem)
    }
  }

  private func failure(_ command: CommandText, _ problem: String) -> String {
    switch command {
    case .launch(let name): "launch failed: \(problem) · \(name)"
    case .pause(let name): "pause failed: \(problem) · \(name)"
    case .resume(let name): "resume failed: \(problem) · \(name)"
    case .cancel(let name): "cancel failed: \(problem) · \(name)"
    case .begin(let name): "begin failed: \(problem) · \(name)"
    case .reschedule(let name): "change of time failed: \(problem) · \(name)"
    case .resend(_, let campaign): "resend failed: \(problem) · \(campaign)"
    case .redrive, .discard, .redriveEvents, .settle, .retryQuarantined, .dropQuarantined, .export, .correct, .sendTest,
      .suppress, .unsuppress, .suppressAtAccount, .unsuppressAtAccount, .failed:
      "\(self.command(command)) failed: \(problem)"
    }
  }

  func done(_ done: DoneText) -> String {
    switch done {
    case .launched(let name, let people): "launched \(name) to \(count(people, "recipient"))"
    case .paused(let name, let resume): "paused \(name); \(resume) resumes it"
    case .resumed(let name): "resumed \(name)"
    case .cancelled(let name, let number): "cancelled \(name): \(count(number, "message")) will not be sent"
    case .begun(let name, let number): "begun \(name): \(count(number, "message")) to be sent"
    case .scheduled(let name, let people): "scheduled \(name) to \(count(people, "recipient"))"
    case .rescheduled(let name): "\(name) begins at another time"
    case .suppressed(let number): "\(count(number, "person", plural: "people")) new on the suppression list"
    case .unsuppressed(let number): "\(count(number, "person", plural: "people")) taken off the suppression list"
    case .putOnList(let number): "\(count(number, "person", plural: "people")) on the suppression list"
    case .suppressedAtAccount(let address): "\(address) is on SES's list"
    case .unsuppressedAtAccount(let address): "\(address) is off SES's list"
    case .sentTest(let address): "a test was sent to \(address), and is counted nowhere"
    case .resending(let number, let campaign): "resending \(count(number, "message")) in \(campaign)"
    case .redrove(let letters): "redrove \(count(letters, "dead letter"))"
    case .discarded(let letters): "discarded \(count(letters, "dead letter"))"
    case .putEventsBack(let events): "put \(count(events, "event")) back on the event queue, to be stored"
    case .sendingAgain(let number): "sending \(count(number, "uncertain message")) again"
    case .tookForSent(let number, let settle):
      "took \(count(number, "uncertain message")) for sent; \(settle) takes it back"
    case .retriedQuarantined(let number): "stored \(count(number, "document")) of the quarantine"
    case .droppedQuarantined(let number): "dropped \(count(number, "document"))"
    case .tookBack(let number): "took the word back on \(count(number, "message")): uncertain again"
    case .corrected(let document, let number): "document \(document) is stored as \(count(number, "event"))"
    case .exported(let number, let file): "wrote \(count(number)) to \(file)"
    case .otherThanConfirmed(let expected): " (\(count(expected)) \(expected == 1 ? "was" : "were") confirmed)"
    }
  }
}
