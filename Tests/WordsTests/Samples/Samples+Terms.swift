import Words

extension PaneName: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.campaigns]
    case .campaigns: [.messages]
    case .messages: [.failures]
    case .failures: [.deadLetters]
    case .deadLetters: [.find]
    case .find: [.log]
    case .log: [.quarantine]
    case .quarantine: [.history]
    case .history: [.batches]
    case .batches: [.timeline]
    case .timeline: [.document]
    case .document: [.batchList]
    case .batchList: [.course]
    case .course: [.mail]
    case .mail: []
    }
  }
}

extension Term: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.zoomed("z")]
    case .zoomed: [.loading]
    case .loading: [.loadingSince(.seconds(61))]
    case .loadingSince:
      [.more(above: true, below: true), .more(above: false, below: true), .more(above: true, below: false)]
    case .more: [.marked(2), .marked(1)]
    case .marked: [.allMarked(nil), .allMarked(2)]
    case .allMarked: [.yes]
    case .yes: [.no]
    case .no: [.none]
    case .some(.none): [.assumed]
    case .assumed: [.toBeTriedAgain]
    case .toBeTriedAgain: [.willRetry]
    case .willRetry: [.anotherProgram]
    case .anotherProgram: [.allCampaigns]
    case .allCampaigns: [.campaign("x")]
    case .campaign: [.addressBeginning("x")]
    case .addressBeginning: [.statusFilter("x")]
    case .statusFilter: [.batchFilter("x")]
    case .batchFilter: [.messagesChosen(2), .messagesChosen(1)]
    case .messagesChosen: [.messageNumbers("x")]
    case .messageNumbers: [.allThatMayBeResent]
    case .allThatMayBeResent: [.policyToo]
    case .policyToo: [.despiteList]
    case .despiteList: [.andMore("x", 2), .andMore("x", 1)]
    case .andMore: [.emptyValue]
    case .emptyValue: [.reason]
    case .reason: [.toDo]
    case .toDo: [.type("x")]
    case .type: []
    }
  }
}

extension ReadingName: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.figures]
    case .figures: [.messages]
    case .messages: [.timeline]
    case .timeline: [.mail]
    case .mail: [.failures]
    case .failures: [.deadLetters]
    case .deadLetters: [.quarantine]
    case .quarantine: [.history]
    case .history: [.log]
    case .log: [.batches]
    case .batches: [.course]
    case .course: []
    }
  }
}

extension Hint: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.messages]
    case .messages: [.pause]
    case .pause: [.resume]
    case .resume: [.cancel]
    case .cancel: [.resendFailed]
    case .resendFailed: [.scroll]
    case .scroll: [.back]
    case .back: [.batches]
    case .batches: [.new]
    case .new: [.filter]
    case .filter: [.mark]
    case .mark: [.redrive]
    case .redrive: [.discard]
    case .discard: [.messagesOfItsCampaign]
    case .messagesOfItsCampaign: [.putEventsBack]
    case .putEventsBack: [.itsMessages]
    case .itsMessages: [.resendThese]
    case .resendThese: [.thisOrAllCampaigns]
    case .thisOrAllCampaigns: [.findAnother]
    case .findAnother: [.timeline]
    case .timeline: [.sameAddress]
    case .sameAddress: [.markAllShown]
    case .markAllShown: [.resendMarked(nil), .resendMarked(1)]
    case .resendMarked: [.toMarked(.redrive, 1), .toMarked(.drop, 2)]
    case .toMarked: [.rawEvents]
    case .rawEvents: [.settleUncertain]
    case .settleUncertain: [.resend]
    case .resend: [.firstLast]
    case .firstLast: [.typeToFind]
    case .typeToFind: [.otherPanes]
    case .otherPanes: [.help]
    case .help: [.status]
    case .status: [.address]
    case .address: [.statusBack]
    case .statusBack: [.otherMessage]
    case .otherMessage: [.quit]
    case .quit: [.leaveIt]
    case .leaveIt: [.keepTheFilter]
    case .keepTheFilter: [.asBefore]
    case .asBefore: [.empty]
    case .empty: [.close]
    case .close: [.backToTheFields]
    case .backToTheFields: [.nextField]
    case .nextField: [.nextOrCount]
    case .nextOrCount: [.leaveAndKeep]
    case .leaveAndKeep: [.wholeDocument]
    case .wholeDocument: [.mail]
    case .mail: [.attempts]
    case .attempts: [.copy]
    case .copy: [.link]
    case .link: [.textOrSource]
    case .textOrSource: [.whyNotResent]
    case .whyNotResent: [.tryAgain]
    case .tryAgain: [.drop]
    case .drop: [.export]
    case .export: [.letter]
    case .letter: [.redriveAtARate]
    case .redriveAtARate: [.recovered]
    case .recovered: [.groupBy]
    case .groupBy: [.startTime]
    case .startTime: [.goOnWithDraft]
    case .goOnWithDraft: [.dropDraft]
    case .dropDraft: [.edit]
    case .edit: [.uncertainOnes]
    case .uncertainOnes: [.singleBatches]
    case .singleBatches: [.stateOrNumber]
    case .stateOrNumber: [.course]
    case .course: [.hourOrDay]
    case .hourOrDay: [.yes]
    case .yes: [.no]
    case .no: [.doItWhenTyped]
    case .doItWhenTyped: [.allKeys]
    case .allKeys: [.work]
    case .work: [.palette]
    case .palette: [.zoom]
    case .zoom: [.reload]
    case .reload: [.language]
    case .language: [.find]
    case .find: [.control]
    case .control: [.panes]
    case .panes: [.move]
    case .move: [.open]
    case .open: [.escape]
    case .escape: [.first]
    case .first: [.last]
    case .last: [.messageBefore]
    case .messageBefore: [.nextMessage]
    case .nextMessage: [.sort]
    case .sort: [.sortBefore]
    case .sortBefore: [.sortNext]
    case .sortNext: [.sortReversed]
    case .sortReversed: [.choose]
    case .choose: [.doIt]
    case .doIt: []
    }
  }
}

extension HelpHeading: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.keys]
    case .keys: [.pane("x")]
    case .pane: [.everywhere]
    case .everywhere: HelpText.Part.allCases.map { .part($0) }
    case .part: []
    }
  }
}
