import Model

extension English {
  func problem(_ problem: ProblemText) -> String {
    switch problem {
    case .store(let problem): store(problem)
    case .queue(let problem, let name): "queue \(name): \(queue(problem))"
    case .queueFile(let problem): queueFile(problem)
    case .aws(let problem, let call): "\(aws(problem)) (\(call))"
    case .broker(let problem, let name): "\(name) \(broker(problem))"
    case .provisioning(let problem): provisioning(problem)
    case .composing(let problem): composing(problem)
    case .noSuchMessage(let number): "message \(number) is not in the store"
    case .noSuchLetters(let ids): "no dead letter has the id \(ids.joined(separator: ", "))"
    case .eventLetters: "the event queue's dead letters cannot be looked at"
    case .othersFound: "nothing was changed: others were found meanwhile; ask again"
    case .fileExists(let file): "there is such a file already: \(file)"
    case .cannotWrite(let file): "\(file) cannot be written: check the folder and the disk"
    case .foreign(let words): words
    }
  }

  private func store(_ problem: StoreProblem) -> String {
    switch problem {
    case .cannotOpen: "the store cannot be opened: check its path and permissions"
    case .readOnly: "the store is read-only: check its permissions"
    case .diskFull: "the disk is full or fails: free some space"
    case .corrupt: "the store is damaged: move it aside, or restore a copy"
    case .newerVersion: "a newer Sendboard wrote the store: use that version"
    case .locked: "the store is locked: end the other program, or wait"
    case .replaced: "the store's file was removed or replaced: start again"
    case .wentBack: "the store is an earlier state than it was: start again; nothing is sent until then"
    case .notFound: "that is not in the store"
    case .ambiguous: "that may be one of several: name one"
    case .notAllowed: "that is not possible now"
    case .failed: "the store failed: try again"
    }
  }

  private func queue(_ problem: QueueProblem) -> String {
    switch problem {
    case .invalidRequest: "it does not take such a request"
    case .staleReceipt: "somebody else has the message by now: try again"
    case .noSuchQueue: "there is no such queue: check its address"
    case .accessDenied: "access is denied: check credentials and policy"
    case .unavailable: "it cannot be reached now: try again"
    case .cannotWrite: "its file cannot be written: look at the disk"
    }
  }

  private func queueFile(_ problem: QueueFileProblem) -> String {
    switch problem {
    case .newerVersion: "a newer Sendboard wrote the queue file: use that version"
    case .corrupt: "the queue file is damaged: move it away"
    case .readOnly: "the queue file is read-only: check its permissions"
    case .diskFull: "the queue file's disk is full or fails: free some space"
    case .busy: "the queue file is locked: end the other program, or wait"
    case .unavailable: "the queue file cannot be used"
    }
  }

  /// What a broker does, behind its name.
  private func broker(_ problem: BrokerProblem) -> String {
    switch problem {
    case .throttled: "wants fewer calls: it is asked again more slowly"
    case .accessDenied: "does not take the keys it is called with: check them, and the addresses it lets in"
    case .unavailable: "has trouble of its own: it is asked again"
    case .brokenAnswer: "answers otherwise than its gateway's file says: check that with 'gateways check'"
    case .unreachable: "cannot be reached: check the network and the proxy"
    case .timedOut: "did not answer in time: it is asked again"
    case .connectionLost: "broke the connection off: it is asked again"
    case .cancelled: "was not waited for: the call was broken off here"
    case .invalidRequest: "cannot be called so: check its gateway's file"
    }
  }

  private func aws(_ problem: CallProblem) -> String {
    switch problem {
    case .throttled: "AWS wants fewer calls: try again in a minute"
    case .dailyQuotaExceeded: "the day's sending quota is used up: wait until it renews"
    case .accountSuspended: "AWS has suspended sending for the account: see the SES console"
    case .sendingPaused: "sending is switched off: see the SES console"
    case .messageRejected: "SES refused the mail: check the sender and the content"
    case .accessDenied: "access is denied: allow the call to these credentials in IAM"
    case .expiredCredentials: "the credentials have expired: log in again, or renew them"
    case .invalidCredentials: "AWS does not know the credentials: check the access key and its secret"
    case .noCredentials: "there are no credentials: set them up for AWS"
    case .clockSkew: "this machine's clock is wrong: set it right"
    case .notFound: "that is not on AWS: provision it"
    case .alreadyExists: "that is on AWS already, with other settings: see there"
    case .conflict: "another change is under way: try again in a minute"
    case .limitExceeded: "the account has as many as it may: delete what is no longer used, or ask AWS for more"
    case .unsupported: "this region or endpoint does not offer the call"
    case .invalidRequest: "AWS found fault with the request"
    case .unavailable: "AWS has trouble of its own: try again in a minute"
    case .brokenAnswer, .redirected: "somebody else answers instead of AWS: check proxy and endpoint"
    case .unreachable: "AWS cannot be reached: check the network, the proxy and the region"
    case .timedOut: "AWS did not answer in time: check the network, or try again"
    case .connectionLost: "the connection to AWS broke off: check the network, or try again"
    case .cancelled: "the call was broken off here"
    case .other: "AWS turned the call away"
    }
  }

  private func provisioning(_ problem: ProvisioningProblem) -> String {
    switch problem {
    case .invalidName: "a name cannot be used on AWS: choose another"
    case .unreadable: "what is on AWS cannot be read, and so not be changed without loss"
    case .refused: "AWS refused a call"
    }
  }

  private func composing(_ problem: ComposeProblem) -> String {
    switch problem {
    case .controlCharacter(let entry):
      "\(self.entry(entry)) holds a line break or another control character: write it on one line"
    case .severalSenders(let sender): "the sender '\(sender)' holds several addresses, or a name with < or >: name one"
    case .notASender(let sender, let code): "the sender '\(sender)' is not an email address: \(address(code))"
    case .senderOutsideASCII(let sender):
      "the sender '\(sender)': SES sends only from addresses that are ASCII before the @"
    case .recipients(let file, let line, let problem):
      "\(file): \(line.map { "line \($0): " } ?? "")\(self.file(problem))"
    case .template(let file, let problem): "the template \(file) cannot be read: \(self.file(problem))"
    case .missingColumns(let names, let file, let meant):
      "the template asks for \(names.map { "{{\($0)}}" }.joined(separator: ", ")), and \(file) has no such column"
        + meant.map { "; the column is \"\($0)\": variables tell letters apart, write {{\($0)}}" }.joined()
    case .nobody(let file, let invalid):
      "\(file) has no valid recipient (\(count(invalid, "row")) \(invalid == 1 ? "is" : "are") invalid)"
    case .nobodyCounted(let invalid, let duplicates, let first):
      "nobody to send to: \(count(invalid)) invalid, \(count(duplicates, "duplicate"))"
        + (first.map { " · line \($0.line): \(row($0.problem))" } ?? "")
    case .block(let tag, let line, let part):
      "\(tag) in line \(line) of the \(self.part(part)): SES fills in only plain {{variables}} of content that is sent "
        + "along; store the template in SES"
    case .emptyContent(let file): "there is nothing in \(file): the mail would be empty"
    case .tooMuchContent(let bytes): "the content has \(bytes) bytes, and SES takes 1,000,000: put pictures on the web"
    case .notRenderable(let problem): template(problem)
    case .unserved(let channel, let isSESOnly):
      "\(isSESOnly ? "SES sends email only" : "nothing serves \(self.channel(channel)) here"): \(self.channel(channel)) "
        + "campaigns need another provider: set providers.\(channel.rawValue)"
    case .otherAudience(let now, let confirmed, let file):
      "nothing was sent: it is now \(count(now, "recipient")), not the \(count(confirmed)) you confirmed; count again: \(file)"
    case .changedFile(let file): "nothing was sent: the file was changed meanwhile; count again: \(file)"
    case .unsubscribe(let problem): unsubscribe(problem)
    case .changedContent: "nothing was sent: what it says was changed since it was shown; count again"
    case .testSuppressed(let address): "a test to \(address): it is on the suppression list, and nothing is sent to it"
    case .rate(let text): "the rate '\(text)': give 20 a second as 20, or 300/m, or 5000/h"
    case .hours(.byNight(let text)):
      "the hours '\(text)' are none that the law leaves: in Korea advertising texts go out from 08:00 to 21:00"
    case .hoursInKorea(let line, let hours):
      "line \(line) is a number in Korea, where advertising texts go out from 08:00 to 21:00 Asia/Seoul: give such hours instead of "
        + "'\(hours)', or send people elsewhere a campaign of their own"
    case .hours(.unreadable(let text)):
      "the hours '\(text)' are none: give them as 08:00-21:00 Asia/Seoul, with a zone of the tz database"
    case .advertising(let problem):
      switch problem {
      case .unmarkedStoredSubject:
        "advertising begins with (광고): put that at the beginning of the stored template's subject"
      case .noFreeRefusal:
        "advertising by SMS names a free number to refuse more: put '무료수신거부 080-123-4567' at the end of the text"
      }
    case .testAddress(let text, let code): "a test to '\(text)': \(address(code))"
    case .testRefused(let why): "the test was turned away: \(reason(why))"
    case .testUnanswered(let why): "nobody knows whether the test was sent: \(reason(why))"
    case .start(let text, let problem): "'\(text)': \(start(problem))"
    case .launchedMeanwhile(let campaign):
      "nothing was sent: the same was launched meanwhile, as campaign \(campaign ?? "?"); count again to send it once "
        + "more"
    }
  }

  private func entry(_ entry: ComposeProblem.Entry) -> String {
    switch entry {
    case .name: "the name"
    case .sender: "the sender"
    case .subject: "the subject"
    }
  }

  private func part(_ part: Template.Part) -> String {
    switch part {
    case .subject: "subject"
    case .text: "text"
    case .html: "HTML"
    }
  }

  private func template(_ problem: TemplateProblem) -> String {
    let what =
      switch problem.kind {
      case .notUnderstood(let tag): "\(tag) is not understood here"
      case .strayEnd: "a section is closed that was not opened, or another one first"
      case .openSection(let tag): "a section is opened and never closed: \(tag)"
      case .openTag: "a {{ is not closed by }}"
      }
    return "the template is not valid: line \(problem.line) of the \(part(problem.part)): \(what)"
  }

  func note(_ note: CommandNote) -> String {
    switch note {
    case .goOutAgain(let people): "recipients that go out again: \(people)"
    case .cancelled(let messages): "messages cancelled: \(messages)"
    case .settledMeanwhile: "they were settled meanwhile"
    case .othersSettledMeanwhile: "the others were settled meanwhile"
    case .notUnderstood(let number): "\(Figures.count(number)) still not understood"
    case .launched(let campaign, .first): "campaign \(campaign)"
    case .launched(let campaign, .continued): "campaign \(campaign), continued"
    case .launched(let campaign, .copy(let other)): "campaign \(campaign), a copy of \(other)"
    case .notCorrected: "it is in the quarantine no more, or still not understood"
    case .stoppedWithoutFile: "stopped: no file was written"
    case .newOnList(let number): "\(count(number)) new"
    case .launchStopped: "stopped: nothing was launched; the draft is there"
    case .addressColumn(let name): "the addresses are in its column \(name)"
    }
  }
}

extension English {
  private func start(_ problem: StartProblem) -> String {
    switch problem {
    case .notUnderstood: "no time: give 2026-12-01 09:30 or 09:30, with a zone behind it if wanted (+09:00)"
    case .unknownZone(let zone): "no known zone: '\(zone)'; give Asia/Seoul, or +09:00"
    case .noSuchDay: "there is no such day"
    case .noSuchTime:
      "the clock is put forward then and does not show it: give another time, or its distance from UTC behind it (+01:00)"
    case .twice: "the clock is put back then and shows it twice: say which, by its distance from UTC behind it (+01:00)"
    case .over(let moment): "that is over (\(moment))"
    case .tooFar: "more than a year ahead"
    }
  }
}

extension English {
  private func unsubscribe(_ problem: UnsubscribeProblem) -> String {
    switch problem {
    case .notUnderstood(let part): "unsubscribe: '\(part)' is neither a link (https://…) nor an address"
    case .notSecure(let part): "unsubscribe: '\(part)' must be https://, or mail programs do not show it"
    case .severalLinks: "unsubscribe: only one link can be given"
    case .severalAddresses: "unsubscribe: only one address can be given"
    case .character(let character): "unsubscribe: '\(character)' cannot stand there; write it as % and its code"
    case .tag(let tag): "unsubscribe: only variables can stand there, not '\(tag)'"
    case .tooLong(let length):
      "unsubscribe: \(count(length)) characters with the first recipient's values; \(count(Unsubscribe.longest)) at most"
    }
  }
}
