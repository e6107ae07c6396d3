package import Model

/// The first dead letters, and how many there are in all.
package struct DeadLetterPage: Equatable, Sendable {
  /// The oldest letters, at most as many as were asked for.
  package var letters: [DeadLetter]
  /// All letters in the dead-letter queue, but for recovered ones where those are left out.
  package var total: Int
  /// Recipients of all letters that a redrive would send to.
  package var recipients: Int

  /// Events that were received too often and never stored: the dead letters of the event queue.
  package var events: Int
  /// Letters whose batch is on its way again, or done.
  package var recovered: Int
  /// Whether the letters have them among them.
  package var showsRecovered: Bool

  /// Makes a page.
  package init(
    letters: [DeadLetter], total: Int, recipients: Int, events: Int = 0, recovered: Int = 0,
    showsRecovered: Bool = false
  ) {
    self.recovered = recovered
    self.showsRecovered = showsRecovered
    self.events = events
    self.letters = letters
    self.total = total
    self.recipients = recipients
  }
}

/// A dead letter with all that is known of it.
package struct LetterDetails: Equatable, Sendable {
  /// The letter as lists show it.
  package var letter: DeadLetter
  /// What the queue holds; `nil` when the queue did not show it, as while somebody else looks at it.
  package var body: String?
  /// The messages of its batch, a few hundred at most.
  package var recipients: [MessageSummary]

  /// Makes a value.
  package init(letter: DeadLetter, body: String?, recipients: [MessageSummary]) {
    (self.letter, self.body, self.recipients) = (letter, body, recipients)
  }
}

/// Which dead letters a command is about.
package enum DeadLetterChoice: Equatable, Sendable {
  case these([String])
  /// Every letter, also those that are not on the screen, but for recovered ones.
  case all
  /// Recovered ones too.
  case allAndRecovered
}
