/// What is looked for among all messages, and how far the looking has come.
///
/// Looking goes in steps, each short enough that nobody waits for it: the first is answered by indexes alone, each
/// further one reads a stretch of what no index covers. Whoever types another text just begins anew.
package struct FindRequest: Equatable, Sendable {
  /// What was typed, without white space around it.
  package var text: String
  /// Where to go on; `nil` to begin.
  package var position: FindPosition?

  /// Makes a request.
  package init(_ text: String, from position: FindPosition? = nil) {
    self.text = text
    self.position = position
  }
}

/// Where the next step of a search begins: in addresses, and in what else is known of a message, side by side.
package struct FindPosition: Equatable, Sendable {
  /// The place in the index of addresses.
  package struct Addresses: Equatable, Sendable {
    /// The last address that was read.
    package var after: String
    /// The message it was.
    package var id: MessageID

    /// Makes a place.
    package init(after: String, _ id: MessageID) { (self.after, self.id) = (after, id) }

    /// Before the first.
    package static let start = Addresses(after: "", MessageID(rawValue: 0))
  }

  /// The place in what else is known: recipients' values, then the subjects of mail that other programs sent.
  package enum Contents: Equatable, Sendable {
    /// Recipients' values, newest first, from the one before this one.
    case values(before: MessageID)
    /// Subjects, from the one behind this one.
    case subjects(after: MessageStatus, MessageID)

    /// The newest recipient.
    package static let start = Contents.values(before: MessageID(rawValue: .max))
  }

  /// Where addresses are gone on with; `nil` when all were read.
  package let addresses: Addresses?
  /// Where all else is gone on with; `nil` when all of it was read.
  package let contents: Contents?
  /// Rows that were read so far.
  package let read: Int
  /// Rows there are to be read, about.
  package let total: Int

  /// Makes a position; `nil` when there is nothing to go on with.
  package init?(addresses: Addresses?, contents: Contents?, read: Int, total: Int) {
    if addresses == nil, contents == nil { return nil }
    (self.addresses, self.contents, self.read, self.total) = (addresses, contents, read, total)
  }

  /// How much of the search is done, 0 to 1.
  package var progress: Double { total > 0 ? min(1, Double(read) / Double(total)) : 1 }
}

/// Why a message was found.
package enum FindMatch: Equatable, Sendable {
  /// The text is its number here.
  case id
  /// The text is the provider's name for one of its attempts.
  case providerID
  /// Its address begins with the text, or has it in it.
  case address
  /// Its address is of the domain.
  case domain
  /// One of its recipient's values has the text in it.
  case value(String)
  /// Its subject has the text in it.
  case subject
}

/// A message that was found.
package struct FoundMessage: Equatable, Sendable {
  /// The message as a list shows it.
  package var message: MessageSummary
  /// Why it was found.
  package var match: FindMatch

  /// Makes an entry.
  package init(_ message: MessageSummary, _ match: FindMatch) {
    self.message = message
    self.match = match
  }
}

/// A campaign whose name or subject has the text in it.
package struct FoundCampaign: Equatable, Sendable {
  /// Names it within its store.
  package var id: CampaignID
  /// What it is called.
  package var name: String
  /// Its subject line, with the variables in it.
  package var subject: String

  /// Makes an entry.
  package init(id: CampaignID, name: String, subject: String) {
    self.id = id
    self.name = name
    self.subject = subject
  }
}

/// What one step of a search found.
package struct FindPart: Equatable, Sendable {
  /// What was asked.
  package var request: FindRequest
  /// Campaigns, newest first; the first step finds them all.
  package var campaigns: [FoundCampaign]
  /// Messages, in the order they were found; one that an earlier step found may come again.
  package var messages: [FoundMessage]
  /// Where to go on; `nil` when everything was looked at.
  package var next: FindPosition?

  /// Makes a part.
  package init(
    request: FindRequest, campaigns: [FoundCampaign] = [], messages: [FoundMessage] = [], next: FindPosition? = nil
  ) {
    self.request = request
    self.campaigns = campaigns
    self.messages = messages
    self.next = next
  }
}
