package import Model
import Words

/// What `y` copies where the operator is: what is marked, else the row.
enum Copies: Equatable, Sendable {
  case nothing
  case text(CopyText.Thing, String)
  /// Several things are there to be copied, each under a key.
  case choice([Option])
  /// It has to be read first.
  case read(Gathering)

  struct Option: Equatable, Sendable {
    var key: Character
    var thing: CopyText.Thing
    var text: String

    init(_ key: Character, _ thing: CopyText.Thing, _ text: String) {
      (self.key, self.thing, self.text) = (key, thing, text)
    }
  }

  /// Those of some options that there is anything of.
  static func choice(of options: [Option]) -> Copies {
    let there = options.filter { !$0.text.isEmpty }
    return there.isEmpty ? .nothing : .choice(there)
  }

  /// A campaign's name and number.
  static func campaign(_ campaign: CampaignSummary) -> Copies {
    choice(of: [.init("n", .campaignName, campaign.name), .init("i", .campaignID, campaign.id.description)])
  }

  /// The addresses of messages, one a line.
  static func addresses(of messages: [MessageSummary]) -> Copies {
    guard let first = messages.first else { return .nothing }
    guard messages.count > 1 else { return .text(.address, first.address) }
    return .text(.addresses(messages.count), messages.map(\.address).joined(separator: "\n"))
  }
}

/// What is read only to be copied.
package enum Gathering: Equatable, Sendable {
  /// The addresses of all messages that a query finds, wherever it is anchored, as long as they are no more than so many bytes.
  case addresses(MessageQuery, limit: Int)
  /// A quarantined document, whole.
  case document(Int64)
}

/// What was read to be copied.
package enum Gathered: Equatable, Sendable {
  /// The text, and of how many it is.
  case text(String, count: Int)
  /// It is more than was asked for at most.
  case tooMuch
  /// It is there no more.
  case gone
}
