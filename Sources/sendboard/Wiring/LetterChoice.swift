import Model
import Services

/// Which dead letters an operator means.
enum LetterChoice: Sendable {
  /// All there are, those of the event queue too.
  case all
  /// So many batches' letters, the oldest first: what came since they were counted is left alone.
  case oldest(Int, withRecovered: Bool)
  case these(Set<String>)
  /// Those of batches of some campaigns.
  case of(Set<CampaignID>)

  /// What the history says of it.
  var record: String {
    switch self {
    case .all: OwnRecord.allLetters.sentence
    case .oldest(let count, _): OwnRecord.oldestLetters(count).sentence
    case .these(let ids): ids.sorted().joined(separator: ",")
    case .of(let campaigns):
      OwnRecord.lettersOf(campaigns.sorted().map(\.description).joined(separator: ", ")).sentence
    }
  }
}

/// Dead letters that somebody is about to redrive or to discard.
struct ChosenLetters {
  /// Counts those of the send queue.
  var letters = 0
  /// Counts the recipients in them, once where two letters are of one batch.
  var recipients = 0
  /// The campaign that all of them are of; `nil` when there are several, or none.
  var campaign: CampaignID?
  /// Those of the send queue; `nil` for all.
  var ids: Set<String>?
  /// Where those of the event queue are; `nil` when none is chosen.
  var events: EventLetters?
  var eventIDs: Set<String> = []

  private var campaigns: Set<CampaignID> = []
  private var batches: Set<BatchID> = []

  var count: Int { letters + eventIDs.count }

  /// Takes letters of the send queue in.
  mutating func add(_ more: [DeadLetter]) {
    for letter in more {
      letters += 1
      if let campaign = letter.campaign { campaigns.insert(campaign) }
      if let batch = letter.batch, batches.insert(batch).inserted { recipients += letter.recipients }
    }
    campaign = campaigns.count == 1 ? campaigns.first : nil
  }
}
