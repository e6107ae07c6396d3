package import Model

/// Everything an operator can have done. Remembered in the log.
package enum Command: Equatable, Sendable {
  /// Launches. `recipients` is the count the operator confirmed: when the file now holds another number, it must
  /// fail and send nothing. `copyOf` is the like campaign that they were told of: when there is another one now, the
  /// same.
  /// `at` is when it is to begin, as they were told; `nil` for at once.
  case launch(Composition, recipients: Int, copyOf: CampaignID?, at: Timestamp? = nil)
  /// Sends what one recipient of a composition that was counted would get to another address, as a test.
  case sendTest(Composition, recipient: Int, to: String)
  case pause(CampaignID)
  case resume(CampaignID)
  case cancel(CampaignID)
  /// Begins a scheduled campaign at once.
  case begin(CampaignID)
  /// Has a scheduled campaign begin at another time, as it was typed.
  case reschedule(CampaignID, to: String)
  /// Sends again at most `count` messages, the number the operator confirmed.
  case resend(Scope, count: Int)
  /// Puts letters back on the send queue: at most `count`, the number the operator confirmed; all at once without a rate.
  case redrive(DeadLetterChoice, count: Int, rate: LetterRate? = nil)
  /// Deletes letters for good: at most `count`.
  case discard(DeadLetterChoice, count: Int)
  /// Puts the dead letters of the event queue back on it, so that they are stored after all; `count` were shown.
  case redriveEvents(count: Int)
  /// Reads quarantined documents again, and stores what is understood now.
  case retryQuarantined(QuarantineChoice, count: Int)
  /// Gives quarantined documents up for good: `count`, the number the operator confirmed.
  case dropQuarantined(QuarantineChoice, count: Int)
  /// Stores what an operator made of a quarantined document: so many events, as they were shown; with what was changed.
  case correct(Int64, to: String, change: String, events: Int)
  /// Takes the operator's word on messages; leaves those alone that it no longer fits.
  case settle([MessageID], Verdict)

  /// Puts addresses on the list of those that nothing is sent to, or takes them off.
  case suppress([String]), unsuppress([String])
  /// Puts everybody on that list whom a scope was found to name: `people`, the number the operator confirmed.
  case suppressAll(Scope, people: Int)
  /// Puts an address on the list that the provider keeps for the whole account, or takes it off.
  case suppressAtAccount(String, AccountEntry.Reason), unsuppressAtAccount(String)

  /// Writes a file; nothing in the store changes by it.
  case export(ExportOrder)

  /// What a command acts on: marks on it are gone once it is done, but for a file's.
  enum Subject: Equatable, Sendable {
    case campaigns, messages, letters, events, documents, suppressions, file
  }

  var subject: Subject {
    switch self {
    case .launch, .sendTest, .pause, .resume, .cancel, .begin, .reschedule: .campaigns
    case .resend, .settle: .messages
    case .redrive, .discard: .letters
    case .redriveEvents: .events
    case .retryQuarantined, .dropQuarantined, .correct: .documents
    case .suppress, .unsuppress, .suppressAll, .suppressAtAccount, .unsuppressAtAccount: .suppressions
    case .export: .file
    }
  }

  /// The count the operator confirmed; `nil` when there is none, or what was shown may have become more meanwhile.
  var expectedCount: Int? {
    switch self {
    case .launch(_, let count, _, _), .resend(_, let count), .redrive(_, let count, _), .discard(_, let count),
      .dropQuarantined(_, let count):
      count
    case .settle(let messages, _): messages.count
    case .suppressAll(_, let people): people
    case .sendTest, .pause, .resume, .cancel, .begin, .reschedule, .redriveEvents, .retryQuarantined, .correct, .export,
      .suppress, .unsuppress, .suppressAtAccount, .unsuppressAtAccount:
      nil
    }
  }

  /// Its word in the record of what was done.
  var action: OperatorAction {
    switch self {
    case .launch: .send
    case .sendTest: .test
    case .pause: .pause
    case .resume: .resume
    case .cancel: .cancel
    case .begin: .begin
    case .reschedule: .schedule
    case .resend: .resend
    case .redrive, .redriveEvents: .redrive
    case .discard: .discard
    case .retryQuarantined: .retry
    case .dropQuarantined: .drop
    case .settle: .settle
    case .correct: .edit
    case .suppress, .suppressAll, .suppressAtAccount: .suppress
    case .unsuppress, .unsuppressAtAccount: .unsuppress
    case .export: .export
    }
  }

  /// Whether it changes what is stored or sent.
  var changesSomething: Bool { subject != .file }

  /// Whether it takes long, tells how far it is, and can be stopped between two steps of it.
  var canBeStopped: Bool {
    switch self {
    case .export: true
    // What goes at once is over in a moment.
    case .redrive(_, _, let rate): rate != nil
    // Fewer are stored before anybody has read that they are.
    case .launch(_, let recipients, _, _): recipients >= 10_000
    case .sendTest, .pause, .resume, .cancel, .begin, .reschedule, .resend, .discard, .redriveEvents,
      .retryQuarantined,
      .dropQuarantined, .settle, .correct, .suppress, .unsuppress, .suppressAll, .suppressAtAccount,
      .unsuppressAtAccount:
      false
    }
  }

  /// Whether it can wait in the middle.
  var canBePaused: Bool {
    if case .redrive(_, _, .some) = self { true } else { false }
  }
}

/// What a confirmed question leads to.
enum Order: Equatable, Sendable {
  case command(Command)
  case dropDraft(Draft.ID)
  case quit

  var changesSomething: Bool {
    switch self {
    case .command(let command): command.changesSomething
    case .dropDraft: true
    case .quit: false
    }
  }
}
