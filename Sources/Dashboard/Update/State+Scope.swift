import Model

/// What is done to messages and letters: to those that are marked, or to the row under the cursor, and to nothing else.
extension State {
  /// The message whose timeline is shown.
  var shownMessage: MessageSummary? { timeline.shows(wantedTimeline) ? timeline.summary : nil }

  /// The messages that an action is about where the operator is: the marked, else the row; `nil` when there are none.
  var scope: Scope? {
    switch focus {
    case .campaigns, .batches: chosenCampaign.map { Scope(campaign: $0.id) }
    case .messages: Self.scope(of: messages.chosen)
    case .find: Self.scope(of: find.chosen)
    case .timeline: Self.scope(of: shownMessage.map { [$0] } ?? [])
    case .failures:
      failures.current.map { Scope(campaign: failures.scope.campaign, classification: $0.classification) }
    case .deadLetters, .log: nil
    }
  }

  private static func scope(of chosen: [MessageSummary]) -> Scope? {
    guard let first = chosen.first else { return nil }
    let isOfOne = chosen.allSatisfy { $0.campaign == first.campaign }
    return Scope(campaign: isOfOne ? first.campaign : nil, messages: chosen.map(\.id))
  }

  /// Asks for the exact count first: the question comes with the answer.
  mutating func countResendable() -> [Effect] {
    guard let scope else {
      notices.say("R resends what failed: choose it in 1 Campaigns, 2 Messages, 3 Failures or 5 Find")
      return []
    }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    modal = .counting(scope, since: now)
    return [.countResendable(scope)]
  }

  /// Asks whether to resend, now that the count is known.
  mutating func confirmResend(_ scope: Scope, _ count: ScopeCount) {
    let skipped = count.skipped.map { "\(Figures.count($0.count)) left alone: \($0.why)" }
    guard count.taken > 0 else {
      notices.note(
        .warning, (["nothing to resend in \(shortName(of: scope.campaign))"] + skipped).joined(separator: " · "),
        at: now)
      return
    }
    let what = Figures.count(count.taken, "message")
    let words = scope.messages.isEmpty ? " (\(scope.words))" : ""
    let sample = count.sampleWords.isEmpty ? [] : [count.sampleWords]
    ask(
      Confirmation(
        title: "Resend in \(name(of: scope.campaign).shortened(to: Self.dialogNameWidth))",
        lines: ["\(what)\(words) will be sent once more."] + sample + skipped,
        verb: "resend", count: count.taken, effect: .resend(scope, count: count.taken)))
  }

  /// Asks whether to put the marked letters, or the one under the cursor, back or to delete them.
  mutating func handleLetters(discard: Bool) {
    guard let chosen = deadLetters.chosen else {
      notices.say(deadLetters.page == nil ? "the dead letters are not loaded yet" : "there are no dead letters")
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
          ], verb: "discard", count: count, effect: .discard(chosen.choice, count: chosen.letters))
        : Confirmation(
          title: "Redrive \(what)",
          lines: ["\(people) not yet accepted \(go); the others are not sent to twice.", sample],
          verb: "redrive", count: count, effect: .redrive(chosen.choice, count: chosen.letters)))
  }

  /// Asks whether to put the event queue's dead letters back on it.
  mutating func redriveEvents() {
    guard let count = deadLetters.page?.events, count > 0 else {
      notices.say("the event queue has no dead letters")
      return
    }
    ask(
      Confirmation(
        title: "Put \(Figures.count(count, "event")) back on the event queue",
        lines: [
          "What they tell is missing in the timelines until they are stored.", "Nothing is sent to anybody by this.",
        ],
        verb: "put back", count: count, effect: .redriveEvents(count: count)))
  }

  private func sampleWords(_ letters: [DeadLetter], of count: Int) -> String {
    let first = letters.prefix(1).map { letter in
      "batch \(letter.batch.map(\.description) ?? "unknown") of "
        + (letter.campaign.map { name(of: $0).shortened(to: Self.shortNameWidth) } ?? "an unknown campaign")
    }
    return first.joined() + (count > 1 ? " and \(Figures.count(count - 1)) more" : "")
  }

  /// Asks what became of uncertain messages, or whether such a word is to be taken back.
  mutating func settle(_ candidates: [MessageSummary]) {
    let uncertain = candidates.filter { $0.status == .uncertain }
    let assumed = candidates.filter(\.isAssumed)
    if !uncertain.isEmpty {
      chooseVerdict(on: uncertain, leaving: candidates.count - uncertain.count)
    } else if !assumed.isEmpty {
      let what = Figures.count(assumed.count, "message")
      ask(
        Confirmation(
          title: "Take the word back on \(what)",
          lines: [
            Self.sampleWords(assumed), "Uncertain again, as before it was taken for sent. Nothing is sent by this.",
          ],
          verb: "take it back", count: assumed.count, effect: .settle(assumed.map(\.id), .undo)))
    } else {
      let what = candidates.count == 1 ? candidates.first.map { "this one is \($0.status.name)" } : nil
      notices.say("u settles uncertain messages; \(what ?? "none is chosen")")
    }
  }

  private mutating func chooseVerdict(on messages: [MessageSummary], leaving others: Int) {
    let ids = messages.map(\.id)
    let what = Figures.count(ids.count, "uncertain message")
    let sample = Self.sampleWords(messages)
    let left = others > 0 ? ["\(Figures.count(others)) left alone: not uncertain"] : []
    let again = Confirmation(
      title: "Send \(what) again",
      lines: [sample, "Who did get the first copy gets a second one."] + left,
      verb: "send again", count: ids.count, effect: .settle(ids, .resend))
    let sent = Confirmation(
      title: "Take \(what) for sent",
      lines: [sample, "Who did not get it will not get it, unless you take the word back with u."] + left,
      verb: "take for sent", count: ids.count, effect: .settle(ids, .assumeSent))
    modal = .choose(
      Choice(
        title: "Settle \(what)",
        lines: [
          sample, "The call broke off: nobody knows whether the provider took it.",
          "A late event settles it by itself.",
        ] + left,
        options: [
          .init(key: "t", label: "it was sent: nothing more goes out", confirmation: sent),
          .init(key: "o", label: "it was not sent: send it once more", confirmation: again),
        ], leave: "decide later: it stays uncertain"))
  }

  private static func sampleWords(_ messages: [MessageSummary]) -> String {
    ScopeCount(taken: messages.count, sample: messages.prefix(ScopeCount.sampleSize).map(\.address)).sampleWords
  }
}
