import Model

extension English {
  func status(_ status: MessageStatus) -> String {
    switch status {
    case .queued: "queued"
    case .cancelled: "cancelled"
    case .sending: "sending"
    case .uncertain: "uncertain"
    case .refused: "refused"
    case .accepted: "accepted"
    case .delayed: "delayed"
    case .delivered: "delivered"
    case .opened: "opened"
    case .clicked: "clicked"
    case .softBounced: "softBounced"
    case .renderFailed: "renderFailed"
    case .rejected: "rejected"
    case .suppressed: "suppressed"
    case .hardBounced: "hardBounced"
    case .complained: "complained"
    }
  }

  func kind(_ kind: FailureKind) -> String {
    switch kind {
    case .hard: "hard"
    case .suppressed: "suppressed"
    case .soft: "soft"
    case .content: "content"
    case .undetermined: "undetermined"
    case .complaint: "complaint"
    case .rejected: "rejected"
    case .rendering: "rendering"
    case .refused: "refused"
    case .delay: "delay"
    }
  }

  func event(_ type: EventType) -> String {
    switch type {
    case .queued: "queued"
    case .claimed: "claimed"
    case .accepted: "accepted"
    case .refused: "refused"
    case .uncertain: "uncertain"
    case .assumedSent: "assumedSent"
    case .assumptionWithdrawn: "assumptionWithdrawn"
    case .settledToResend: "settledToResend"
    case .resent: "resent"
    case .cancelled: "cancelled"
    case .send: "Send"
    case .delivery: "Delivery"
    case .bounce: "Bounce"
    case .complaint: "Complaint"
    case .reject: "Reject"
    case .renderingFailure: "Rendering Failure"
    case .deliveryDelay: "DeliveryDelay"
    case .open: "Open"
    case .click: "Click"
    case .subscription: "Subscription"
    case .automaticReply: "automatic reply"
    case .suppressed: "suppressed"
    case .byOneOfSeveral(let what):
      switch what {
      case .open: "Open by one of several"
      case .click: "Click by one of several"
      case .subscription: "Subscription by one of several"
      }
    case .other(let name): name
    }
  }

  func source(_ source: Event.Source) -> String {
    switch source {
    case .provider: "provider"
    case .sendboard: "sendboard"
    case .operator: "operator"
    }
  }

  func state(_ state: CampaignState) -> String {
    switch state {
    case .importing: "importing"
    case .draft: "draft"
    case .scheduled: "scheduled"
    case .launching: "launching"
    case .sending: "sending"
    case .paused: "paused"
    case .cancelled: "cancelled"
    case .finished: "finished"
    }
  }

  func channel(_ channel: Channel) -> String {
    switch channel {
    case .email: "email"
    case .sms: "sms"
    }
  }

  func pane(_ pane: PaneName) -> String {
    switch pane {
    case .campaigns: "Campaigns"
    case .messages: "Messages"
    case .failures: "Failures"
    case .deadLetters: "Dead letters"
    case .find: "Find"
    case .log: "Log"
    case .quarantine: "Quarantine"
    case .history: "History"
    case .batches: "Batches"
    case .timeline: "Timeline"
    case .document: "Document"
    case .batchList: "Single batches"
    case .course: "Activity"
    case .suppressions: "Suppression list"
    case .mail: "Mail"
    }
  }

  func term(_ term: Term) -> String {
    switch term {
    case .zoomed(let key): "\(key) zooms back"
    case .loading: "loading…"
    case .loadingSince(let wait): "loading \(span(wait))…"
    case .more(let above, let below): above || below ? "more \(above ? "↑" : "")\(below ? "↓" : "")" : ""
    case .allMarked(let count): "all\(count.map { " \(self.count($0))" } ?? "") in this filter marked"
    case .marked(let count): "\(self.count(count)) marked"
    case .yes: "yes"
    case .no: "no"
    case .none: "none"
    case .assumed: "assumed"
    case .toBeTriedAgain: "to be tried again"
    case .willRetry: "will retry"
    case .texts: "SMS"
    case .anotherProgram: "another program"
    case .allCampaigns: "all campaigns"
    case .campaign(let number): "campaign \(number)"
    case .addressBeginning(let prefix): "address \(prefix)…"
    case .statusFilter(let status): "status \(status)"
    case .batchFilter(let number): "batch \(number)"
    case .messagesChosen(let count): "\(self.count(count, "message")) chosen"
    case .messageNumbers(let numbers): "message \(numbers)"
    case .allThatMayBeResent: "all that may be resent"
    case .policyToo: "policy refusals too"
    case .despiteList: "although on the suppression list"
    case .andMore(let shown, let count): "\(shown) and \(count) more"
    case .emptyValue: "(empty)"
    case .reason: "Reason  "
    case .toDo: "To do   "
    case .type(let word): "Type \(word): "
    }
  }

  func hint(_ hint: Hint) -> String {
    switch hint {
    case .messages: "messages"
    case .pause: "pause"
    case .resume: "resume"
    case .cancel: "cancel"
    case .resendFailed: "resend failed"
    case .scroll: "scroll"
    case .back: "back"
    case .singleBatches: "single batches"
    case .stateOrNumber: "state or number"
    case .course: "activity: graphs of rates and queues"
    case .hourOrDay: "hour, day"
    case .batches: "batches"
    case .new: "new"
    case .filter: "filter"
    case .mark: "mark"
    case .redrive: "redrive"
    case .toMarked(let deed, let count):
      "\(self.hint(deed.hint)) \(count.map { "\(self.count($0)) marked" } ?? "all in this filter")"
    case .discard: "discard"
    case .messagesOfItsCampaign: "messages of its campaign"
    case .putEventsBack: "put events back"
    case .wholeDocument: "whole"
    case .tryAgain: "try again"
    case .drop: "drop"
    case .export: "export"
    case .letter: "the letter"
    case .redriveAtARate: "redrive at a rate"
    case .recovered: "recovered too"
    case .startTime: "start time"
    case .goOnWithDraft: "go on with it"
    case .dropDraft: "drop draft"
    case .writeBody: "write it here"
    case .completePath: "complete the path"
    case .suppress: "suppress"
    case .suppressions: "suppression list"
    case .addAddress: "add an address"
    case .unsuppress: "take off"
    case .accountList: "SES's list"
    case .groupBy: "by kind, domain, time"
    case .edit: "edit"
    case .uncertainOnes: "uncertain ones"
    case .itsMessages: "its messages"
    case .resendThese: "resend these"
    case .thisOrAllCampaigns: "this/all campaigns"
    case .findAnother: "find another"
    case .markAllShown: "all or none"
    case .sameAddress: "all to this address"
    case .mail: "mail"
    case .attempts: "attempts"
    case .copy: "copy"
    case .link: "link"
    case .textOrSource: "text or source"
    case .whyNotResent: "why not resent"
    case .rawEvents: "raw events"
    case .timeline: "timeline"
    case .settleUncertain: "settle uncertain"
    case .resend: "resend"
    case .firstLast: "first, last"
    case .typeToFind: "type"
    case .otherPanes: "other panes"
    case .help: "help"
    case .status: "status"
    case .address: "address"
    case .statusBack: "status back"
    case .otherMessage: "other message"
    case .quit: "quit"
    case .leaveIt: "leave it"
    case .keepTheFilter: "keep the filter"
    case .asBefore: "as before"
    case .empty: "empty"
    case .close: "close"
    case .backToTheFields: "back to the fields"
    case .nextField: "next field"
    case .nextOrCount: "next"
    case .countRecipients: "count"
    case .changeChoice: "change"
    case .launch: "launch"
    case .leaveAndKeep: "leave; what is typed is kept"
    case .yes: "yes, do it"
    case .no: "no"
    case .doItWhenTyped: "do it when typed"
    case .allKeys: "all keys"
    case .work: "what is under way"
    case .palette: "actions"
    case .zoom: "zoom"
    case .reload: "reload"
    case .language: "language"
    case .find: "find"
    case .control: "pause, resume, cancel"
    case .panes: "panes"
    case .move: "up, down"
    case .open: "open"
    case .escape: "back"
    case .first: "first"
    case .last: "last"
    case .messageBefore: "message before"
    case .nextMessage: "next message"
    case .sort: "sort by column"
    case .sortBefore: "sort by the column before"
    case .sortNext: "sort by the next column"
    case .sortReversed: "other way round"
    case .choose: "choose"
    case .doIt: "do it"
    }
  }
}
