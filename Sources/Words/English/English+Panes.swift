import Model

extension English {
  func header(_ text: HeaderText) -> String {
    switch text {
    case .loading: "Sendboard  loading…"
    case .figuresOld(let age): "! figures \(span(age)) old"
    case .rate(let rate): "\(rate) msg/s"
    case .texts(let rate): "\(rate) SMS/s"
    case .inFlight(let flying): "\(count(flying)) in flight"
    case .sendQueue(let depths): "send \(depths)"
    case .eventQueue(let depths): "events \(depths)"
    case .lag(let lag): "lag \(lag.map(span) ?? "–")"
    case .bounce(let judged): "bounce \(judged)"
    case .complaint(let judged): "complaint \(judged)"
    case .share(let part, let whole): "\(count(part)) of \(count(whole)), 7 days"
    case .judged(let percent, let judgement):
      switch judgement {
      case .fine: "\(percent) ok"
      case .high: "\(percent) high"
      case .review: "\(percent) REVIEW"
      case .pause: "\(percent) PAUSE"
      }
    case .deadLetters(let number, let isWide):
      "\(count(number)) \(isWide ? number == 1 ? "dead letter" : "dead letters" : "dead")"
    case .uncertain(let number, _): "\(count(number)) uncertain"
    case .quarantined(let number, let isWide): "\(count(number)) \(isWide ? "quarantined" : "quarantine")"
    case .readOnly: "READ-ONLY"
    }
  }

  func campaigns(_ text: CampaignsText) -> String {
    switch text {
    case .nameContains(let part): "name contains “\(part)”"
    case .empty(let new): "no campaigns yet: \(new) makes one"
    case .noneShown: "none; Esc shows all"
    case .unnamed: "(no name yet)"
    case .aboutDraft(let person, let moment, let drop):
      "A draft, last changed \(moment)\(person.isEmpty ? "" : " by \(person)"): Enter goes on with it, \(drop) gives it "
        + "up. Nothing of it is sent."
    case .of(let place, let all): "\(place) of \(count(all))"
    case .stalled: "stalled"
    case .waits: "waits"
    case .dead(let batches): "\(count(batches)) dead"
    case .columnName: "Campaign"
    case .columnState: "State"
    case .columnHanded: "Handed over"
    case .columnRecipients: "Recipients"
    case .columnFailed: "Failed"
    case .columnRate: "Rate/s"
    case .columnLeft: "Left"
    }
  }

  func batches(_ text: BatchesText) -> String {
    switch text {
    case .title: "Batches"
    case .titleOf: "Batches of "
    case .none: "no campaign is chosen"
    case .count(let batches): count(batches, "batch", plural: "batches")
    case .batches: "Batches"
    case .messages: "Messages"
    case .handed: "Handed"
    case .states(let pending, let queued, let done, let isClosed, let dead):
      "\(count(pending)) pending · \(count(queued)) queued · "
        + "\(count(done)) \(isClosed ? "closed" : "done") · \(dead > 0 ? "! " : "")\(count(dead)) dead"
    case .handedOver(let part, let whole, let isLong):
      "\(count(part)) of \(count(whole))\(isLong ? " handed over" : "")"
    case .counted(let number, let word): "\(count(number)) \(word)"
    case .rate(let rate): "\(rate)/s"
    case .left(let time): "\(span(time)) left"
    case .rest: "The rest"
    case .inDeadLetters(let number, let isAbout): "\(about(isAbout))\(count(number)) in dead letters"
    case .cancelled(let number): "\(count(number)) cancelled"
    case .refused(let number): "\(count(number)) refused"
    case .keptBack(let number): "\(count(number)) on the suppression list"
    case .uncertain(let number): "\(count(number)) uncertain"
    case .toGo(let number, let isAbout): "\(about(isAbout))\(count(number)) to go"
    case .noWorker(let time, let host):
      "no worker alive"
        + (time.map { ": last seen \($0)" + (host.map { " on \($0)" } ?? "") } ?? ", and none was seen before")
        + "; 'sendboard run' starts one"
    case .waitsUntil(let time): "waits until \(time)"
    case .waitsBehind(let campaign, let time): "waits behind \(campaign)" + (time.map { ", \(about($0))" } ?? "")
    case .unexplained(let host, let since):
      "stalled: nothing was tried lately, though \(host) sends since \(since)"
    case .cannotWrite:
      "stalled: the worker here cannot write to the store, which may be locked"
    case .soFar(let delivered): "So far  \(count(delivered)) delivered"
    case .opened(let number): "\(count(number)) opened"
    case .clicked(let number): "\(count(number)) clicked"
    case .bounce(let judged): "bounce \(judged)"
    case .complaint(let judged): "complaint \(judged)"
    case .simulated(let number): "(rates without \(count(number)) to the simulator)"
    case .subject: "Subject  "
    case .from(let audience): "from \(audience)"
    case .by(let name): "by \(name)"
    case .atMost(let rate): "at most \(rate)/s"
    case .advertises: "marketing"
    case .campaign(let channel, let number): "\(channel), campaign \(number)"
    }
  }

  /// `about 4 min`: nobody knows the second.
  private func about(_ span: Duration) -> String {
    let seconds = Int(span.seconds.rounded(.up))
    if seconds < 60 { return "about \(max(10, (seconds + 9) / 10 * 10)) s" }
    return seconds < 5400 ? "about \((seconds + 30) / 60) min" : "about \((seconds + 1800) / 3600) h"
  }

  private func about(_ isAbout: Bool) -> String { isAbout ? "about " : "" }

  func messages(_ text: MessagesText) -> String {
    switch text {
    case .titleOf: "Messages of "
    case .noneButFiltered: "none; Esc takes the filter away"
    case .find: "Find"
    case .findText(let text): "Find · \(text)"
    case .typeToFind: "type what you know of the message"
    case .notFound(let text): "nothing has “\(text)” in it; a provider id is found only whole"
    case .nothingYet: "nothing yet; the search goes on"
    case .whatIsSearched:
      """
      Any part of an address, a domain (@naver), a name or another value of the recipient, a subject as it was written, a campaign's name, \
      a message's number (#1234) or the provider's message id.
      """
    case .found(let number): "\(count(number)) found"
    case .foundAtLeast(let number): "first \(count(number)): type more to narrow"
    case .searched(let percent): "searching, \(percent)%"
    case .columnFound: "Reason, value"
    case .aCampaign: "(campaign)"
    case .columnID: "Id"
    case .columnCampaign: "Campaign"
    case .columnAddress: "Address"
    case .columnSubject: "Subject"
    case .columnStatus: "Status"
    case .columnTry: "Try"
    case .columnUpdated: "Updated"
    case .columnReason: "Reason"
    case .anotherProgram: "(another program)"
    }
  }

  func failures(_ text: FailuresText) -> String {
    switch text {
    case .titleOf: "Failures of "
    case .everything: "everything, other programs' mail too"
    case .none: "no failures"
    case .failed(let number): "\(count(number)) failed"
    case .toBeTriedAgain(let number): "\(count(number)) to be tried again"
    case .delayed(let number): "\(count(number)) delayed"
    case .uncertain(let number): "\(count(number)) uncertain"
    case .columnCount: "Count"
    case .columnKind: "Kind"
    case .columnCause: "Cause"
    case .columnSubtype: "Subtype"
    case .columnSMTP: "SMTP"
    case .columnResend: "Resend"
    case .columnAdvice: "Advice"
    case .columnDomain: "Domain"
    case .columnHour: "Hour"
    case .columnDay: "Day"
    case .columnKinds: "Kinds"
    case .noDomain: "(no domain)"
    case .firstParts(let number): "first \(count(number))"
    }
  }

  func deadLetters(_ text: DeadLettersText) -> String {
    switch text {
    case .none: "no dead letters"
    case .allMarked(let letters, let people): "all \(count(letters)) marked: \(count(people, "recipient"))"
    case .marked(let letters, let people): "\(count(letters)) marked: \(count(people, "recipient"))"
    case .count(let letters, let people): "\(count(letters)): \(count(people, "recipient"))"
    case .oldest(let letters): "first \(count(letters))"
    case .eventsNeverStored(let events): "\(count(events, "event")) never stored: E"
    case .unknownCampaign: "(unknown)"
    case .columnLetter: "Letter"
    case .columnCampaign: "Campaign"
    case .columnBatch: "Batch"
    case .columnReceives: "Rcv"
    case .columnAge: "Age"
    case .columnRecipients: "Recipients"
    case .columnReason: "Reason"
    }
  }

  func timeline(_ text: TimelineText) -> String {
    switch text {
    case .title: "Timeline"
    case .titleOf(let number): "Timeline of message \(number)"
    case .none: "no message is chosen"
    case .events(let number): count(number, "event")
    case .earlier(let number): "… \(count(number, "earlier event")) not shown"
    case .attempt(let number): "attempt \(number)"
    case .attempts(let number): count(number, "attempt")
    case .by(let source): "by \(source)"
    case .status: "Status  "
    case .why: "Why     "
    case .subject: "Subject "
    case .sender: "Sender  "
    case .data: "Data    "
    case .from(let origin): "From    \(origin)"
    case .providerID(let id): "provider id \(id ?? "none yet")"
    case .uncertain(let settle):
      "Nobody knows whether the provider took it: wait for its event, or settle it with \(settle)."
    case .assumed(let settle):
      "It counts as sent because an operator said so: \(settle) takes that back, an event of it settles it."
    case .decides: "← decides"
    case .logTitle: "Log"
    case .logEmpty: "nothing happened yet"
    case .logNotKept(let why): "! not kept: \(why)"
    }
  }

  private func parameter(_ problem: AudienceParameterProblem) -> String {
    switch problem {
    case .unknown(let name, let known): "no parameter “\(name)”: \(known.joined(separator: ", "))"
    case .twice: "given twice"
    case .missing: "needed"
    case .notText: "holds a NUL character"
    case .notANumber: "a number is needed"
    case .notADate: "a day such as 2026-11-27, or today"
    case .notAChoice(_, _, let choices): "one of \(choices.joined(separator: ", "))"
    }
  }

  func compose(_ text: ComposeText) -> String {
    switch text {
    case .title: "New campaign"
    case .titleOf: "New campaign "
    case .step(let step, let all): "step \(step) of \(all)"
    case .aFile: "a CSV file"
    case .csvFile: "  CSV file"
    case .lastUsed: "as last time"
    case .template: "Template"
    case .templateHint: "kept in SES, instead of the three above; or none"
    case .writtenHere(let lines): "written here, \(count(lines, "line")): F4"
    case .parameterHint(let kind):
      switch kind {
      case .text: "a text"
      case .number: "a number"
      case .date: "a day such as 2026-11-27, or today"
      case .choice(let choices): choices.joined(separator: ", ")
      }
    case .parameter(let problem): parameter(problem)
    case .counting(let waited): "counting the recipients… \(waited >= .seconds(1) ? span(waited) : "")"
    case .promise: "Nothing is sent before you have seen the exact count and confirmed it."
    case .name: "Name"
    case .channel: "Channel"
    case .recipients: "Recipients"
    case .from: "From"
    case .subject: "Subject"
    case .textFile: "Text file"
    case .htmlFile: "HTML file"
    case .batchSize: "Batch size"
    case .unsubscribe: "Opt-out"
    case .unsubscribeHint: "https://example.com/u?{{email}}, an address, or both"
    case .count: "Count the recipients"
    case .nameHint: "what the campaign is called"
    case .recipientsHint: "CSV file with a column email or phone"
    case .fromHint: "Name <sender@example.com>"
    case .subjectHint: "Hello {{name}}"
    case .textHint: "plain text body; or none"
    case .htmlHint: "HTML body; or none"
    case .nameNeeded: "a name is needed"
    case .fileNeeded: "a CSV file is needed"
    case .senderNeeded: "a sender is needed"
    case .subjectNeeded: "a subject is needed"
    case .bodyNeeded: "text or HTML is needed"
    case .textNeeded: "a text is needed"
    case .sizeNeeded(let most): "1 to \(Figures.count(most))"
    case .notForSMS: "not used for sms"
    case .notLaunchable: "Cannot be launched"
    case .edits: " edits"
    case .launches(let people): " launches to \(count(people, "recipient"))"
    case .launchType(let word): "Launch: type \(word): "
    case .launchTypeFor(let people, let word): "To launch to \(count(people, "recipient")) type \(word): "
    case .people(let people, let batches, let size):
      "\(count(people, "recipient")) in \(count(batches, "batch", plural: "batches"))"
        + (batches > 1 ? " of \(count(size))" : "")
    case .duplicates(let number): "\(count(number, "duplicate")) left out"
    case .invalid(let number): "\(count(number)) invalid left out"
    case .suppressed(let number, let first):
      "\(count(number, "recipient")) on the suppression list, to whom nothing is sent: \(first.joined(separator: ", "))"
        + (number > first.count ? " and \(count(number - first.count)) more" : "")
    case .moreInvalid(let number): "and \(count(number)) more invalid"
    case .invalidLine(let number): "line \(number): "
    case .continued(let campaign, let moment):
      "campaign \(campaign) of \(moment) is the same, and its launch was cut off: launching goes on with it"
    case .again(let campaign, let moment):
      "the same was launched as campaign \(campaign) of \(moment): launching sends everybody a second copy"
    case .cancelledTwin(let campaign, let moment):
      "campaign \(campaign) of \(moment) is the same, and was cancelled: whomever it reached gets a second copy"
    case .alike(let campaign, let name, let moment):
      "the same people were sent the same as campaign \(campaign) (\(name)) of \(moment): launching sends a second copy"
    case .missing(let names):
      "the template asks for \(names.map { "{{\($0)}}" }.joined(separator: ", ")), and the file has no such column: "
        + "every message would fail to render"
    case .columns(let names): "the file has: \(names.isEmpty ? "none but the address" : names.joined(separator: ", "))"
    case .mendCase(let meant, let written):
      "capital letters count: write {{\(meant)}} for {{\(written)}} in the template; then count again"
    case .mendColumn: "add the column to the file, or mend the template (capital letters count); then count again"
    case .labelFrom: "From     "
    case .labelFile: "File     "
    case .labelColumns: "Columns  "
    case .reads(let address, let number, let all, let bytes):
      "As \(address) reads it (\(count(number)) of \(count(all))\(bytes > 0 ? ", \(count(bytes, "byte"))" : "")):"
    case .lacks(let names): "no value for \(names.joined(separator: ", "))"
    case .looking: "looking…"
    case .nobodyFound: "there is no such recipient"
    case .findRecipient: "an address or a value has: "
    case .testAddress: "send this one to: "
    case .previewKeys: "← → others · / find · l longest · m no value · t test"
    case .incomplete(let number): "\(count(number, "recipient")) without a value that the template says:"
    case .incompleteLine(let line, let names): "line \(line): \(names.joined(separator: ", "))"
    case .moreIncomplete(let number): "and \(count(number)) more"
    case .rate: "Rate"
    case .rateHint: "as fast as it goes; or at most 20, 300/m, 5000/h"
    case .rateNeeded: "20, 300/m or 5000/h"
    case .hours: "Hours"
    case .hoursHint: "at any time; or only 08:00-21:00 Asia/Seoul"
    case .hoursNeeded: "no hours: write 08:00-21:00 Asia/Seoul"
    case .advertising: "Marketing"
    case .isAdvertising(.no): "no"
    case .isAdvertising(.yes): "yes: (광고) is put first"
    case .isAdvertising(.byNight): "yes, and by night: they agreed to that"
    case .takes(let span, let rate, let basis):
      "about \(self.span(span)) at \(rate)/s \(self.basis(basis))"
    case .takesUnknown: "how long it takes is not known: too little was sent here lately"
    case .goFirst(let campaigns, let recipients):
      "\(count(campaigns, "campaign")) with \(count(recipients, "recipient")) \(campaigns == 1 ? "goes" : "go") first"
    case .costs(let text): "about \(text)"
    case .quotaLeft(let left):
      "the account takes \(count(left)) more within 24 hours: the campaign pauses when they are used up"
    case .textForm(let form, let number): "\(self.form(form)): \(count(number))"
    case .textParts(let parts): "\(count(parts, "part")) in all"
    case .textSize(let measure): size(of: measure)
    case .faultyTexts(let number):
      "\(count(number, "text")) cannot go out: correct \(number == 1 ? "it, or its recipient is" : "them, or their recipients are") refused"
    case .textFault(let fault): self.fault(fault)
    case .costlier(let letter): "“\(letter.character)” at \(letter.place) makes it Unicode, which takes more parts"
    case .sameAs(let line): "the same recipient as line \(line)"
    case .keptBack: "on the suppression list: nothing is sent to it"
    case .nobodyLacks: "nobody lacks a value"
    case .sourceKey: "v source"
    case .noHTML: "it has no HTML body"
    case .remarksKey: "e left out"
    case .noRemarks: "nobody is left out, and nobody lacks a value"
    }
  }

  private func basis(_ basis: Forecast.Basis) -> String {
    switch basis {
    case .campaign: "(its own rate)"
    case .worker: "(the rate of workers here)"
    case .account: "(the account's rate)"
    case .lately: "(the fastest lately)"
    }
  }
}
