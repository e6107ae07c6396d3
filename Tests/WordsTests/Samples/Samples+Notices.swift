import Words

extension NoticeText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.doesNothing(key: "x", hints: "x", help: "?")]
    case .doesNothing: [.firstPane(quit: "q")]
    case .firstPane: [.noBatchHere]
    case .noBatchHere: [.noMessageHere]
    case .noMessageHere: [.noFailureHere]
    case .noFailureHere: [.noCampaignHere(new: "n")]
    case .noCampaignHere: [.noCampaignInLetter]
    case .noCampaignInLetter: [.oneAttempt]
    case .oneAttempt: [.noOtherMessage]
    case .noOtherMessage: [.endOfList(isLast: true), .endOfList(isLast: false)]
    case .endOfList: [.chooseWhatToResend(resend: "R")]
    case .chooseWhatToResend: [.lettersNotLoaded]
    case .lettersNotLoaded: [.noLetters]
    case .noLetters: [.noEventLetters]
    case .noEventLetters: [.quarantineEmpty]
    case .quarantineEmpty: [.noCampaignInEntry]
    case .noCampaignInEntry: [.nothingToSettle(settle: "u", status: "x"), .nothingToSettle(settle: "u", status: nil)]
    case .nothingToSettle: [.nothingLeftAlone]
    case .nothingLeftAlone: [.choices(keys: ["x"], leave: "x")]
    case .choices: [.counting]
    case .counting: [.countingRecipients]
    case .countingRecipients: [.leftAsItWas]
    case .leftAsItWas: [.helpKeys]
    case .helpKeys: [.promptKeys]
    case .promptKeys: [.formKeys]
    case .formKeys: [.notLaunchable]
    case .notLaunchable: [.draftKept]
    case .draftKept: [.paletteKeys]
    case .paletteKeys: [.nothingFits]
    case .nothingFits: [.pressHere(key: "x", does: "x")]
    case .pressHere: [.notSorted]
    case .notSorted: [.tooLongToSort(20_000, status: "s", address: "/")]
    case .tooLongToSort: [.themeNotUsed("x")]
    case .themeNotUsed: [.keysDropped(2), .keysDropped(1)]
    case .keysDropped: [.answerYes(verb: "x")]
    case .answerYes: [.controlCInQuestion]
    case .controlCInQuestion: [.enterNeedsNumber(2), .enterNeedsNumber(1)]
    case .enterNeedsNumber: Move.all.map { .needsCampaign($0) }
    case .needsCampaign:
      Move.all.map { .notNow($0, state: "x", hasDead: true, campaign: "x") } + [
        .notNow(.pause, state: "x", hasDead: false, campaign: "x")
      ]
    case .notNow: [.alreadyFinishing(2), .alreadyFinishing(1)]
    case .alreadyFinishing: [.finishing]
    case .finishing: [.readOnly]
    case .readOnly: [.underWayAlready("x")]
    case .underWayAlready: [.language(key: "L", next: "x")]
    case .language: [.languageStays]
    case .languageStays: [.finishingFor(.seconds(61), inFlight: 2), .finishingFor(.seconds(61), inFlight: 1)]
    case .finishingFor: [.running("x", .seconds(61), more: 2), .running("x", .seconds(61), more: 1)]
    case .running: [.nothingToResend(campaign: "x")]
    case .nothingToResend: [.leftAlone(2, why: "x"), .leftAlone(1, why: "x")]
    case .leftAlone: [.cannotCount("x")]
    case .cannotCount: [.cannotLookUp("x")]
    case .cannotLookUp: [.draftChangedElsewhere("x"), .draftChangedElsewhere("")]
    case .draftChangedElsewhere: [.draftNotKept("x")]
    case .draftNotKept: [.draftKeptAgain]
    case .draftKeptAgain: ReadingName.all.map { .cannotRead($0, "x") }
    case .cannotRead:
      ReadingName.all.map { .cannotReadSince("x", $0, "x", more: 2) } + [.cannotReadSince("x", .figures, "x", more: 1)]
    case .cannotReadSince: ReadingName.all.map { .readAgain($0) }
    case .readAgain:
      [
        .outOfOrderSince("x", problem: "x", link: "x", more: 2),
        .outOfOrderSince("x", problem: "x", link: "x", more: 1),
      ]
    case .outOfOrderSince: [.worksAgain("x")]
    case .worksAgain: [.addressBegins]
    case .addressBegins: [.find]
    case .find: [.nameContains]
    case .nameContains: [.contains]
    case .contains: [.stateOrNumber]
    case .stateOrNumber: [.aPaste]
    case .aPaste: [.aKey]
    case .aKey: [.space]
    case .space: []
    }
  }
}

extension NoticeText.Move: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.pause]
    case .pause: [.resume]
    case .resume: [.cancel]
    case .cancel: []
    }
  }
}

extension CommandText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.launch("x")]
    case .launch: [.pause("x")]
    case .pause: [.resume("x")]
    case .resume: [.cancel("x")]
    case .cancel: [.begin("x")]
    case .begin: [.reschedule("x")]
    case .reschedule: [.sendTest("x")]
    case .sendTest: [.suppress(2), .suppress(1)]
    case .suppress: [.unsuppress(2), .unsuppress(1)]
    case .unsuppress: [.suppressAtAccount("x")]
    case .suppressAtAccount: [.unsuppressAtAccount("x")]
    case .unsuppressAtAccount: [.resend(2, campaign: "x"), .resend(1, campaign: "x")]
    case .resend: [.redrive(2), .redrive(1)]
    case .redrive: [.discard(2), .discard(1)]
    case .discard: [.redriveEvents(2), .redriveEvents(1)]
    case .redriveEvents: [.settle(2), .settle(1)]
    case .settle: [.retryQuarantined(2), .retryQuarantined(1)]
    case .retryQuarantined: [.dropQuarantined(2), .dropQuarantined(1)]
    case .dropQuarantined: [.export("x")]
    case .export: [.correct("1")]
    case .correct:
      [
        .failed(.pause("x"), "y"), .failed(.begin("x"), "y"), .failed(.reschedule("x"), "y"),
        .failed(.redrive(2), "y"), .failed(.sendTest("x"), "y"),
      ]
    case .failed: []
    }
  }
}

extension DoneText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.launched("x", 2), .launched("x", 1)]
    case .launched: [.paused("x", resume: "r")]
    case .paused: [.resumed("x")]
    case .resumed: [.cancelled("x", 2), .cancelled("x", 1)]
    case .cancelled: [.begun("x", 2), .begun("x", 1)]
    case .begun: [.rescheduled("x")]
    case .rescheduled: [.scheduled("x", 2), .scheduled("x", 1)]
    case .scheduled: [.sentTest("x")]
    case .sentTest: [.suppressed(2), .suppressed(1)]
    case .suppressed: [.unsuppressed(2), .unsuppressed(1)]
    case .unsuppressed: [.putOnList(2), .putOnList(1)]
    case .putOnList: [.suppressedAtAccount("x")]
    case .suppressedAtAccount: [.unsuppressedAtAccount("x")]
    case .unsuppressedAtAccount: [.resending(2, campaign: "x"), .resending(1, campaign: "x")]
    case .resending: [.redrove(2), .redrove(1)]
    case .redrove: [.discarded(2), .discarded(1)]
    case .discarded: [.putEventsBack(2), .putEventsBack(1)]
    case .putEventsBack: [.retriedQuarantined(2), .retriedQuarantined(1)]
    case .retriedQuarantined: [.droppedQuarantined(2), .droppedQuarantined(1)]
    case .droppedQuarantined: [.sendingAgain(2), .sendingAgain(1)]
    case .sendingAgain: [.tookForSent(2, settle: "u"), .tookForSent(1, settle: "u")]
    case .tookForSent: [.tookBack(2), .tookBack(1)]
    case .tookBack: [.exported(2, "x"), .exported(1, "x")]
    case .exported: [.corrected("1", 2), .corrected("1", 1)]
    case .corrected: [.otherThanConfirmed(2), .otherThanConfirmed(1)]
    case .otherThanConfirmed: []
    }
  }
}

extension CommandNote: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.goOutAgain(recipients: 2), .goOutAgain(recipients: 1)]
    case .goOutAgain: [.cancelled(messages: 2), .cancelled(messages: 1)]
    case .cancelled: [.settledMeanwhile]
    case .settledMeanwhile: [.othersSettledMeanwhile]
    case .othersSettledMeanwhile: [.notUnderstood(2), .notUnderstood(1)]
    case .notUnderstood: [.stoppedWithoutFile]
    case .stoppedWithoutFile: [.launchStopped]
    case .launchStopped: [.newOnList(2)]
    case .newOnList: [.notCorrected]
    case .notCorrected: [.addressColumn("x")]
    case .addressColumn: Launch.all.map { .launched(campaign: "x", $0) }
    case .launched: []
    }
  }
}

extension CommandNote.Launch: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.first]
    case .first: [.continued]
    case .continued: [.copy(of: "x")]
    case .copy: []
    }
  }
}
