import Model

/// What is done to dead letters, with the question that comes before it.
extension State {
  /// Asks whether to put the marked letters, or the one under the cursor, back or to delete them.
  mutating func handleLetters(discard: Bool) {
    guard let chosen = panes.deadLetters.chosen else {
      notices.say(panes.deadLetters.page == nil ? "the dead letters are not loaded yet" : "there are no dead letters")
      return
    }
    let what = Figures.count(chosen.letters, "dead letter")
    let people = Figures.count(chosen.recipients, "recipient")
    let (inside, get, go) =
      chosen.recipients == 1 ? ("in it", "gets", "is tried again") : ("in them", "get", "will be tried again")
    let sample = sampleWords(chosen.sample, of: chosen.letters)
    // Whom it is about matters more than in how many letters they lie, unless nobody does.
    let count = max(chosen.letters, chosen.recipients)
    ask(
      discard
        ? Confirmation(
          title: "Discard \(what)",
          lines: [
            "\(people) \(inside) \(get) no further try: who was not tried is cancelled, for good;",
            "who was refused stays refused, and R can still resend to them.", sample,
          ], verb: "discard", count: count, order: .command(.discard(chosen.choice, count: chosen.letters)))
        : Confirmation(
          title: "Redrive \(what)",
          lines: ["\(people) not yet accepted \(go); the others are not sent to twice.", sample],
          verb: "redrive", count: count, order: .command(.redrive(chosen.choice, count: chosen.letters))))
  }

  /// Asks whether to put the event queue's dead letters back on it.
  mutating func redriveEvents() {
    guard let count = panes.deadLetters.page?.events, count > 0 else {
      notices.say("the event queue has no dead letters")
      return
    }
    ask(
      Confirmation(
        title: "Put \(Figures.count(count, "event")) back on the event queue",
        lines: [
          "What they tell is missing in the timelines until they are stored.", "Nothing is sent to anybody by this.",
        ],
        verb: "put back", count: count, order: .command(.redriveEvents(count: count))))
  }

  private func sampleWords(_ letters: [DeadLetter], of count: Int) -> String {
    let first = letters.prefix(1).map { letter in
      "batch \(letter.batch.map(\.description) ?? "unknown") of "
        + (letter.campaign.map { name(of: $0).shortened(to: Self.shortNameWidth) } ?? "an unknown campaign")
    }
    return first.joined() + (count > 1 ? " and \(Figures.count(count - 1)) more" : "")
  }
}
