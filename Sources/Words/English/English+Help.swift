extension English {
  func heading(_ heading: HelpHeading) -> String {
    switch heading {
    case .keys: "Keys"
    case .pane(let name): "In \(name)"
    case .everywhere: "Everywhere"
    case .part(.header): "The header"
    case .part(.columns): "Columns"
    case .part(.signs): "Signs"
    }
  }

  func help(_ help: HelpText) -> HelpLine {
    switch help {
    case .rate: HelpLine("msg/s", "handed over a second, average of the last 10 seconds")
    case .sendQueue: HelpLine("send", "batches on the send queue: ready+in flight+delayed")
    case .eventQueue: HelpLine("events", "the same of the event queue")
    case .lag: HelpLine("lag", "age of the newest event when it was stored")
    case .bounces:
      HelpLine(
        "bounce", "hard ones of 7 days, without simulator addresses; AWS: keep below 2%, reviews at 5%, pauses at 10%")
    case .complaints:
      HelpLine("complaint", "of 7 days, without simulator addresses; AWS reviews at 0.1%, pauses at 0.5%")
    case .uncertain: HelpLine("uncertain", "the call broke off: settle it; what is assumed can be taken back")
    case .quarantine: HelpLine("quarantine", "events nobody could read: sendboard quarantine")
    case .handedOver:
      HelpLine("Handed over", "taken by the provider: 100% only when all were; -7: finished, and 7 were not")
    case .failed: HelpLine("Failed", "without uncertain ones and those about to be tried again")
    case .rateAndLeft: HelpLine("Rate/s Left", "of the last 30 seconds; – until they are known")
    case .receives: HelpLine("Rcv", "how often the queue gave the batch to a worker")
    case .arrived: HelpLine("✓ ✗ ?", "arrived, failed, uncertain")
    case .underWay: HelpLine("· → ↑ ~", "queued, sending, accepted, delayed")
    case .wantsYou: HelpLine("! -", "complained or wants you, cancelled")
    case .changed:
      HelpLine("•", "new, or its state, failed, dead or uncertain changed since you were on it or left the list")
    }
  }

  func meaning(_ hint: Hint) -> String {
    switch hint {
    case .panes: "next pane, pane before"
    case .move: "up, down; PgUp PgDn Ctrl-B Ctrl-F by pages"
    case .firstLast: "first, last; also Home, End"
    case .open: "open what is under the cursor"
    case .escape: "close, take a filter or notice away, back"
    case .palette: "look for an action, a pane or a campaign"
    case .find: "find a message by anything you know of it"
    case .new: "new campaign from a CSV file"
    case .control: "pause, resume, cancel the campaign"
    case .pause: "pause the campaign"
    case .resume: "resume the campaign"
    case .cancel: "cancel the campaign"
    case .writeBody: "write the body in your editor ($EDITOR)"
    case .countRecipients: "count the recipients, and look at what would be sent"
    case .changeChoice: "another of the options"
    case .launch: "launch it"
    case .completePath: "complete the path"
    case .suppress: "send nothing more to whom is marked, or the row"
    case .suppressions: "addresses that nothing is sent to"
    case .addAddress: "put an address on the list"
    case .accountList: "look an address up on the list of the SES account; put it there, take it off"
    case .unsuppress: "take what is marked, or the row, off the list"
    case .goOnWithDraft: "go on with the draft"
    case .dropDraft: "give the draft up"
    case .startTime: "another time for a scheduled campaign"
    case .resend: "resend what is marked, or the row, where it may be"
    case .whyNotResent: "what may not be resent, and why"
    case .uncertainOnes: "the uncertain messages, to settle them"
    case .copy: "copy what is marked, or the row, to the terminal"
    case .link: "open a link of the configuration for a message"
    case .work: "what is under way: how far it is; stop, pause"
    case .export: "write what is marked, or the row, to a file"
    case .zoom: "one pane over the whole screen, and back"
    case .reload: "read everything anew"
    case .language: "another language"
    case .quit: "quit; what is in flight finishes first"
    default: self.hint(hint)
    }
  }
}
