package import Model

/// The first dead letters, and how many there are in all.
package struct DeadLetterPage: Equatable, Sendable {
  /// The oldest letters, at most as many as were asked for.
  package var letters: [DeadLetter]
  /// All letters in the dead-letter queue.
  package var total: Int
  /// Recipients of all letters that a redrive would send to.
  package var recipients: Int

  /// Events that were received too often and never stored: the dead letters of the event queue.
  package var events: Int

  /// Makes a page.
  package init(letters: [DeadLetter], total: Int, recipients: Int, events: Int = 0) {
    self.events = events
    self.letters = letters
    self.total = total
    self.recipients = recipients
  }
}

/// Which dead letters a command is about.
package enum DeadLetterChoice: Equatable, Sendable {
  case these([String])
  /// Every letter, also those that are not on the screen.
  case all
}
