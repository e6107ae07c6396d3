package import Model

/// A message as its recipient got it.
package enum MailText: Equatable, Sendable {
  case titleOf(String)
  case recipient
  /// Headings of its parts.
  case text, html, htmlSource, values
  case noBody
  /// Another program sent it.
  case foreign
  // How far what is shown is what was sent.
  case notYet, notRendered, sent(attempts: Int)
  case storedTemplate(String), unrendered(Template.Part, line: Int)
  /// So many bytes of so many are shown; `orMore` where nobody knows how many there are beyond.
  case shown(Int, of: Int, orMore: Bool)
  case htmlAsText
}

/// The attempts of a message beside each other.
package enum AttemptText: Equatable, Sendable {
  case title(String), shown(first: Int, last: Int, of: Int)
  case began, status, decided, providerID, words, toDo
  case noWords, notKnown
}

/// What is copied to the terminal's clipboard, and links that lead out.
package enum CopyText: Equatable, Sendable {
  case title
  /// What an option of a choice is.
  case option(Thing)
  case copied(Thing, bytes: Int, Way)
  /// This terminal has no clipboard.
  case noClipboard(term: String)
  case nothingHere
  /// It is more than a terminal takes, in bytes.
  case tooMuch(limit: Int)
  case gathering
  case cannot(String)
  // Links.
  case links, linksNeeded, oneMessageNeeded, linkOf(String), linkCopied, linkNotCopied, leave

  /// What can be copied.
  package enum Thing: Equatable, Sendable {
    case address, addresses(Int)
    case messageID, providerID, words, timeline, rawEvents
    case campaignName, campaignID
    case subject, textBody, htmlSource, values, mail
    case failure, letters(Int), document, entry, link
  }

  /// What stands between the program and a clipboard.
  package enum Way: Equatable, Sendable {
    /// A terminal, which never says whether it did it.
    case terminal
    /// tmux, which has to be told to pass it on.
    case tmux
    /// GNU screen, which does not pass it on by itself.
    case screen
    /// A terminal without a clipboard, by its name.
    case none(term: String)
  }
}

/// Everything that was ever sent to somebody.
package enum PersonText: Equatable, Sendable {
  case titleOf(String), count(Int), newest(Int, of: Int)
  case none(String)
  case address
  /// It is on this store's own list, since a day, and perhaps until one.
  case listed(Suppression.Cause, since: String, until: String?)
  /// What is known of a suppression: on the day, by the list, and whether something arrived since.
  case suppressed(day: String, list: String, arrivedSince: String?)
  case complained(day: String, arrivedSince: String?)
  case hardBounced(day: String, arrivedSince: String?)
  case notSuppressed
  case underWay(Int)
}

extension PersonText {
  /// Says what is known against sending to somebody.
  ///
  /// - Parameter day: writes a day as the reader's clock has it.
  package init(obstacleOf person: PersonHistory, day: (Timestamp) -> String) {
    guard let obstacle = person.obstacle else {
      self = .notSuppressed
      return
    }
    let (at, since) = (day(obstacle.at), person.arrival(after: obstacle.at).map(day))
    switch obstacle {
    case .listed(let entry):
      self = .listed(entry.cause, since: day(entry.since), until: entry.until.map(day))
    case .suppressed(let list, _): self = .suppressed(day: at, list: list, arrivedSince: since)
    case .complained: self = .complained(day: at, arrivedSince: since)
    case .hardBounced: self = .hardBounced(day: at, arrivedSince: since)
    }
  }
}

/// What is left alone by a resend.
package enum LeftAloneText: Equatable, Sendable {
  case title(Int), more(Int), keys
}
