import Model
import Words

/// What is done to dead letters, with the question that comes before it.
extension State {
  /// Asks whether to put the marked letters, or the one under the cursor, back or to delete them.
  ///
  /// - Parameter rate: how fast they are put back; `nil` for at once.
  mutating func handleLetters(discard: Bool, rate: LetterRate? = nil) {
    guard let chosen = panes.deadLetters.chosen else {
      say(panes.deadLetters.page == nil ? .lettersNotLoaded : .noLetters)
      return
    }
    let sample = sample(chosen.sample, of: chosen.letters)
    // Whom it is about matters more than in how many letters they lie, unless nobody does.
    let count = max(chosen.letters, chosen.recipients)
    ask(
      discard
        ? Confirmation(
          title: words.question(.discard(chosen.letters)),
          lines: [
            words.question(.discardMeans(recipients: chosen.recipients)),
            words.question(.discardRest(resend: key(.resend))), sample,
          ], verb: words.question(.discardVerb), count: count,
          order: .command(.discard(chosen.choice, count: chosen.letters)))
        : Confirmation(
          title: words.question(.redrive(chosen.letters)),
          lines: [words.question(.redriveMeans(recipients: chosen.recipients))]
            + (rate.map {
              [words.letters(.atARate(perSecond: $0.shown, $0.atATime, span: $0.span(of: chosen.letters)))]
            }
              ?? []) + [sample],
          verb: words.question(.redriveVerb), count: count,
          order: .command(.redrive(chosen.choice, count: chosen.letters, rate: rate))))
  }

  /// Asks how fast the marked letters, or the one under the cursor, are to be put back.
  mutating func askForRate() {
    guard panes.deadLetters.chosen != nil else {
      say(panes.deadLetters.page == nil ? .lettersNotLoaded : .noLetters)
      return
    }
    modal = .prompt(Prompt(.redriveRate, text: "1"))
  }

  /// Takes the rate that was typed, and asks whether to redrive at it.
  mutating func answerRate(_ text: String) {
    guard let rate = LetterRate(text) else {
      notices.say(words.letters(.rateNeeded))
      return
    }
    modal = nil
    handleLetters(discard: false, rate: rate)
  }

  /// Asks whether to put the event queue's dead letters back on it.
  mutating func redriveEvents() {
    guard let count = panes.deadLetters.page?.events, count > 0 else {
      say(.noEventLetters)
      return
    }
    ask(
      Confirmation(
        title: words.question(.redriveEvents(count)),
        lines: [
          words.question(.eventsMissing), words.question(.nothingIsSent),
        ],
        verb: words.question(.redriveEventsVerb), count: count, order: .command(.redriveEvents(count: count))))
  }

  private func sample(_ letters: [DeadLetter], of count: Int) -> String {
    let first = letters.first.map { letter in
      words.question(
        .batchOf(
          batch: letter.batch?.description,
          campaign: letter.campaign.map { shortName(of: $0) }))
    }
    return (first ?? "") + (count > 1 ? words.question(.more(count - 1)) : "")
  }
}

extension LetterRate {
  /// The rate as it is said, without needless places.
  var shown: String {
    let thousandths = Int((perSecond * 1000).rounded())
    guard thousandths % 1000 != 0 else { return Figures.count(thousandths / 1000) }
    let places = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000).\(String(places.reversed().drop { $0 == "0" }.reversed()))"
  }
}
