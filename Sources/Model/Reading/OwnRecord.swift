/// What the record of who did what says by itself, of whom something was about and what came of it, other than names.
package enum OwnRecord: OwnText {
  // Whom it was about.
  case noRecordOfClaims
  case earlierState
  case allLetters
  case oldestLetters(Int)
  /// Those of campaigns, by their numbers.
  case lettersOf(String)
  case allThatMayBeResent
  /// What was refused for a receiving server's policy too, beside what the conditions take.
  case policyToo(String)
  /// One message, although its address is on the own suppression list.
  case despiteList(String)
  /// So many messages that were chosen one by one, and the names of the conditions they had to meet.
  case chosen(Int, conditions: String)
  /// Messages by their numbers, and the names of the conditions they had to meet.
  case named(String, conditions: String)
  /// Quarantined documents by their numbers, and all up to one.
  case documents(String)
  case documentsUpTo(String)

  // What came of it.
  case launched, paused, resumed, cancelled, settled, dropped
  case launchedAgain(copyOf: CampaignID)
  case skipped(Int)
  case uncertainMeanwhile
  case letters(Int)
  case eventsPutBack(Int)
  /// It begins at a time; it began then; it began at somebody's word, before it was due or after.
  case scheduled(for: String)
  case begunWhenDue, begunAtOnce
  /// It began, to go on at so many a second.
  case begunAtARate(String)
  /// Addresses were put on the suppression list, and so many were not on it.
  case suppressed(new: Int)
  case unsuppressed
  /// SES was asked to put an address on the list of its account, or to take it off.
  case suppressedAtSES(for: String)
  case unsuppressedAtSES
  /// It was edited: what was taken away and what was put there.
  case edited(String)
  /// A breaker has stopped it, with the reason; it goes on despite that one, until it has grown by half, or for good.
  case stopped(because: String)
  case resumedDespite(String)
  case resumedWithoutBreaker
  /// It broke off, with the error.
  case brokeOff(String)

  /// What is stored for each.
  package enum Code: String, OwnCode {
    case noRecordOfClaims, earlierState, allLetters, oldestLetters, lettersOf, allThatMayBeResent, policyToo,
      despiteList, chosen,
      chosenAmong,
      named,
      namedAmong, documents, documentsUpTo
    case launched, paused, resumed, cancelled, settled, dropped
    case launchedAgain, skipped, uncertainMeanwhile, letters, eventsPutBack, begunAtARate, edited, brokeOff, stopped,
      resumedDespite,
      resumedWithoutBreaker, suppressed,
      unsuppressed, suppressedAtSES, unsuppressedAtSES, scheduled, begunWhenDue, begunAtOnce
  }

  /// Each code with its sentence.
  package static let phrases = Code.allCases.map { (code: $0, phrase: $0.phrase) }

  /// The code and its arguments.
  package var parts: (code: Code, arguments: [String]) {
    switch self {
    case .noRecordOfClaims: (.noRecordOfClaims, [])
    case .earlierState: (.earlierState, [])
    case .allLetters: (.allLetters, [])
    case .oldestLetters(let count): (.oldestLetters, [String(count)])
    case .lettersOf(let campaigns): (.lettersOf, [campaigns])
    case .allThatMayBeResent: (.allThatMayBeResent, [])
    case .policyToo(let conditions): (.policyToo, [conditions])
    case .despiteList(let conditions): (.despiteList, [conditions])
    case .chosen(let count, ""): (.chosen, [String(count)])
    case .chosen(let count, let conditions): (.chosenAmong, [String(count), conditions])
    case .named(let messages, ""): (.named, [messages])
    case .named(let messages, let conditions): (.namedAmong, [messages, conditions])
    case .documents(let numbers): (.documents, [numbers])
    case .documentsUpTo(let number): (.documentsUpTo, [number])
    case .launched: (.launched, [])
    case .paused: (.paused, [])
    case .resumed: (.resumed, [])
    case .cancelled: (.cancelled, [])
    case .settled: (.settled, [])
    case .dropped: (.dropped, [])
    case .launchedAgain(let campaign): (.launchedAgain, [campaign.description])
    case .skipped(let count): (.skipped, [String(count)])
    case .uncertainMeanwhile: (.uncertainMeanwhile, [])
    case .letters(let count): (.letters, [String(count)])
    case .eventsPutBack(let count): (.eventsPutBack, [String(count)])
    case .scheduled(let time): (.scheduled, [time])
    case .begunWhenDue: (.begunWhenDue, [])
    case .begunAtOnce: (.begunAtOnce, [])
    case .begunAtARate(let rate): (.begunAtARate, [rate])
    case .edited(let change): (.edited, [change])
    case .suppressed(let new): (.suppressed, [String(new)])
    case .unsuppressed: (.unsuppressed, [])
    case .suppressedAtSES(let reason): (.suppressedAtSES, [reason])
    case .unsuppressedAtSES: (.unsuppressedAtSES, [])
    case .brokeOff(let error): (.brokeOff, [error])
    case .stopped(let reason): (.stopped, [reason])
    case .resumedDespite(let reason): (.resumedDespite, [reason])
    case .resumedWithoutBreaker: (.resumedWithoutBreaker, [])
    }
  }

  /// Makes a record of what was stored; `nil` when the arguments are not the code's.
  package init?(_ code: Code, _ arguments: [String]) {
    guard arguments.count == code.phrase.places else { return nil }
    func number() -> Int? { Int(arguments[0]) }
    let record: OwnRecord? =
      switch code {
      case .noRecordOfClaims: .noRecordOfClaims
      case .earlierState: .earlierState
      case .allLetters: .allLetters
      case .oldestLetters: number().map { .oldestLetters($0) }
      case .lettersOf: .lettersOf(arguments[0])
      case .allThatMayBeResent: .allThatMayBeResent
      case .policyToo: .policyToo(arguments[0])
      case .despiteList: .despiteList(arguments[0])
      case .chosen: number().map { .chosen($0, conditions: "") }
      case .chosenAmong: number().map { .chosen($0, conditions: arguments[1]) }
      case .named: .named(arguments[0], conditions: "")
      case .namedAmong: .named(arguments[0], conditions: arguments[1])
      case .documents: .documents(arguments[0])
      case .documentsUpTo: .documentsUpTo(arguments[0])
      case .launched: .launched
      case .paused: .paused
      case .resumed: .resumed
      case .cancelled: .cancelled
      case .settled: .settled
      case .dropped: .dropped
      case .launchedAgain: Int64(arguments[0]).map { .launchedAgain(copyOf: CampaignID(rawValue: $0)) }
      case .skipped: number().map { .skipped($0) }
      case .uncertainMeanwhile: .uncertainMeanwhile
      case .letters: number().map { .letters($0) }
      case .eventsPutBack: number().map { .eventsPutBack($0) }
      case .scheduled: .scheduled(for: arguments[0])
      case .begunWhenDue: .begunWhenDue
      case .begunAtOnce: .begunAtOnce
      case .begunAtARate: .begunAtARate(arguments[0])
      case .edited: .edited(arguments[0])
      case .suppressed: number().map { .suppressed(new: $0) }
      case .unsuppressed: .unsuppressed
      case .suppressedAtSES: .suppressedAtSES(for: arguments[0])
      case .unsuppressedAtSES: .unsuppressedAtSES
      case .brokeOff: .brokeOff(arguments[0])
      case .stopped: .stopped(because: arguments[0])
      case .resumedDespite: .resumedDespite(arguments[0])
      case .resumedWithoutBreaker: .resumedWithoutBreaker
      }
    guard let record else { return nil }
    self = record
  }
}

extension OwnRecord.Code {
  /// What JSON and the command line say.
  package var phrase: Phrase {
    switch self {
    case .noRecordOfClaims: "no record of claims"
    case .earlierState: "an earlier state"
    case .allLetters: "all dead letters"
    case .oldestLetters: "the {} oldest dead letters"
    case .lettersOf: "dead letters of campaign {}"
    case .allThatMayBeResent: "all that may be resent"
    case .policyToo: "refusals for a receiving server's policy too: {}"
    case .despiteList: "although on the suppression list: {}"
    case .chosenAmong: "{} messages chosen, {}"
    case .chosen: "{} messages chosen"
    case .named: "message {}"
    case .namedAmong: "message {}, {}"
    case .documents: "quarantined document {}"
    case .documentsUpTo: "quarantined documents up to {}"
    case .launched: "launched"
    case .paused: "paused"
    case .resumed: "resumed"
    case .cancelled: "cancelled"
    case .settled: "settled"
    case .dropped: "dropped"
    case .launchedAgain: "launched again: a copy of campaign {}"
    case .skipped: "skipped {}"
    case .uncertainMeanwhile: "uncertain: nobody knows what was sent meanwhile"
    case .letters: "{} dead letters"
    case .eventsPutBack: "{} events put back on the event queue"
    case .scheduled: "to begin at {}"
    case .begunWhenDue: "begun when it was due"
    case .begunAtOnce: "begun at once"
    case .begunAtARate: "begun, at most {} a second"
    case .edited: "edited: {}"
    case .suppressed: "on the suppression list, {} of them new"
    case .unsuppressed: "off the suppression list"
    case .suppressedAtSES: "on the list of the SES account, for a {}"
    case .unsuppressedAtSES: "off the list of the SES account"
    case .brokeOff: "broke off: {}"
    case .stopped: "stopped: {}"
    case .resumedDespite: "resumed until it grows by half: {}"
    case .resumedWithoutBreaker: "resumed with its breaker off"
    }
  }
}
