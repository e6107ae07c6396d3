package import Model
import Words

/// Everything that is read to be shown. A pane says which of it (``Reader``).
package enum Load: Equatable, Sendable {
  case snapshot
  case page(MessageQuery)
  case batches(BatchQuery)
  /// How rates and queues went.
  case course(CourseSpan)
  /// One step of a search, short enough that a next one never waits long.
  case find(FindRequest)
  /// What has become of some messages.
  case messages([MessageID])
  /// One message with its latest events, some hundred at most.
  case timeline(MessageID)
  /// One message as its recipient got it.
  case mail(MessageID)
  /// The provider's names for the earlier ones of so many attempts of a message.
  case attempts(MessageID, count: Int)
  /// Everything that was ever sent to an address, at most so many.
  case person(String, limit: Int)
  /// The failures of a campaign; `nil` for all campaigns and foreign mail.
  case failures(CampaignID?)
  /// The same by domain or by time.
  case failureGroups(CampaignID?, by: FailureGrouping)
  /// The oldest dead letters, at most so many.
  case deadLetters(limit: Int, withRecovered: Bool = false)
  /// A dead letter with its body and its recipients.
  case letter(String)
  /// The newest of what is kept of what happened, at most so many.
  case log(limit: Int)
  /// The newest quarantined documents, at most so many.
  case quarantine(limit: Int)
  /// A quarantined document, whole.
  case document(Int64)
  /// The latest of what was done that has a text in it, at most so many.
  case history(containing: String, limit: Int)
  /// The latest addresses that nothing is sent to with a text in them, at most so many.
  case suppressions(containing: String, limit: Int)

  /// What a load reads, for the line that says that it fails.
  var subject: ReadingName {
    switch self {
    case .snapshot: .figures
    case .batches: .batches
    case .course: .course
    case .page, .find, .messages, .person: .messages
    case .timeline, .attempts: .timeline
    case .mail: .mail
    case .failures, .failureGroups: .failures
    case .deadLetters, .letter: .deadLetters
    case .quarantine, .document: .quarantine
    case .history: .history
    case .log: .log
    case .suppressions: .suppressions
    }
  }
}

/// What a ``Load`` found; each answers the load of its name.
package enum Answer: Equatable, Sendable {
  case snapshot(Snapshot)
  case page(MessagePage)
  case batches(BatchPage)
  case course(Course)
  case find(FindPart)
  /// The messages that were asked for, those that are still there.
  case messages([MessageID], [MessageSummary])
  /// One message and its latest events, oldest first; `earlier` events before them were left out. With what it says to
  /// its recipient, when it is a campaign's.
  case timeline(MessageSummary, [Event], earlier: Int, content: MessageContent? = nil)
  case mail(Mail)
  case attempts(MessageID, count: Int, providerIDs: [Int: String])
  case person(PersonHistory, limit: Int)
  /// The campaign asked for, and its failures.
  case failures(CampaignID?, [FailureCount])
  case failureGroups(CampaignID?, by: FailureGrouping, [FailureGroup])
  case deadLetters(DeadLetterPage, limit: Int)
  /// A dead letter; `nil` when it is there no more.
  case letter(String, LetterDetails?)
  case quarantine(QuarantinePage, limit: Int)
  /// A quarantined document; `nil` when it is there no more.
  case document(Int64, QuarantineEntry?)
  case log(LogPage, limit: Int)
  case history(HistoryPage, containing: String, limit: Int)
  case suppressions(SuppressionListing, containing: String, limit: Int)

  /// What was asked.
  package var load: Load {
    switch self {
    case .snapshot: .snapshot
    case .page(let page): .page(page.query)
    case .batches(let page): .batches(page.query)
    case .course(let course): .course(course.span)
    case .suppressions(_, let text, let limit): .suppressions(containing: text, limit: limit)
    case .find(let part): .find(part.request)
    case .messages(let ids, _): .messages(ids)
    case .timeline(let summary, _, _, _): .timeline(summary.id)
    case .mail(let mail): .mail(mail.message.id)
    case .attempts(let id, let count, _): .attempts(id, count: count)
    case .person(let person, let limit): .person(person.address, limit: limit)
    case .failures(let campaign, _): .failures(campaign)
    case .failureGroups(let campaign, let grouping, _): .failureGroups(campaign, by: grouping)
    case .deadLetters(let page, let limit): .deadLetters(limit: limit, withRecovered: page.showsRecovered)
    case .letter(let id, _): .letter(id)
    case .quarantine(_, let limit): .quarantine(limit: limit)
    case .document(let id, _): .document(id)
    case .log(_, let limit): .log(limit: limit)
    case .history(_, let text, let limit): .history(containing: text, limit: limit)
    }
  }
}

/// What is counted before a question is put.
package enum Count: Equatable, Sendable {
  /// Reads the files of a composition and stores nothing. Answer: `.audienceCounted`.
  case audience(Composition)
  /// Looks for one recipient of a composition that was counted. Answer: `.recipientFound`.
  case recipient(Composition, RecipientWish)
  /// Answer: `.resendCounted`.
  case resendable(Scope)
  /// Looks for what a resend would leave alone. Answer: `.leftAlone`.
  case leftAlone(Scope)
  /// Looks for the uncertain messages of a scope. Answer: `.settleCounted`.
  case settleable(Scope)
  /// Looks for everybody whom a scope names. Answer: `.peopleCounted`.
  case people(Scope)
  /// Looks an address up on the list that the provider keeps for the account. Answer: `.accountLookedUp`.
  case account(String)
  /// Reads what was made of a quarantined document, and stores nothing. Answer: `.correctionChecked`.
  case correction(Int64, String)

  /// Whether nothing comes of it but what is read.
  package var isReading: Bool {
    switch self {
    case .leftAlone: true
    case .audience, .recipient, .resendable, .settleable, .correction, .people, .account: false
    }
  }
}

/// The messages that an operator's word may be given on.
package struct SettleCount: Equatable, Sendable {
  /// All of them, in order of their numbers.
  package var messages: [MessageID]
  /// The messages of the scope on which such a word was given that may be taken back.
  package var assumed: [MessageID]
  /// The first addresses.
  package var sample: [String]

  /// Makes a count.
  package init(messages: [MessageID], assumed: [MessageID] = [], sample: [String]) {
    self.assumed = assumed
    self.messages = messages
    self.sample = sample
  }
}
