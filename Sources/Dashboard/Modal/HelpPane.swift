import Canvas
import Model

/// All keys of the present pane and of everywhere, and what the header's figures mean.
enum HelpPane {
  static func box(_ state: State, _ offset: Int) -> HelpBox {
    let own = state.focus.behavior.keys
    return HelpBox(
      title: "Keys",
      sections: [
        .init("In \(state.focus.behavior.title)", own),
        .init(
          "Everywhere",
          [
            KeyHint("1 … 6", "Campaigns, Messages, Failures, Dead letters, Find, Log"),
            KeyHint("Tab ⇧Tab", "next pane, pane before"),
            KeyHint("↑↓ j k", "up, down; PgUp PgDn Ctrl-B Ctrl-F by pages"),
            KeyHint("g G", "first, last; also Home, End"), KeyHint("Enter l", "open what is under the cursor"),
            KeyHint("Esc", "close, take a filter or notice away, back"), KeyHint("/", "filter, in lists"),
            KeyHint("f", "find an address across everything"), KeyHint("n", "new campaign from a CSV file"),
            KeyHint("p r x", "pause, resume, cancel the campaign"),
            KeyHint("R", "resend what is marked, or the row, where it may be"),
            KeyHint("Ctrl-L F5", "read everything anew"), KeyHint("q", "quit; what is in flight finishes first"),
          ]),
        .init(
          "The header",
          [
            KeyHint("msg/s", "handed over a second, average of the last 10 seconds"),
            KeyHint("send", "batches on the send queue: ready+in flight+delayed"),
            KeyHint("events", "the same of the event queue"),
            KeyHint("lag", "age of the newest event when it was stored"),
            KeyHint("bounce", "hard ones of 7 days; AWS: keep below 2%, reviews at 5%, pauses at 10%"),
            KeyHint("complaint", "of 7 days; AWS reviews at 0.1%, pauses at 0.5%"),
            KeyHint("uncertain", "the call broke off: u settles; u on an assumed takes it back"),
            KeyHint("quarantine", "events nobody could read: sendboard quarantine"),
          ]),
        .init(
          "Columns",
          [
            KeyHint("Handed over", "taken by the provider: 100% only when all were"),
            KeyHint("Failed", "without uncertain ones and those about to be tried again"),
            KeyHint("Rate/s Left", "of the last 30 seconds; – until they are known"),
            KeyHint("Rcv", "how often the queue gave the batch to a worker"),
          ]),
        .init(
          "Signs",
          [
            KeyHint("✓ ✗ ?", "arrived, failed, uncertain"), KeyHint("· → ↑ ~", "queued, sending, accepted, delayed"),
            KeyHint("! -", "complained or wants you, cancelled"),
          ]),
      ], scroll: offset)
  }
}
