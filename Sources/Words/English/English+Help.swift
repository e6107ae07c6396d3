extension English {
  func heading(_ heading: HelpHeading) -> String {
    switch heading {
    case .keys: "Keys"
    case .pane(let name): "In \(name)"
    case .part(.everywhere): "Everywhere"
    case .part(.header): "The header"
    case .part(.columns): "Columns"
    case .part(.signs): "Signs"
    }
  }

  func help(_ help: HelpText) -> HelpLine {
    switch help {
    case .tabs: HelpLine("Tab ⇧Tab", "next pane, pane before")
    case .rows: HelpLine("↑↓ j k", "up, down; PgUp PgDn Ctrl-B Ctrl-F by pages")
    case .ends: HelpLine("g G", "first, last; also Home, End")
    case .open: HelpLine("Enter l", "open what is under the cursor")
    case .escape: HelpLine("Esc", "close, take a filter or notice away, back")
    case .filter: HelpLine("/", "filter, in lists")
    case .find: HelpLine("f", "find a message by anything you know of it")
    case .new: HelpLine("n", "new campaign from a CSV file")
    case .control: HelpLine("p r x", "pause, resume, cancel the campaign")
    case .resend: HelpLine("R", "resend what is marked, or the row, where it may be")
    case .doubts: HelpLine("U", "the uncertain messages; * u settles them all")
    case .work: HelpLine("w", "what is under way: how far it is; stop, pause")
    case .whyNot: HelpLine("W", "what may not be resent, and why")
    case .copy: HelpLine("y", "copy what is marked, or the row, to the terminal")
    case .link: HelpLine("o", "open a link of the configuration for a message")
    case .reload: HelpLine("Ctrl-L F5", "read everything anew")
    case .language: HelpLine("L F2", "another language")
    case .quit: HelpLine("q", "quit; what is in flight finishes first")
    case .rate: HelpLine("msg/s", "handed over a second, average of the last 10 seconds")
    case .sendQueue: HelpLine("send", "batches on the send queue: ready+in flight+delayed")
    case .eventQueue: HelpLine("events", "the same of the event queue")
    case .lag: HelpLine("lag", "age of the newest event when it was stored")
    case .bounces:
      HelpLine(
        "bounce", "hard ones of 7 days, without simulator addresses; AWS: keep below 2%, reviews at 5%, pauses at 10%")
    case .complaints:
      HelpLine("complaint", "of 7 days, without simulator addresses; AWS reviews at 0.1%, pauses at 0.5%")
    case .uncertain: HelpLine("uncertain", "the call broke off: u settles; u on an assumed takes it back")
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
}
