extension English {
  func notice(_ notice: NoticeText) -> String {
    switch notice {
    case .doesNothing(let key, let hints, let help):
      "\(key) does nothing here; \(hints.isEmpty ? "" : "\(hints) · ")\(help) shows all keys"
    case .firstPane(let quit): "this is the first pane; \(quit) quits"
    case .noBatchHere: "there is no batch here"
    case .noMessageHere: "there is no message here"
    case .noFailureHere: "there is no failure here"
    case .noCampaignHere(let new): "there is no campaign here; \(new) makes one"
    case .noCampaignInLetter: "no campaign of this store is named in it"
    case .oneAttempt: "there is one attempt only"
    case .noOtherMessage: "there is no other message in the list"
    case .endOfList(let isLast): "this is the \(isLast ? "last" : "first") message of the list"
    case .chooseWhatToResend(let resend):
      "\(resend) resends what failed: choose it in 1 Campaigns, 2 Messages, 3 Failures or 5 Find"
    case .lettersNotLoaded: "the dead letters are not loaded yet"
    case .noLetters: "there are no dead letters"
    case .quarantineEmpty: "the quarantine is empty"
    case .noCampaignInEntry: "it was about no campaign, or several"
    case .noEventLetters: "the event queue has no dead letters"
    case .nothingToSettle(let settle, let status):
      "\(settle) settles uncertain messages; \(status.map { "this one is \($0)" } ?? "none is chosen")"
    case .nothingLeftAlone: "nothing is left alone: all of it may be resent"
    case .choices(let keys, let leave): "\(keys.joined(separator: " or ")), or Esc: \(leave)"
    case .counting: "counting; Esc leaves it"
    case .countingRecipients: "counting; Esc goes back to the fields"
    case .leftAsItWas: "left as it was"
    case .helpKeys: "Esc closes the help, ↑ and ↓ scroll it"
    case .promptKeys: "Ctrl-C does nothing here · Esc: as before"
    case .formKeys: "Tab and arrows go from field to field, Enter on the button counts, Esc leaves"
    case .notLaunchable: "this cannot be launched; Esc goes back to the fields"
    case .draftKept: "kept as a draft, first among the campaigns: Enter goes on with it"
    case .paletteKeys: "type a part of what you look for; ↑ and ↓ choose, Enter does it, Esc leaves"
    case .nothingFits: "nothing that can be done has that in it"
    case .pressHere(let key, let does): "\(key): \(does)"
    case .tooLongToSort(let most, let status, let address):
      "lists of up to \(Figures.count(most)) are sorted: narrow it first, by \(status) or \(address)"
    case .notSorted: "this list has one order only"
    case .themeNotUsed(let problem): "\(problem); the standard colours are used"
    case .keysDropped(let number): "\(count(number, "key")) did nothing: what is listed here was not read in time"
    case .answerYes(let verb): "y: \(verb) · Esc: leave it"
    case .controlCInQuestion: "Ctrl-C does nothing here · Esc: leave it"
    case .enterNeedsNumber(let number): "Enter does nothing until \(count(number)) is typed · Esc: leave it"
    case .needsCampaign(let move): "\(verb(move)) needs a campaign: choose one in 1 Campaigns"
    case .notNow(let move, let state, let hasDead, let campaign):
      "it is \(state) and cannot be \(participle(move))\(hasDead ? "; its dead letters are in 4" : ""): \(campaign)"
    case .alreadyFinishing(let flying): "already finishing: \(count(flying)) in flight; nothing is lost"
    case .finishing: "Sendboard is finishing; start it again for new commands"
    case .readOnly: "opened to look only (--read-only): nothing is changed from here"
    case .underWayAlready(let command): "\(command) is under way already"
    case .language(let key, let next): "in English now · \(key): \(next)"
    case .languageStays: "answer the question first; the language can be changed then"
    case .finishingFor(let time, let flying):
      "\(flying > 0 ? "finishing \(count(flying)) in flight" : "finishing"), \(span(time))… "
        + "what waits is kept; nobody is sent to twice"
    case .running(let command, let time, let more): "\(command), \(span(time))\(others(more))"
    case .nothingToResend(let campaign): "nothing to resend in \(campaign)"
    case .leftAlone(let number, let why): "\(count(number)) left alone: \(why)"
    case .draftKeptAgain: "what you typed is kept now"
    case .draftNotKept(let problem): "what you typed is not kept yet: \(problem)"
    case .draftChangedElsewhere(let name):
      "this draft was changed elsewhere\(name.isEmpty ? "" : " by \(name)"): what is typed here takes its place; Esc and open it again to see it"
    case .cannotLookUp(let problem): "cannot look it up: \(problem)"
    case .cannotCount(let problem): "cannot count what may be resent: \(problem)"
    case .cannotRead(let what, let problem): "cannot read \(reading(what)): \(problem)"
    case .cannotReadSince(let time, let what, let problem, let more):
      "since \(time) cannot read \(reading(what)): \(problem)\(others(more))"
    case .readAgain(let what): "\(reading(what)) can be read again"
    case .outOfOrderSince(let time, let problem, let link, let more):
      "since \(time) \(problem) · \(link)\(more > 0 ? " (and \(more) more: 6 Log)" : "")"
    case .worksAgain(let link): "\(link) works again"
    case .addressBegins: "address begins with: "
    case .find: "find: "
    case .nameContains: "name contains: "
    case .contains: "has in it: "
    case .stateOrNumber: "state begins with, or number: "
    case .aPaste: "a paste"
    case .aKey: "that"
    case .space: "Space"
    }
  }

  private func others(_ more: Int) -> String { more > 0 ? " (and \(more) more)" : "" }

  private func reading(_ what: ReadingName) -> String {
    switch what {
    case .figures: "figures"
    case .messages: "messages"
    case .timeline: "timeline"
    case .mail: "mail"
    case .failures: "failures"
    case .deadLetters: "dead letters"
    case .quarantine: "quarantine"
    case .history: "history"
    case .log: "log"
    case .batches: "batches"
    case .course: "activity"
    case .suppressions: "the suppression list"
    }
  }

  private func verb(_ move: NoticeText.Move) -> String {
    switch move {
    case .pause: "pause"
    case .resume: "resume"
    case .cancel: "cancel"
    }
  }

  private func participle(_ move: NoticeText.Move) -> String {
    switch move {
    case .pause: "paused"
    case .resume: "resumed"
    case .cancel: "cancelled"
    }
  }
}
