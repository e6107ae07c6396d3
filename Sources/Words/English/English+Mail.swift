import Model

extension English {
  func mail(_ text: MailText) -> String {
    switch text {
    case .titleOf(let number): "Mail of message \(number)"
    case .recipient: "To      "
    case .text: "Text"
    case .html: "HTML, read as text"
    case .htmlSource: "HTML, as it is"
    case .values: "Values of the recipient"
    case .noBody: "It has no body."
    case .foreign:
      "Another program sent it. What its events tell is its address and subject; what stood in it, SES tells nobody."
    case .notYet: "Not sent yet: this is what will go."
    case .notRendered: "SES could not fill in the template with these values, and sent nothing: see the timeline."
    case .sent(let attempts):
      attempts > 1 ? "The same went out in each of \(count(attempts)) attempts." : "This is what was sent."
    case .storedTemplate(let name):
      "SES made the mail from its own template “\(name)”. Shown is what that held when the campaign was composed; "
        + "whether somebody changed it there before the mail was sent is not known here."
    case .unrendered(let part, let line):
      "The \(part.rawValue) cannot be filled in here (line \(line)): it is shown as the template has it."
    case .shown(let shown, let all, let orMore):
      "The first \(count(shown)) of \(count(all)) bytes\(orMore ? " or more" : ""); y copies more of it."
    case .htmlAsText: "Styles, scripts and pictures are not followed; v shows the source."
    }
  }

  func attempts(_ text: AttemptText) -> String {
    switch text {
    case .title(let number): "Attempts of message \(number)"
    case .shown(let first, let last, let all): "attempts \(first) to \(last) of \(all)"
    case .began: "Began   "
    case .status: "Status  "
    case .decided: "Decided "
    case .providerID: "Provider id"
    case .words: "The server's words"
    case .toDo: "To do"
    case .noWords: "none"
    case .notKnown: "not known"
    }
  }

  func copying(_ text: CopyText) -> String {
    switch text {
    case .title: "Copy"
    case .option(let thing): copied(thing)
    case .copied(let thing, let bytes, .terminal):
      "copied \(copied(thing)), \(count(bytes, "byte")); a terminal may refuse it silently"
    case .copied(let thing, let bytes, .tmux):
      "copied \(copied(thing)), \(count(bytes, "byte")); tmux needs set-clipboard on"
    case .copied(let thing, let bytes, .screen):
      "copied \(copied(thing)), \(count(bytes, "byte")); GNU screen does not pass it on"
    case .copied(let thing, _, .none(let term)): "\(copied(thing)) not copied: a terminal '\(term)' has no clipboard"
    case .noClipboard(let term): "nothing was copied: a terminal '\(term)' has no clipboard"
    case .nothingHere: "there is nothing to copy here"
    case .tooMuch(let limit):
      "nothing was copied: it is more than the \(count(limit)) bytes terminals take; mark or filter fewer, or export them"
    case .gathering: "reading what is to be copied…"
    case .cannot(let problem): "cannot copy: \(problem)"
    case .links: "Links"
    case .linksNeeded: "o opens a link of the configuration, and it has none: see 'links' in the README"
    case .oneMessageNeeded: "o opens a link of one message: put the cursor on it"
    case .linkOf(let name): "Link: \(name)"
    case .linkCopied: "It was handed to the terminal's clipboard, too; a terminal may refuse that and never says so."
    case .linkNotCopied: "This terminal has no clipboard."
    case .leave: "leave it"
    }
  }

  private func copied(_ thing: CopyText.Thing) -> String {
    switch thing {
    case .address: "the address"
    case .addresses(let number): number == 1 ? "the address" : count(number, "address", plural: "addresses")
    case .messageID: "the message's number"
    case .providerID: "the provider's id"
    case .words: "the server's words"
    case .timeline: "the whole timeline"
    case .rawEvents: "the raw events"
    case .campaignName: "the campaign's name"
    case .campaignID: "the campaign's number"
    case .subject: "the subject"
    case .textBody: "the text"
    case .htmlSource: "the HTML"
    case .values: "the recipient's values"
    case .mail: "the whole mail"
    case .failure: "the failure"
    case .letters(let number): number == 1 ? "the letter's id" : "the ids of \(count(number, "letter"))"
    case .document: "the document"
    case .entry: "the entry"
    case .link: "the link"
    }
  }

  func person(_ text: PersonText) -> String {
    switch text {
    case .titleOf(let address): "Everything sent to \(address)"
    case .count(let number): count(number, "message")
    case .newest(let number, let all): "newest \(count(number)) of \(count(all))"
    case .none(let address): "nothing was ever sent to \(address)"
    case .address: "Address "
    case .listed(let cause, let since, let until):
      "On this store's suppression list since \(since) (\(suppression(cause)))\(until.map { ", until \($0)" } ?? ""): nothing "
        + "is sent to it."
    case .suppressed(let day, let list, let since):
      "On \(day) SES did not even try it (\(list)). \(arrived(since))"
    case .complained(let day, let since):
      "On \(day) the recipient called a mail spam: leave them alone. \(arrived(since))"
    case .hardBounced(let day, let since):
      "Bounced for good on \(day); SES may have it on its suppression list since. \(arrived(since))"
    case .notSuppressed: "No suppression, hard bounce or complaint of it is known here; SES's list itself is not read."
    case .underWay(let number): "\(count(number, "message")) still to go or under way"
    }
  }

  private func arrived(_ day: String?) -> String {
    day.map { "Yet mail to it was delivered on \($0), after that." } ?? "Nothing is known to have been delivered since."
  }

  func leftAlone(_ text: LeftAloneText) -> String {
    switch text {
    case .title(let number): "\(count(number, "message")) left alone, and why"
    case .more(let number): "and \(count(number)) more"
    case .keys: "↑↓ choose, Enter shows them, Esc closes it"
    }
  }
}
